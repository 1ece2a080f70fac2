"""Decisions on awards, and the files from which those of past years were entered."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from accounts.evidence import tracked
from blocs.models import Province
from blocs.models.sources import Sourced
from blocs.reach import reach_of
from files.models import StoredFile
from vietnamese.fields import CharField, TextField


class HistoryImportQuerySet(models.QuerySet):
    def visible_to(self, user):
        """Keep those of provinces whose records the person reads."""
        reach = reach_of(user)
        return self if reach.is_administrator else self.filter(province__in=reach.read_provinces)


@tracked()
class HistoryImport(models.Model):
    """Awards of past years that came from one Excel file, with the scan they rest on.

    Until `saved_at` it is a preview; `undone_at` without `saved_at` is a preview that was dropped.
    """

    province = models.ForeignKey(
        Province, models.PROTECT, related_name="history_imports", verbose_name=_("province")
    )
    file = models.OneToOneField(
        StoredFile, models.PROTECT, related_name="+", verbose_name=_("Excel file")
    )
    scan = models.OneToOneField(
        StoredFile, models.PROTECT, null=True, related_name="+", verbose_name=_("scan")
    )
    note = TextField(_("where the figures come from"))
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name=_("by")
    )
    at = models.DateTimeField(_("at"))
    saved_at = models.DateTimeField(_("saved at"), null=True)
    undone_at = models.DateTimeField(_("undone at"), null=True)
    undone_why = CharField(_("reason for undoing"), max_length=300, blank=True)

    objects = HistoryImportQuerySet.as_manager()

    class Meta:
        verbose_name = _("import of past awards")
        ordering = ["-at", "-pk"]
        constraints = [
            models.CheckConstraint(
                condition=~Q(note=""), name="import_says_where_figures_come_from"
            ),
            models.CheckConstraint(
                condition=Q(undone_at=None, undone_why="")
                | (Q(undone_at__isnull=False) & ~Q(undone_why="")),
                name="import_is_undone_for_a_reason",
            ),
        ]

    def __str__(self):
        return self.note

    @property
    def is_pending(self):
        return self.saved_at is None and self.undone_at is None

    @property
    def is_saved(self):
        return self.saved_at is not None and self.undone_at is None


class DecisionQuerySet(models.QuerySet):
    def visible_to(self, user):
        """Keep those of provinces whose records the person reads, and what was made public."""
        if not user.is_authenticated:
            return self.none()
        reach = reach_of(user)
        if reach.is_administrator:
            return self
        return self.filter(Q(province__in=reach.read_provinces) | Q(is_public=True, void_at=None))


@tracked()
class Decision(Sourced):
    """A decision on awards, as it was signed outside: number, day, signer, file.

    `is_public`: anyone who is signed in finds it, by the decision of the province's staff.
    `is_historical`: from a past year, entered from lists, with less certainty. What was typed
    wrongly is corrected, and says why; what should not have been entered is void, and stays.
    """

    province = models.ForeignKey(
        Province, models.PROTECT, related_name="decisions", verbose_name=_("province")
    )
    number = CharField(_("number and symbol"), max_length=60)
    dated = models.DateField(_("dated"))
    issuer = CharField(_("issued by"), max_length=200)
    signer = CharField(_("signed by"), max_length=120, blank=True)
    signer_position = CharField(_("position of the signer"), max_length=200, blank=True)
    subject = CharField(_("subject"), max_length=500)
    file = models.OneToOneField(
        StoredFile, models.PROTECT, null=True, related_name="+", verbose_name=_("scan")
    )
    is_public = models.BooleanField(_("public"), default=False, editable=False)
    announcement = TextField(_("words of the announcement"), blank=True)
    is_historical = models.BooleanField(_("from past records"), default=False, editable=False)
    corrected_at = models.DateTimeField(_("corrected at"), null=True, editable=False)
    corrected_why = CharField(_("what was corrected"), max_length=300, blank=True, editable=False)
    void_at = models.DateTimeField(_("declared void at"), null=True, editable=False)
    void_why = CharField(_("why the entry is void"), max_length=300, blank=True, editable=False)

    objects = DecisionQuerySet.as_manager()

    class Meta:
        verbose_name = _("decision")
        ordering = ["-dated", "-pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["province", "number", "dated"],
                condition=Q(void_at=None),
                name="decision_is_entered_once",
                violation_error_message=_("This decision is entered already."),
            ),
            models.CheckConstraint(
                condition=~Q(number="") & ~Q(issuer="") & ~Q(subject=""),
                name="decision_has_number_issuer_and_subject",
            ),
            models.CheckConstraint(
                condition=Q(is_historical=True) | ~Q(signer=""), name="decision_has_a_signer"
            ),
            models.CheckConstraint(
                condition=Q(corrected_at=None, corrected_why="")
                | (Q(corrected_at__isnull=False) & ~Q(corrected_why="")),
                name="decision_is_corrected_for_a_reason",
            ),
            models.CheckConstraint(
                condition=Q(void_at=None, void_why="")
                | (Q(void_at__isnull=False) & ~Q(void_why="")),
                name="decision_is_void_for_a_reason",
            ),
        ]

    def __str__(self):
        return self.number

    @property
    def is_void(self):
        return self.void_at is not None
