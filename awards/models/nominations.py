"""Nominations of a bloc's year, and the submission that brings them to the province."""

import pgtrigger
from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from accounts.evidence import never_truncated, tracked
from blocs.models import ChairAct, EmulationYear, Seat
from blocs.models.sources import Sourced
from vietnamese.fields import CharField, TextField

from .ballots import Ballot
from .law import AwardKind

_ONLY_ADDED = pgtrigger.Protect(name="only_added", operation=pgtrigger.Update | pgtrigger.Delete)


class NominationState(models.TextChoices):
    """Where one line of the list stands (docs/field.md §5.2)."""

    PROPOSED = "proposed", _("nominated by the bloc")
    SUBMITTED = "submitted", _("submitted to the province")
    APPRAISED = "appraised", _("appraised")
    PASSED = "passed", _("passed by the council")
    NOT_PASSED = "not_passed", _("not passed by the council")
    DECIDED = "decided", _("decided")
    DECLINED = "declined", _("declined by the member")
    WITHDRAWN = "withdrawn", _("withdrawn by the bloc")


GIVEN_UP = (NominationState.DECLINED, NominationState.WITHDRAWN)
WITH_REASON = (*GIVEN_UP, NominationState.NOT_PASSED)
# Until the decision a nominee may decline, unless the council has refused it.
DECLINABLE = (
    NominationState.PROPOSED,
    NominationState.SUBMITTED,
    NominationState.APPRAISED,
    NominationState.PASSED,
)


class Submission(models.Model):
    """A list that the bloc brought to the province (tờ trình), by an act of the chair. Only added.

    Its paper is an issued paper of the reports. What the province sends back is a row of
    `SubmissionReturn`; the next submission has the next number.
    """

    emulation_year = models.ForeignKey(
        EmulationYear,
        models.PROTECT,
        related_name="submissions",
        verbose_name=_("emulation year"),
    )
    number = models.PositiveSmallIntegerField(_("which submission of the year"))
    note = TextField(_("note"), blank=True)
    submitted_at = models.DateTimeField(_("submitted at"))
    act = models.OneToOneField(
        ChairAct, models.PROTECT, related_name="+", verbose_name=_("act of the chair")
    )

    class Meta:
        verbose_name = _("submission")
        ordering = ["emulation_year", "number"]
        triggers = [_ONLY_ADDED, never_truncated()]
        constraints = [
            models.UniqueConstraint(
                fields=["emulation_year", "number"], name="submission_has_its_own_number"
            ),
            models.UniqueConstraint(
                fields=["id", "emulation_year"], name="submission_belongs_to_its_year"
            ),
        ]

    def __str__(self):
        return str(self.number)


class SubmissionReturn(models.Model):
    """The province sends a submission back to be completed, with its reason. Only added."""

    submission = models.OneToOneField(
        Submission, models.PROTECT, related_name="returned", verbose_name=_("submission")
    )
    reason = TextField(_("reason"))
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name=_("by")
    )
    at = models.DateTimeField(_("at"))

    class Meta:
        verbose_name = _("submission sent back")
        ordering = ["at", "pk"]
        triggers = [_ONLY_ADDED, never_truncated()]
        constraints = [
            models.CheckConstraint(
                condition=~Q(reason=""), name="submission_is_sent_back_for_a_reason"
            ),
        ]

    def __str__(self):
        return self.reason


class NominationQuerySet(models.QuerySet):
    def visible_to(self, user):
        return self.filter(emulation_year__in=EmulationYear.objects.visible_to(user))

    def standing(self):
        """Keep what was neither declined nor withdrawn."""
        return self.exclude(state__in=GIVEN_UP)

    def past(self):
        """Keep records of the past: the chair never nominated them here, so they have no step."""
        return self.filter(steps=None, submission=None)


@tracked()
class Nomination(Sourced):
    """One line of the bloc's list: a member put forward for an award of a kind.

    Points and rank are those of the announced standing, votes those of the ballot, as papers print
    them; `agree` of `eligible`, which is all who may vote. Records of the past may know no member:
    then `member_stated` says what the source says, and no submission can use the line.
    """

    emulation_year = models.ForeignKey(
        EmulationYear,
        models.PROTECT,
        related_name="nominations",
        editable=False,
        verbose_name=_("emulation year"),
    )
    seat = models.ForeignKey(
        Seat, models.PROTECT, null=True, related_name="nominations", verbose_name=_("member")
    )
    member_stated = CharField(_("member, as the source states it"), max_length=300, blank=True)
    kind = models.ForeignKey(
        AwardKind, models.PROTECT, related_name="nominations", verbose_name=_("kind of award")
    )
    position = models.PositiveSmallIntegerField(_("place in the list"), editable=False)
    ballot = models.ForeignKey(
        Ballot,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="nominations",
        verbose_name=_("secret ballot"),
    )
    points = models.DecimalField(
        _("points"), max_digits=9, decimal_places=2, null=True, editable=False
    )
    rank = models.PositiveSmallIntegerField(_("rank"), null=True, editable=False)
    agree = models.PositiveSmallIntegerField(_("votes in favour"), null=True, editable=False)
    eligible = models.PositiveSmallIntegerField(_("who may vote"), null=True, editable=False)
    summary = TextField(_("summary of achievements"), blank=True)
    submission = models.ForeignKey(
        Submission,
        models.PROTECT,
        null=True,
        editable=False,
        related_name="nominations",
        verbose_name=_("submission"),
    )
    state = models.CharField(
        _("state"),
        max_length=10,
        choices=NominationState,
        default=NominationState.PROPOSED,
        editable=False,
    )
    reason = TextField(_("reason"), blank=True, editable=False)

    objects = NominationQuerySet.as_manager()

    class Meta:
        verbose_name = _("nomination")
        ordering = ["emulation_year", "kind__position", "position", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["id", "emulation_year"], name="nomination_belongs_to_its_year"
            ),
            models.CheckConstraint(
                condition=Q(state__in=NominationState.values), name="nomination_state_is_known"
            ),
            models.CheckConstraint(
                condition=Q(seat__isnull=False) | ~Q(member_stated=""),
                name="nomination_names_a_member_or_what_is_stated",
            ),
            models.CheckConstraint(
                condition=Q(seat__isnull=False) | Q(submission=None, state="proposed"),
                name="nomination_without_member_is_submitted_nowhere",
            ),
            models.CheckConstraint(
                condition=Q(state="proposed", submission=None)
                | Q(state__in=GIVEN_UP)
                | (Q(submission__isnull=False) & ~Q(state="proposed")),
                name="nomination_goes_on_in_a_submission",
            ),
            models.CheckConstraint(
                condition=~Q(state__in=WITH_REASON) | ~Q(reason=""),
                name="nomination_ends_for_a_reason",
            ),
            models.CheckConstraint(
                condition=Q(agree=None, eligible=None)
                | Q(agree__isnull=False, eligible__isnull=False, agree__lte=F("eligible")),
                name="nomination_votes_are_of_all_who_may_vote",
            ),
            models.UniqueConstraint(
                fields=["emulation_year", "seat", "kind"],
                condition=~Q(state__in=GIVEN_UP),
                name="member_is_nominated_once_for_a_kind",
            ),
        ]

    def __str__(self):
        return f"{self.member_name}: {self.kind}"

    @property
    def member_name(self):
        return str(self.seat) if self.seat_id else self.member_stated

    @property
    def is_given_up(self):
        return self.state in GIVEN_UP


class NominationStep(models.Model):
    """How a nomination came to a state: who, when, why. The record people read; only added."""

    nomination = models.ForeignKey(
        Nomination, models.PROTECT, related_name="steps", verbose_name=_("nomination")
    )
    state = models.CharField(_("state"), max_length=10, choices=NominationState)
    why = TextField(_("reason"), blank=True)
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name=_("by")
    )
    at = models.DateTimeField(_("at"))
    act = models.ForeignKey(
        ChairAct,
        models.PROTECT,
        null=True,
        related_name="+",
        verbose_name=_("act of the chair"),
    )

    class Meta:
        verbose_name = _("step of a nomination")
        ordering = ["nomination", "pk"]
        triggers = [_ONLY_ADDED, never_truncated()]
        constraints = [
            models.CheckConstraint(
                condition=Q(state__in=NominationState.values),
                name="nomination_step_state_is_known",
            ),
        ]

    def __str__(self):
        return self.get_state_display()
