"""Sheets that wait for who checks them: to be checked, disputed, or without anybody to check."""

from collections import Counter

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from blocs.open_work import OpenWork

from .models import SheetState, Stage

UNCHECKED = (None, SheetState.DRAFT, SheetState.SUBMITTED, SheetState.IN_CHECK)


def of_checkers(year, known, procedure):
    """Sheets to be checked and disputes to be answered, for whoever checks them."""
    if not procedure.uses(Stage.CHECKED):
        return
    holder = getattr(year, "holder", None)
    instead, draws = _instead(known.sheets_in_short, holder), False
    waiting, disputed = Counter(), Counter()
    for row in known.sheets_in_short:
        checker = instead if row["organisation"] == holder else None
        is_own = row["organisation"] == holder
        waits = _waits_for_check(row, procedure)
        draws = draws or (is_own and instead is None and waits)
        if is_own and instead is None:
            continue
        waiting[checker] += waits
        disputed[checker] += row["is_disputed"] and row["state"] == SheetState.IN_CHECK
    yield from _counted(year, waiting, procedure)
    yield from _disputed(year, disputed)
    if draws:
        yield from _to_draw(year, known, holder, procedure)


def _waits_for_check(row, procedure):
    is_over = not procedure.uses(Stage.SELF) or procedure.is_over(Stage.SELF, row["pk"])
    return is_over and row["state"] in UNCHECKED and not row["is_checked"]


def _instead(rows, holder):
    """The organisation that checks the sheet of who holds the year's work: deputy, else drawn."""
    others = [row["organisation"] for row in rows if row["organisation"] != holder]
    deputies = {row["organisation"] for row in rows if row["is_deputy"]}
    drawn = {row["drawn"] for row in rows if row["organisation"] == holder}
    found = [each for each in others if each in deputies] or [e for e in others if e in drawn]
    return found[0] if found else None


def _counted(year, waiting, procedure):
    for checker, count in waiting.items():
        if count:
            text = ngettext(
                "%(count)d score sheet of %(year)s is to be checked",
                "%(count)d score sheets of %(year)s are to be checked",
                count,
            )
            yield OpenWork(
                year,
                text % {"count": count, "year": year.year},
                "scoring:sheet_list",
                (year.bloc.slug, year.year),
                due=procedure.last_day(Stage.CHECKED),
                organisation=checker,
                kind="scoring.cross_check",
            )


def _disputed(year, disputed):
    for checker, count in disputed.items():
        if count:
            text = ngettext(
                "%(count)d member of %(year)s has explained or contested its check",
                "%(count)d members of %(year)s have explained or contested their checks",
                count,
            )
            values = {"count": count, "year": year.year}
            at = (year.bloc.slug, year.year)
            yield OpenWork(year, text % values, "scoring:sheet_list", at, organisation=checker)


def _to_draw(year, known, holder, procedure):
    row = next(row for row in known.sheets_in_short if row["organisation"] == holder)
    yield OpenWork(
        year,
        _("Who checks the sheet of %(member)s is still to be drawn") % {"member": row["name"]},
        "scoring:checker_draw",
        (year.bloc.slug, year.year, row["pk"]),
        due=procedure.last_day(Stage.CHECKED),
        kind="scoring.draw",
    )
