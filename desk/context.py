"""What stands around every page: the navigation and the provinces and blocs within reach."""

from typing import NamedTuple

from django.urls import reverse
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _

from awards.permissions import reads_a_province
from blocs.models import Bloc
from blocs.permissions import can_keep_records, is_administrator

OF_A_BLOC = (
    *(f"blocs:{part}_" for part in ("bloc", "year", "seat", "term", "handover", "notice")),
    *(f"blocs:{part}_" for part in ("deadline", "extension", "activity")),
    "desk:year_",
    "desk:handover_",
    "pledges:",
    "scoring:",
    "reports:",
)
OF_COMMENDATION = ("awards:council_", "awards:province_")
# Address name, label, beginnings of the address names of this section, who may open it.
SECTIONS = [
    ("blocs:bloc_list", _("Blocs"), OF_A_BLOC, None),
    ("awards:council_home", _("Commendation"), OF_COMMENDATION, reads_a_province),
    ("awards:registry_list", _("Registry of awards"), ("awards:registry_",), None),
    ("blocs:conference_search", _("Conferences"), ("blocs:conference_search",), None),
    ("blocs:organisation_list", _("Organisations"), ("blocs:organisation_",), None),
    ("blocs:person_list", _("People"), ("blocs:person_", "blocs:post_"), can_keep_records),
    ("blocs:province_list", _("Provinces"), ("blocs:province_", "blocs:usual_"), is_administrator),
    ("blocs:legal_basis_list", _("Legal bases"), ("blocs:legal_basis_", "awards:law_"), None),
    ("desk:audit_list", _("Audit log"), ("desk:audit_",), can_keep_records),
]
# An administrator's reach is the whole country; a menu is not: the list pages have the rest.
LONGEST_MENU = 20


class Link(NamedTuple):
    """A place to go to. `current` is the value of aria-current: "page", "true" or nothing."""

    url: str
    label: str
    current: str = ""


class PageScope:
    """Province and bloc of the page, and those to switch to: one query, when they are read."""

    def __init__(self, request):
        self.user = request.user
        # An address that leads nowhere has no match.
        match = request.resolver_match
        self.here = match.view_name if match else ""
        self.slug = match.kwargs.get("slug") if match else None

    @cached_property
    def bloc(self):
        """The bloc whose page, or part, this is; None where the page belongs to no bloc."""
        if not self.slug:
            return None
        return next((each for each in self._blocs if each.slug == self.slug), None)

    @cached_property
    def province(self):
        """The province of the bloc; else the only one within reach; else None."""
        if self.bloc:
            return self.bloc.province
        return self._provinces[0] if len(self._provinces) == 1 else None

    @property
    def title(self):
        return self.province.full_name if self.province else ""

    @cached_property
    def provinces(self):
        """Links to the blocs of each province of today within reach that has any."""
        address = reverse("blocs:bloc_list")
        return [
            Link(f"{address}?province={each.pk}", each.full_name, _true(each == self.province))
            for each in self._provinces
        ]

    @cached_property
    def blocs(self):
        """Links to blocs within reach, those of the present province first."""
        here = self.province and self.province.pk
        nearest = sorted(self._blocs, key=lambda each: each.province_id != here)[:LONGEST_MENU]
        return [
            Link(each.get_absolute_url(), each.name, _true(each == self.bloc)) for each in nearest
        ]

    @cached_property
    def navigation(self):
        """The sections that this person may open, the present one marked."""
        return [
            Link(reverse(name), label, self._current(name, beginnings))
            for name, label, beginnings, may_open in SECTIONS
            if may_open is None or may_open(self.user)
        ]

    @cached_property
    def _blocs(self):
        return list(Bloc.objects.visible_to(self.user).select_related("province"))

    @cached_property
    def _provinces(self):
        """The provinces of these blocs that exist today, invented ones last."""
        today = timezone.localdate()
        found = {bloc.province for bloc in self._blocs if bloc.province}
        present = [each for each in found if each.is_in_force_on(today)]
        return sorted(present, key=lambda each: (each.is_sample, each.sort_key))

    def _current(self, name, beginnings):
        if self.here == name:
            return "page"
        in_bloc = self.slug and name == "blocs:bloc_list"
        return _true(in_bloc or self.here.startswith(beginnings))


def _true(is_current):
    return "true" if is_current else ""


def around_the_page(request):
    """Context of base.html; for somebody who has not signed in there is nothing to ask."""
    # A request refused early, for its host name for instance, never met the sign-in.
    user = getattr(request, "user", None)
    if user is None or not user.is_authenticated:
        return {"page_scope": None}
    return {"page_scope": PageScope(request)}
