"""Days and moments, read and written as Vietnamese offices do. Pure; the clock is the caller's."""

import datetime as dt
import re
from zoneinfo import ZoneInfo

ZONE = ZoneInfo("Asia/Ho_Chi_Minh")
WRITTEN = re.compile(r"(\d{1,2})([/.-])(\d{1,2})\2(\d{4})", re.ASCII)
FIRST_YEAR, LAST_YEAR = 1900, 2199


def read_date(text):
    """Return the day written as 5/6/2026, 05/06/2026, 05-06-2026 or 5.6.2026: always 5 June.

    Raise ValueError for anything else: another order, two-digit years, days that do not exist,
    and years outside 1900–2199, which are slips of the finger (0206 for 2026).
    """
    written = WRITTEN.fullmatch(text.strip())
    if not written:
        raise ValueError(f"{text!r} is not written as day/month/year")
    day, _separator, month, year = written.groups()
    if not FIRST_YEAR <= int(year) <= LAST_YEAR:
        raise ValueError(f"{text!r}: the year is not between {FIRST_YEAR} and {LAST_YEAR}")
    return dt.date(int(year), int(month), int(day))


def local_day(moment):
    """Return the day in Vietnam at an aware moment; naive moments raise ValueError."""
    return _local(moment).date()


def short_date(day):
    """Return a day as on the screen: 05/06/2026."""
    return f"{day:%d/%m}/{day.year:04d}"


def short_time(moment):
    """Return the time of day in Vietnam: 16:42; naive moments raise ValueError."""
    return f"{_local(moment):%H:%M}"


def date_in_words(day):
    """Return "ngày 05 tháng 6 năm 2026": days below 10 and months 1 and 2 take a zero.

    Nghị định 30/2020, docs/field.md §7.1.
    """
    return f"ngày {day.day:02d} tháng {_clerical_month(day)} năm {day.year}"


def clerical_date(day):
    """Return "05/6/2026", the writing of tables in papers (docs/field.md §7.1): the same zeros."""
    return f"{day.day:02d}/{_clerical_month(day)}/{day.year}"


def last_day(until):
    """Return the last day of a period [from, until): the day before `until`."""
    return until - dt.timedelta(days=1)


def _clerical_month(day):
    return f"{day.month:02d}" if day.month <= 2 else str(day.month)


def _local(moment):
    if moment.tzinfo is None:
        raise ValueError("a moment without time zone says no time in Vietnam")
    return moment.astimezone(ZONE)
