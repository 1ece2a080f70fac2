"""Award kinds, money and shares as dated rows with their basis (docs/field.md §1.3–§1.8).

On a day there is one answer: no two rows for the same thing overlap. A row that no longer holds is
ended, never written over.
"""

from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import RangeOperators
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from accounts.evidence import tracked
from pledges.commending import Level
from vietnamese.fields import CharField

from .dated import Dated, begins, grounded


class AwardType(models.TextChoices):
    FLAG = "flag", _("emulation flag")
    CERTIFICATE = "certificate", _("certificate of merit")
    LETTER = "letter", _("letter of commendation")
    TITLE = "title", _("emulation title")


class Recipient(models.TextChoices):
    COLLECTIVE = "collective", _("collective")
    PERSON = "person", _("individual")


class AwardLine(models.TextChoices):
    """On which line it is given: one member may hold flags of several lines in one year."""

    PROVINCE = "province", _("blocs of the province")
    VERTICAL = "vertical", _("vertical line of the organisation")
    THEMATIC = "thematic", _("thematic movement")


class ShareKey(models.TextChoices):
    """Shares that the law or a usage sets (docs/field.md §1.3, §1.4, §1.6)."""

    GOVERNMENT_NOMINEES = (
        "government_nominees",
        _("nominees for the Government's flag, of the bloc leaders of the province"),
    )
    COUNCIL_VOTE_FLAG = (
        "council_vote_flag",
        _("votes of the council for the Government's flag, of all its members"),
    )
    COUNCIL_VOTE_TITLE = (
        "council_vote_title",
        _("votes of the council for provincial and national titles, of all its members"),
    )
    COUNCIL_VOTE_OTHER = (
        "council_vote_other",
        _("votes of the council for other awards: more than this share of all its members"),
    )
    GRASSROOTS_FIGHTERS = (
        "grassroots_fighters",
        _("grassroots emulation fighters, of the advanced workers"),
    )


@tracked()
class AwardKind(Dated):
    """A title or form of commendation under its exact name, on the days on which it is given.

    `code` stays the same when a new law changes name, article or issuer: that is a new row. The
    same certificate for a person and for a collective are two kinds: their money differs.
    """

    code = CharField(_("code"), max_length=20, help_text=_("Capital letters, for example CO_TINH."))
    name = CharField(_("exact name"), max_length=200)
    type = models.CharField(_("type of award"), max_length=11, choices=AwardType)
    recipient = models.CharField(_("recipient"), max_length=10, choices=Recipient)
    level = models.CharField(_("level"), max_length=10, choices=Level)
    line = models.CharField(_("line"), max_length=8, choices=AwardLine, default=AwardLine.PROVINCE)
    issuer = CharField(_("given by"), max_length=200)
    position = models.PositiveSmallIntegerField(_("place in lists"))

    KEY = "code"

    class Meta:
        verbose_name = _("kind of award")
        ordering = ["position", "pk"]
        constraints = [
            begins("award_kind"),
            grounded("award_kind"),
            ExclusionConstraint(
                name="award_kind_is_one_a_day",
                expressions=[("code", RangeOperators.EQUAL), ("period", RangeOperators.OVERLAPS)],
            ),
            models.CheckConstraint(
                condition=Q(code__regex=r"^[A-Z][A-Z0-9_]*$"),
                name="award_kind_has_a_plain_code",
                violation_error_message=_("Write the code in capital letters: CO_TINH."),
            ),
            models.CheckConstraint(
                condition=~Q(name="") & ~Q(issuer=""), name="award_kind_has_name_and_issuer"
            ),
            models.CheckConstraint(
                condition=Q(type__in=AwardType.values), name="award_kind_type_is_known"
            ),
            models.CheckConstraint(
                condition=Q(recipient__in=Recipient.values), name="award_kind_recipient_is_known"
            ),
            models.CheckConstraint(
                condition=Q(level__in=Level.values), name="award_kind_level_is_known"
            ),
            models.CheckConstraint(
                condition=Q(line__in=AwardLine.values), name="award_kind_line_is_known"
            ),
        ]

    def __str__(self):
        return self.name

    @property
    def label(self):
        """The name, and for whom: the same certificate is given to persons and to collectives."""
        return f"{self.name} ({self.get_recipient_display()})"


@tracked()
class BaseSalary(Dated):
    """The base salary of the country, in đồng a month."""

    amount = models.PositiveIntegerField(_("base salary, in đồng"))

    class Meta:
        verbose_name = _("base salary")
        ordering = ["period"]
        constraints = [
            begins("base_salary"),
            grounded("base_salary"),
            ExclusionConstraint(
                name="base_salary_is_one_a_day",
                expressions=[("period", RangeOperators.OVERLAPS)],
            ),
            models.CheckConstraint(
                condition=Q(amount__gt=0),
                name="base_salary_is_above_zero",
                violation_error_message=_("The base salary must be above 0."),
            ),
        ]

    def __str__(self):
        return str(self.amount)


@tracked()
class MoneyRule(Dated):
    """How many base salaries go with a kind of award, whichever of its rows holds."""

    code = CharField(_("kind of award"), max_length=20)
    multiple = models.DecimalField(_("multiple of the base salary"), max_digits=6, decimal_places=2)

    KEY = "code"

    class Meta:
        verbose_name = _("award money")
        ordering = ["code", "period"]
        constraints = [
            begins("money_rule"),
            grounded("money_rule"),
            ExclusionConstraint(
                name="award_money_is_one_a_day",
                expressions=[("code", RangeOperators.EQUAL), ("period", RangeOperators.OVERLAPS)],
            ),
            models.CheckConstraint(
                condition=Q(multiple__gt=0),
                name="multiple_is_above_zero",
                violation_error_message=_("The multiple must be above 0."),
            ),
        ]

    def __str__(self):
        return f"{self.code} × {self.multiple}"


@tracked()
class ShareRule(Dated):
    """A share in per cent, by its key."""

    key = models.CharField(_("share"), max_length=20, choices=ShareKey)
    percent = models.DecimalField(_("per cent"), max_digits=5, decimal_places=2)

    KEY = "key"

    class Meta:
        verbose_name = _("share")
        ordering = ["key", "period"]
        constraints = [
            begins("share_rule"),
            grounded("share_rule"),
            ExclusionConstraint(
                name="share_is_one_a_day",
                expressions=[("key", RangeOperators.EQUAL), ("period", RangeOperators.OVERLAPS)],
            ),
            models.CheckConstraint(condition=Q(key__in=ShareKey.values), name="share_key_is_known"),
            models.CheckConstraint(
                condition=Q(percent__gt=0, percent__lte=100),
                name="share_is_a_part_of_a_hundred",
                violation_error_message=_("A share is more than 0 and at most 100 per cent."),
            ),
        ]

    def __str__(self):
        return self.get_key_display()
