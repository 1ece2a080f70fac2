"""What a covenant commits its members to, and which awards they register for."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from accounts.evidence import tracked
from blocs.models import Seat
from vietnamese.fields import CharField, TextField

from .covenants import Covenant, CovenantVersion
from .freezing import BY_COMMITMENT, BY_VERSION, frozen_once_opened, is_seated


@tracked()
class Commitment(models.Model):
    """A numbered commitment of a version, its long text kept as it was typed.

    Without a `seat` all members share it; else it is that member's own. `continues` is the
    commitment of the version before that it came from, whatever became of its words.
    """

    covenant_version = models.ForeignKey(
        CovenantVersion,
        models.CASCADE,
        related_name="commitments",
        editable=False,
        verbose_name=_("version"),
    )
    number = models.PositiveSmallIntegerField(_("number"), editable=False)
    text = TextField(_("text"))
    seat = models.ForeignKey(
        Seat,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="commitments",
        verbose_name=_("commitment of"),
    )
    continues = models.ForeignKey(
        "self",
        models.PROTECT,
        null=True,
        blank=True,
        editable=False,
        related_name="continued_by",
        verbose_name=_("continues"),
    )
    revision = models.PositiveIntegerField(default=1, editable=False)

    class Meta:
        verbose_name = _("commitment")
        ordering = ["covenant_version", "number"]
        triggers = [frozen_once_opened(BY_VERSION), is_seated(BY_VERSION)]
        constraints = [
            models.UniqueConstraint(
                fields=["covenant_version", "number"],
                name="commitment_has_its_own_number",
                deferrable=models.Deferrable.DEFERRED,
            ),
            models.UniqueConstraint(
                fields=["covenant_version", "continues"], name="commitment_is_continued_once"
            ),
            models.CheckConstraint(condition=~Q(text=""), name="commitment_has_a_text"),
        ]

    def __str__(self):
        return f"{self.number}. {self.text}"


@tracked()
class Target(models.Model):
    """What a member plans to reach for a commitment in the year, in a unit of its own.

    `planned` is empty only in a draft. `lower_is_better` says that less than the plan is more.
    """

    commitment = models.ForeignKey(
        Commitment, models.CASCADE, related_name="targets", verbose_name=_("commitment")
    )
    seat = models.ForeignKey(Seat, models.PROTECT, related_name="targets", verbose_name=_("member"))
    name = CharField(_("name of the target"), max_length=200)
    unit = CharField(_("unit"), max_length=60)
    planned = models.DecimalField(
        _("plan of the year"), max_digits=15, decimal_places=2, null=True, blank=True
    )
    lower_is_better = models.BooleanField(_("lower is better"), default=False)

    class Meta:
        verbose_name = _("target")
        ordering = ["commitment", "pk"]
        triggers = [frozen_once_opened(BY_COMMITMENT), is_seated(BY_COMMITMENT)]
        constraints = [
            models.UniqueConstraint(
                fields=["commitment", "seat", "name"], name="member_has_a_target_once"
            ),
            models.CheckConstraint(
                condition=~Q(name="") & ~Q(unit=""), name="target_has_a_name_and_a_unit"
            ),
            models.CheckConstraint(
                condition=Q(planned=None) | Q(planned__gte=0), name="target_is_not_below_zero"
            ),
        ]

    def __str__(self):
        return self.name


@tracked()
class Registration(models.Model):
    """A title or award for which a member registers with the covenant.

    Since 1 January 2024 no basis of an award (docs/field.md §1.2): nothing may depend on it.
    """

    covenant = models.ForeignKey(
        Covenant,
        models.PROTECT,
        related_name="registrations",
        editable=False,
        verbose_name=_("covenant"),
    )
    seat = models.ForeignKey(
        Seat, models.PROTECT, related_name="registrations", verbose_name=_("member")
    )
    text = CharField(_("title or award"), max_length=200)
    note = CharField(_("note"), max_length=300, blank=True)

    class Meta:
        verbose_name = _("registration")
        ordering = ["covenant", "seat__position", "pk"]
        triggers = [is_seated()]
        constraints = [
            models.UniqueConstraint(
                fields=["covenant", "seat", "text"], name="member_registers_for_an_award_once"
            ),
            models.CheckConstraint(condition=~Q(text=""), name="registration_names_an_award"),
        ]

    def __str__(self):
        return self.text
