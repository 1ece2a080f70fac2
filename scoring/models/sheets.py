"""A member's sheet on its way through the stages: its state, every step, and who checks it."""

import pgtrigger
from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from accounts.evidence import never_truncated, tracked
from blocs.models import ChairAct, Conference, EmulationYear, Organisation, Seat
from vietnamese.fields import CharField


class SheetState(models.TextChoices):
    """docs/field.md §3.1"""

    DRAFT = "draft", _("draft")
    SUBMITTED = "submitted", _("submitted")
    IN_CHECK = "in_check", _("being checked")
    SENT_BACK = "sent_back", _("sent back")
    AGREED = "agreed", _("agreed by the bloc")
    LOCKED = "locked", _("locked")
    VERIFIED = "verified", _("verified")
    PUBLISHED = "published", _("published")


class SheetStep(models.TextChoices):
    """What was done with a sheet as a whole."""

    SUBMITTED = "submitted", _("submitted")
    TAKEN_UP = "taken_up", _("taken up for checking")
    CHECKED = "checked", _("check finished")
    SENT_BACK = "sent_back", _("sent back")
    AGREED = "agreed", _("agreed by the bloc")
    LOCKED = "locked", _("locked")
    REOPENED = "reopened", _("opened again")
    VERIFIED = "verified", _("verified")
    PUBLISHED = "published", _("published")
    PUT_BACK = "put_back", _("check undone")


def _not_by_itself(table_has):
    """A trigger's text: the organisation of NEW is not that of the seat it checks."""
    return f"""
IF EXISTS (
    SELECT FROM blocs_seat s WHERE s.id = NEW.seat_id AND s.organisation_id = NEW.{table_has}
) THEN
    RAISE check_violation USING MESSAGE = 'nobody_checks_its_own_sheet',
    CONSTRAINT = 'nobody_checks_its_own_sheet';
END IF;
RETURN NULL;
"""


def _never_its_own(column):
    return pgtrigger.Trigger(
        name="never_its_own",
        operation=pgtrigger.Insert | pgtrigger.Update,
        when=pgtrigger.After,
        func=_not_by_itself(column),
    )


def _organisation(name, **options):
    return models.ForeignKey(
        Organisation, models.PROTECT, related_name="+", verbose_name=name, **options
    )


@tracked()
class ScoreSheet(models.Model):
    """The scores of one member in one version, as far as they have come.

    After the lock only a new version with a reason; `kept` is what the scores of all stages were
    when the next version was begun. `checker` is the organisation that took the check up.
    """

    emulation_year = models.ForeignKey(
        EmulationYear, models.PROTECT, related_name="sheets", verbose_name=_("emulation year")
    )
    seat = models.ForeignKey(Seat, models.PROTECT, related_name="sheets", verbose_name=_("member"))
    number = models.PositiveSmallIntegerField(_("version of the sheet"), default=1)
    is_current = models.BooleanField(_("the version that counts"), default=True)
    state = models.CharField(_("state"), max_length=9, choices=SheetState, default=SheetState.DRAFT)
    is_checked = models.BooleanField(_("check finished"), default=False)
    checker = _organisation(_("checked by"), null=True)
    reason = CharField(_("reason for the new version"), max_length=300, blank=True)
    kept = models.JSONField(_("scores of this version"), default=list)

    class Meta:
        verbose_name = _("score sheet")
        ordering = ["emulation_year", "seat__position", "-number"]
        triggers = [_never_its_own("checker_id")]
        constraints = [
            models.UniqueConstraint(fields=["seat", "number"], name="sheet_has_its_own_number"),
            models.UniqueConstraint(
                fields=["seat"],
                condition=Q(is_current=True),
                name="member_has_one_sheet_that_counts",
            ),
            models.CheckConstraint(
                condition=Q(state__in=SheetState.values), name="sheet_state_is_known"
            ),
            models.CheckConstraint(
                condition=Q(number=1) | (Q(number__gt=1) & ~Q(reason="")),
                name="new_version_of_a_sheet_has_a_reason",
            ),
        ]

    def __str__(self):
        return f"{self.seat} ({self.number})"


class SheetEntry(models.Model):
    """One step of a sheet: what, by whom, when, why. Rows are only added.

    `by` is None where nobody did it: the last day passed, and silence meant it. Of the agreement of
    the bloc it says on which day it was reached, and at which conference where that is recorded.
    """

    sheet = models.ForeignKey(
        ScoreSheet, models.PROTECT, related_name="entries", verbose_name=_("score sheet")
    )
    step = models.CharField(_("step"), max_length=9, choices=SheetStep)
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        null=True,
        related_name="+",
        verbose_name=_("by whom"),
    )
    at = models.DateTimeField(_("at what time"))
    why = CharField(_("reason"), max_length=300, blank=True)
    act = models.ForeignKey(
        ChairAct, models.PROTECT, null=True, related_name="+", verbose_name=_("act of the chair")
    )
    agreed_on = models.DateField(_("agreed on"), null=True)
    conference = models.ForeignKey(
        Conference, models.PROTECT, null=True, related_name="+", verbose_name=_("conference")
    )

    class Meta:
        verbose_name = _("step of a sheet")
        ordering = ["sheet", "pk"]
        triggers = [
            pgtrigger.Protect(name="only_added", operation=pgtrigger.Update | pgtrigger.Delete),
            never_truncated(),
        ]
        constraints = [
            models.CheckConstraint(
                condition=Q(step__in=SheetStep.values), name="sheet_step_is_known"
            ),
            models.CheckConstraint(
                condition=~Q(step__in=[SheetStep.SENT_BACK, SheetStep.REOPENED]) | ~Q(why=""),
                name="sheet_is_sent_back_for_a_reason",
            ),
            models.CheckConstraint(
                condition=Q(step=SheetStep.AGREED, agreed_on__isnull=False)
                | (~Q(step=SheetStep.AGREED) & Q(agreed_on=None, conference=None)),
                name="agreed_sheet_has_the_day_of_the_agreement",
            ),
        ]

    def __str__(self):
        return self.get_step_display()


class CheckerDraw(models.Model):
    """Who checks the chair's own sheet where there is no deputy: drawn, and drawn once.

    `candidates` are the keys of the organisations in protocol order, `seed` what was thrown; the
    winner follows from both (`scoring.drawing.drawn`), so anybody can draw it again.
    """

    emulation_year = models.ForeignKey(
        EmulationYear,
        models.PROTECT,
        related_name="checker_draws",
        verbose_name=_("emulation year"),
    )
    seat = models.ForeignKey(
        Seat, models.PROTECT, related_name="checker_draws", verbose_name=_("member")
    )
    organisation = _organisation(_("checked by"))
    candidates = models.JSONField(_("drawn from"))
    seed = CharField(_("what was thrown"), max_length=64)
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        null=True,
        related_name="+",
        verbose_name=_("by whom"),
    )
    at = models.DateTimeField(_("at what time"))

    class Meta:
        verbose_name = _("draw of a checker")
        ordering = ["emulation_year"]
        triggers = [
            pgtrigger.Protect(name="only_added", operation=pgtrigger.Update | pgtrigger.Delete),
            never_truncated(),
            _never_its_own("organisation_id"),
        ]
        constraints = [
            models.UniqueConstraint(fields=["seat"], name="checker_is_drawn_once"),
        ]

    def __str__(self):
        return str(self.organisation)
