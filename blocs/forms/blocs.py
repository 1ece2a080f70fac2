"""Forms of blocs: the record itself, and the filter above the list."""

from django import forms
from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import OuterRef, Q
from django.utils.translation import gettext_lazy as _

from vietnamese.forms import CharField
from vietnamese.text import search_key, slug

from ..models import Bloc, BlocAlias, EmulationYear, Province, ProvinceSuccession
from ..reach import reach_of
from ..succession import with_predecessors
from .sources import ORIGIN, SourcedMixin

RESERVED_SLUGS = {"moi"}  # khoi/moi/ is the page that creates a bloc
LONGEST_ALIAS = BlocAlias._meta.get_field("alias").max_length


class BlocForm(SourcedMixin, forms.ModelForm):
    """A bloc in a province that the person keeps; `cleaned_data["aliases"]` is a list of names.

    An instance comes from `views.finding.find_bloc`, with its `other_names`.
    """

    aliases = CharField(
        label=_("Other names"),
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("One name a line. The search finds the bloc by each of them."),
    )

    class Meta:
        model = Bloc
        fields = ["name", "word", "number", "province", "slug", "note", *ORIGIN]
        widgets = {"note": forms.Textarea(attrs={"rows": 3})}
        help_texts = {
            "word": _("The bloc's own word; the chair is called after it."),
            "number": _("Only if the bloc is numbered."),
            "slug": _("Small letters a–z, digits and hyphens. Left empty, it follows the name."),
        }

    field_order = ["name", "word", "number", "province", "aliases", "note", "slug"]

    def __init__(self, *args, user, **kwargs):
        super().__init__(*args, **kwargs)
        reach = reach_of(user)
        if not reach.is_administrator:
            kept = self.fields["province"]
            kept.queryset, kept.required = Province.objects.filter(pk__in=reach.kept), True
        self.fields["slug"].required = False
        if self.instance.pk:
            self.initial["aliases"] = "\n".join(
                alias.alias for alias in self.instance.aliases.all()
            )

    def clean_aliases(self):
        names = [line.strip() for line in self.cleaned_data["aliases"].splitlines()]
        if any(len(name) > LONGEST_ALIAS for name in names):
            message = _("A name has at most %(most)d characters.")
            raise forms.ValidationError(message, code="long", params={"most": LONGEST_ALIAS})
        return [name for name in names if name]

    def clean(self):
        data = super().clean()
        if data.get("slug") in RESERVED_SLUGS:
            self.add_error(
                "slug", forms.ValidationError(_("Choose another address."), code="taken")
            )
        elif not data.get("slug") and "slug" not in self.errors and data.get("name"):
            data["slug"] = self._free_slug(data["name"])
        return data

    def _free_slug(self, name):
        wanted = slug(name)[:50].strip("-") or "khoi"
        others = Bloc.objects.exclude(pk=self.instance.pk).filter(slug__startswith=wanted)
        taken = RESERVED_SLUGS | set(others.values_list("slug", flat=True))
        candidates = [wanted, *(f"{wanted}-{number}" for number in range(2, len(taken) + 3))]
        return next(each for each in candidates if each not in taken)


class BlocFilterForm(forms.Form):
    """Filter by name, without regard to accents, and by province with its predecessors."""

    q = CharField(label=_("Name"), required=False, max_length=120)
    province = forms.TypedChoiceField(label=_("Province"), required=False, coerce=int)

    def __init__(self, *args, user, **kwargs):
        super().__init__(*args, **kwargs)
        self.user = user
        before = ProvinceSuccession.objects.filter(successor=OuterRef("pk")).values("predecessor")
        self.provinces = list(
            Province.objects.visible_to(user).annotate(before=ArraySubquery(before))
        )
        named = [(province.pk, province.full_name) for province in self.provinces]
        self.fields["province"].choices = [("", _("All provinces")), *named]

    def filtered(self, blocs):
        """Return the blocs that match; what cannot be read in the address filters nothing."""
        data = self.cleaned_data if self.is_valid() else {}
        if province := data.get("province"):
            blocs = blocs.filter(province__in=self.with_predecessors(province))
        if key := search_key(data.get("q", "")):
            blocs = blocs.filter(
                Q(search_key__contains=key)
                | Q(pk__in=BlocAlias.objects.filter(search_key__contains=key).values("bloc"))
                | Q(pk__in=self._named_in_a_year(key))
            )
        return blocs

    def with_predecessors(self, province):
        """The keys of a province and of all that went over into it."""
        successions = [(old, new.pk) for new in self.provinces for old in new.before]
        return with_predecessors({province}, successions)

    def _named_in_a_year(self, key):
        """Blocs that bore such a name in a year which the person may read."""
        years = EmulationYear.objects.visible_to(self.user).values_list("bloc", "name").distinct()
        return {bloc for bloc, name in years if key in search_key(name)}
