"""What the law answers on a day, and why: rule, clause, figures and the row that says so.

Every answer is a value of its own. Where no row holds on the day, that is the answer, in a
sentence: nothing is guessed. A row that is only assumed, or whose legal basis is no longer in
force on the day, says so in `cautions` (docs/field.md §1.8, §1.10).
"""

from functools import cached_property

from django.utils.translation import gettext as _

from vietnamese.dates import short_date
from vietnamese.number_words import in_words
from vietnamese.numbers import show_decimal

from .answers import (
    FigureAnswer,
    MoneyAnswer,
    NomineesAnswer,
    QuotaAnswer,
    SalaryAnswer,
    cautions,
    explained,
    in_dong,
    no_row,
    spelt,
)
from .models import (
    AwardKind,
    BaseSalary,
    MoneyRule,
    QuotaRule,
    Recipient,
    ShareKey,
    ShareRule,
)
from .money import amount
from .quotas import Quota, most_nominees


class Law:
    """The dated rows, each table read once when it is first asked; `shares` may be at hand."""

    def __init__(self, *, shares=None):
        if shares is not None:
            self._shares = shares

    @cached_property
    def kinds(self):
        return list(AwardKind.objects.select_related("basis"))

    @cached_property
    def _salaries(self):
        return list(BaseSalary.objects.select_related("basis"))

    @cached_property
    def _money(self):
        return list(MoneyRule.objects.select_related("basis"))

    @cached_property
    def _shares(self):
        return list(ShareRule.objects.select_related("basis"))

    @cached_property
    def _quotas(self):
        return list(QuotaRule.objects.select_related("basis", "province"))

    def kinds_on(self, day):
        return [kind for kind in self.kinds if kind.is_in_force_on(day)]

    def salary_on(self, day):
        """Return the base salary of a day (R7)."""
        row = _on(self._salaries, day)
        if row is None:
            return SalaryAnswer("R7", "", no_row(_("base salary"), day))
        words = {"day": short_date(day), "amount": in_dong(row.amount)}
        sentence = _("Base salary on %(day)s: %(amount)s.") % words
        return SalaryAnswer("R7", row.clause_text, sentence, row, cautions(row, day), row.amount)

    def multiple_on(self, kind, day):
        """Return how many base salaries go with a kind of award decided on a day."""
        row = _on((each for each in self._money if each.code == kind.code), day)
        if row is None:
            return FigureAnswer("R7", "", no_row(kind.label, day))
        words = {"kind": kind.label, "multiple": show_decimal(row.multiple)}
        sentence = _("%(kind)s: %(multiple)s times the base salary.") % words
        return FigureAnswer("R7", row.clause_text, sentence, row, cautions(row, day), row.multiple)

    def money(self, kind, day):
        """Return the money of a kind of award on the day of the decision, rounded up to 10 000."""
        salary, multiple = self.salary_on(day), self.multiple_on(kind, day)
        missing = [each for each in (multiple, salary) if not each.is_known]
        if missing:
            sentence = " ".join(each.sentence for each in missing)
            return MoneyAnswer("R7", "", sentence, salary=salary, multiple=multiple)
        total = amount(multiple.figure, salary.amount)
        return MoneyAnswer(
            "R7",
            "; ".join(filter(None, [multiple.clause, salary.clause])),
            explained(multiple.figure, salary.amount, total, day),
            multiple.row,
            tuple(dict.fromkeys(multiple.cautions + salary.cautions)),
            amount=total,
            words=f"{in_words(total)} đồng",
            salary=salary,
            multiple=multiple,
        )

    def share_on(self, key, day):
        """Return a share in per cent (ShareKey) on a day."""
        row = _on((each for each in self._shares if each.key == key), day)
        if row is None:
            return FigureAnswer("", "", no_row(ShareKey(key).label, day))
        words = {"share": ShareKey(key).label, "percent": show_decimal(row.percent)}
        sentence = _("%(share)s: %(percent)s %%.") % words
        return FigureAnswer("", row.clause_text, sentence, row, cautions(row, day), row.percent)

    def most_nominees_on(self, day, leaders):
        """Return how many nominees for the Government's flag a province may have (R2)."""
        share = self.share_on(ShareKey.GOVERNMENT_NOMINEES, day)
        if not share.is_known:
            return NomineesAnswer("R2", "", share.sentence, leaders=leaders)
        most = int(most_nominees(leaders, percent=share.figure))
        words = {"percent": show_decimal(share.figure), "leaders": leaders, "most": most}
        sentence = _(
            "%(percent)s %% of %(leaders)s blocs with a leader, rounded down: %(most)s at most."
        )
        return NomineesAnswer(
            "R2", share.clause, sentence % words, share.row, share.cautions, most, leaders
        )

    def quota_for(self, province, size, year):
        """Return what a bloc of `size` members may propose in an emulation year.

        The province's own row takes the place of the default; of the default it is said that it is
        one.
        """
        found = [
            row
            for owner in ([province, None] if province else [None])
            for row in self._quotas
            if row.holds_for(province=owner, size=size, year=year)
        ]
        words = {"size": size, "year": str(year)}
        if not found:
            sentence = _(
                "No quota is recorded for %(size)s members in the emulation year %(year)s."
            )
            return QuotaAnswer("", "", sentence % words, size=size, year=year)
        row = found[0]
        quota = Quota(row.nominees, row.flags, row.certificates_for(size), row.nominee_within)
        return QuotaAnswer(
            "", row.clause_text, spelt(quota, size), row, cautions(row), quota, size, year
        )


def kinds_of_collectives(day):
    """The kinds of award of a day for which a bloc can nominate its members, in their order."""
    kinds = AwardKind.objects.filter(period__contains=day, recipient=Recipient.COLLECTIVE)
    return kinds.select_related("basis")


def newest_of_collectives():
    """The newest row of every such kind, in their order: for what was given in years long past."""
    kinds = AwardKind.objects.filter(recipient=Recipient.COLLECTIVE).order_by("position", "period")
    return list({kind.code: kind for kind in kinds}.values())


def salary_on(day):
    return Law().salary_on(day)


def multiple_on(kind, day):
    return Law().multiple_on(kind, day)


def money(kind, day):
    return Law().money(kind, day)


def share_on(key, day):
    return Law().share_on(key, day)


def quota_for(province, size, year):
    return Law().quota_for(province, size, year)


def most_nominees_on(day, leaders):
    return Law().most_nominees_on(day, leaders)


def _on(rows, day):
    """The row of a day; the tables let no two stand there."""
    return next((row for row in rows if row.is_in_force_on(day)), None)
