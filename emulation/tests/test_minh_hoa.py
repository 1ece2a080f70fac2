"""The invented bloc of the demonstration, on whatever day it is loaded."""

import datetime as dt
from functools import partial
from pathlib import Path

import pytest
from django.db.models import Q
from django.utils import timezone

from blocs.chairing import chair_in_force
from blocs.deadlines import SetBy, due_of
from blocs.models import (
    Bloc,
    Conference,
    Handover,
    Notice,
    Organisation,
    Province,
    Term,
    YearState,
)
from blocs.rollcall import count_of, roll
from blocs.rotation import turns
from blocs.workflow import hand_over
from emulation import demo
from emulation.demo.loading import load
from emulation.demo.minh_hoa import SLUG
from files.kinds import Kind
from pledges.commending import Span
from pledges.movement_figures import movement_figures
from scoring.kinds import CriterionKind
from scoring.models import CriteriaSet, EvidenceFile, Score, ScoreSheet, Stage, Statement
from scoring.previews import preview_of
from scoring.sheet import read_sheet, read_standing
from vietnamese.text import search_key

from .once import once

AT = dt.datetime(2026, 11, 22, 4, tzinfo=dt.timezone.utc)

DECIDED = "Bằng điểm, xếp theo: Điểm mục I cao hơn"

pytestmark = pytest.mark.django_db


demonstration = once(partial(load, at=AT))


@pytest.fixture
def bloc(demonstration, settings):
    settings.PRIVATE_ROOT = demonstration
    return Bloc.objects.get(slug=SLUG)


def test_its_province_is_none_of_the_34(bloc):
    today = dt.date(2026, 11, 22)
    in_force = Province.objects.in_force_on(today)

    assert (bloc.is_sample, bloc.province.is_sample) == (True, True)
    assert bloc.province.full_name == "tỉnh Minh Họa"
    assert in_force.filter(is_sample=False).count() == 34
    assert list(in_force.filter(is_sample=True)) == [bloc.province]


def test_six_members_sit_in_both_years_and_next_year_is_not_open(bloc):
    for year in bloc.years.all():
        labels = [seat.organisation.label for seat in year.seats.all()]
        assert labels == ["MTTQ", "LĐLĐ", "HND", "HLHPN", "CCB", "Tỉnh đoàn"]
    states = {year.year: year.state for year in bloc.years.all()}
    assert states == {2025: YearState.CLOSED, 2026: YearState.OPEN}


@pytest.mark.parametrize(
    ("query", "label"),
    [
        ("Mặt trận", "MTTQ"),
        ("UBMTTQ", "MTTQ"),
        ("cong doan", "LĐLĐ"),
        ("hoi nong dan", "HND"),
        ("HND", "HND"),
        ("LHPN", "HLHPN"),
        ("Hội phụ nữ", "HLHPN"),
        ("ccb", "CCB"),
        ("ĐTN", "Tỉnh đoàn"),
        ("tinh doan", "Tỉnh đoàn"),
    ],
)
def test_every_member_is_found_by_the_ways_to_write_it(bloc, query, label):
    key = search_key(query)
    members = Organisation.objects.filter(province=bloc.province)
    found = members.filter(Q(search_key__contains=key) | Q(aliases__search_key__contains=key))

    assert {each.label for each in found} == {label}


def test_no_day_since_last_year_began_is_without_chair(bloc):
    day, found = dt.date(2025, 1, 5), set()
    while day <= dt.date(2026, 11, 22):
        found.add(chair_in_force(bloc.pk, on=day).seat.organisation.label)
        day += dt.timedelta(days=1)

    assert found == {"HLHPN", "LĐLĐ"}
    assert chair_in_force(bloc.pk, on=dt.date(2026, 1, 4)).seat.organisation.label == "HLHPN"
    assert chair_in_force(bloc.pk, on=dt.date(2026, 1, 5)).seat.organisation.label == "LĐLĐ"


def test_the_handover_has_people_and_an_inventory(bloc):
    [handover] = Handover.objects.filter(bloc=bloc)

    assert (handover.held_on, handover.effective_on) == (dt.date(2025, 12, 28), dt.date(2026, 1, 5))
    assert [person.side for person in handover.people.all()] == ["giver", "receiver", "witness"]
    assert [item.position for item in handover.items.all()] == [1, 2, 3, 4]
    assert handover.past_day_reason


def test_the_rotation_has_a_history_and_suggests_who_has_not_chaired(bloc):
    seats = bloc.seats.filter(emulation_year__year=2026).select_related("organisation")
    chaired = Term.objects.chairs().filter(bloc=bloc)
    years = chaired.values_list("seat__organisation__short_name", "seat__emulation_year__year")

    suggested = turns([seat.organisation.label for seat in seats], list(years))
    assert [turn.member for turn in suggested] == [
        "MTTQ", "HND", "CCB", "Tỉnh đoàn", "HLHPN", "LĐLĐ",
    ]  # fmt: skip


def test_the_chair_published_two_papers_one_with_its_file(bloc):
    papers = Notice.objects.filter(emulation_year__bloc=bloc).order_by("published__at")
    first, second = papers
    [attached] = first.files.all()
    shipped = next(Path(demo.__file__).parent.glob("quy-che-*.pdf"))

    assert {paper.published.by.username for paper in papers} == {"khoitruong"}
    assert {paper.published.capacity for paper in papers} == {"chair"}
    assert first.text
    assert second.text
    assert attached.file.kind == Kind.PDF
    assert attached.file.path.read_bytes() == shipped.read_bytes()


def test_one_conference_signed_and_launched_with_its_members_noted_down(bloc):
    [conference] = Conference.objects.filter(bloc=bloc)

    assert conference.held_on == dt.date(2026, 3, 18)
    assert conference.recorded.by.username == "khoitruong"
    assert {row.purpose for row in conference.purposes.all()} == {"signing", "launching"}
    count = count_of(conference, roll(conference))
    assert (count.here, count.members, count.unknown) == (5, 6, 0)
    assert all("minh họa" in person.full_name for person in conference.people.all())
    assert not conference.issued_papers.exists()


def test_both_years_have_criteria_marked_as_a_sample_with_rules_of_ranking(bloc):
    sets = CriteriaSet.objects.filter(emulation_year__bloc=bloc).order_by("emulation_year__year")
    for criteria in sets:
        sections = criteria.criteria.filter(parent=None, kind=CriterionKind.ORDINARY)
        assert [section.maximum for section in sections] == [600, 200, 150]
        assert "minh họa" in criteria.ranking_rules.clause

    assert [(each.emulation_year.year, each.is_sample) for each in sets] == [
        (2025, True), (2026, True),
    ]  # fmt: skip


def test_last_year_was_announced_with_a_tie_that_was_decided_and_a_member_not_considered(bloc):
    [announced] = bloc.years.get(year=2025).announcements.all()
    lines = announced.standing["lines"]

    assert [(line["rank"], line["total"], line["grade"]) for line in lines] == [
        (1, "947.50", "Xuất sắc"), (2, "947.50", "Xuất sắc"), (3, "927.00", "Tốt"),
        (4, "912.75", "Tốt"), (5, "875.90", "Tốt"), (None, "937.25", "Tốt"),
    ]  # fmt: skip
    assert [line["remark"] for line in lines[:3]] == [DECIDED] * 2 + [""]
    assert (lines[5]["name"], "C8" in lines[5]["remark"]) == (
        "Hội Liên hiệp Phụ nữ tỉnh Minh Họa", True,
    )  # fmt: skip
    assert announced.announced_on == dt.date(2025, 12, 22)
    assert (announced.act.capacity, announced.act.by.username) == ("stand_in", "nhanvien")


def test_the_sheets_of_this_year_are_under_way(bloc):
    sheets = ScoreSheet.objects.filter(emulation_year__bloc=bloc, is_current=True)
    found = {
        sheet.seat.organisation.label: (sheet.state, sheet.checker and sheet.checker.label)
        for sheet in sheets
    }

    assert found == {
        "LĐLĐ": ("in_check", "HND"), "HND": ("in_check", "LĐLĐ"), "CCB": ("sent_back", None),
    }  # fmt: skip
    changed = Score.objects.filter(seat__bloc=bloc, stage=Stage.CHECKED).exclude(
        reason__contains="Tự đánh giá"
    )
    codes = changed.exclude(reason="").values_list("criterion__code", flat=True)
    assert sorted(codes) == ["I.2", "I.6", "II.1", "III.5"]
    files = EvidenceFile.objects.filter(emulation_year__bloc=bloc)
    assert sorted(bool(each.refused_at) for each in files) == [False, False, True]


def test_one_explanation_was_answered_and_one_waits(bloc):
    said = Statement.objects.filter(sheet__emulation_year__bloc=bloc).order_by("pk")

    assert [(each.sheet.seat.organisation.label, each.side) for each in said] == [
        ("LĐLĐ", "member"), ("LĐLĐ", "checker"), ("HND", "member"),
    ]  # fmt: skip
    assert all("minh họa" in each.text for each in said)


def test_the_bloc_agreed_upon_what_was_checked_and_half_of_it_is_entered(bloc):
    year = bloc.years.get(year=2026)
    standing = {r.member.organisation.label: r for r in read_standing(year).standings}

    assert [label for label, each in standing.items() if each.rank] == ["LĐLĐ", "HND", "MTTQ"]
    # 560 + 193 + 150 + 10, and 567,94 + 191 + 136 + 5.
    assert (standing["LĐLĐ"].total, str(standing["HND"].total)) == (913, "899.94")
    checked = read_sheet(year, Stage.CHECKED).points
    assert checked.items() <= read_sheet(year).points.items()


def test_a_workbook_of_the_province_was_read_and_waits_to_be_saved(bloc):
    upload = bloc.province.score_uploads.get()
    assert upload.by.username == "nhanvien"
    [part] = upload.parts.all()
    # Five criteria of the third section of the three members that have none of it yet.
    assert (part.state, part.writes, part.removals) == ("read", 15, 0)
    year = bloc.years.get(year=2026)
    assert not preview_of(part.upload, read_sheet(year)).is_stale
    assert "minh họa" in part.upload.previewed.reason


def test_this_year_has_movements_and_some_members_have_reported(bloc):
    year = bloc.years.get(year=2026)
    told = movement_figures(year, span=Span.HALF_YEAR)

    assert [(each.kind, len(each.results), len(each.missing)) for each in told.movements] == [
        ("campaign", 0, 6), ("movement", 2, 4), ("drive", 0, 6),
    ]  # fmt: skip
    assert told.movements[1].answers == told.movements[0].name
    assert all("minh họa" in each.name for each in (*told.movements, *told.exemplars))
    assert (told.given.share.direct, told.given.share.individuals) == (75, 100)
    assert movement_figures(year).given.share is None


def test_the_year_has_a_plan_some_of_it_carried_out_and_one_activity_dropped(bloc):
    activities = list(bloc.years.get(year=2026).activities.with_members())

    assert [(each.month, each.state) for each in activities] == [
        (2, "done"), (4, "done"), (5, "done"), (7, "done"), (8, "not_done"), (12, "planned"),
        (1, "planned"),
    ]  # fmt: skip
    assert all(each.result for each in activities if each.state == "done")
    assert activities[-1].years_later == 1
    assert {each.owner_name for each in activities} <= {
        seat.organisation.name for seat in bloc.seats.select_related("organisation")
    }


def test_the_bloc_set_days_of_its_own_and_extended_one_for_a_member(bloc):
    year = bloc.years.get(year=2026)
    due, seat = due_of(year, "self_score"), year.seats.get(organisation__short_name="HND")

    assert (due.set_by, due.on) == (SetBy.BLOC, dt.date(2026, 11, 12))
    assert due.for_seats == {seat.pk: dt.date(2026, 11, 17)}
    assert due_of(year, "cross_check").on == dt.date(2026, 11, 29)
    assert due_of(year, "meeting").on == dt.date(2026, 12, 6)


def test_the_chair_can_be_handed_over_today(bloc):
    today = timezone.localdate(AT)
    receiver = bloc.seats.get(emulation_year__year=2026, organisation__short_name="HND")

    hand_over(
        chair_in_force(bloc.pk, on=today),
        receiver=receiver,
        held_on=today,
        effective_on=today,
        by=None,
        at=AT,
    )

    assert chair_in_force(bloc.pk, on=today).seat == receiver
