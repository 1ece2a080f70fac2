"""Points from the member's own to the announced standing, each stage by whom it belongs to."""

import re

import pytest
from django.utils import timezone
from playwright.sync_api import expect

from files.tests.make import PDF
from scoring.tests.scene import score
from scoring.tests.stage_scene import DAY, codes, last_days, staged
from scoring.workflow import take_usual_rules

from .looking import PHONE
from .pictures import take
from .test_every_address import signed_in

pytestmark = pytest.mark.browser

OTHERS = {"front": "38 18 16 10", "farmers": "36 17 20 10", "youth": "30 15 12 10"}
EXPLANATION = "Đã bổ sung số liệu của hai đơn vị trực thuộc."
WHY = "Thiếu số liệu hai đơn vị trực thuộc"
UNION = "Liên đoàn Lao động"


@pytest.fixture
def criteria(transactional_db, cast):
    """A year with every way of counting; what the others came to is agreed upon already."""
    criteria = staged(cast.year, today=cast.today, self_until=cast.today + DAY)
    take_usual_rules(criteria, by=cast.staff, at=timezone.now())
    for name, points in OTHERS.items():
        for code, each in zip(("I.1", "I.2", "II.1", "II.2"), points.split(), strict=True):
            score(cast.year, cast.seats[name], code, each)
    return criteria


def test_from_the_self_score_to_the_announced_standing(arrive, cast, criteria):
    pages = f"/khoi/{cast.bloc.slug}/{cast.year.year}/"
    member, chair = signed_in(arrive(PHONE), cast.deputy), signed_in(arrive(), cast.chair)

    _scores_itself(member.open(f"{pages}phieu-diem/"), codes(criteria))
    last_days(cast.year, cast.today - DAY, cast.today + 10 * DAY)
    _is_checked(chair.open(f"{pages}phieu-diem/"), codes(criteria))
    _explains(member.open(f"{pages}phieu-diem/"))
    _agrees(chair.open(f"{pages}phieu-diem/"))
    _announces(chair.open(f"{pages}diem/cong-bo/"))
    _reads_why(member.open(f"{pages}diem/"))


def _scores_itself(member, pks):
    """On a phone: figures whose points are counted at once, a file for the bonus, submitted."""
    member.follow("Score ourselves").is_at("Self-score")
    _enter(member, pks["I.1"], "36,10", v="1083", t="1200")
    _enter(member, pks["I.2"], "18,00", v="18", r="Hai việc chậm")
    _enter(member, pks["II.1"], member.word("counted when all have reported"), v="50")
    _enter(member, pks["II.2"], "10,00", v="1")
    _enter(member, pks["III.1"], "2,00", v="2")
    missing = member.page.locator("[data-part=submit] li")
    expect(missing).to_have_text([re.compile(r"^III\.1: ")])
    take(member, "tu-cham")
    member.follow(f"{member.word('Add files')} III.1").is_at("Add evidence")
    file = {"name": "Quyết định công nhận.pdf", "mimeType": "application/pdf", "buffer": PDF}
    member.page.locator("main [type=file]").set_input_files(file)
    member.press("Add the files").sees("The evidence has been added.")
    member.follow("Submit the self-score").press("Submit the self-score")
    member.sees("The self-score has been submitted.")


def _is_checked(chair, pks):
    """By another member: one criterion lower, with the reason; the rest as it is."""
    chair.follow(f"{chair.word('Check')} {UNION}").is_at("Cross-check")
    _enter(chair, pks["I.2"], "15,00", v="15", r=WHY)
    take(chair, "kiem-tra-cheo")
    chair.press("The rest as the member scored it")
    chair.press("The check is finished").sees(
        "The check is finished: the member sees it and may answer."
    )


def _explains(member):
    member.follow(UNION).sees(WHY)
    take(member, "phieu-diem")
    member.follow(f"{member.word('Explain')} I.2").is_at("Explanation")
    member.page.locator("main textarea").fill(EXPLANATION)
    member.press("Keep the explanation").sees(EXPLANATION)


def _agrees(chair):
    chair.follow("Take the checked points over").press("Take the checked points over")
    expect(chair.page.locator("main")).to_contain_text("83,10")


def _announces(chair):
    chair.follow("Announce the standing").write({"Paper": "Thông báo số 12/TB-KTĐ"})
    take(chair, "cong-bo-them")
    chair.press("Announce").sees("The standing has been announced.")
    take(chair, "cong-bo")


def _reads_why(member):
    """36,10 + 15 + 20 + 10 + 2 = 83,10, beside 82 and 83 and 67."""
    totals = member.page.locator("table.ranking td strong").all_inner_texts()
    assert totals == ["83,10", "83,00", "82,00", "67,00"]
    row = member.page.locator("table.ranking tbody tr").first
    expect(row).to_contain_text(UNION)
    take(member, "xep-hang")
    member.follow("83,10", within=row).sees("51,10 + 30,00 + 2,00")
    take(member, "vi-sao")


def _enter(person, pk, points, **fields):
    """Fill in the fields of a row; what they come to stands in it as soon as one goes on."""
    row = person.page.locator(f'[data-row="{pk}"]')
    for part, text in fields.items():
        field = row.locator(f'[name="{part}-{pk}"]')
        field.focus()
        if field.evaluate("each => each.tagName") == "SELECT":
            field.select_option(text)
        else:
            field.fill(text)
    field.blur()
    expect(row.locator("[data-points]")).to_contain_text(points, timeout=10_000)
