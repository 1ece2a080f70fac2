"""What points a criterion gives or takes, and how they follow from what was done.

The kinds are those of docs/field.md §3.2, the policies those of §3.3.
"""

from django.db import models
from django.utils.translation import gettext_lazy as _


class CriterionKind(models.TextChoices):
    ORDINARY = "ordinary", _("ordinary points")
    BONUS = "bonus", _("bonus points")
    PENALTY = "penalty", _("penalty points")


class Method(models.TextChoices):
    """How the points of a criterion follow from a figure; only what is judged is given in points.

    The rule of each stands in `scoring.arithmetic`.
    """

    JUDGED = "judged", _("judged")
    PRO_RATA = "pro_rata", _("in proportion to the target")
    LOWER_IS_BETTER = "lower", _("the lower the better")
    TIERS = "tiers", _("by tiers")
    STEPS_DOWN = "steps_down", _("so many points off for each fault")
    YES_NO = "yes_no", _("yes or no")
    PER_OCCURRENCE = "each", _("so many points for each")
    RELATIVE = "relative", _("in proportion to the best of the bloc")
    LEADER = "leader", _("part for reaching the target, all for the best of the bloc")
    DAYS_LATE = "days_late", _("by days late")
    OVER_FULFILMENT = "over", _("what targets were exceeded by")


# What their points follow from besides the member's own figure: the figures of the whole bloc.
COMPARING = {Method.RELATIVE, Method.LEADER}


class NotApplicable(models.TextChoices):
    """What becomes of the points of a criterion that does not concern a member."""

    NEVER = "", _("every criterion applies to every member")
    FULL = "full", _("full points")
    RESCALE = "rescale", _("left out, the rest counted up in proportion")


class TieBreakKind(models.TextChoices):
    """What decides between equal totals; the last of them is not computed here."""

    POINTS = "points", _("more points in a section or criterion")
    PENALTIES = "penalties", _("fewer penalty points")
    ELSEWHERE = "elsewhere", _("decided elsewhere")


class GradeBase(models.TextChoices):
    """What a grade is measured by (docs/field.md §3.7)."""

    WITHOUT_BONUS = "without", _("the total without bonus points, of the ordinary maximum")
    WITH_BONUS = "with", _("the total, of the ordinary maximum and the cap of the bonus points")
    ON_TOP = "on_top", _("the total with bonus points, of the ordinary maximum alone")


class Effect(models.TextChoices):
    """What follows from a fact for which a member is not considered (docs/field.md §3.5)."""

    NOT_RANKED = "not_ranked", _("not ranked")
    NO_FLAG = "no_flag", _("not proposed for a flag")
    CERTIFICATE_ONLY = "certificate", _("proposed for a certificate of merit at most")
    POSTPONED = "postponed", _("postponed until the matter is concluded")


# The effects that take the rank; with the others the member keeps it.
UNRANKING = {Effect.NOT_RANKED, Effect.POSTPONED}


class Fact(models.TextChoices):
    """For what a member is not considered for an award (docs/field.md §3.5)."""

    DISCIPLINE = "C1", _("C1: discipline of the head, or of anyone from a warning on")
    DISUNITY = "C2", _("C2: serious disunity, or a complaint that was upheld")
    PARTY_CELL = "C3", _("C3: Party cell below “fulfilled its tasks well”")
    LOSS = "C4", _("C4: corruption, waste, loss, fire, serious accident or criminal case")
    NOT_IN_TIME = "C5", _("C5: no covenant, no self-score or no report in time")
    KEY_TARGET = "C6", _("C6: a key target was not reached")
    FALSE_ACHIEVEMENT = "C7", _("C7: false achievement")
    UNDER_INSPECTION = "C8", _("C8: inspection or complaint not concluded")
    OTHER = "other", _("another fact of the regulation")
