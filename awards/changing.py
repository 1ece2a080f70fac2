"""What adding a dated row does to the rows that are there: shown before, then carried out.

A new row ends the one before it. Where a row begins on the very same day, the new one corrects it;
where one begins later, the new one holds until then (docs/field.md §1.1: dated rows).
"""

import hashlib
from dataclasses import dataclass

from django.utils.translation import gettext as _

from accounts.refusal import Refused
from vietnamese.dates import last_day, short_date
from vietnamese.numbers import show_decimal

from .answers import in_dong
from .models import AwardKind, BaseSalary, QuotaRule, ShareRule


@dataclass(frozen=True)
class Plan:
    """`row` with the span it will have, the rows that it `ends`, the one that it `corrects`."""

    row: object
    ends: tuple
    corrects: object = None

    @property
    def sentences(self):
        """What will happen, for whoever confirms it."""
        yearly = isinstance(self.row, QuotaRule)
        span = getattr(self.row, self.row.SPAN)
        found = [(_of_years if yearly else _of_days)(span, described(self.row))]
        if self.corrects:
            sentence = _("It corrects the row of the same beginning: %(row)s. Both stay on record.")
            found.append(sentence % {"row": described(self.corrects)})
        for old in self.ends:
            words = {"row": described(old)}
            if yearly:
                words["year"] = str(span.lower - 1)
                sentence = _("Ends with the emulation year %(year)s: %(row)s.")
            else:
                words["day"] = short_date(last_day(span.lower))
                sentence = _("Ends on %(day)s: %(row)s.")
            found.append(sentence % words)
        return found

    @property
    def fingerprint(self):
        """Changes with the new row and with any row that it touches."""
        rows = [self.row, *self.ends, *([self.corrects] if self.corrects else [])]
        columns = [
            [(f.attname, str(getattr(row, f.attname))) for f in row._meta.concrete_fields]
            for row in rows
        ]
        return hashlib.sha256(repr(columns).encode()).hexdigest()


def plan_of(row, rivals):
    """Return the Plan of a new row among the stored `rivals`, rows for the same thing.

    Its span says from when; how long, follows. Raises Refused where a quota of the same beginning
    covers other sizes.
    """
    since = _span(row).lower
    rivals = sorted(rivals, key=lambda each: _span(each).lower)
    same = [each for each in rivals if _span(each).lower == since]
    later = [each for each in rivals if _span(each).lower > since]
    ends = tuple(
        each
        for each in rivals
        if _span(each).lower < since and (_span(each).upper is None or _span(each).upper > since)
    )
    if isinstance(row, QuotaRule) and any(each.sizes != row.sizes for each in same):
        words = {"sizes": ", ".join(each.size_text for each in same)}
        sentence = _("From this year on a quota for %(sizes)s members is recorded already.")
        raise Refused(sentence % words)
    until = _span(later[0]).lower if later else None
    setattr(row, row.SPAN, type(_span(row))(since, until))
    return Plan(row, ends, same[0] if same else None)


def described(row):
    """A row in few words: what it is about and its figure."""
    if isinstance(row, BaseSalary):
        return _("base salary %(amount)s") % {"amount": in_dong(row.amount)}
    if isinstance(row, AwardKind):
        return row.label
    if isinstance(row, ShareRule):
        return f"{row.get_key_display()}: {show_decimal(row.percent)} %"
    if isinstance(row, QuotaRule):
        words = {"sizes": row.size_text, "figures": _figures(row)}
        return _("blocs of %(sizes)s members: %(figures)s") % words
    return f"{row.code}: {show_decimal(row.multiple)}"


def _figures(quota):
    percent = quota.certificates_percent
    last = quota.certificates if percent is None else f"{percent} %"
    return f"{quota.nominees} + {quota.flags} + {last}"


def _of_days(period, text):
    words = {"row": text, "first": short_date(period.lower)}
    if period.upper is None:
        return _("Holds from %(first)s on: %(row)s.") % words
    words["last"] = short_date(last_day(period.upper))
    return _("Holds from %(first)s to the end of %(last)s: %(row)s.") % words


def _of_years(years, text):
    words = {"row": text, "first": str(years.lower)}
    if years.upper is None:
        return _("Holds from the emulation year %(first)s on: %(row)s.") % words
    words["last"] = str(years.upper - 1)
    return _("Holds for the emulation years %(first)s to %(last)s: %(row)s.") % words


def _span(row):
    return getattr(row, row.SPAN)
