"""Uploaded score workbooks: what was previewed, what of it was saved, and how to undo it."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from accounts.evidence import tracked
from blocs.models import ChairAct, EmulationYear
from files.models import StoredFile


class UploadState(models.TextChoices):
    PREVIEWED = "previewed", _("previewed, not saved")
    SAVED = "saved", _("saved")
    UNDONE = "undone", _("undone")
    DROPPED = "dropped", _("dropped")


def _act(name):
    return models.ForeignKey(
        ChairAct, models.PROTECT, null=True, related_name="+", verbose_name=name
    )


@tracked()
class ScoreUpload(models.Model):
    """One workbook on its way to scores. Every step is an act of the chair: who, when, as what.

    `plan` is the exact list of changes that was shown, as `scoring.plan` writes it; `fingerprint`
    is that of the criteria, members and scores it was worked out against. `kept` is what the save
    replaced, with who, when and why, so that undoing puts back exactly that. `mapping` says how a
    table that was not issued here is read; None for a workbook that was.
    """

    emulation_year = models.ForeignKey(
        EmulationYear,
        models.PROTECT,
        related_name="score_uploads",
        editable=False,
        verbose_name=_("emulation year"),
    )
    file = models.ForeignKey(StoredFile, models.PROTECT, related_name="+", verbose_name=_("file"))
    state = models.CharField(
        _("state"), max_length=9, choices=UploadState, default=UploadState.PREVIEWED
    )
    plan = models.JSONField(_("changes shown"), default=list)
    mapping = models.JSONField(_("columns and rows"), null=True)
    kept = models.JSONField(_("what was replaced"), default=list)
    fingerprint = models.CharField(max_length=64)
    previewed = models.ForeignKey(
        ChairAct, models.PROTECT, related_name="+", verbose_name=_("previewed by the act")
    )
    saved = _act(_("saved by the act"))
    undone = _act(_("undone by the act"))
    dropped = _act(_("dropped by the act"))

    class Meta:
        verbose_name = _("upload of scores")
        ordering = ["-previewed__at", "-pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(state__in=UploadState.values), name="upload_state_is_known"
            ),
            models.CheckConstraint(
                condition=Q(state="previewed", saved=None, undone=None, dropped=None)
                | Q(state="saved", saved__isnull=False, undone=None, dropped=None)
                | Q(state="undone", saved__isnull=False, undone__isnull=False, dropped=None)
                | Q(state="dropped", saved=None, undone=None, dropped__isnull=False),
                name="upload_state_rests_on_its_acts",
            ),
        ]

    def __str__(self):
        return self.file.name

    @property
    def is_pending(self):
        return self.state == UploadState.PREVIEWED

    @property
    def is_saved(self):
        return self.state == UploadState.SAVED

    @property
    def size(self):
        """The number of cells that it changes, or changed."""
        return len(self.kept if self.saved_id else self.plan)
