"""After the lock: verified by the standing body, official, opened again as a new version."""

from decimal import Decimal

import pytest
from django.urls import reverse
from django.utils import timezone

from accounts.refusal import Refused
from scoring.entries import EMPTY, Entry
from scoring.models import Score, ScoreSheet, SheetState
from scoring.past import results_of_years
from scoring.sheet import read_sheet, read_standing
from scoring.tests.scene import score
from scoring.tests.stage_scene import codes, earlier, scored, staged
from scoring.workflow import (
    NotTheirs,
    announce,
    finish_verification,
    lock,
    publish_scores,
    reopen,
    save_scores,
    save_self,
    save_verification,
)

NOW = timezone.now
CODES = ("I.1", "I.2", "II.1", "II.2")


@pytest.fixture
def criteria(cast):
    criteria = staged(cast.year, today=cast.today)
    scored(criteria, cast.seats["front"], cast.member, at=earlier())
    for seat in cast.seats.values():
        for code in CODES:
            score(cast.year, seat, code, "9")
    return criteria


@pytest.fixture
def locked(cast, criteria):
    return lock(cast.year, by=cast.chair, at=NOW(), why="Báo cáo số 1")


def changed(criteria, points, reason=""):
    return {codes(criteria)["I.1"]: (EMPTY, Entry(Decimal(points), reason=reason))}


def points(seat, stage):
    scores = Score.objects.filter(seat=seat, stage=stage)
    return dict(scores.values_list("criterion__code", "points"))


def test_the_sheets_are_locked_with_the_scores(cast, locked):
    sheet = ScoreSheet.objects.get(seat=cast.seats["front"])
    assert (sheet.state, sheet.entries.last().why) == (SheetState.LOCKED, "Báo cáo số 1")
    with pytest.raises(Refused, match="locked"):
        save_self(sheet.seat, rows={}, by=cast.member, at=NOW())


def test_the_staff_verify_what_is_locked_with_a_reason_for_each_change(cast, criteria):
    front, staff = cast.seats["front"], {"by": cast.staff, "at": NOW()}
    with pytest.raises(Refused, match="once they are locked"):
        save_verification(front, rows=changed(criteria, 8, "x"), **staff)
    lock(cast.year, by=cast.chair, at=NOW(), why="Báo cáo số 1")
    with pytest.raises(NotTheirs):
        save_verification(front, rows=changed(criteria, 8, "x"), by=cast.chair, at=NOW())
    with pytest.raises(Refused, match=r"I\.1: say why"):
        save_verification(front, rows=changed(criteria, 8), **staff)
    with pytest.raises(Refused, match="from 0 to 40"):
        save_verification(front, rows=changed(criteria, 41, "x"), **staff)
    save_verification(front, rows=changed(criteria, 8, "Thiếu văn bản"), **staff)
    with pytest.raises(Refused, match="meanwhile"):
        save_verification(front, rows=changed(criteria, 7, "x"), **staff)
    sheet = finish_verification(front, **staff)

    assert points(front, "verified") == {"I.1": 8, "I.2": 9, "II.1": 9, "II.2": 9}
    assert set(points(front, "agreed").values()) == {9}
    assert sheet.state == SheetState.VERIFIED
    with pytest.raises(Refused, match="verified already"):
        save_verification(front, rows=changed(criteria, 7, "x"), **staff)


def test_it_is_official_once_every_member_is_verified(cast, criteria, locked):
    staff = {"by": cast.staff, "at": NOW()}
    with pytest.raises(Refused, match="Not every member"):
        publish_scores(cast.year, **staff)
    with pytest.raises(NotTheirs):
        publish_scores(cast.year, by=cast.chair, at=NOW())
    for seat in cast.seats.values():
        finish_verification(seat, **staff)
    assert publish_scores(cast.year, **staff) == 16
    assert points(cast.seats["youth"], "official") == dict.fromkeys(CODES, 9)
    assert set(ScoreSheet.objects.values_list("state", flat=True)) == {"published"}


def test_official_points_rank_until_the_scores_are_opened_again(cast, criteria, locked):
    front, staff = cast.seats["front"], {"by": cast.staff, "at": NOW()}
    save_verification(front, rows=changed(criteria, 8, "Thiếu văn bản"), **staff)
    for seat in cast.seats.values():
        finish_verification(seat, **staff)
    assert not read_standing(cast.year).is_official
    publish_scores(cast.year, **staff)
    place = front.pk, codes(criteria)["I.1"]

    sheet = read_standing(cast.year)
    assert (sheet.is_official, sheet.points[place], read_sheet(cast.year).points[place]) == (
        True, 8, 9,
    )  # fmt: skip
    [past] = results_of_years(cast.year).values()
    assert {result.member: result.total for result in past}[front] == 9 * 4 - 1
    announced = announce(cast.year, announced_on=cast.today, by=cast.chair, at=NOW())
    lines = {line["seat"]: line for line in announced.standing["lines"]}
    assert lines[front.pk]["points"]["I.1"] == "8.00"

    reopen(cast.year, by=cast.staff, at=NOW(), why="Cộng sai")
    assert read_standing(cast.year).points[place] == 9
    lock(cast.year, by=cast.chair, at=NOW(), why="Báo cáo số 2")
    assert not read_standing(cast.year).is_official


def test_reopened_scores_are_a_new_version_and_the_old_one_keeps_its_figures(
    cast, criteria, locked
):
    reopen(cast.year, by=cast.staff, at=NOW(), why="Cộng sai")
    old, new = ScoreSheet.objects.filter(seat=cast.seats["front"]).order_by("number")
    assert (old.is_current, new.is_current, new.number, new.reason) == (False, True, 2, "Cộng sai")
    kept = {(line["code"], line["stage"]): line["points"] for line in old.kept}
    assert (kept["I.1", "self"], kept["I.1", "agreed"]) == ("32.00", "9.00")
    assert new.entries.get().step == "reopened"


def test_what_was_verified_and_published_no_longer_stands_over_what_is_agreed_anew(
    cast, criteria, locked
):
    front, staff = cast.seats["front"], {"by": cast.staff, "at": NOW()}
    save_verification(front, rows=changed(criteria, 8, "Thiếu văn bản"), **staff)
    for seat in cast.seats.values():
        finish_verification(seat, **staff)
    publish_scores(cast.year, **staff)
    reopen(cast.year, by=cast.staff, at=NOW(), why="Cộng sai")
    assert not Score.objects.filter(stage__in=["verified", "official"]).exists()

    old = ScoreSheet.objects.get(seat=front, is_current=False)
    kept = {(line["code"], line["stage"]): line["points"] for line in old.kept}
    assert (kept["I.1", "verified"], kept["I.1", "official"]) == ("8.00", "8.00")
    place = front.pk, codes(criteria)["I.1"]
    save_scores(
        cast.year, cells={place: (Decimal(9), Decimal(7))}, why="Biên bản họp số 2",
        by=cast.chair, at=NOW(),
    )  # fmt: skip
    lock(cast.year, by=cast.chair, at=NOW(), why="Báo cáo số 2")
    finish_verification(front, **staff)
    assert points(front, "verified")["I.1"] == 7


def test_a_verification_that_was_only_begun_is_kept_with_the_sheet_too(cast, criteria, locked):
    union, staff = cast.seats["union"], {"by": cast.staff, "at": NOW()}
    save_verification(union, rows=changed(criteria, 8, "Thiếu văn bản"), **staff)
    reopen(cast.year, by=cast.staff, at=NOW(), why="Cộng sai")
    old, new = ScoreSheet.objects.filter(seat=union).order_by("number")
    assert ("I.1", "verified") in {(line["code"], line["stage"]) for line in old.kept}
    assert (new.is_current, points(union, "verified")) == (True, {})


def test_the_page_of_the_verification(client, cast, criteria, locked):
    args = [cast.year.bloc.slug, cast.year.year, cast.seats["front"].pk]
    url, pk = reverse("scoring:verify", args=args), codes(criteria)["I.1"]
    client.force_login(cast.staff)
    assert client.get(url).status_code == 200
    assert client.post(url, {f"v-{pk}": "8"}).status_code == 200
    assert client.post(url, {f"v-{pk}": "8", f"r-{pk}": "Thiếu"}).status_code == 302
    assert client.post(reverse("scoring:verify_finish", args=args)).status_code == 302
    assert ScoreSheet.objects.get(seat=cast.seats["front"]).state == SheetState.VERIFIED
    listed = client.get(reverse("scoring:sheet_list", args=args[:2])).content.decode()
    assert reverse("scoring:scores_publish", args=args[:2]) in listed
    client.force_login(cast.chair)
    assert client.get(url).status_code == 403
