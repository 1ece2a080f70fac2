"""Legal bases as dated rows: a paper cites those in force on its date (docs/field.md §1.1)."""

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from accounts.evidence import tracked
from vietnamese.fields import CharField, SearchKey, TextField

from ..reach import reach_of
from .provinces import Province
from .sources import Sourced


class LegalBasisQuerySet(models.QuerySet):
    def visible_to(self, user):
        """Keep the national ones, which everybody reads, and those of the person's provinces."""
        reach = reach_of(user)
        if reach.is_administrator:
            return self
        return self.filter(Q(province=None) | Q(province__in=Province.objects.visible_to(user)))

    def of(self, province):
        """Keep what a bloc of the province may cite: the national ones and its own."""
        return self.filter(Q(province=None) | Q(province=province))

    def in_force_on(self, day):
        """Keep those in force on the day; where the first day is unknown, since the signing."""
        begun = Q(in_force_on__lte=day) | Q(in_force_on=None, signed_on__lte=day)
        return self.filter(begun).filter(Q(ended_on=None) | Q(ended_on__gt=day))


@tracked(exclude=["search_key"])
class LegalBasis(Sourced):
    """A law, decree, circular, guidance or decision on which emulation work rests.

    `in_force_on` is its first day in force, `ended_on` the first day on which it no longer is; each
    is empty where nobody has recorded it. Without `province` it holds in the whole country.
    """

    province = models.ForeignKey(
        Province,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="legal_bases",
        verbose_name=_("province"),
    )
    number = CharField(
        _("number and symbol"), max_length=60, help_text=_("For example 152/2025/NĐ-CP.")
    )
    title = CharField(_("title of the instrument"), max_length=300)
    citation = CharField(
        _("as papers cite it"),
        max_length=400,
        help_text=_("What follows the opening word, without the semicolon at the end."),
    )
    signed_on = models.DateField(_("signed on"), null=True, blank=True)
    in_force_on = models.DateField(_("in force from"), null=True, blank=True)
    ended_on = models.DateField(_("no longer in force from"), null=True, blank=True)
    is_usual = models.BooleanField(
        _("proposed for the papers of the blocs"),
        default=False,
        help_text=_("Papers of the blocs cite it as long as it is in force."),
    )
    note = TextField(_("note"), blank=True)
    search_key = SearchKey(of=("number", "title"))

    objects = LegalBasisQuerySet.as_manager()

    class Meta:
        verbose_name = _("legal basis")
        ordering = ["signed_on", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["province", "number"],
                nulls_distinct=False,
                name="legal_basis_is_entered_once",
            ),
            models.CheckConstraint(
                condition=Q(in_force_on=None) | Q(ended_on=None) | Q(ended_on__gt=F("in_force_on")),
                name="legal_basis_ends_after_it_began",
            ),
            models.CheckConstraint(
                condition=Q(signed_on=None)
                | Q(in_force_on=None)
                | Q(in_force_on__gte=F("signed_on")),
                name="legal_basis_is_signed_before_it_holds",
            ),
            models.CheckConstraint(
                condition=~Q(number="") & ~Q(title="") & ~Q(citation=""),
                name="legal_basis_has_number_title_and_citation",
            ),
        ]

    def __str__(self):
        return f"{self.title} ({self.number})"

    @property
    def first_on(self):
        """Its first day in force; where that is unknown, the day on which it was signed."""
        return self.in_force_on or self.signed_on

    def is_in_force_on(self, day):
        """Whether it may be cited on that day; without any first day it may not."""
        return self.first_on is not None and self.first_on <= day and not self.has_ended_by(day)

    def has_ended_by(self, day):
        return self.ended_on is not None and self.ended_on <= day
