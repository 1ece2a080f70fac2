"""Penalties for lateness count themselves: bands, days in Vietnam, extensions, a person's own."""

import datetime as dt
from decimal import Decimal as D

import pytest
from django.core.management import call_command
from django.urls import reverse
from django.utils import timezone

from accounts.refusal import Refused
from blocs.workflow import extend_deadline, set_deadlines
from pledges import workflow as pledging
from pledges.commending import Span
from pledges.tests import make as pledges
from scoring.arithmetic import Rule, Tier
from scoring.automatic import points_of
from scoring.came_in import came_in, followed
from scoring.kinds import Method
from scoring.lateness import Late, days_late
from scoring.models import Score, ScoreSheet, SheetEntry
from scoring.models import Tier as TierRow
from scoring.procedure import procedure_of
from scoring.sheet import read_sheet
from scoring.tests import make
from scoring.tests.scene import score
from scoring.tests.stage_scene import DAY, last_days, staged
from scoring.tests.test_lateness import DUE
from scoring.tests.test_why_pages import lines
from scoring.tree import Node
from scoring.workflow import fill_all_lateness, fill_lateness, lock, save_scores

NOW = timezone.now
BANDS = (("2", "5"), ("4", "10"), ("6", "15"))  # points from so many days on
RULE = Rule(
    Method.DAYS_LATE,
    deadline="self_score",
    tiers=tuple(Tier(D(points), "", D(days)) for points, days in BANDS),
)


@pytest.mark.parametrize(
    ("days", "points"), [(0, 0), (4, 0), (5, 2), (9, 2), (10, 4), (14, 4), (15, 6), (99, 6)]
)
def test_the_bands_take_points_off_from_their_first_day_on(days, points):
    last = DUE.on
    node = Node("IV.1", "Nộp chậm", "penalty", D(9), (), 1, RULE)
    late = Late(DUE, last, last + days * DAY, days_late(DUE, last + days * DAY))
    sheet = type("", (), {"criteria_set": type("", (), {"rounding_step": D("0.01")})})
    assert points_of(sheet, node, late) == points


def late_set(cast, deadline="self_score", **also):
    """The staged set with a penalty by days late; the self-scores ended on 1 November."""
    criteria = staged(cast.year, today=cast.today)
    penalty = make.criterion(criteria, "IV", "9", kind="penalty")
    leaf = make.criterion(criteria, "IV.1", "9", penalty, method="days_late", deadline=deadline)
    for place, (points, days) in enumerate(BANDS, start=1):
        TierRow.objects.create(criterion=leaf, position=place, points=D(points), at_least=D(days))
    for code, kind in also.items():
        make.criterion(criteria, code, "9", penalty, method="days_late", deadline=kind)
    last = dt.date(cast.year.year, 11, 1)
    last_days(cast.year, last, cast.today + DAY)
    score(cast.year, cast.seats["front"], "I.2", "20")
    return leaf, last


def submitted(seat, by, moment):
    sheet, _made = ScoreSheet.objects.get_or_create(
        seat=seat, is_current=True, defaults={"emulation_year": seat.emulation_year}
    )
    SheetEntry.objects.create(sheet=sheet, step="submitted", by=by, at=moment)


def at(day, hour, minute=0, second=0):
    """A moment in Vietnam."""
    zone = timezone.get_default_timezone()
    return dt.datetime.combine(day, dt.time(hour, minute, second), zone)


def penalties(leaf):
    scores = Score.objects.filter(criterion=leaf)
    return {s.seat.organisation.name: (s.figure, s.points) for s in scores}


def test_days_are_days_in_vietnam_and_the_first_submission_counts(cast):
    leaf, last = late_set(cast)
    seats, by = cast.seats, cast.member
    submitted(seats["front"], by, at(last + 4 * DAY, 23, 59, 59))
    submitted(seats["union"], by, at(last + 5 * DAY, 0))
    submitted(seats["farmers"], by, at(last + 9 * DAY, 23, 59, 59))
    submitted(seats["farmers"], by, at(last + 20 * DAY, 8))  # sent back, submitted again
    submitted(seats["youth"], None, at(last + 3 * DAY, 0))  # by silence: in time
    assert len(fill_lateness(cast.year, at=NOW())) == 2
    assert penalties(leaf) == {"Liên đoàn Lao động": (5, 2), "Hội Nông dân": (9, 2)}
    kept = Score.objects.get(seat=seats["union"], criterion=leaf)
    assert (kept.by, kept.reason) == (
        None, f"Tự động: hạn 01/11/{last.year}, nhận ngày 06/11/{last.year}, chậm 5 ngày",
    )  # fmt: skip
    assert fill_lateness(cast.year, at=NOW()) == []
    call_command("close_stages")
    assert fill_all_lateness(at=NOW(), dry_run=True) == []


def test_an_extension_counts_them_anew_until_the_scores_are_locked(client, cast):
    leaf, last = late_set(cast)
    for seat in cast.seats.values():
        submitted(seat, cast.member, at(last + 14 * DAY, 9))
    client.force_login(cast.chair)
    url = reverse("scoring:standing", args=[cast.year.bloc.slug, cast.year.year])
    client.get(url)
    assert set(penalties(leaf).values()) == {(14, 4)}
    more = {"kind": "self_score", "why": "Bão lũ", "by": cast.chair, "at": NOW()}
    extend_deadline(cast.year, until=last + 2 * DAY, **more)
    extend_deadline(cast.year, until=last + 5 * DAY, seat=cast.seats["union"], **more)
    extend_deadline(cast.year, until=last + 10 * DAY, seat=cast.seats["youth"], **more)
    client.get(url)
    assert penalties(leaf) == {
        "Ủy ban MTTQ": (12, 4), "Hội Nông dân": (12, 4), "Liên đoàn Lao động": (9, 2),
    }  # fmt: skip
    lock(cast.year, by=cast.chair, at=NOW(), why="Báo cáo")
    before = penalties(leaf)
    extend_deadline(cast.year, until=last + 13 * DAY, **more)
    assert fill_lateness(cast.year, at=NOW()) == []
    client.get(url)
    assert penalties(leaf) == before


def test_a_person_overrides_with_a_reason_and_gives_it_back_by_emptying_the_cell(cast):
    leaf, last = late_set(cast)
    front = cast.seats["front"]
    for seat in cast.seats.values():
        submitted(seat, cast.member, at(last + (15 if seat == front else 0) * DAY, 9))
    fill_lateness(cast.year, at=NOW())
    place, how = (front.pk, leaf.pk), {"by": cast.chair, "at": NOW()}
    with pytest.raises(Refused, match="counted by itself"):
        save_scores(cast.year, cells={place: (D(6), D(1))}, **how)
    save_scores(cast.year, cells={place: (D(6), D(1))}, why="Mất điện", **how)
    assert fill_lateness(cast.year, at=NOW()) == []
    assert penalties(leaf) == {"Ủy ban MTTQ": (None, 1)}
    save_scores(cast.year, cells={place: (D(1), None)}, why="Bỏ", **how)
    fill_lateness(cast.year, at=NOW())
    assert penalties(leaf) == {"Ủy ban MTTQ": (15, 6)}


def test_nothing_is_counted_before_anybody_has_scored(cast):
    leaf, _last = late_set(cast)
    Score.objects.all().delete()
    assert fill_lateness(cast.year, at=NOW()) == []
    assert penalties(leaf) == {}


def test_what_has_not_come_is_as_late_as_today_and_written_when_its_points_change(cast):
    leaf, last = late_set(cast)
    for days, written in ((4, 0), (6, 4), (7, 0), (10, 4), (30, 4), (40, 0)):
        done = fill_lateness(cast.year, at=at(last + days * DAY, 12))
        assert len(done) == written, days
    assert set(penalties(leaf).values()) == {(30, 6)}


def test_why_shows_the_inputs_and_a_persons_own_points(client, cast, django_assert_max_num_queries):
    leaf, last = late_set(cast, IV_2="half_year_report")
    front, how = cast.seats["front"], {"by": cast.chair, "at": NOW()}
    submitted(front, cast.member, at(last + 14 * DAY, 9))
    until = last + 3 * DAY
    extend_deadline(cast.year, kind="self_score", until=until, seat=front, why="Bão", **how)
    args = [cast.year.bloc.slug, cast.year.year]
    url = reverse("scoring:why_criterion", args=[*args, front.pk, leaf.pk])
    cast.member.language = "en"
    cast.member.save()
    client.force_login(cast.member)
    client.get(url)
    with django_assert_max_num_queries(12):
        told = lines(client.get(url))
    assert f"01/11/{last.year}; for this member until 04/11/{last.year}" in told["Deadline"]
    assert (told["Came in"], told["Days late"]) == (f"15/11/{last.year}", "11 days")
    assert "11 → from 10 on: 4 points" in told["Calculation"]
    save_scores(cast.year, cells={(front.pk, leaf.pk): (D(4), D(0))}, why="Mất điện", **how)
    told = lines(client.get(url))
    assert "By the days it would be 4.00; a person set 0.00" in told["Attention"]
    client.force_login(cast.chair)
    for name in ("standing", "score_table", "sheet_list", "sheets_agree", "sheet_detail"):
        more = [front.pk] if name == "sheet_detail" else []
        with django_assert_max_num_queries(12, info=name):
            assert client.get(reverse(f"scoring:{name}", args=args + more)).status_code == 200


PAGES = ("sheet_detail", "sheets_agree", "announcement_list", "standing_pictures", "sheet_list")


@pytest.mark.parametrize("name", PAGES)
def test_every_page_shows_what_is_counted_today(client, cast, name):
    leaf, last = late_set(cast)
    front = cast.seats["front"]
    for seat in cast.seats.values():
        submitted(seat, cast.member, at(last + (15 if seat == front else 0) * DAY, 9))
    client.force_login(cast.chair)
    more = [front.pk] if name == "sheet_detail" else []
    url = reverse(f"scoring:{name}", args=[cast.year.bloc.slug, cast.year.year, *more])
    assert client.get(url).status_code == 200
    assert penalties(leaf) == {"Ủy ban MTTQ": (15, 6)}


def test_a_report_on_the_covenant_comes_in_with_its_last_commitment(cast):
    leaf, _last = late_set(cast, deadline="half_year_report")
    due = cast.today - 20 * DAY
    set_deadlines(cast.year, days={"half_year_report": due}, by=cast.chair, at=NOW())
    opened = pledges.opened(cast)
    pledges.sign(cast, opened)
    version = pledging.put_in_force(opened, by=cast.chair, at=pledges.now())
    front, union = cast.seats["front"], cast.seats["union"]
    own = list(version.commitments.filter(seat=None))
    for number, commitment in enumerate(own):
        report = {"span": Span.HALF_YEAR, "status": "on_track", "figures": {}}
        day = due + (number + 1) * DAY
        pledging.save_progress(commitment, seat=front, by=cast.member, at=at(day, 9), **report)
    first = {"span": Span.HALF_YEAR, "status": "on_track", "figures": {}}
    pledging.save_progress(own[0], seat=union, by=cast.deputy, at=at(due, 9), **first)
    sheet = read_sheet(cast.year)
    assert followed(sheet.leaves) == {"half_year_report"}
    now = procedure_of(cast.year, on=cast.today)
    came = came_in(cast.year, followed(sheet.leaves), now, sheet.members)
    assert came[front.pk, "half_year_report"] == due + len(own) * DAY
    assert came[union.pk, "half_year_report"] is None
    fill_lateness(cast.year, at=NOW())
    assert penalties(leaf)["Liên đoàn Lao động"] == (20, 6)
