"""Issued papers: numbered, rendered once, filed. A row is only added; a wrong paper is replaced."""

import pgtrigger
from django.conf import settings
from django.db import models
from django.db.models import F, Q, Value
from django.db.models.functions import Concat, ExtractYear
from django.utils.translation import gettext_lazy as _

from accounts.evidence import tracked
from awards.models import Ballot, Submission
from blocs.models import Bloc, ChairAct, Conference, EmulationYear, Handover, Organisation
from files.models import StoredFile
from pledges.models import CovenantVersion
from vietnamese.fields import CharField

from .. import numbering
from ..numbering import TypeCode
from ..papers import REPORTS, PaperKind

ONLY_ADDED = pgtrigger.Protect(name="only_added", operation=pgtrigger.Update | pgtrigger.Delete)


class PaperQuerySet(models.QuerySet):
    def visible_to(self, user):
        """Keep the papers of the handovers, conferences and years that the person may read."""
        return self.filter(
            Q(handover__in=Handover.objects.visible_to(user))
            | Q(conference__in=Conference.objects.visible_to(user))
            | Q(emulation_year__in=EmulationYear.objects.visible_to(user))
        )

    def for_page(self):
        """With what a list of papers shows, oldest first."""
        papers = self.select_related("file", "issuer", "issued_by", "replaced_by", "replaces")
        return papers.order_by("issued_at", "pk")


@tracked()
class Paper(models.Model):
    """An official paper as it was issued. Its bytes are those of `file`; nothing renders it again.

    It is about a handover or a conference (the minutes), an emulation year, a version of the
    year's covenant, a ballot of the year, or a submission of its nominations. `issuer` is the
    organisation on whose paper it stands and from whose register the number is; without one the
    province's staff issued it for the bloc. `act` is the chair's right that it was issued by, where
    it needs one. A covenant is the bloc's own: it has neither issuer nor number.
    """

    kind = models.CharField(_("kind of paper"), max_length=16, choices=PaperKind)
    type_code = models.CharField(  # noqa: DJ001  none is not one of the types
        _("letters of the type"), max_length=3, choices=TypeCode, null=True
    )
    bloc = models.ForeignKey(
        Bloc, models.PROTECT, related_name="issued_papers", verbose_name=_("bloc")
    )
    handover = models.ForeignKey(
        Handover,
        models.PROTECT,
        null=True,
        related_name="issued_papers",
        verbose_name=_("handover"),
    )
    conference = models.ForeignKey(
        Conference,
        models.PROTECT,
        null=True,
        related_name="issued_papers",
        verbose_name=_("conference"),
    )
    emulation_year = models.ForeignKey(
        EmulationYear,
        models.PROTECT,
        null=True,
        related_name="issued_papers",
        verbose_name=_("emulation year"),
    )
    covenant_version = models.ForeignKey(
        CovenantVersion,
        models.PROTECT,
        null=True,
        related_name="issued_papers",
        verbose_name=_("version of the covenant"),
    )
    ballot = models.ForeignKey(
        Ballot,
        models.PROTECT,
        null=True,
        related_name="issued_papers",
        verbose_name=_("secret ballot"),
    )
    submission = models.ForeignKey(
        Submission,
        models.PROTECT,
        null=True,
        related_name="issued_papers",
        verbose_name=_("submission"),
    )
    issuer = models.ForeignKey(
        Organisation,
        models.PROTECT,
        null=True,
        related_name="issued_papers",
        verbose_name=_("issued by the organisation"),
    )
    number = models.PositiveIntegerField(_("number"), null=True)
    symbol = CharField(_("symbol"), max_length=40, blank=True)
    dated = models.DateField(_("dated"))
    place = CharField(_("place of issue"), max_length=60)
    title = CharField(_("title"), max_length=500)
    is_sample = models.BooleanField(_("marked as sample data"), default=False)
    file = models.OneToOneField(
        StoredFile, models.PROTECT, related_name="+", verbose_name=_("file")
    )
    sha256 = models.CharField("SHA-256", max_length=64)
    act = models.OneToOneField(
        ChairAct, models.PROTECT, null=True, related_name="+", verbose_name=_("act of the chair")
    )
    replaces = models.OneToOneField(
        "self",
        models.PROTECT,
        null=True,
        related_name="replaced_by",
        verbose_name=_("replaces"),
    )
    replace_reason = CharField(_("reason for replacing"), max_length=300, blank=True)
    issued_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        related_name="issued_papers",
        verbose_name=_("issued by"),
    )
    issued_at = models.DateTimeField(_("issued at"))

    objects = PaperQuerySet.as_manager()

    class Meta:
        verbose_name = _("issued paper")
        ordering = ["issued_at", "pk"]
        triggers = [ONLY_ADDED]
        constraints = [
            models.CheckConstraint(
                condition=Q(kind__in=PaperKind.values), name="paper_kind_is_known"
            ),
            models.CheckConstraint(
                condition=Q(type_code__in=TypeCode.values), name="paper_type_code_is_known"
            ),
            models.CheckConstraint(
                condition=~Q(kind="handover_minutes")
                | Q(handover__isnull=False, emulation_year=None),
                name="handover_minutes_are_of_a_handover",
            ),
            models.CheckConstraint(
                condition=~Q(kind__in=REPORTS) | Q(handover=None, emulation_year__isnull=False),
                name="report_is_of_a_year",
            ),
            models.CheckConstraint(
                condition=Q(
                    kind="conference",
                    conference__isnull=False,
                    handover=None,
                    emulation_year=None,
                )
                | (~Q(kind="conference") & Q(conference=None)),
                name="conference_minutes_are_of_a_conference",
            ),
            models.CheckConstraint(
                condition=(
                    ~Q(kind="covenant")
                    | Q(handover=None, emulation_year__isnull=False, issuer=None)
                )
                & (
                    Q(kind="covenant", covenant_version__isnull=False)
                    | (~Q(kind="covenant") & Q(covenant_version=None))
                ),
                name="covenant_paper_is_of_a_version",
            ),
            models.CheckConstraint(
                condition=Q(
                    kind="counting",
                    ballot__isnull=False,
                    emulation_year__isnull=False,
                    handover=None,
                )
                | (~Q(kind="counting") & Q(ballot=None)),
                name="counting_minutes_are_of_a_ballot",
            ),
            models.CheckConstraint(
                condition=Q(
                    kind="submission",
                    submission__isnull=False,
                    emulation_year__isnull=False,
                    handover=None,
                )
                | (~Q(kind="submission") & Q(submission=None)),
                name="submission_paper_is_of_a_submission",
            ),
            models.CheckConstraint(
                condition=Q(kind="covenant", number=None, type_code=None, symbol="")
                | (~Q(kind="covenant") & Q(number__isnull=False, type_code__isnull=False)),
                name="paper_has_a_number_unless_it_is_a_covenant",
            ),
            models.CheckConstraint(
                condition=Q(number=None) | Q(number__gt=0), name="paper_number_is_above_zero"
            ),
            models.CheckConstraint(
                condition=Q(type_code=None)
                | Q(symbol__startswith=Concat(F("type_code"), Value("-"))),
                name="paper_symbol_begins_with_its_type",
            ),
            # One register a type of paper, beginning anew each calendar year (docs/field.md §7.1).
            models.UniqueConstraint(
                "issuer",
                "type_code",
                ExtractYear("dated"),
                "number",
                condition=Q(issuer__isnull=False),
                name="paper_number_is_used_once_by_its_issuer",
            ),
            models.UniqueConstraint(
                "bloc",
                "type_code",
                ExtractYear("dated"),
                "number",
                condition=Q(issuer=None),
                name="paper_number_is_used_once_for_its_bloc",
            ),
            models.UniqueConstraint(
                fields=["kind", "handover"],
                condition=Q(replaces=None, handover__isnull=False),
                name="handover_has_one_first_paper_of_a_kind",
            ),
            models.UniqueConstraint(
                fields=["kind", "conference"],
                condition=Q(replaces=None, conference__isnull=False),
                name="conference_has_one_first_paper_of_a_kind",
            ),
            models.UniqueConstraint(
                fields=["kind", "emulation_year"],
                condition=Q(
                    replaces=None,
                    emulation_year__isnull=False,
                    covenant_version=None,
                    ballot=None,
                ),
                name="year_has_one_first_paper_of_a_kind",
            ),
            models.UniqueConstraint(
                fields=["covenant_version"],
                condition=Q(replaces=None),
                name="covenant_version_has_one_first_paper",
            ),
            models.UniqueConstraint(
                fields=["ballot"], condition=Q(replaces=None), name="ballot_has_one_first_paper"
            ),
            # A submission that was sent back is replaced by the next one, with a paper of its own.
            models.UniqueConstraint(fields=["submission"], name="submission_has_one_paper"),
            models.CheckConstraint(
                condition=Q(sha256__regex="^[0-9a-f]{64}$"), name="paper_sha256_is_one"
            ),
            models.CheckConstraint(
                condition=Q(replaces=None, replace_reason="")
                | (Q(replaces__isnull=False) & ~Q(replace_reason="")),
                name="paper_is_replaced_for_a_reason",
            ),
            models.CheckConstraint(
                condition=Q(replaces=None) | ~Q(replaces=F("pk")),
                name="paper_does_not_replace_itself",
            ),
        ]

    def __str__(self):
        return f"{self.full_number} · {self.title}" if self.type_code else self.title

    @property
    def label(self):
        """How other papers and pages speak of it: by its number, else by its title."""
        return self.full_number or self.title

    @property
    def full_number(self):
        """05/BC-KTĐ; nothing for a covenant, which has no number."""
        if self.type_code is None:
            return ""
        return numbering.full_number(self.number, self.symbol)

    @property
    def replacement(self):
        """The paper that stands in the place of this one, or None while it is in force."""
        return getattr(self, "replaced_by", None)
