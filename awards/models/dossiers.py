"""What goes with a nomination: overridden findings, the report on achievements, files."""

import pgtrigger
from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from accounts.evidence import never_truncated, tracked
from blocs.models import ChairAct
from files.models import StoredFile
from vietnamese.fields import CharField, TextField

from .nominations import Nomination

_ONLY_ADDED = pgtrigger.Protect(name="only_added", operation=pgtrigger.Update | pgtrigger.Delete)


class FindingOverride(models.Model):
    """A finding of the rules R1–R9 that was overridden, in its own words, with the reason.

    Only added: it counts for exactly this sentence; where the facts change the finding is new.
    """

    nomination = models.ForeignKey(
        Nomination, models.PROTECT, related_name="overrides", verbose_name=_("nomination")
    )
    rule = models.CharField(_("rule"), max_length=3)
    sentence = TextField(_("finding"))
    is_hard = models.BooleanField(_("limit of the law"), default=False)
    reason = TextField(_("reason"))
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
        verbose_name = _("overridden finding")
        ordering = ["nomination", "pk"]
        triggers = [_ONLY_ADDED, never_truncated()]
        constraints = [
            models.CheckConstraint(
                condition=~Q(reason="") & ~Q(sentence=""), name="finding_is_overridden_for_a_reason"
            ),
            models.CheckConstraint(
                condition=Q(rule__regex=r"^R[1-9]$"), name="overridden_rule_is_one_of_nine"
            ),
            models.CheckConstraint(
                condition=Q(is_hard=False) | Q(act=None),
                name="limit_of_the_law_is_overridden_by_the_province_only",
            ),
        ]

    def __str__(self):
        return self.sentence


@tracked()
class AchievementReport(models.Model):
    """The nominee's report on its achievements, in the three parts of docs/field.md §5.3."""

    nomination = models.OneToOneField(
        Nomination, models.PROTECT, related_name="report", verbose_name=_("nomination")
    )
    situation = TextField(_("characteristics and situation"), blank=True)
    achievements = TextField(_("achievements"))
    earlier_awards = TextField(_("commendations already received"), blank=True)
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name=_("written by")
    )
    at = models.DateTimeField(_("written at"))

    class Meta:
        verbose_name = _("achievement report")
        ordering = ["nomination"]
        constraints = [
            models.CheckConstraint(
                condition=~Q(achievements=""), name="achievement_report_tells_achievements"
            ),
        ]

    def __str__(self):
        return str(self.nomination)


@tracked()
class NominationFile(models.Model):
    """A file of the dossier that somebody added to a nomination: a signed report, a certificate."""

    nomination = models.ForeignKey(
        Nomination, models.PROTECT, related_name="files", verbose_name=_("nomination")
    )
    title = CharField(_("what it is"), max_length=200)
    file = models.OneToOneField(
        StoredFile, models.PROTECT, related_name="+", verbose_name=_("file")
    )
    withdrawn_why = CharField(_("reason for withdrawing"), max_length=300, blank=True)

    class Meta:
        verbose_name = _("file of a nomination")
        ordering = ["nomination", "pk"]
        constraints = [
            models.CheckConstraint(condition=~Q(title=""), name="nomination_file_says_what_it_is"),
        ]

    def __str__(self):
        return self.title
