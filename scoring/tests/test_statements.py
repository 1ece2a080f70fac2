"""A member answers its check within its days, who checks answers; the meeting; silence."""

import datetime as dt
from decimal import Decimal
from io import StringIO

import pytest
from django.core.management import call_command
from django.urls import reverse
from django.utils import timezone

from accounts.refusal import Refused
from blocs.models import ChairAct
from blocs.open_work import open_years
from scoring.entries import Entry
from scoring.models import Score, ScoreSheet, SheetState, Silence, Statement
from scoring.open_work import open_work
from scoring.tests.stage_scene import DAY, codes, earlier, last_days, rows, scored, staged
from scoring.workflow import (
    NotTheirs,
    accept_rest,
    close_stages,
    finish_check,
    save_check,
    save_scores,
    state_as_checker,
    state_as_member,
    take_over_checks,
)

NOW = timezone.now


@pytest.fixture
def criteria(cast):
    criteria = staged(cast.year, today=cast.today)
    scored(criteria, cast.seats["front"], cast.member, at=earlier())
    return criteria


@pytest.fixture
def front(cast, criteria):
    return cast.seats["front"]


def finished(cast, criteria, front):
    entry = Entry(Decimal(70), reason="Biên bản số 3")
    save_check(front, rows=rows(criteria, I_1=entry), by=cast.chair, at=NOW())
    accept_rest(front, by=cast.chair, at=NOW())
    return finish_check(front, by=cast.chair, at=NOW())


def test_a_member_contests_a_figure_and_who_checks_answers(cast, criteria, front):
    one = criteria.criteria.get(code="I.1")
    said = {"criterion": one, "at": NOW()}
    with pytest.raises(Refused, match="once it is finished"):
        state_as_member(front, text="Sai", by=cast.member, **said)
    finished(cast, criteria, front)
    with pytest.raises(Refused, match="said nothing"):
        state_as_checker(front, text="Đúng", by=cast.chair, **said)
    for who in (cast.chair, cast.staff, cast.deputy):
        with pytest.raises(NotTheirs):
            state_as_member(front, text="Sai", by=who, **said)
    with pytest.raises(Refused, match="Write the explanation"):
        state_as_member(front, text=" ", by=cast.member, **said)

    state_as_member(front, text="Thiếu 10 vụ của tháng 12", by=cast.member, **said)
    with pytest.raises(NotTheirs):
        state_as_checker(front, text="Không", by=cast.member, **said)
    state_as_checker(front, text="Không có biên bản", by=cast.chair, **said)

    sides = Statement.objects.values_list("side", "text", "by")
    assert list(sides) == [
        ("member", "Thiếu 10 vụ của tháng 12", cast.member.pk),
        ("checker", "Không có biên bản", cast.chair.pk),
    ]


def test_after_the_days_of_the_set_a_check_is_not_answered_any_more(cast, criteria, front):
    finished(cast, criteria, front)
    said = {"criterion": criteria.criteria.get(code="I.1"), "text": "Sai", "by": cast.member}
    state_as_member(front, at=NOW() + dt.timedelta(days=5), **said)
    with pytest.raises(Refused, match="have passed"):
        state_as_member(front, at=NOW() + dt.timedelta(days=6), **said)


def test_the_page_offers_an_answer_to_its_member_alone(client, cast, criteria, front):
    finished(cast, criteria, front)
    year, pk = cast.year, codes(criteria)["I.1"]
    args = [year.bloc.slug, year.year, front.pk]
    url = reverse("scoring:statement_add", args=[*args, pk])
    detail = reverse("scoring:sheet_detail", args=args)
    client.force_login(cast.member)
    assert url in client.get(detail).content.decode()
    assert client.post(url, {"text": "<b>Sai</b>"}).status_code == 302
    client.force_login(cast.chair)
    page = client.get(detail).content.decode()
    assert url in page
    assert "&lt;b&gt;Sai" in page
    assert client.post(url, {"text": "Không"}).status_code == 302
    client.force_login(cast.coming_chair)
    assert "Không" not in client.get(detail).content.decode().split("<main")[1]
    assert client.get(url).status_code == 403


def test_checks_go_to_the_meeting_and_changes_there_need_a_reason(cast, criteria, front):
    with pytest.raises(Refused, match="nothing to take over"):
        take_over_checks(cast.year, by=cast.chair, at=NOW())
    finished(cast, criteria, front)
    assert take_over_checks(cast.year, by=cast.chair, at=NOW()) == 4
    agreed = Score.objects.get(seat=front, criterion__code="I.1", stage="agreed")
    assert (agreed.points, agreed.figure, agreed.by) == (28, 70, cast.chair)

    cells = {(front.pk, codes(criteria)["I.1"]): (Decimal(28), Decimal(30))}
    how = {"by": cast.chair, "at": NOW()}
    with pytest.raises(Refused, match="say why"):
        save_scores(cast.year, cells=cells, **how)
    save_scores(cast.year, cells=cells, why="Khối biểu quyết", **how)
    agreed.refresh_from_db()
    assert (agreed.points, agreed.figure, agreed.reason) == (30, None, "Khối biểu quyết")
    check = Score.objects.get(seat=front, criterion__code="I.1", stage="checked")
    assert (check.points, ChairAct.objects.filter(what__contains="Nhập điểm").count()) == (28, 1)


def test_silence_submits_what_was_entered_and_accepts_what_was_not_checked(cast):
    criteria = staged(
        cast.year, today=cast.today, silence=Silence.SUBMITTED, check_silence=Silence.ACCEPTED
    )
    front = cast.seats["front"]
    scored(criteria, front, cast.member, at=earlier())
    entry = Entry(Decimal(70), reason="Biên bản số 3")
    save_check(front, rows=rows(criteria, I_1=entry), by=cast.chair, at=NOW())
    ScoreSheet.objects.update(state="draft")

    assert close_stages(at=NOW(), dry_run=True)
    assert ScoreSheet.objects.get().state == SheetState.DRAFT
    assert [seat for _year, seat, _what in close_stages(at=NOW())] == [front]
    assert ScoreSheet.objects.get().state == SheetState.SUBMITTED
    assert close_stages(at=NOW()) == []

    last_days(cast.year, cast.today - 3 * DAY, cast.today - DAY)
    out = StringIO()
    call_command("close_stages", "--dry-run", stdout=out)
    call_command("close_stages", stdout=out)
    call_command("close_stages", stdout=out)
    counts = [line.split(": ")[-1] for line in out.getvalue().splitlines() if "\t" not in line]
    assert counts == ["1.", "1.", "0."]
    points = Score.objects.filter(stage="checked").values_list("criterion__code", "points")
    assert dict(points) == {"I.1": 28, "I.2": 20, "II.1": 20, "II.2": 10}
    sheet = ScoreSheet.objects.get()
    assert (sheet.is_checked, sheet.entries.last().by) == (True, None)
    assert "coi như đồng ý" in sheet.entries.last().why


def test_without_a_meaning_silence_does_nothing(cast, criteria, front):
    last_days(cast.year, cast.today - 3 * DAY, cast.today - DAY)
    assert close_stages(at=NOW()) == []
    assert ScoreSheet.objects.get().state == SheetState.DRAFT


def test_the_to_do_list_names_whose_sheet_waits(cast):
    staged(cast.year, today=cast.today, self_until=cast.today + DAY)
    own = {w.organisation for w in _works(cast) if w.kind == "scoring.self_score"}
    assert own == {seat.organisation_id for seat in cast.seats.values()}
    assert not [w for w in _works(cast) if w.kind == "scoring.cross_check"]

    last_days(cast.year, cast.today - DAY, cast.today + DAY)
    checks = [w for w in _works(cast) if w.kind == "scoring.cross_check"]
    assert [(w.organisation, w.due, w.text) for w in checks] == [
        (None, cast.today + DAY, f"3 score sheets of {cast.year.year} are to be checked"),
        (cast.organisations.union.pk, cast.today + DAY,
         f"1 score sheet of {cast.year.year} is to be checked"),
    ]  # fmt: skip
    assert not [w for w in _works(cast) if w.kind == "scoring.self_score"]


def _works(cast):
    return open_work(open_years(on=cast.today).filter(pk=cast.year.pk), on=cast.today)
