"""The workbook of awards as it is issued for a province: its kinds of award and organisations."""

from vietnamese.dates import last_day, short_date

from .bodies import Bodies
from .models import AwardKind
from .register_book.issue import issue


def empty_book(province):
    """Return the bytes; three queries."""
    rows = AwardKind.objects.order_by("position", "period")
    kinds = {row.code: (row.code, row.name, row.recipient) for row in rows}
    bodies = sorted(Bodies(province).all, key=lambda each: each.sort_key)
    told = [(each.pk, each.name, each.short_name, _days(each.validity)) for each in bodies]
    return issue(list(kinds.values()), told)


def _days(period):
    if period is None:
        return ""
    first = f"từ {short_date(period.lower)}" if period.lower else ""
    last = f"đến {short_date(last_day(period.upper))}" if period.upper else ""
    return f"{first} {last}".strip()
