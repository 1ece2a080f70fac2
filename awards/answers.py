"""Answers of the law as plain values, and the sentences that explain them. Pure.

Each names its rule (docs/field.md §1.10), the clause, the figures and the row that says so. Where
no row holds, that is the answer, in a sentence.
"""

from dataclasses import dataclass
from decimal import Decimal

from django.utils.translation import gettext as _

from vietnamese.dates import short_date
from vietnamese.numbers import show_decimal

from .quotas import Quota


@dataclass(frozen=True)
class Answer:
    """An answer with its reason. `rule` is that of docs/field.md §1.10, `row` None without one."""

    rule: str
    clause: str
    sentence: str
    row: object = None
    cautions: tuple = ()

    @property
    def is_known(self):
        return self.row is not None

    @property
    def is_certain(self):
        """Whether it may stop somebody: a known row that is not merely assumed, in force."""
        return self.is_known and not self.cautions


@dataclass(frozen=True)
class SalaryAnswer(Answer):
    """`amount` in đồng a month, or None."""

    amount: int | None = None

    @property
    def amount_text(self):
        return in_dong(self.amount) if self.is_known else ""


@dataclass(frozen=True)
class FigureAnswer(Answer):
    """A multiple of the base salary or a share in per cent, or None."""

    figure: Decimal | None = None

    @property
    def figure_text(self):
        return show_decimal(self.figure) if self.is_known else ""


@dataclass(frozen=True)
class MoneyAnswer(Answer):
    """`amount` in đồng with its Vietnamese `words`; both empty where a row is missing."""

    amount: int | None = None
    words: str = ""
    salary: SalaryAnswer | None = None
    multiple: FigureAnswer | None = None

    @property
    def amount_text(self):
        return in_dong(self.amount) if self.is_known else ""


@dataclass(frozen=True)
class QuotaAnswer(Answer):
    """`quota` for a bloc of `size` members in `year`, or None."""

    quota: Quota | None = None
    size: int = 0
    year: int = 0


@dataclass(frozen=True)
class NomineesAnswer(Answer):
    """`most` nominees of the province for the Government's flag, or None."""

    most: int | None = None
    leaders: int = 0


def in_dong(value):
    """An amount for the screen, in the language of the page: 18.720.000 đồng."""
    return _("%(amount)s đồng") % {"amount": show_decimal(Decimal(value))}


def cautions(row, day=None):
    """What is doubtful about a row on a day: assumed, or resting on what is no longer in force."""
    found = []
    if row.is_assumed:
        found.append(_("Default value, to be confirmed."))
    if day and row.basis and row.basis.has_ended_by(day):
        words = {"number": row.basis.number, "day": short_date(row.basis.ended_on)}
        found.append(_("%(number)s is no longer in force from %(day)s.") % words)
    return tuple(found)


def no_row(what, day):
    return _("Nothing is recorded for “%(what)s” on %(day)s.") % {
        "what": what,
        "day": short_date(day),
    }


def explained(multiple, salary, total, day):
    """The sentence of a sum of money: multiple × base salary of the day, and how it was rounded."""
    exact = Decimal(multiple) * salary
    words = {
        "multiple": show_decimal(multiple),
        "salary": in_dong(salary),
        "day": short_date(day),
        "exact": in_dong(exact),
        "total": in_dong(total),
    }
    if exact == total:
        return _("%(multiple)s × %(salary)s (base salary on %(day)s) = %(total)s.") % words
    return _(
        "%(multiple)s × %(salary)s (base salary on %(day)s) = %(exact)s, rounded up to tens of "
        "thousands: %(total)s."
    ) % words  # fmt: skip


def spelt(quota, size):
    """A bloc of 6 members: 1 + 2 + 3, and what the figures are."""
    words = {
        "size": size,
        "nominees": quota.nominees,
        "flags": quota.flags,
        "certificates": quota.certificates,
    }
    if quota.nominee_within:
        return _(
            "%(size)s members: %(flags)s flags of the province, of which the nominee for the "
            "Government's flag (%(nominees)s) takes one; %(certificates)s certificates of merit."
        ) % words  # fmt: skip
    return _(
        "%(size)s members: %(nominees)s + %(flags)s + %(certificates)s (nominee for the "
        "Government's flag, beside the flags of the province; certificates of merit)."
    ) % words  # fmt: skip
