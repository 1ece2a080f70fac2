"""What a bloc plans for a year and what became of it (docs/field.md §2.2)."""

import datetime as dt

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from accounts.evidence import tracked
from vietnamese.fields import CharField, TextField

from .sources import Sourced
from .years import EmulationYear, Seat


class ActivityKind(models.TextChoices):
    EXCHANGE = "exchange", _("exchange of experience")
    SPORT = "sport", _("sport")
    CULTURE = "culture", _("culture and arts")
    VISIT = "visit", _("visit and gifts")
    CAMPAIGN = "campaign", _("campaign, communication")
    TRAINING = "training", _("training")
    SOCIAL_WORK = "social_work", _("social work")
    OTHER = "other", _("other activity")


class ActivityState(models.TextChoices):
    PLANNED = "planned", _("planned")
    DONE = "done", _("carried out")
    NOT_DONE = "not_done", _("not carried out")


class ActivityQuerySet(models.QuerySet):
    def visible_to(self, user):
        return self.filter(emulation_year__in=EmulationYear.objects.visible_to(user))

    def with_members(self):
        """Read owner and host with the rows, for lists that name them."""
        return self.select_related("owner_seat__organisation", "host_seat__organisation")


@tracked()
class Activity(Sourced):
    """One activity of a bloc in a year: planned for a month, then carried out, or not and why.

    The month is one of the emulation year, or with `years_later` 1 of the calendar year after it;
    empty only where the records of the past do not know it.
    Who answers for it and at whose place it is are each a member, or a text, or nobody said.
    """

    emulation_year = models.ForeignKey(
        EmulationYear, models.PROTECT, related_name="activities", verbose_name=_("emulation year")
    )
    text = CharField(_("activity"), max_length=300)
    kind = models.CharField(
        _("kind"), max_length=11, choices=ActivityKind, default=ActivityKind.OTHER
    )
    month = models.PositiveSmallIntegerField(_("month"), null=True, blank=True)
    years_later = models.PositiveSmallIntegerField(_("years later"), default=0)
    planned_on = models.DateField(_("planned for the day"), null=True, blank=True)
    owner_seat = models.ForeignKey(
        Seat,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="owned_activities",
        verbose_name=_("member that answers for it"),
    )
    owner = CharField(_("who answers for it"), max_length=200, blank=True)
    host_seat = models.ForeignKey(
        Seat,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="hosted_activities",
        verbose_name=_("member that hosts it"),
    )
    host = CharField(_("place"), max_length=200, blank=True)
    state = models.CharField(
        _("state"),
        max_length=8,
        choices=ActivityState,
        default=ActivityState.PLANNED,
        editable=False,
    )
    done_on = models.DateField(_("carried out on"), null=True, blank=True)
    result = TextField(_("result"), blank=True)
    reason = CharField(_("why it was not carried out"), max_length=300, blank=True)

    objects = ActivityQuerySet.as_manager()

    class Meta:
        verbose_name = _("activity of the bloc")
        ordering = [
            "emulation_year",
            "years_later",
            "month",
            F("planned_on").asc(nulls_last=True),
            "pk",
        ]
        constraints = [
            models.CheckConstraint(condition=~Q(text=""), name="activity_says_what"),
            models.CheckConstraint(
                condition=Q(kind__in=ActivityKind.values), name="activity_kind_is_known"
            ),
            models.CheckConstraint(
                condition=Q(state__in=ActivityState.values), name="activity_state_is_known"
            ),
            models.CheckConstraint(
                condition=Q(month=None, years_later=0, planned_on=None)
                | Q(month__isnull=False, month__gte=1, month__lte=12),
                name="activity_has_a_month",
            ),
            models.CheckConstraint(
                condition=Q(years_later__in=[0, 1]), name="activity_is_this_year_or_the_next"
            ),
            models.CheckConstraint(
                condition=Q(planned_on=None) | Q(planned_on__month=F("month")),
                name="activity_day_lies_in_its_month",
            ),
            models.CheckConstraint(
                condition=Q(owner_seat=None) | Q(owner=""), name="activity_has_one_owner"
            ),
            models.CheckConstraint(
                condition=Q(host_seat=None) | Q(host=""), name="activity_has_one_host"
            ),
            models.CheckConstraint(
                condition=Q(state="done") | Q(done_on=None, result=""),
                name="activity_result_comes_once_done",
            ),
            models.CheckConstraint(
                condition=Q(state="not_done") & ~Q(reason="") | ~Q(state="not_done") & Q(reason=""),
                name="activity_is_not_done_for_a_reason",
            ),
        ]

    def __str__(self):
        return self.text

    @property
    def is_planned(self):
        return self.state == ActivityState.PLANNED

    @property
    def owner_name(self):
        return str(self.owner_seat) if self.owner_seat else self.owner

    @property
    def host_name(self):
        return str(self.host_seat) if self.host_seat else self.host

    def first_of_month(self, year):
        """The first day of its month, for the number of its emulation year; None if unknown."""
        return self.month and dt.date(year + self.years_later, self.month, 1)

    def is_late_on(self, day, year):
        """Whether it is still planned although its day, its month or its year is over by then."""
        if self.planned_on:
            over = self.planned_on < day
        elif not self.month:
            over = year < day.year
        else:
            over = self.first_of_month(year) < day.replace(day=1)
        return self.is_planned and over
