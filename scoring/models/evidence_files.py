"""What a member brings to support its points, and what is said about a figure."""

import pgtrigger
from django.conf import settings
from django.db import models
from django.db.models import OuterRef, Q, Subquery
from django.utils.translation import gettext_lazy as _

from accounts.evidence import never_truncated, tracked
from blocs.models import ChairAct, EmulationYear, Seat
from files.models import StoredFile
from pledges.models import ProgressFile
from vietnamese.fields import CharField, TextField

from .criteria import Criterion
from .sets import SetState
from .sheets import ScoreSheet


def criterion_today(year="emulation_year"):
    """An expression: the criterion of the same code in the version that is in force.

    Files and words stay with the version for which they were brought; `year` leads to their year.
    """
    same = Criterion.objects.filter(
        criteria_set__emulation_year=OuterRef(year),
        criteria_set__state=SetState.CURRENT,
        code=OuterRef("criterion__code"),
    )
    return Subquery(same.values("pk")[:1])


def _person(name):
    return models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+", verbose_name=name
    )


@tracked()
class EvidenceFile(models.Model):
    """A file for one criterion of one member; read exactly by who reads the points it supports.

    It is a file of its own, or one of the covenant's progress. Refused by who checks, it stays, and
    another is brought; withdrawn by the member itself while it drafts, it stays on record.
    """

    emulation_year = models.ForeignKey(
        EmulationYear, models.PROTECT, related_name="+", verbose_name=_("emulation year")
    )
    seat = models.ForeignKey(
        Seat, models.PROTECT, related_name="evidence_files", verbose_name=_("member")
    )
    criterion = models.ForeignKey(
        Criterion, models.PROTECT, related_name="evidence_files", verbose_name=_("criterion")
    )
    file = models.ForeignKey(
        StoredFile, models.PROTECT, null=True, related_name="+", verbose_name=_("file")
    )
    progress_file = models.ForeignKey(
        ProgressFile,
        models.PROTECT,
        null=True,
        related_name="+",
        verbose_name=_("file of progress"),
    )
    added_by = _person(_("added by"))
    added_at = models.DateTimeField(_("added at"))
    refused_by = _person(_("refused by"))
    refused_at = models.DateTimeField(_("refused at"), null=True)
    refuse_reason = CharField(_("reason for refusing"), max_length=300, blank=True)
    withdrawn_by = _person(_("withdrawn by"))
    withdrawn_at = models.DateTimeField(_("withdrawn at"), null=True)

    class Meta:
        verbose_name = _("evidence of points")
        ordering = ["seat", "criterion", "pk"]
        triggers = [
            pgtrigger.Protect(name="never_deleted", operation=pgtrigger.Delete),
            never_truncated(),
        ]
        constraints = [
            models.CheckConstraint(
                condition=Q(file__isnull=False, progress_file=None)
                | Q(file=None, progress_file__isnull=False),
                name="evidence_is_one_file",
            ),
            models.CheckConstraint(
                condition=Q(refused_at=None, refused_by=None, refuse_reason="")
                | (Q(refused_at__isnull=False) & ~Q(refuse_reason="")),
                name="evidence_is_refused_for_a_reason",
            ),
        ]

    def __str__(self):
        return str(self.stored)

    @property
    def stored(self):
        return self.file or self.progress_file.file

    @property
    def counts(self):
        return self.refused_at is None and self.withdrawn_at is None


class Side(models.TextChoices):
    MEMBER = "member", _("the member")
    CHECKER = "checker", _("who checks")


class Statement(models.Model):
    """What the member, or who checks it, says of one criterion. Rows are only added: both stay."""

    sheet = models.ForeignKey(
        ScoreSheet, models.PROTECT, related_name="statements", verbose_name=_("score sheet")
    )
    criterion = models.ForeignKey(
        Criterion, models.PROTECT, related_name="statements", verbose_name=_("criterion")
    )
    side = models.CharField(_("side"), max_length=7, choices=Side)
    text = TextField(_("explanation"))
    by = _person(_("by whom"))
    at = models.DateTimeField(_("at what time"))
    act = models.ForeignKey(
        ChairAct, models.PROTECT, null=True, related_name="+", verbose_name=_("act of the chair")
    )

    class Meta:
        verbose_name = _("explanation")
        ordering = ["sheet", "criterion", "pk"]
        triggers = [
            pgtrigger.Protect(name="only_added", operation=pgtrigger.Update | pgtrigger.Delete),
            never_truncated(),
        ]
        constraints = [
            models.CheckConstraint(
                condition=Q(side__in=Side.values), name="side_of_a_statement_is_known"
            ),
            models.CheckConstraint(condition=~Q(text=""), name="statement_says_something"),
        ]

    def __str__(self):
        return self.text
