"""Uploaded workbooks of one stage: a member's own sheet, or the sheets that somebody checks."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from accounts.evidence import tracked
from blocs.models import EmulationYear, Seat
from files.models import StoredFile
from vietnamese.fields import CharField

from .scores import Stage


class SheetUploadState(models.TextChoices):
    RECEIVED = "received", _("columns to be confirmed")
    WRONG = "wrong", _("with problems, not read")
    PREVIEWED = "previewed", _("previewed, not saved")
    SAVED = "saved", _("saved")
    UNDONE = "undone", _("undone")
    DROPPED = "dropped", _("dropped")


def _by(name):
    return models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+", verbose_name=name
    )


@tracked()
class SheetUpload(models.Model):
    """One workbook on its way to a stage of the sheets; decision 12 holds for it too.

    `seat` is the member whose own sheet it is; None for a check, which may have several `members`
    (keys of seats), until it is read all those whose sheets the person checks. `plan` is what was
    shown, as `scoring.entry_plan` writes it; `kept` what the save replaced, with who, when and why.
    Where a step was an act of the chair, the act tells so.
    """

    emulation_year = models.ForeignKey(
        EmulationYear,
        models.PROTECT,
        related_name="sheet_uploads",
        editable=False,
        verbose_name=_("emulation year"),
    )
    stage = models.CharField(_("stage"), max_length=10, choices=Stage)
    seat = models.ForeignKey(
        Seat, models.PROTECT, null=True, related_name="sheet_uploads", verbose_name=_("member")
    )
    members = models.JSONField(_("members"), default=list)
    file = models.ForeignKey(StoredFile, models.PROTECT, related_name="+", verbose_name=_("file"))
    state = models.CharField(
        _("state"), max_length=9, choices=SheetUploadState, default=SheetUploadState.PREVIEWED
    )
    mapping = models.JSONField(_("columns and rows"), null=True)
    plan = models.JSONField(_("changes shown"), default=list)
    kept = models.JSONField(_("what was replaced"), default=list)
    fingerprint = models.CharField(max_length=64, blank=True)
    reason = CharField(_("reason"), max_length=300, blank=True)
    saved_by = _by(_("saved by"))
    saved_at = models.DateTimeField(_("saved at"), null=True)
    closed_by = _by(_("undone or dropped by"))
    closed_at = models.DateTimeField(_("undone or dropped at"), null=True)

    class Meta:
        verbose_name = _("upload of score sheets")
        ordering = ["-pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(state__in=SheetUploadState.values), name="sheet_upload_state_is_known"
            ),
            models.CheckConstraint(
                condition=Q(stage__in=Stage.values), name="sheet_upload_stage_is_known"
            ),
            models.CheckConstraint(
                condition=Q(stage__in=[Stage.SELF, Stage.CHECKED]),
                name="upload_of_sheets_is_of_a_stage_that_is_filled_in",
            ),
            models.CheckConstraint(
                condition=Q(stage=Stage.SELF, seat__isnull=False)
                | (~Q(stage=Stage.SELF) & Q(seat=None)),
                name="self_score_is_uploaded_for_its_member",
            ),
            models.CheckConstraint(
                condition=Q(
                    state__in=["received", "wrong", "previewed"], saved_at=None, closed_at=None
                )
                | Q(state="saved", saved_at__isnull=False, closed_at=None)
                | Q(state="undone", saved_at__isnull=False, closed_at__isnull=False)
                | Q(state="dropped", saved_at=None, closed_at__isnull=False),
                name="sheet_upload_state_rests_on_its_steps",
            ),
        ]

    def __str__(self):
        return self.file.name

    @property
    def is_self_score(self):
        return self.stage == Stage.SELF

    @property
    def is_received(self):
        return self.state == SheetUploadState.RECEIVED

    @property
    def is_wrong(self):
        """Kept only to be handed back with its problems marked."""
        return self.state == SheetUploadState.WRONG

    @property
    def is_pending(self):
        return self.state == SheetUploadState.PREVIEWED

    @property
    def is_saved(self):
        return self.state == SheetUploadState.SAVED

    @property
    def asks_reasons(self):
        """Whether the preview asks why checks differ: a checker's own table may not say it."""
        return self.mapping is not None and not self.is_self_score

    @property
    def size(self):
        """The number of criteria that it changes, or changed."""
        return sum(1 for line, _old in self.kept if line) if self.saved_at else len(self.plan)
