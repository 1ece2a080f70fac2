"""Emulation years and the seats in them. A year is stated, never derived from a date."""

from django.conf import settings
from django.db import models
from django.db.models import Exists, F, OuterRef, Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from accounts.evidence import tracked
from vietnamese.fields import CharField, SearchKey

from ..reach import reach_of
from .blocs import Bloc
from .organisations import Organisation
from .sources import Sourced


class YearState(models.TextChoices):
    OPEN = "open", _("open")
    CLOSED = "closed", _("closed")


class EmulationYearQuerySet(models.QuerySet):
    def visible_to(self, user):
        """Keep the years of the person's provinces, and those in which their organisation sat."""
        reach = reach_of(user)
        if reach.is_administrator:
            return self
        sat = Seat.objects.filter(emulation_year=OuterRef("pk"), organisation__in=reach.read_as)
        return self.filter(Q(bloc__province__in=reach.read_provinces) | Exists(sat))


@tracked(exclude=["search_key"])
class EmulationYear(Sourced):
    """One bloc in one year, under the name it bore then."""

    bloc = models.ForeignKey(Bloc, models.PROTECT, related_name="years", verbose_name=_("bloc"))
    year = models.PositiveSmallIntegerField(_("emulation year"))
    name = CharField(_("name of the bloc in this year"), max_length=200)
    search_key = SearchKey(of="name")
    state = models.CharField(
        _("state"), max_length=6, choices=YearState, default=YearState.OPEN, editable=False
    )
    closed_at = models.DateTimeField(_("closed at"), null=True, blank=True, editable=False)
    closed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        null=True,
        blank=True,
        editable=False,
        related_name="+",
        verbose_name=_("closed by"),
    )

    objects = EmulationYearQuerySet.as_manager()

    class Meta:
        verbose_name = _("emulation year")
        ordering = ["bloc", "-year"]
        constraints = [
            models.UniqueConstraint(fields=["bloc", "year"], name="bloc_has_a_year_once"),
            # The pair that seats point to, so that a seat's bloc is always its year's bloc.
            models.UniqueConstraint(fields=["id", "bloc"], name="year_belongs_to_its_bloc"),
            models.CheckConstraint(
                condition=Q(year__gte=1948, year__lte=2100), name="year_is_a_calendar_year"
            ),
            models.CheckConstraint(
                condition=Q(state__in=YearState.values), name="year_state_is_known"
            ),
            models.CheckConstraint(
                condition=Q(state="open", closed_at=None)
                | Q(state="closed", closed_at__isnull=False),
                name="year_is_dated_once_closed",
            ),
        ]

    def __str__(self):
        return f"{self.name} · {self.year}"

    def get_absolute_url(self):
        return reverse("desk:year_detail", args=[self.bloc.slug, self.year])

    @property
    def is_open(self):
        return self.state == YearState.OPEN


@tracked()
class Seat(Sourced):
    """An organisation sits in a bloc in a year, at its place in the protocol order."""

    emulation_year = models.ForeignKey(
        EmulationYear, models.PROTECT, related_name="seats", verbose_name=_("emulation year")
    )
    bloc = models.ForeignKey(
        Bloc, models.PROTECT, related_name="seats", editable=False, verbose_name=_("bloc")
    )
    organisation = models.ForeignKey(
        Organisation, models.PROTECT, related_name="seats", verbose_name=_("organisation")
    )
    position = models.PositiveSmallIntegerField(_("protocol order"))
    joined_on = models.DateField(_("joined on"), null=True, blank=True)
    left_on = models.DateField(_("left on"), null=True, blank=True)
    reason = CharField(_("reason for joining or leaving"), max_length=300, blank=True)

    class Meta:
        verbose_name = _("seat")
        ordering = ["emulation_year", "position", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["emulation_year", "organisation"], name="organisation_sits_once_a_year"
            ),
            models.UniqueConstraint(
                fields=["emulation_year", "position"],
                name="seat_has_its_own_place",
                deferrable=models.Deferrable.DEFERRED,
            ),
            models.UniqueConstraint(fields=["id", "bloc"], name="seat_belongs_to_its_bloc"),
            # The pair that scores, attendance, results … point to: a seat of the same year.
            models.UniqueConstraint(
                fields=["id", "emulation_year"], name="seat_belongs_to_its_year"
            ),
            models.CheckConstraint(
                condition=Q(joined_on=None, left_on=None) | ~Q(reason=""),
                name="seat_changes_in_mid_year_for_a_reason",
            ),
            models.CheckConstraint(
                condition=Q(joined_on=None) | Q(left_on=None) | Q(left_on__gt=F("joined_on")),
                name="seat_is_left_after_it_is_taken",
            ),
        ]

    def __str__(self):
        return self.organisation.name

    def has_left_by(self, day):
        return self.left_on is not None and self.left_on <= day
