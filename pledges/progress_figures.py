"""How far the members have come with their commitments, as plain values.

For the board, for reminders, and for the papers that print it: the half-year review asks with
Span.HALF_YEAR, the year-end report with Span.YEAR. What counts is the version of the covenant in
force, else the last one closed; a report on an earlier version counts for the commitment that
continues its own, and nothing is copied.
"""

import datetime as dt
from decimal import Decimal

from blocs.deadlines import deadlines_of
from blocs.models import DeadlineKind

from .commending import Span
from .models import ProgressReport
from .progress_values import Cell, CommitmentLine, FigureLine, FileLine, MemberName, Progress
from .progressing import concerns, percent
from .reading import read_versions

DUE = {
    Span.HALF_YEAR: DeadlineKind.HALF_YEAR_REPORT,
    Span.YEAR: DeadlineKind.YEAR_END_REPORT,
}
NEAR = dt.timedelta(days=30)  # from so long before its day something missing is work


def span_on(year, dues, *, on):
    """The part of the year that members report on: the whole from a month before it is due on.

    `dues` is {kind: Due}. A closed year, or one that is past, is looked at as a whole.
    """
    due = dues.get(DUE[Span.YEAR])
    whole = not year.is_open or on.year > year.year or (due and on >= due.on - NEAR)
    return Span.YEAR if whole else Span.HALF_YEAR


def progress_of(year, *, period):
    """Return the Progress of a year, or None where no covenant has come in force: three queries.

    `period` is a Span.
    """
    return read_progress([year], period=period).get(year.pk)


def read_progress(years, *, period):
    """Return {year pk: Progress}; a year whose covenant never came in force is not in it."""
    years = list(years)
    reports = reports_of(years)
    versions, dues = read_versions(years), deadlines_of(years)
    found = {
        year.pk: build(versions.get(year.pk, []), reports, dues[year.pk], period) for year in years
    }
    return {pk: progress for pk, progress in found.items() if progress}


def reports_of(years):
    """Return {(commitment pk, seat pk, span): ProgressReport} of these years, with their parts."""
    rows = ProgressReport.objects.filter(emulation_year__in=years).with_parts()
    rows = rows.select_related("act__organisation", "entered_by", "source")
    return {(row.commitment_id, row.seat_id, row.span): row for row in rows}


def build(versions, reports, dues, period):
    """Join the versions of a year (oldest first), reports and {kind: Due}; None: not in force."""
    version = _standing(versions)
    if version is None:
        return None
    origins = _origins(versions)
    members = _members(version, dues, period, reports)
    lines = tuple(
        CommitmentLine(
            pledge.number,
            pledge.text,
            pledge.seat,
            tuple(
                _cell(pledge, member, _chain(pledge, member.seat, origins, reports, period))
                for member in members
                if pledge.seat in (None, member.seat)
            ),
            pledge.pk,
        )
        for pledge in version.text.pledges
    )
    return Progress(period, version.number, lines, members)


def incomplete(versions, dues, period):
    """[(MemberName, numbers of the commitments it has not reported on)], from the versions alone.

    What `Progress.missing` says, without reading the reports.
    """
    version = _standing(versions)
    if version is None:
        return []
    origins, found = _origins(versions), []
    reported = {key for each in versions for key in each.reported}
    for member in _members(version, dues, period, reported):
        numbers = [
            pledge.number
            for pledge in version.text.of(member.seat).pledges
            if not any((pk, member.seat, period) in reported for _number, pk in origins[pledge.pk])
        ]
        if numbers:
            found.append((member, numbers))
    return found


def complete_on(versions, dues, period):
    """Return {seat: the day on which its report was complete, or None while something is missing}.

    That of the last commitment that it reported on first. A member of whose reports history does
    not know a day is not in it. From the versions alone.
    """
    version = _standing(versions)
    if version is None:
        return {}
    origins, found = _origins(versions), {}
    reported = {key: day for each in versions for key, day in each.reported.items()}
    for member in _members(version, dues, period, reported):
        pledges = version.text.of(member.seat).pledges
        chains = [[(pk, member.seat, period) for _number, pk in origins[p.pk]] for p in pledges]
        told = [[reported[key] for key in chain if key in reported] for chain in chains]
        days = [min((day for day in each if day), default=None) for each in told if each]
        if None not in days and pledges:
            found[member.seat] = max(days) if len(days) == len(pledges) else None
    return found


def _standing(versions):
    """The version that counts: in force, else the last that was; None without any."""
    return next((each for each in reversed(versions) if each.row.in_force_on), None)


def _origins(versions):
    """{commitment pk: [(number of the version, pk)] of itself and what it continues, newest first}

    `versions` are oldest first, so that what a commitment continues is known before it.
    """
    found = {}
    for version in versions:
        for pledge in version.text.pledges:
            own = (version.number, pledge.pk)
            found[pledge.pk] = [own, *found.get(pledge.continues, [])]
    return found


def _members(version, dues, period, reports):
    """Who sits in the bloc when the part of the year ends, or has reported all the same."""
    due, year = dues.get(DUE[period]), version.text.year
    told = {seat for _commitment, seat, span in reports if span == period}
    return tuple(
        MemberName(
            each.pk,
            each.name,
            each.label,
            each.organisation,
            due.for_seat(each.pk) if due else None,
        )
        for each in version.members
        if each.pk in told or concerns(period, year, joined_on=each.joined_on, left_on=each.left_on)
    )


def _chain(pledge, seat, origins, reports, period):
    """[(number of the version, report)] on a commitment and what it continues, newest first."""
    keys = ((number, (pk, seat, period)) for number, pk in origins[pledge.pk])
    return [(number, reports[key]) for number, key in keys if key in reports]


def _cell(pledge, member, chain):
    targets = [target for target in pledge.targets if target.seat == member.seat]
    if not chain:
        return Cell(member.seat, member.name, figures=_figures(targets, ()))
    number, row = chain[0]
    days = [each.reported_on for _number, each in chain if each.reported_on]
    reported_on = min(days, default=None)
    files = tuple(FileLine(**file) for _number, each in reversed(chain) for file in each.read_files)
    return Cell(
        seat=member.seat,
        name=member.name,
        status=row.status,
        status_label=row.get_status_display(),
        note=row.note,
        figures=_figures(targets, row.read_figures),
        files=sum(not file.is_withdrawn for file in files),
        reported_on=reported_on,
        is_late=bool(reported_on and member.due and reported_on > member.due),
        from_version=number,
        file_lines=files,
        row=row,
    )


def _figures(targets, reported):
    """The targets that count with what was reported on them, then what was reported on others.

    A report on an earlier version meets its target again by name and unit; the plan is that of
    the version that counts. A target that is no longer planned keeps its plan of then.
    """
    told = {(each["name"], each["unit"]): each for each in reported}
    lines = []
    for target in targets:
        found = told.pop((target.name, target.unit), None)
        actual = Decimal(found["value"]) if found else None
        planned = target.name, target.unit, target.figure
        lines.append(_figure(*planned, actual, target.lower_is_better, target.pk))
    for (name, unit), each in told.items():
        planned, actual = Decimal(each["planned"]), Decimal(each["value"])
        lines.append(_figure(name, unit, planned, actual, each["lower"], None))
    return tuple(lines)


def _figure(name, unit, planned, actual, lower, target):
    share = percent(planned, actual, lower_is_better=lower)
    return FigureLine(name, unit, planned, actual, share, lower, target)
