"""Quotas by size of bloc and emulation year (docs/field.md §5.2)."""

from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import IntegerRangeField, RangeOperators
from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Coalesce
from django.utils.translation import gettext_lazy as _

from accounts.evidence import tracked
from blocs.models import Province
from blocs.reach import reach_of

from .dated import Grounded, begins, grounded


class QuotaRuleQuerySet(models.QuerySet):
    def visible_to(self, user):
        """Keep the defaults, which everybody reads, and those of the person's provinces."""
        if reach_of(user).is_administrator:
            return self
        return self.filter(Q(province=None) | Q(province__in=Province.objects.visible_to(user)))


@tracked()
class QuotaRule(Grounded):
    """What a bloc of a size may propose in the emulation years of `years`.

    `sizes` and `years` are half-open. Without `province` it is the default, which a province's own
    row takes the place of. Certificates are a number, or a share of the members in per cent,
    rounded down. `nominee_within`: the nominee for the Government's flag takes one of the flags.
    """

    province = models.ForeignKey(
        Province,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="quota_rules",
        verbose_name=_("province"),
    )
    sizes = IntegerRangeField(_("members of the bloc"))
    years = IntegerRangeField(_("emulation years"))
    nominees = models.PositiveSmallIntegerField(_("nominees for the Government's flag"))
    flags = models.PositiveSmallIntegerField(_("flags of the province"))
    certificates = models.PositiveSmallIntegerField(
        _("certificates of merit"), null=True, blank=True
    )
    certificates_percent = models.PositiveSmallIntegerField(
        _("certificates of merit, per cent of the members"), null=True, blank=True
    )
    nominee_within = models.BooleanField(
        _("the nominee counts among the flags"),
        default=False,
        help_text=_("Otherwise the nominee comes beside them: 6 members = 1 + 2 + 3."),
    )

    SPAN = "years"

    objects = QuotaRuleQuerySet.as_manager()

    class Meta:
        verbose_name = _("quota")
        ordering = ["province", "sizes", "years"]
        constraints = [
            begins("quota_sizes", "sizes"),
            begins("quota_years", "years"),
            grounded("quota"),
            ExclusionConstraint(
                name="quota_is_one_a_year_and_size",
                expressions=[
                    (Coalesce("province", 0), RangeOperators.EQUAL),
                    ("sizes", RangeOperators.OVERLAPS),
                    ("years", RangeOperators.OVERLAPS),
                ],
            ),
            models.CheckConstraint(
                condition=Q(sizes__startswith__gte=1), name="quota_is_for_blocs_with_members"
            ),
            models.CheckConstraint(
                condition=Q(certificates=None) ^ Q(certificates_percent=None),
                name="quota_counts_certificates_in_one_way",
                violation_error_message=_(
                    "Give the certificates either as a number or in per cent of the members."
                ),
            ),
            models.CheckConstraint(
                condition=Q(certificates_percent=None) | Q(certificates_percent__lte=100),
                name="quota_share_is_a_part_of_a_hundred",
                violation_error_message=_("At most 100 per cent of the members."),
            ),
            models.CheckConstraint(
                condition=Q(nominee_within=False) | Q(flags__gte=F("nominees")),
                name="nominee_within_the_flags_has_room",
                violation_error_message=_(
                    "A nominee who counts among the flags needs at least one flag."
                ),
            ),
        ]

    def __str__(self):
        return f"{self.size_text} · {self.years.lower}"

    @property
    def size_text(self):
        """The sizes as people write them: 6–9, ≥ 15."""
        first, until = self.sizes.lower, self.sizes.upper
        if until is None:
            return f"≥ {first}"
        return str(first) if until == first + 1 else f"{first}–{until - 1}"

    def rivals(self):
        """The stored rows for the same sizes, which may not hold in the same year."""
        return QuotaRule.objects.filter(province=self.province, sizes__overlap=self.sizes)

    def holds_for(self, *, province, size, year):
        """Whether it is the row of exactly this province (None: the default), size and year."""
        return (
            self.province_id == (province and province.pk)
            and size >= self.sizes.lower
            and (self.sizes.upper is None or size < self.sizes.upper)
            and year >= self.years.lower
            and (self.years.upper is None or year < self.years.upper)
        )

    def certificates_for(self, size):
        """The number of certificates for so many members; a share is rounded down."""
        if self.certificates is not None:
            return self.certificates
        return size * self.certificates_percent // 100
