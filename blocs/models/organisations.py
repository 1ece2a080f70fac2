"""Organisations under the name they bore at a time, and what became of them."""

from django.contrib.postgres.fields import DateRangeField
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from accounts.evidence import tracked
from vietnamese.fields import CharField, SearchKey, SortKey, TextField

from ..reach import reach_of
from .provinces import Province
from .sources import Sourced


class OrganisationKind(models.TextChoices):
    FRONT = "front", _("Fatherland Front")
    POLITICAL_SOCIAL = "political_social", _("political-social organisation")
    ASSOCIATION = "association", _("mass association")
    STATE_AGENCY = "state_agency", _("state agency")
    PARTY = "party", _("Party body")
    ENTERPRISE = "enterprise", _("enterprise")
    PUBLIC_SERVICE = "public_service", _("public service unit")


class OrganisationQuerySet(models.QuerySet):
    def visible_to(self, user):
        """Keep those of the person's province, their own, and those they sat with."""
        reach = reach_of(user)
        if reach.is_administrator:
            return self
        every = self.model.objects
        return self.filter(
            Q(province__in=reach.read_provinces)
            | Q(pk__in=reach.read_as)
            | Q(pk__in=every.filter(seats__bloc__province__in=reach.read_provinces))
            | Q(pk__in=every.filter(seats__emulation_year__seats__organisation__in=reach.read_as))
        )

    def in_force_on(self, day):
        return self.filter(Q(validity=None) | Q(validity__contains=day))


@tracked(exclude=["sort_key", "search_key"])
class Organisation(Sourced):
    """An organisation under one name. A new name makes a new row: old papers keep the old."""

    name = CharField(_("official name"), max_length=200)
    short_name = CharField(_("short name"), max_length=80, blank=True)
    kind = models.CharField(_("kind"), max_length=16, choices=OrganisationKind)
    province = models.ForeignKey(
        Province,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="organisations",
        verbose_name=_("province"),
    )
    validity = DateRangeField(_("validity"), null=True, blank=True)
    sort_key = SortKey(of="name")
    search_key = SearchKey(of=("name", "short_name"))

    objects = OrganisationQuerySet.as_manager()

    class Meta:
        verbose_name = _("organisation")
        ordering = ["sort_key", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(kind__in=OrganisationKind.values), name="organisation_kind_is_known"
            ),
            # One name in five provinces is five organisations; in one province, one at a time.
            models.UniqueConstraint(
                fields=["province", "name", "validity"],
                name="organisation_is_entered_once",
                nulls_distinct=False,
                violation_error_message=_(
                    "This province already has an organisation of this name."
                ),
            ),
        ]

    def __str__(self):
        return self.name

    @property
    def label(self):
        """The short name where there is one: for tables and buttons."""
        return self.short_name or self.name


class OrganisationAlias(models.Model):
    """Another way in which people write the name: `MTTQ`, `HND`, `Hội Phụ nữ`."""

    organisation = models.ForeignKey(Organisation, models.CASCADE, related_name="aliases")
    alias = CharField(_("alias"), max_length=120)
    search_key = SearchKey(of="alias")

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["organisation", "search_key"], name="alias_is_entered_once"
            )
        ]

    def __str__(self):
        return self.alias


class SuccessionKind(models.TextChoices):
    RENAMED = "renamed", _("renamed")
    MERGED = "merged", _("merged")
    SPLIT = "split", _("split")
    DISSOLVED = "dissolved", _("dissolved")


@tracked()
class OrganisationSuccession(Sourced):
    """What became of an organisation on a day. Records of before keep the name of before."""

    kind = models.CharField(_("kind"), max_length=9, choices=SuccessionKind)
    predecessor = models.ForeignKey(
        Organisation, models.PROTECT, related_name="successions", verbose_name=_("predecessor")
    )
    successor = models.ForeignKey(
        Organisation,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="origins",
        verbose_name=_("successor"),
    )
    on = models.DateField(_("on"))
    document = CharField(_("document"), max_length=200, blank=True)
    note = TextField(_("note"), blank=True)

    class Meta:
        verbose_name = _("succession of organisations")
        ordering = ["on", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(kind__in=SuccessionKind.values), name="succession_kind_is_known"
            ),
            models.CheckConstraint(
                condition=Q(kind="dissolved", successor=None)
                | (~Q(kind="dissolved") & Q(successor__isnull=False)),
                name="succession_has_a_successor_unless_dissolved",
            ),
            models.CheckConstraint(
                condition=~Q(predecessor=F("successor")),
                name="organisation_does_not_succeed_itself",
            ),
            models.UniqueConstraint(
                fields=["predecessor", "successor"],
                name="organisation_succession_is_entered_once",
                nulls_distinct=False,
            ),
        ]

    def __str__(self):
        return f"{self.predecessor} → {self.successor or '–'}"
