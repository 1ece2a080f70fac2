"""Score workbooks of a whole province on their way to scores, bloc by bloc."""

from django.conf import settings
from django.db import models
from django.db.models import Count, Exists, OuterRef, Q
from django.utils.translation import gettext_lazy as _

from blocs.models import EmulationYear, Province
from files.models import StoredFile
from vietnamese.fields import CharField, TextField

from .received import ReceivedWorkbook
from .uploads import ScoreUpload


class PartState(models.TextChoices):
    WAITING = "waiting", _("waiting to be read")
    READ = "read", _("read, not saved")
    SAME = "same", _("nothing to change")
    REFUSED = "refused", _("left, see why")
    QUEUED = "queued", _("waiting to be saved")
    SAVED = "saved", _("saved")


PENDING = (PartState.WAITING, PartState.QUEUED)


class ProvinceUploadQuerySet(models.QuerySet):
    def unfinished(self):
        """Keep those of which a bloc still waits to be read or saved."""
        parts = ProvinceUploadPart.objects.filter(province_upload=OuterRef("pk"))
        return self.filter(Exists(parts.filter(state__in=PENDING)))

    def with_counts(self):
        """With the numbers of blocs: `blocs`, and of them `waiting`, `left` and `saved`."""
        return self.annotate(
            blocs=Count("parts"),
            waiting=Count("parts", filter=Q(parts__state__in=PENDING)),
            left=Count("parts", filter=Q(parts__state=PartState.REFUSED)),
            saved=Count("parts", filter=Q(parts__state=PartState.SAVED)),
        )


class ProvinceUpload(models.Model):
    """One file with the scores of many blocs. What became of each bloc says its part.

    `unused` lists what in the file is no bloc's, with the reason: [[name, sentence]]. `worked_at`
    is when the work on it was last heard of; empty while nobody works on it.
    """

    province = models.ForeignKey(
        Province, models.PROTECT, related_name="score_uploads", verbose_name=_("province")
    )
    year = models.PositiveSmallIntegerField(_("emulation year"))
    file = models.ForeignKey(StoredFile, models.PROTECT, related_name="+", verbose_name=_("file"))
    reason = CharField(_("reason"), max_length=300, blank=True)
    unused = models.JSONField(_("what was not used"), default=list)
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        related_name="+",
        verbose_name=_("uploaded by"),
    )
    at = models.DateTimeField(_("uploaded at"))
    saving_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        null=True,
        related_name="+",
        verbose_name=_("saved by"),
    )
    saving_at = models.DateTimeField(_("asked to be saved at"), null=True)
    worked_at = models.DateTimeField(_("last heard of"), null=True)

    objects = ProvinceUploadQuerySet.as_manager()

    class Meta:
        verbose_name = _("upload of a province's scores")
        ordering = ["-at", "-pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(saving_by=None, saving_at=None)
                | Q(saving_by__isnull=False, saving_at__isnull=False),
                name="province_upload_is_saved_by_somebody_at_a_time",
            ),
        ]

    def __str__(self):
        return self.file.name


class ProvinceUploadPart(models.Model):
    """A bloc in a province's upload, and how far the work on it has come.

    `piece` is the title of its sheet, or the name of its workbook in a ZIP. Once read, `upload` is
    the bloc's own upload, which is previewed, saved and undone like any other; its state tells
    what happened later. `problems` are those of the file: [[cell, sentence]].
    """

    province_upload = models.ForeignKey(ProvinceUpload, models.CASCADE, related_name="parts")
    emulation_year = models.ForeignKey(
        EmulationYear, models.PROTECT, related_name="+", verbose_name=_("emulation year")
    )
    position = models.PositiveSmallIntegerField()
    piece = CharField(_("sheet or file"), max_length=300)
    state = models.CharField(_("state"), max_length=7, choices=PartState, default=PartState.WAITING)
    upload = models.ForeignKey(
        ScoreUpload, models.PROTECT, null=True, related_name="+", verbose_name=_("upload")
    )
    received = models.ForeignKey(
        ReceivedWorkbook, models.PROTECT, null=True, related_name="+", verbose_name=_("file")
    )
    writes = models.PositiveIntegerField(_("changes"), default=0)
    removals = models.PositiveIntegerField(_("emptied cells"), default=0)
    sentence = TextField(_("why it was left"), blank=True)
    problems = models.JSONField(_("what is wrong"), default=list)

    class Meta:
        verbose_name = _("bloc in an upload of a province")
        ordering = ["position", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(state__in=PartState.values), name="province_part_state_is_known"
            ),
            models.UniqueConstraint(
                fields=["province_upload", "emulation_year"],
                name="bloc_is_once_in_a_province_upload",
            ),
            models.CheckConstraint(
                condition=~Q(state__in=["read", "queued", "saved"]) | Q(upload__isnull=False),
                name="province_part_is_read_into_an_upload",
            ),
            models.CheckConstraint(
                condition=~Q(state="refused") | ~Q(sentence=""),
                name="refused_province_part_says_why",
            ),
        ]

    def __str__(self):
        return self.emulation_year.name

    @property
    def is_pending(self):
        return self.state in PENDING
