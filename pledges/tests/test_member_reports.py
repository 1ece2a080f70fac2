"""Results, exemplars and commendations: entered by the member, or visibly in its stead."""

from decimal import Decimal

import pytest

from accounts.refusal import Refused
from blocs.workflow import NotChair, close_year
from pledges.models import CommendationCount, CommendationReport, Exemplar, MovementResult
from pledges.tests import make_movements as make
from pledges.workflow import (
    ChangedMeanwhile,
    add_exemplar,
    change_exemplar,
    record_past_commendations,
    record_past_exemplar,
    record_past_result,
    remove_exemplar,
    remove_result,
    save_commendations,
    save_result,
    withdraw_movement,
)

FIGURES = [("Nhà đại đoàn kết", "nhà", Decimal("12.00")), ("Ủng hộ", "", Decimal("1234567890.55"))]
COUNTS = {("given", "province", "direct"): 3, ("received", "state", "collective"): 0}
PERSON = {"kind": "person", "name": "Ông Nguyễn Văn A", "position": "Trưởng thôn"}


@pytest.fixture
def steps(cast, movement):
    """The three ways to report for the Front, each as a function of who and when."""
    seat = cast.seats["front"]
    return [
        lambda **how: save_result(movement, seat=seat, text="Đã làm", figures=FIGURES, **how),
        lambda **how: add_exemplar(seat, **PERSON, **how),
        lambda **how: save_commendations(seat, span="year", counts=COUNTS, **how),
    ]


def test_a_clerk_of_the_member_enters_its_own(cast, at, steps):
    for step in steps:
        row = step(by=cast.member, at=at)
        row.refresh_from_db()
        assert (row.entered_by, row.entered_at, row.act) == (cast.member, at, None)
        assert row.events.latest("pgh_id").pgh_context["by"] == cast.member.pk


def test_the_chair_enters_it_in_the_members_stead_and_it_shows(cast, at, steps):
    for step in steps:
        row = step(by=cast.chair, at=at)
        assert (row.act.capacity, row.act.organisation) == ("chair", cast.organisations.farmers)
        assert "Nhập" in row.act.what


def test_staff_do_so_for_a_reason(cast, at, steps):
    for step in steps:
        with pytest.raises(Refused, match="in place of the chair"):
            step(by=cast.staff, at=at)
        row = step(by=cast.staff, at=at, reason="Gửi báo cáo giấy")
        assert (row.act.capacity, row.act.reason) == ("stand_in", "Gửi báo cáo giấy")


@pytest.mark.parametrize("who", ["deputy", "coming_chair", "observer", "outsider", "nobody"])
def test_nobody_enters_for_another_member(cast, at, steps, who):
    for step in steps:
        with pytest.raises(NotChair):
            step(by=cast.people[who], at=at)
    assert not MovementResult.objects.exists()
    assert not Exemplar.objects.exists()
    assert not CommendationReport.objects.exists()


def test_in_a_closed_year_nobody_reports_and_history_is_recorded(cast, at, movement, steps):
    close_year(cast.year, by=cast.staff, at=at)
    for who in (cast.member, cast.chair, cast.staff):
        for step in steps:
            with pytest.raises(Refused, match="is closed"):
                step(by=who, at=at, reason="x")
    seat, inferred = cast.seats["front"], {"inferred": "Suy ra"}
    rows = [
        record_past_result(
            movement, seat=seat, text="Đã làm", figures=FIGURES, by=None, **inferred
        ),
        record_past_exemplar(seat, **PERSON, by=None, **inferred),
        record_past_commendations(seat, span="year", counts=COUNTS, by=None, **inferred),
    ]
    assert {(row.inferred, row.entered_by, row.act) for row in rows} == {("Suy ra", None, None)}


def test_a_result_has_words_or_figures_and_keeps_them_exactly(cast, at, movement):
    seat, how = cast.seats["front"], {"by": cast.member, "at": at}
    with pytest.raises(Refused, match="what was achieved"):
        save_result(movement, seat=seat, text=" ", figures=[], **how)
    save_result(movement, seat=seat, text="", figures=FIGURES, **how)

    [result] = MovementResult.objects.with_figures()
    assert result.figure_lines == FIGURES
    old = list(result.figures.values_list("pk", flat=True))
    save_result(movement, seat=seat, text="Thêm chữ", figures=FIGURES, version=1, **how)
    assert list(result.figures.values_list("pk", flat=True)) == old
    save_result(movement, seat=seat, text="Thêm chữ", figures=FIGURES[:1], version=2, **how)
    [result] = MovementResult.objects.with_figures()
    assert (result.text, result.version, result.figure_lines) == ("Thêm chữ", 3, FIGURES[:1])


def test_of_two_who_report_the_second_is_told(cast, at, movement):
    seat, how = cast.seats["front"], {"by": cast.member, "at": at}
    save_result(movement, seat=seat, text="một", figures=[], version=0, **how)
    with pytest.raises(ChangedMeanwhile) as refusal:
        save_result(movement, seat=seat, text="hai", figures=[], version=0, **how)
    assert refusal.value.row.text == "một"
    save_commendations(seat, span="year", counts=COUNTS, version=0, **how)
    with pytest.raises(ChangedMeanwhile):
        save_commendations(seat, span="year", counts={}, version=0, **how)
    exemplar = add_exemplar(seat, **PERSON, **how)
    facts = {**PERSON, "description": "", "movement": None}
    change_exemplar(exemplar, **facts, version=1, **how)
    with pytest.raises(ChangedMeanwhile):
        change_exemplar(exemplar, **facts, version=1, **how)


def test_no_result_enters_a_withdrawn_movement_or_one_of_another_year(cast, at, movement):
    seat, how = cast.seats["front"], {"by": cast.member, "at": at}
    earlier = make.movement(cast.last_year, "Năm trước")
    with pytest.raises(Refused, match="no member in the year"):
        save_result(earlier, seat=seat, text="x", figures=[], **how)
    withdraw_movement(movement, withdraw_reason="Nhầm", by=cast.chair, at=at)
    with pytest.raises(Refused, match="was withdrawn"):
        save_result(movement, seat=seat, text="x", figures=[], **how)


def test_a_removed_result_counts_as_not_reported(cast, at, movement):
    result = make.result(movement, cast.seats["front"])
    make.figure(result)
    with pytest.raises(NotChair):
        remove_result(result, by=cast.deputy, at=at)
    remove_result(result, by=cast.member, at=at)
    assert not movement.results.exists()


@pytest.mark.parametrize(
    ("changes", "sentence"),
    [
        ({"name": " "}, "needs a name"),
        ({"kind": "model"}, "Only a person has a position"),
        ({"name": "Nguyễn Văn A, CCCD 034088001234"}, "identity and telephone numbers"),
        ({"position": "Trưởng thôn, 0912 345 678"}, "identity and telephone numbers"),
        ({"description": "CMND 123456789"}, "identity and telephone numbers"),
    ],
)
def test_an_exemplar_is_refused_that_says_too_little_or_too_much(cast, at, changes, sentence):
    with pytest.raises(Refused, match=sentence):
        add_exemplar(cast.seats["front"], **{**PERSON, **changes}, by=cast.member, at=at)
    assert not Exemplar.objects.exists()


def test_money_and_years_are_no_personal_numbers(cast, at):
    told = "Thu 1.250.000.000 đồng trong 3 năm 2024-2026"
    seat = cast.seats["front"]
    assert add_exemplar(seat, **PERSON, description=told, by=cast.member, at=at).pk


def test_an_exemplar_is_changed_and_removed(cast, at, movement):
    seat, how = cast.seats["front"], {"by": cast.member, "at": at}
    exemplar = add_exemplar(seat, **PERSON, movement=movement, **how)
    earlier = make.movement(cast.last_year, "Năm trước")
    facts = {"kind": "model", "name": "Mô hình", "position": "", "description": "Tốt"}
    with pytest.raises(Refused, match="another year"):
        change_exemplar(exemplar, **facts, movement=earlier, version=1, **how)
    changed = change_exemplar(exemplar, **facts, movement=None, version=1, **how)
    assert (changed.name, changed.movement, changed.version) == ("Mô hình", None, 2)
    remove_exemplar(changed, **how)
    assert not Exemplar.objects.exists()
    with pytest.raises(Refused, match="removed meanwhile"):
        change_exemplar(changed, **facts, movement=None, version=2, **how)


def test_commendations_are_kept_number_by_number_and_empty_is_not_nought(cast, at):
    seat, how = cast.seats["front"], {"by": cast.member, "at": at}
    with pytest.raises(Refused, match="at least one number"):
        save_commendations(seat, span="year", counts={}, **how)
    with pytest.raises(Refused, match="0 or more"):
        save_commendations(seat, span="year", counts={("given", "state", "direct"): -1}, **how)
    report = save_commendations(seat, span="year", counts=COUNTS, **how)
    kept = CommendationCount.objects.get(recipients="collective")
    changed = {("received", "state", "collective"): 0, ("given", "ministry", "direct"): 5}
    save_commendations(seat, span="year", counts=changed, version=1, **how)

    rows = report.counts.values_list("direction", "level", "recipients", "number")
    assert {row[:3]: row[3] for row in rows} == changed
    assert report.counts.filter(pk=kept.pk).exists()
    assert save_commendations(seat, span="year", counts={}, version=2, **how) is None
    assert not CommendationReport.objects.exists()
