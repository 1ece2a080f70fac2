"""The covenant of a bloc for a year, version by version (docs/field.md §6.3)."""

from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from accounts.evidence import tracked
from blocs.models import ChairAct, EmulationYear, LegalBasis
from blocs.models.sources import Sourced
from vietnamese.fields import CharField, TextField

from .freezing import BY_VERSION, frozen_once_opened, is_whole_once_opened, keeps_its_course

USUAL_COPIES = 3


class CovenantState(models.TextChoices):
    DRAFT = "draft", _("draft")
    SIGNING = "signing", _("open for signing")
    IN_FORCE = "in_force", _("in force")
    CLOSED = "closed", _("closed")


class CovenantQuerySet(models.QuerySet):
    def visible_to(self, user):
        return self.filter(emulation_year__in=EmulationYear.objects.visible_to(user))


@tracked()
class Covenant(Sourced):
    """What the members of a bloc sign together for a year. Its text is in its versions.

    `is_history`: entered from a source after the year, by the keepers of the records.
    """

    emulation_year = models.OneToOneField(
        EmulationYear, models.PROTECT, related_name="covenant", verbose_name=_("emulation year")
    )
    is_history = models.BooleanField(_("entered as history"), default=False, editable=False)

    objects = CovenantQuerySet.as_manager()

    class Meta:
        verbose_name = _("covenant")
        ordering = ["emulation_year"]

    def __str__(self):
        return str(self.emulation_year)

    def get_absolute_url(self):
        year = self.emulation_year
        return reverse("pledges:covenant_detail", args=[year.bloc.slug, year.year])


@tracked()
class CovenantVersion(models.Model):
    """One text of a covenant: number 1 is the first, each further one an amendment with a reason.

    Its words stand from the moment at which signing opens. `dated` is the day on which it is (or
    was) signed together, `sign_by` the last day for signing where the year's deadline is over.
    `unsigned` names those that had not signed when it was put in force. A version that never came
    in force has no `in_force_on`. `revision` grows with each change of the head of a draft, so that
    of two who write at once the second is told.
    """

    covenant = models.ForeignKey(
        Covenant,
        models.PROTECT,
        related_name="versions",
        editable=False,
        verbose_name=_("covenant"),
    )
    number = models.PositiveSmallIntegerField(_("version"), default=1, editable=False)
    reason = CharField(_("reason for the amendment"), max_length=300, blank=True)
    state = models.CharField(
        _("state"),
        max_length=8,
        choices=CovenantState,
        default=CovenantState.DRAFT,
        editable=False,
    )
    title = CharField(_("title"), max_length=300)
    theme = TextField(_("theme"), blank=True)
    place = CharField(_("place"), max_length=200, blank=True)
    dated = models.DateField(_("day of signing"), null=True, blank=True)
    witness = TextField(
        _("witness"),
        blank=True,
        help_text=_("Full name, position and organisation, a line for each."),
    )
    closing_terms = TextField(_("closing terms"), blank=True)
    copies = models.PositiveSmallIntegerField(_("number of copies"), default=USUAL_COPIES)
    bases = models.ManyToManyField(
        LegalBasis,
        through="CitedBasis",
        related_name="covenant_versions",
        verbose_name=_("legal bases"),
    )
    revision = models.PositiveIntegerField(default=1, editable=False)
    sign_by = models.DateField(_("last day for signing"), null=True, blank=True, editable=False)
    opened = models.OneToOneField(
        ChairAct,
        models.PROTECT,
        null=True,
        related_name="+",
        editable=False,
        verbose_name=_("act of opening"),
    )
    entered = models.OneToOneField(
        ChairAct,
        models.PROTECT,
        null=True,
        related_name="+",
        editable=False,
        verbose_name=_("act of putting in force"),
    )
    in_force_on = models.DateField(_("in force from"), null=True, blank=True, editable=False)
    unsigned = TextField(_("members that had not signed"), blank=True, editable=False)
    closed = models.OneToOneField(
        ChairAct,
        models.PROTECT,
        null=True,
        related_name="+",
        editable=False,
        verbose_name=_("act of closing"),
    )
    closed_on = models.DateField(_("closed on"), null=True, blank=True, editable=False)

    class Meta:
        verbose_name = _("version of the covenant")
        ordering = ["covenant", "number"]
        triggers = [keeps_its_course(), is_whole_once_opened()]
        constraints = [
            models.UniqueConstraint(
                fields=["covenant", "number"], name="covenant_version_has_its_own_number"
            ),
            models.UniqueConstraint(
                fields=["covenant"],
                condition=Q(state="in_force"),
                name="covenant_has_one_version_in_force",
            ),
            models.UniqueConstraint(
                fields=["covenant"],
                condition=Q(state__in=["draft", "signing"]),
                name="covenant_has_one_version_under_way",
            ),
            models.CheckConstraint(
                condition=Q(state__in=CovenantState.values), name="covenant_state_is_known"
            ),
            models.CheckConstraint(
                condition=Q(number=1, reason="") | (Q(number__gt=1) & ~Q(reason="")),
                name="covenant_is_amended_for_a_reason",
            ),
            models.CheckConstraint(condition=~Q(title=""), name="covenant_has_a_title"),
            models.CheckConstraint(
                condition=(~Q(state="in_force") | Q(in_force_on__isnull=False, closed_on=None))
                & (~Q(state="closed") | Q(closed_on__isnull=False))
                & (~Q(state__in=["draft", "signing"]) | Q(in_force_on=None, closed_on=None)),
                name="covenant_days_fit_its_state",
            ),
        ]

    def __str__(self):
        return self.title


@tracked()
class CitedBasis(models.Model):
    """A legal basis that a version cites, at its place; a basis of law, never of an award."""

    covenant_version = models.ForeignKey(
        CovenantVersion, models.CASCADE, related_name="cited", verbose_name=_("version")
    )
    basis = models.ForeignKey(
        LegalBasis, models.PROTECT, related_name="+", verbose_name=_("legal basis")
    )
    position = models.PositiveSmallIntegerField(_("place"))

    class Meta:
        verbose_name = _("cited legal basis")
        ordering = ["covenant_version", "position", "pk"]
        triggers = [frozen_once_opened(BY_VERSION)]
        constraints = [
            models.UniqueConstraint(
                fields=["covenant_version", "basis"], name="covenant_cites_a_basis_once"
            ),
        ]

    def __str__(self):
        return str(self.basis)
