"""Deadlines of a year: the country's usual ones, the province's, the bloc's, and extensions."""

import pgtrigger
from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from accounts.evidence import never_truncated, tracked
from vietnamese.fields import CharField

from .acts import ChairAct
from .deadline_kinds import DeadlineKind
from .provinces import Province
from .years import EmulationYear, Seat


@tracked()
class DeadlineRule(models.Model):
    """On which day of the calendar something is due in every year from `from_year` on.

    Without `province` it is the usual day, which a province's own rule takes the place of. The day
    is the last one, until 24:00. `years_later` 1 says that it lies in the calendar year after.
    Without `month` and `day` it ends the rule before it: the usual day counts again.
    """

    province = models.ForeignKey(
        Province,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="deadline_rules",
        verbose_name=_("province"),
    )
    kind = models.CharField(_("what is due"), max_length=16, choices=DeadlineKind)
    from_year = models.PositiveSmallIntegerField(_("from the emulation year"))
    month = models.PositiveSmallIntegerField(_("month"), null=True, blank=True)
    day = models.PositiveSmallIntegerField(_("day"), null=True, blank=True)
    years_later = models.PositiveSmallIntegerField(_("years later"), default=0)
    basis = CharField(_("basis"), max_length=300, blank=True)

    class Meta:
        verbose_name = _("usual deadline")
        ordering = ["province", "kind", "from_year"]
        constraints = [
            models.UniqueConstraint(
                fields=["province", "kind", "from_year"],
                nulls_distinct=False,
                name="deadline_rule_is_entered_once",
            ),
            models.CheckConstraint(
                condition=Q(kind__in=DeadlineKind.values), name="deadline_rule_kind_is_known"
            ),
            models.CheckConstraint(
                condition=Q(from_year__gte=1948, from_year__lte=2100),
                name="deadline_rule_begins_in_a_calendar_year",
            ),
            # 29 February is in no rule: it is not a day of every year.
            models.CheckConstraint(
                condition=Q(month=None, day=None, years_later=0)
                | Q(month__isnull=False, day__isnull=False, day__gte=1)
                & (
                    Q(month__in=[1, 3, 5, 7, 8, 10, 12], day__lte=31)
                    | Q(month__in=[4, 6, 9, 11], day__lte=30)
                    | Q(month=2, day__lte=28)
                ),
                name="deadline_rule_is_a_day_of_every_year",
            ),
            models.CheckConstraint(
                condition=Q(years_later__in=[0, 1]), name="deadline_rule_is_this_year_or_the_next"
            ),
        ]

    def __str__(self):
        return f"{self.get_kind_display()} · {self.from_year}"

    @property
    def annual(self):
        """The day of the year (month, day, years later), or None where the rule ends another."""
        return (self.month, self.day, self.years_later) if self.month else None


@tracked()
class Deadline(models.Model):
    """The day that a bloc has set for a year, in place of the usual one."""

    emulation_year = models.ForeignKey(
        EmulationYear,
        models.PROTECT,
        related_name="deadlines",
        verbose_name=_("emulation year"),
    )
    kind = models.CharField(_("what is due"), max_length=16, choices=DeadlineKind)
    due_on = models.DateField(_("due on"))

    class Meta:
        verbose_name = _("deadline")
        ordering = ["emulation_year", "due_on", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["emulation_year", "kind"], name="deadline_is_set_once_a_year"
            ),
            models.CheckConstraint(
                condition=Q(kind__in=DeadlineKind.values), name="deadline_kind_is_known"
            ),
        ]

    def __str__(self):
        return self.get_kind_display()


class Extension(models.Model):
    """A deadline was put off: for one member, or for all. Rows are only added; the last one counts.

    Who granted it and why stands with it, and in which capacity: `act`, which is empty where a
    command entered the row (docs/field.md §3: lateness is counted from the extended day).
    """

    emulation_year = models.ForeignKey(
        EmulationYear,
        models.PROTECT,
        related_name="extensions",
        verbose_name=_("emulation year"),
    )
    kind = models.CharField(_("what is due"), max_length=16, choices=DeadlineKind)
    seat = models.ForeignKey(
        Seat,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="extensions",
        verbose_name=_("member"),
    )
    until = models.DateField(_("until"))
    reason = CharField(_("reason"), max_length=300)
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name=_("granted by")
    )
    at = models.DateTimeField(_("granted at"))
    act = models.OneToOneField(
        ChairAct, models.PROTECT, null=True, blank=True, editable=False, related_name="+"
    )

    class Meta:
        verbose_name = _("extension of a deadline")
        ordering = ["emulation_year", "pk"]
        triggers = [
            pgtrigger.Protect(name="only_added", operation=pgtrigger.Update | pgtrigger.Delete),
            never_truncated(),
        ]
        constraints = [
            models.CheckConstraint(
                condition=Q(kind__in=DeadlineKind.values), name="extension_kind_is_known"
            ),
            models.CheckConstraint(condition=~Q(reason=""), name="extension_has_a_reason"),
        ]

    def __str__(self):
        return f"{self.get_kind_display()} → {self.until:%d/%m/%Y}"
