"""What the province does with nominations: opinions, appraisal, the council's vote.

Recorded by the staff; members of the council and other agencies have no accounts.
"""

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from accounts.evidence import tracked
from blocs.models import Province
from files.models import StoredFile
from vietnamese.fields import CharField, TextField

from .nominations import Nomination


class OpinionVerdict(models.TextChoices):
    """What an agency answers; empty until it has."""

    UNANSWERED = "", _("not answered yet")
    AGREES = "agrees", _("agrees")
    OBJECTS = "objects", _("objects")
    REMARKS = "remarks", _("has remarks")


@tracked()
class AgencyOpinion(models.Model):
    """Another agency was asked about a nominee (hiệp y), and what it answered by when."""

    nomination = models.ForeignKey(
        Nomination, models.PROTECT, related_name="opinions", verbose_name=_("nomination")
    )
    agency = CharField(_("agency asked"), max_length=200)
    asked_on = models.DateField(_("asked on"))
    due_on = models.DateField(_("answer expected until"), null=True, blank=True)
    answered_on = models.DateField(_("answered on"), null=True, blank=True)
    verdict = models.CharField(_("opinion"), max_length=7, choices=OpinionVerdict, blank=True)
    text = TextField(_("what the agency says"), blank=True)
    document = CharField(_("paper"), max_length=300, blank=True)
    file = models.OneToOneField(
        StoredFile, models.PROTECT, null=True, related_name="+", verbose_name=_("file")
    )

    class Meta:
        verbose_name = _("opinion of an agency")
        ordering = ["nomination", "asked_on", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["nomination", "agency"], name="agency_is_asked_once_about_a_nomination"
            ),
            models.CheckConstraint(
                condition=Q(verdict__in=OpinionVerdict.values), name="opinion_is_known"
            ),
            models.CheckConstraint(
                condition=Q(answered_on=None, verdict="")
                | (Q(answered_on__isnull=False, answered_on__gte=F("asked_on")) & ~Q(verdict="")),
                name="answered_opinion_has_day_and_verdict",
            ),
            models.CheckConstraint(
                condition=Q(due_on=None) | Q(due_on__gte=F("asked_on")),
                name="opinion_is_due_after_it_is_asked",
            ),
            models.CheckConstraint(
                condition=~Q(verdict="objects") | ~Q(text=""), name="objection_says_why"
            ),
        ]

    def __str__(self):
        return self.agency


@tracked()
class Appraisal(models.Model):
    """What the emulation office of the province concluded about a nomination before the council."""

    nomination = models.OneToOneField(
        Nomination, models.PROTECT, related_name="appraisal", verbose_name=_("nomination")
    )
    is_favourable = models.BooleanField(_("meets the conditions"))
    conclusion = TextField(_("conclusion"))
    appraised_on = models.DateField(_("appraised on"))
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name=_("by")
    )
    at = models.DateTimeField(_("at"))

    class Meta:
        verbose_name = _("appraisal")
        ordering = ["nomination"]
        constraints = [
            models.CheckConstraint(condition=~Q(conclusion=""), name="appraisal_has_a_conclusion"),
        ]

    def __str__(self):
        return self.conclusion


@tracked()
class CouncilSession(models.Model):
    """A session of the province's emulation council on the nominations of a year."""

    province = models.ForeignKey(
        Province, models.PROTECT, related_name="council_sessions", verbose_name=_("province")
    )
    year = models.PositiveSmallIntegerField(_("emulation year"))
    held_on = models.DateField(_("held on"))
    name = CharField(_("session"), max_length=300)
    members = models.PositiveSmallIntegerField(_("members of the council in all"))
    present = models.PositiveSmallIntegerField(_("members present"))
    written = models.PositiveSmallIntegerField(_("written opinions of absent members"), default=0)
    document = CharField(_("minutes: number and day"), max_length=300, blank=True)
    file = models.OneToOneField(
        StoredFile, models.PROTECT, null=True, related_name="+", verbose_name=_("scan")
    )
    is_finished = models.BooleanField(_("finished"), default=False, editable=False)

    class Meta:
        verbose_name = _("session of the council")
        ordering = ["-held_on", "-pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(year__gte=1948, year__lte=2100), name="council_session_year_is_one"
            ),
            models.CheckConstraint(
                condition=Q(members__gte=1) & Q(members__gte=F("present") + F("written")),
                name="council_votes_are_of_its_members",
            ),
            models.CheckConstraint(condition=~Q(name=""), name="council_session_has_a_name"),
        ]

    def __str__(self):
        return self.name


@tracked()
class CouncilVote(models.Model):
    """What a session came to about one nomination; `needed` votes as the law of that day says.

    Who did not pass is told why: the reason is the one that the bloc reads.
    """

    session = models.ForeignKey(
        CouncilSession, models.PROTECT, related_name="votes", verbose_name=_("session")
    )
    nomination = models.ForeignKey(
        Nomination, models.PROTECT, related_name="council_votes", verbose_name=_("nomination")
    )
    agree = models.PositiveSmallIntegerField(_("agree"))
    disagree = models.PositiveSmallIntegerField(_("disagree"), default=0)
    silent = models.PositiveSmallIntegerField(_("no opinion"), default=0)
    needed = models.PositiveSmallIntegerField(_("votes needed"), editable=False)
    has_passed = models.BooleanField(_("passed"), editable=False)
    reason = TextField(_("reason, as the bloc is told it"), blank=True)

    class Meta:
        verbose_name = _("vote of the council")
        ordering = ["session", "nomination__emulation_year", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["session", "nomination"], name="council_votes_once_on_a_nomination"
            ),
            models.CheckConstraint(
                condition=Q(has_passed=False) | Q(agree__gte=F("needed")),
                name="nomination_passes_with_the_votes_needed",
            ),
            models.CheckConstraint(
                condition=Q(has_passed=True) | ~Q(reason=""),
                name="council_refuses_for_a_reason",
            ),
        ]

    def __str__(self):
        return f"{self.agree}/{self.needed}"
