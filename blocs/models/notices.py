"""Notices and papers of the bloc: written by the chair, read by the members."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from files.models import StoredFile
from vietnamese.fields import CharField, TextField

from .acts import ChairAct
from .years import EmulationYear


class NoticeKind(models.TextChoices):
    NOTICE = "notice", _("notice")
    PLAN = "plan", _("plan")
    REGULATION = "regulation", _("regulation of the bloc")
    OTHER = "other", _("other paper")


class NoticeQuerySet(models.QuerySet):
    def visible_to(self, user):
        return self.filter(emulation_year__in=EmulationYear.objects.visible_to(user))


class Notice(models.Model):
    """One paper of the bloc. Never changed: it is withdrawn with a reason and written anew."""

    emulation_year = models.ForeignKey(
        EmulationYear, models.PROTECT, related_name="notices", verbose_name=_("emulation year")
    )
    kind = models.CharField(_("kind"), max_length=10, choices=NoticeKind, default=NoticeKind.NOTICE)
    title = CharField(_("title"), max_length=300)
    text = TextField(_("text"), blank=True)
    published = models.OneToOneField(ChairAct, models.PROTECT, related_name="+", editable=False)
    withdrawn = models.OneToOneField(
        ChairAct, models.PROTECT, null=True, blank=True, related_name="+", editable=False
    )
    withdraw_reason = CharField(_("reason for withdrawing"), max_length=300, blank=True)

    objects = NoticeQuerySet.as_manager()

    class Meta:
        ordering = ["-published__at", "-pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(kind__in=NoticeKind.values), name="notice_kind_is_known"
            ),
            models.CheckConstraint(
                condition=Q(withdrawn=None, withdraw_reason="")
                | (Q(withdrawn__isnull=False) & ~Q(withdraw_reason="")),
                name="notice_is_withdrawn_for_a_reason",
            ),
        ]

    def __str__(self):
        return self.title


class NoticeFile(models.Model):
    """A file that belongs to a notice and is read by whoever may read the notice."""

    notice = models.ForeignKey(Notice, models.CASCADE, related_name="files")
    file = models.OneToOneField(StoredFile, models.PROTECT, related_name="+")

    class Meta:
        ordering = ["pk"]

    def __str__(self):
        return str(self.file)
