"""Provinces and cities under the central government, as they were and as they are."""

from django.contrib.postgres.fields import DateRangeField
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from accounts.evidence import tracked
from vietnamese.fields import CharField, SearchKey, SortKey

from ..reach import reach_of
from .sources import Sourced


class ProvinceKind(models.TextChoices):
    PROVINCE = "province", _("province (tỉnh)")
    CITY = "city", _("city under the central government")


class ProvinceQuerySet(models.QuerySet):
    def visible_to(self, user):
        """Keep what the person's posts open: all for administrators, else their own."""
        reach = reach_of(user)
        if reach.is_administrator:
            return self
        return self.filter(
            Q(pk__in=reach.read_provinces) | Q(organisations__in=reach.read_as)
        ).distinct()

    def in_force_on(self, day):
        return self.filter(validity__contains=day)


@tracked(exclude=["sort_key", "search_key"])
class Province(Sourced):
    """One legal form of a province: a merger or a change of rank makes a new row."""

    name = CharField(_("name"), max_length=60)
    kind = models.CharField(
        _("kind"), max_length=8, choices=ProvinceKind, default=ProvinceKind.PROVINCE
    )
    validity = DateRangeField(_("validity"), help_text=_("From its first day to its last."))
    is_sample = models.BooleanField(_("invented for demonstration"), default=False)
    sort_key = SortKey(of="name")
    search_key = SearchKey(of="name")

    objects = ProvinceQuerySet.as_manager()

    class Meta:
        verbose_name = _("province")
        ordering = ["sort_key", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(kind__in=ProvinceKind.values), name="province_kind_is_known"
            ),
            models.CheckConstraint(
                condition=Q(validity__isempty=False, validity__lower_inf=False),
                name="province_has_a_first_day",
            ),
            models.UniqueConstraint(fields=["name", "validity"], name="province_is_entered_once"),
        ]

    def __str__(self):
        return self.full_name

    def is_in_force_on(self, day):
        return day >= self.validity.lower and (
            self.validity.upper is None or day < self.validity.upper
        )

    @property
    def full_name(self):
        """The name as in running text: `tỉnh Thái Bình`, `thành phố Cần Thơ`."""
        word = "thành phố" if self.kind == ProvinceKind.CITY else "tỉnh"
        return f"{word} {self.name.removeprefix('Tỉnh ')}"


@tracked()
class ProvinceSuccession(Sourced):
    """A province went over into another on a day (63 → 34 on 1 July 2025)."""

    predecessor = models.ForeignKey(
        Province, models.PROTECT, related_name="successions", verbose_name=_("predecessor")
    )
    successor = models.ForeignKey(
        Province, models.PROTECT, related_name="origins", verbose_name=_("successor")
    )
    on = models.DateField(_("on"))
    document = CharField(_("document"), max_length=200, blank=True)

    class Meta:
        verbose_name = _("succession of provinces")
        ordering = ["on", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["predecessor", "successor"], name="province_succession_is_entered_once"
            ),
            models.CheckConstraint(
                condition=~Q(predecessor=F("successor")), name="province_does_not_succeed_itself"
            ),
        ]

    def __str__(self):
        return f"{self.predecessor} → {self.successor}"
