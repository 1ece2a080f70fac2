"""The invented bloc becomes rows: two years, their chairs and the handover between them."""

import datetime as dt
from pathlib import Path

from django.core.files.uploadedfile import SimpleUploadedFile
from django.db.backends.postgresql.psycopg_any import DateRange
from django.utils import timezone

from blocs.conferring import AttendanceLine, PersonLine
from blocs.models import Bloc, Organisation, Province, Selection, TermRole
from blocs.workflow import (
    appoint,
    close_year,
    hand_over,
    keep,
    open_year,
    publish_notice,
    record_conference,
)
from files.gate import accept
from scoring.workflow import copy_sample, take_over_checks

from . import minh_hoa as data
from .accounts import create_accounts
from .minh_hoa_awards import load_awards
from .minh_hoa_ballots import prepare_this_years
from .minh_hoa_council import load_council
from .minh_hoa_covenant import load_covenant
from .minh_hoa_half_year import load_half_year
from .minh_hoa_last_year import load_last_year
from .minh_hoa_movements import load_movements
from .minh_hoa_nominating import load_nominations
from .minh_hoa_plan import load_deadlines, load_plan
from .minh_hoa_progress import load_progress
from .minh_hoa_province import load_province_upload
from .minh_hoa_rules import declare_rules
from .minh_hoa_stages import load_stages, use_stages
from .scores import load_half

WHY = "Nạp số liệu minh họa"


def load_minh_hoa(*, at):
    """Store the bloc, its people and two years: the calendar year of `at` and the one before."""
    today = timezone.localdate(at)
    province = keep(
        Province(name=data.PROVINCE, validity=DateRange(data.PROVINCE_SINCE, None), is_sample=True),
        by=None,
        why=WHY,
    )
    bloc = Bloc(slug=data.SLUG, name=data.NAME, province=province, note=data.NOTE, is_sample=True)
    keep(bloc, by=None, why=WHY, aliases=data.ALIASES)
    organisations = {each.short_name: _organisation(each, province) for each in data.MEMBERS}
    people = create_accounts(province, organisations, since=dt.date(today.year - 1, 1, 1), at=at)
    last_year, year = (
        open_year(bloc, year=number, name=bloc.name, organisations=organisations.values(), by=None)
        for number in (today.year - 1, today.year)
    )
    since = chair_since(today)
    _chairs(last_year, year, since, at)
    load_awards(province, organisations, year=today.year, at=at)
    load_last_year(last_year, people, at=at)
    load_nominations(last_year, people)
    close_year(last_year, by=None, at=at, why=WHY)
    load_council(last_year, people, at=at)
    version = load_covenant(year, people, since=since, at=at)
    load_progress(version, people, since=since, at=at)
    _scores(year, people, since, at)
    load_movements(year, by=people["khoitruong"], at=at)
    _papers(year, since, by=people["khoitruong"], at=at)
    _conference(year, since, by=people["khoitruong"], at=at)
    load_plan(year, since, by=people["khoitruong"], at=at)
    load_half_year(year, people, at=at)
    load_province_upload(year, by=people["nhanvien"], at=at)
    prepare_this_years(year, by=people["khoitruong"], at=at)
    return bloc


def _scores(year, people, since, at):
    """Criteria, rules and stages; sheets under way; what the chair has entered for the meeting."""
    chair = people["khoitruong"]
    criteria_set = copy_sample(year, sample="a", by=None, at=at)
    declare_rules(criteria_set, by=None, at=at)
    use_stages(criteria_set, by=None, at=at)
    load_deadlines(year, since, by=chair, at=at)
    load_stages(criteria_set, people, since=since, at=at)
    load_half(year, by=chair, at=at)
    take_over_checks(year, by=chair, at=at)


def chair_since(today):
    """The fifth of January; loaded before that day, the first: somebody chairs from the start."""
    fifth = dt.date(today.year, 1, 5)
    return fifth if fifth <= today else dt.date(today.year, 1, 1)


def _organisation(named, province):
    organisation = Organisation(
        name=named.name, short_name=named.short_name, kind=named.usual.kind, province=province
    )
    others = [alias for alias in named.usual.aliases if alias != named.short_name]
    return keep(organisation, by=None, why=WHY, aliases=others)


def _chairs(last_year, year, since, at):
    """Last year's chair and deputy, the handover at its end, this year's chair and deputy."""
    agreed = {"selection": Selection.AGREED, "note": data.AGREED, "by": None}
    began = dt.date(last_year.year, 1, 5)
    giver_term = appoint(_seat(last_year, data.LAST_CHAIR), from_on=began, **agreed)
    deputy_before = _seat(last_year, data.CHAIR)
    appoint(deputy_before, role=TermRole.DEPUTY, from_on=began, until=since, **agreed)
    hand_over(
        giver_term,
        receiver=_seat(year, data.CHAIR),
        held_on=dt.date(last_year.year, 12, 28),
        effective_on=since,
        place=data.PLACE,
        past_day_reason=data.PAST_DAY_REASON,
        people=data.people(),
        inventory=data.inventory(last_year.year),
        at=at,
        **agreed,
    )
    appoint(_seat(year, data.DEPUTY), role=TermRole.DEPUTY, from_on=since, **agreed)


def _seat(year, short_name):
    return year.seats.get(organisation__short_name=short_name)


def _papers(year, since, *, by, at):
    """Two papers of the new chair, none of them published after `at`."""
    content = (Path(__file__).parent / data.REGULATION_FILE).read_bytes()
    file = accept(SimpleUploadedFile(data.REGULATION_FILE, content))
    first, second = _morning(since), _morning(dt.date(year.year, 2, 10))
    publish_notice(year, **data.REGULATION, uploads=[file], by=by, at=min(first, at))
    publish_notice(year, **data.announcement(year.year), by=by, at=min(second, at))


def _conference(year, since, *, by, at):
    """Signing and launching on 20 March, or on the day of loading where that is earlier."""
    usual = dt.date(year.year, *data.CONFERENCE_ON)
    held_on = max(since, min(usual, timezone.localdate(at)))
    seats = {seat.organisation.short_name: seat for seat in year.seats.all()}
    people = [
        PersonLine(role, name, position, seat=seats[member].pk if member else None, organisation=of)
        for role, name, position, member, of in data.CONFERENCE_PEOPLE
    ]
    attendance = [
        AttendanceLine(seats[member].pk, state, attended_by)
        for member, (state, attended_by) in data.CONFERENCE_ATTENDANCE.items()
    ]
    record_conference(
        year,
        **data.conference(year.year),
        purposes={year: data.CONFERENCE_PURPOSES},
        held_on=held_on,
        host=seats[data.CHAIR].organisation,
        people=people,
        attendance=attendance,
        by=by,
        at=min(_morning(held_on + dt.timedelta(days=1)), at),
    )


def _morning(day):
    return timezone.make_aware(dt.datetime.combine(day, dt.time(9)))
