"""Workbooks that have arrived and are no preview yet, and how a bloc's own tables are read."""

from django.conf import settings
from django.contrib.postgres.expressions import ArraySubquery
from django.db import models
from django.db.models.functions import JSONObject
from django.utils.translation import gettext_lazy as _

from accounts.evidence import tracked
from blocs.models import Bloc, EmulationYear, Organisation
from files.models import StoredFile
from vietnamese.fields import CharField

from .scores import Stage

MOST_REMEMBERED = 50


class ReceivedWorkbookQuerySet(models.QuerySet):
    def with_remembered(self):
        """With `remembered`: what the bloc confirmed before, the newest first, as plain values."""
        kept = RememberedMapping.objects.filter(
            bloc=models.OuterRef("emulation_year__bloc"), stage=Stage.AGREED
        )
        values = {name: name for name in ("fingerprint", "answers", "at")}
        lines = JSONObject(**values, by="by__full_name")
        newest = kept.order_by("-at", "-pk").values_list(lines)[:MOST_REMEMBERED]
        return self.annotate(remembered=ArraySubquery(newest))


@tracked()
class ReceivedWorkbook(models.Model):
    """A table whose columns and rows are being confirmed, or a workbook with problems.

    `mapping` is what was confirmed last, as `scoring.foreign.mapping` writes it; None before that,
    and for workbooks that were issued here. Who and when stand with the file.
    """

    emulation_year = models.ForeignKey(
        EmulationYear,
        models.PROTECT,
        related_name="received_workbooks",
        editable=False,
        verbose_name=_("emulation year"),
    )
    file = models.ForeignKey(StoredFile, models.PROTECT, related_name="+", verbose_name=_("file"))
    reason = CharField(_("reason"), max_length=300, blank=True)
    mapping = models.JSONField(_("columns and rows"), null=True)

    objects = ReceivedWorkbookQuerySet.as_manager()

    class Meta:
        verbose_name = _("received workbook")
        ordering = ["-pk"]

    def __str__(self):
        return self.file.name


@tracked()
class RememberedMapping(models.Model):
    """What people of a bloc answered about a table with these headings, for the next one.

    Of a self-score it is what the people of one member, the `organisation`, answered about their
    own table. `answers` holds names and codes, which outlive seats and criteria of one year.
    """

    bloc = models.ForeignKey(
        Bloc, models.PROTECT, related_name="remembered_mappings", verbose_name=_("bloc")
    )
    stage = models.CharField(_("stage"), max_length=10, choices=Stage, default=Stage.AGREED)
    organisation = models.ForeignKey(
        Organisation,
        models.PROTECT,
        null=True,
        related_name="remembered_mappings",
        verbose_name=_("organisation"),
    )
    fingerprint = models.CharField(_("fingerprint of the headings"), max_length=64)
    answers = models.JSONField(_("answers"))
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        null=True,
        related_name="+",
        verbose_name=_("confirmed by"),
    )
    at = models.DateTimeField(_("confirmed at"))

    class Meta:
        verbose_name = _("remembered mapping")
        ordering = ["-at", "-pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["bloc", "stage", "organisation", "fingerprint"],
                nulls_distinct=False,
                name="headings_are_remembered_once_a_bloc",
            ),
            models.CheckConstraint(
                condition=models.Q(stage__in=Stage.values), name="remembered_stage_is_known"
            ),
            models.CheckConstraint(
                condition=models.Q(stage=Stage.SELF, organisation__isnull=False)
                | (~models.Q(stage=Stage.SELF) & models.Q(organisation=None)),
                name="headings_of_a_self_score_are_remembered_for_its_member",
            ),
            models.CheckConstraint(
                condition=models.Q(fingerprint__regex="^[0-9a-f]{64}$"),
                name="remembered_fingerprint_is_one",
            ),
        ]

    def __str__(self):
        return self.fingerprint[:8]
