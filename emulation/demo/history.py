"""What happened in the years of an article becomes rows: by nobody, as history, with the source."""

from awards.models import AwardKind
from awards.workflow import record_past_nomination
from blocs.conferring import AttendanceLine, PersonLine
from blocs.models import AttendanceState
from blocs.workflow import record_past_activity, record_past_conference
from pledges.workflow import record_past_covenant, record_past_movement


def load_history(bloc, facts, *, source, at):
    """Record the conference, movements, activities and covenants of a bloc whose years are over."""
    if facts.conference:
        _conference(bloc, facts.conference, source, at)
    years = {year.year: year for year in bloc.years.all()}
    for said in facts.years:
        year = years[said.year]
        for movement in said.movements:
            record_past_movement(year, **vars(movement), source=source, by=None)
        for activity in said.activities:
            record_past_activity(year, **vars(activity), source=source, by=None)
        if said.covenant:
            _covenant(year, said.covenant, source, at)
        for nomination in said.nominations:
            _nomination(year, nomination, source)


def _conference(bloc, facts, source, at):
    years = {year.year: year for year in bloc.years.all()}
    main = years[facts.year]
    seats = _seats(main)
    return record_past_conference(
        main,
        purposes={years[number]: codes for number, codes in facts.purposes.items()},
        title=facts.title,
        held_on=facts.held_on,
        part_of_day=facts.part_of_day,
        place=facts.place,
        host=seats[facts.host].organisation if facts.host else None,
        agenda=facts.agenda,
        discussion=facts.discussion,
        results=facts.results,
        conclusions=facts.conclusions,
        people=[PersonLine(each.role, each.full_name, each.position) for each in facts.people],
        attendance=[
            AttendanceLine(seats[name].pk, AttendanceState.PRESENT, attended_by)
            for name, attended_by in facts.present.items()
        ],
        source=source,
        inferred=facts.inferred,
        by=None,
        at=at,
    )


def _covenant(year, facts, source, at):
    seats = _seats(year)
    return record_past_covenant(
        year,
        title=facts.title,
        commitments=facts.commitments,
        signed_on=facts.signed_on,
        signatories=dict.fromkeys(seats[name] for name in facts.signed_by),
        source=source,
        inferred=facts.inferred,
        by=None,
        at=at,
    )


def _nomination(year, facts, source):
    """Of the award of that kind that this installation knows, whatever day its row begins."""
    kind = AwardKind.objects.filter(code=facts.code).order_by("period").last()
    record_past_nomination(
        year,
        kind=kind,
        member_stated=facts.member_stated,
        source=source,
        inferred=facts.inferred,
        by=None,
    )


def _seats(year):
    return {seat.organisation.name: seat for seat in year.seats.select_related("organisation")}
