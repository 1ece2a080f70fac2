"""The meeting ends with the bloc's agreement: who, when, what is ready, and what stands then."""

import datetime as dt
from decimal import Decimal

import pytest
from django.urls import reverse
from django.utils import timezone

from accounts.refusal import Refused
from blocs.models import ChairAct
from blocs.workflow import NotChair, record_conference
from scoring.entries import Entry
from scoring.models import Score, ScoreSheet, SheetEntry, SheetState, Stage
from scoring.tests import make
from scoring.tests.scene import previewed, score
from scoring.tests.stage_scene import DAY, codes, earlier, last_days, rows, scored, staged
from scoring.workflow import (
    accept_rest,
    agree_sheets,
    finish_check,
    save_check,
    save_scores,
    save_self,
    save_upload,
    send_back,
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


def checked(cast, criteria, front):
    entry = Entry(Decimal(70), reason="Biên bản số 3")
    save_check(front, rows=rows(criteria, I_1=entry), by=cast.chair, at=NOW())
    accept_rest(front, by=cast.chair, at=NOW())
    finish_check(front, by=cast.chair, at=NOW())


def agree(cast, *seats, by=None, **more):
    how = {"agreed_on": cast.today, "by": by or cast.chair, "at": NOW(), **more}
    return agree_sheets(cast.year, seats=seats or list(cast.seats.values()), **how)


def moved(cast, criteria, front, points, why=""):
    cells = {(front.pk, codes(criteria)["I.1"]): (Decimal(28), Decimal(points))}
    return save_scores(cast.year, cells=cells, why=why, by=cast.chair, at=NOW())


def test_the_chair_records_when_and_where_the_bloc_agreed(cast, criteria, front):
    checked(cast, criteria, front)
    take_over_checks(cast.year, by=cast.chair, at=NOW())
    meeting = record_conference(
        cast.year, purposes={cast.year: ["appraisal"]}, held_on=cast.today, by=cast.chair, at=NOW()
    )
    for who in (cast.member, cast.deputy, cast.observer):
        with pytest.raises(NotChair):
            agree(cast, front, by=who)
    [sheet] = agree(cast, front, conference=meeting)

    entry = sheet.entries.last()
    told = entry.step, entry.agreed_on, entry.conference, entry.act.by
    assert told == ("agreed", cast.today, meeting, cast.chair)
    assert sheet.state == SheetState.AGREED
    with pytest.raises(Refused, match="agreed upon these sheets already"):
        agree(cast, front)
    # What stands from then on: the check, the self-score, the answer.
    late = {"by": cast.chair, "at": NOW()}
    with pytest.raises(Refused, match="finished"):
        save_check(front, rows=rows(criteria, I_2="1"), **late)
    with pytest.raises(Refused, match="finished"):
        send_back(front, why="x", **late)
    with pytest.raises(Refused, match="has been submitted"):
        save_self(front, rows=rows(criteria, I_2="1"), by=cast.member, at=NOW())
    said = {"criterion": criteria.criteria.get(code="I.1"), "text": "Sai"}
    with pytest.raises(Refused, match="has agreed upon this sheet"):
        state_as_member(front, by=cast.member, at=NOW(), **said)
    # What the bloc then changes has a reason, be it back to what was checked.
    moved(cast, criteria, front, 30, "Họp bổ sung")
    cells = {(front.pk, codes(criteria)["I.1"]): (Decimal(30), Decimal(28))}
    with pytest.raises(Refused, match="Say why it changes"):
        save_scores(cast.year, cells=cells, by=cast.chair, at=NOW())


def test_all_at_once_names_everybody_who_is_not_ready(cast, criteria, front):
    score(cast.year, front, "I.1", "31")
    with pytest.raises(Refused) as refusal:
        agree(cast)
    assert str(refusal.value).count("its check is not finished") == 4
    checked(cast, criteria, front)
    with pytest.raises(Refused, match=r"no agreed points in I\.2, II\.1, II\.2"):
        agree(cast, front)
    take_over_checks(cast.year, by=cast.chair, at=NOW())
    with pytest.raises(Refused, match=r"say why it differs from the stage before: I\.1"):
        agree(cast, front)
    with pytest.raises(Refused, match="still to come"):
        agree(cast, front, agreed_on=cast.today + DAY)
    with pytest.raises(Refused, match="Choose the members"):
        agree_sheets(cast.year, seats=[], agreed_on=cast.today, by=cast.chair, at=NOW())
    Score.objects.filter(stage="agreed", criterion__code="I.1").update(reason="Biểu quyết")
    assert agree(cast, front)


def test_a_member_with_more_days_or_a_sheet_sent_back_is_not_agreed_upon(cast, criteria, front):
    send_back(front, why="Thiếu", by=cast.chair, at=NOW())
    last_days(cast.year, cast.today - 3 * DAY, cast.today - DAY)
    with pytest.raises(Refused, match="was sent back"):
        agree(cast, front)
    last_days(cast.year, cast.today, cast.today + DAY)
    with pytest.raises(Refused, match="still scores itself"):
        agree(cast, front)


def test_where_the_agreement_is_the_only_stage_nothing_is_asked(cast):
    make.small_set(cast.year)
    front, one = cast.seats["front"], codes(cast.year.criteria_sets.get())["I.1"]
    for old, new in ((None, 5), (5, 6)):
        cells = {(front.pk, one): (old and Decimal(old), Decimal(new))}
        assert save_scores(cast.year, cells=cells, by=cast.chair, at=NOW())
    with pytest.raises(Refused, match="no stages"):
        agree(cast, front)
    upload = previewed(cast.year, {(front, "I.1"): 7}, by=cast.chair)
    assert save_upload(upload, by=cast.chair, at=NOW()).is_saved
    assert Score.objects.get().reason == f"Từ tệp {upload.file.name}"


def test_an_upload_says_why_it_differs_from_the_check(cast, criteria, front):
    checked(cast, criteria, front)
    upload = previewed(cast.year, {(front, "I.1"): 30}, by=cast.chair)
    with pytest.raises(Refused, match=r"I\.1: say why"):
        save_upload(upload, by=cast.chair, at=NOW())
    save_upload(upload, why="Khối biểu quyết", by=cast.chair, at=NOW())
    assert Score.objects.get(stage="agreed").reason.startswith("Khối biểu quyết (từ tệp ")


def test_the_page_records_it_for_the_chair(client, cast, criteria, front):
    checked(cast, criteria, front)
    take_over_checks(cast.year, by=cast.chair, at=NOW())
    args = [cast.year.bloc.slug, cast.year.year]
    url = reverse("scoring:sheets_agree", args=args)
    client.force_login(cast.chair)
    page = client.get(url).content.decode()
    assert page.count("78,00") == 2
    assert client.post(url, {"seats": [front.pk]}).status_code == 200
    assert not SheetEntry.objects.filter(step="agreed").exists()
    day = f"{cast.today:%d/%m/%Y}"
    assert client.post(url, {"seats": [front.pk], "agreed_on": day}).status_code == 302
    detail = client.get(reverse("scoring:sheet_detail", args=[*args, front.pk])).content.decode()
    assert day in detail
    client.force_login(cast.staff)
    needs = client.post(url, {"seats": [front.pk], "agreed_on": day})
    assert needs.status_code == 200
    client.force_login(cast.member)
    assert client.get(url).status_code == 403
    assert ChairAct.objects.filter(what__contains="khối thống nhất phiếu điểm").count() == 1


def test_a_sheet_that_was_sent_back_keeps_what_it_said(client, cast, criteria, front):
    save_check(front, rows=rows(criteria, I_2="20"), by=cast.chair, at=NOW())
    send_back(front, why="Xem lại số vụ", by=cast.chair, at=NOW())
    shown = {codes(criteria)["I.1"]: (Entry(Decimal(80)), Entry(Decimal(75)))}
    save_self(front, rows=shown, by=cast.member, at=NOW() + dt.timedelta(seconds=1))
    old, new = ScoreSheet.objects.filter(seat=front).order_by("number")
    assert {line["code"]: line["points"] for line in old.kept if line["stage"] == Stage.SELF}[
        "I.1"
    ] == "32.00"
    assert (new.number, new.reason, new.state) == (2, "Xem lại số vụ", "sent_back")

    client.force_login(cast.member)
    url = reverse("scoring:sheet_detail", args=[cast.year.bloc.slug, cast.year.year, front.pk])
    page = " ".join(client.get(url).content.decode().split())
    assert "32,00 → <strong>30,00</strong>" in page
    assert "Xem lại số vụ" in page
    client.force_login(cast.coming_chair)
    assert "32,00" not in client.get(url).content.decode()
