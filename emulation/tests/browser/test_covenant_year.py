"""The year of a covenant: drawn up, signed by every member, in force, amended where it must be."""

import datetime as dt
import io

import pytest
from django.core.management import CommandError, call_command
from django.db import transaction
from django.utils import timezone

from pledges.models import Signature
from pledges.tests.test_verifying import tamper
from vietnamese.dates import short_date

from . import covenant_work as work
from .covenant_stage import (
    BLOC,
    CLERK,
    CULTURE,
    FARMERS,
    FRONT,
    OWN,
    PASSWORD,
    PEOPLE,
    SHARED,
    TARGET,
    THEME,
    YOUTH,
    build,
)
from .pictures import keep, take

pytestmark = pytest.mark.browser

TITLE = f"Giao ước thi đua năm {timezone.localdate().year}"
AMENDED = "Vận động xây mới 08 nhà tình nghĩa tại các xã Yên Sơn, Bình Hòa."
WHY_AMENDED = "Tỉnh giao thêm chỉ tiêu nhà ở sau bão số 3"
FIGURES = {FRONT: "12,5", FARMERS: "1200", YOUTH: "800"}
WRONG_PASSWORD = (
    "The password is not right, so nothing was signed. Check Caps Lock and turn off the "
    "Vietnamese keyboard (Unikey), then try again."
)
RESERVED = "Chưa được giao biên chế để thực hiện"


@pytest.fixture
def stage(browser, country):
    return build()


def test_a_covenant_from_its_first_words_to_its_amendment(stage, arrive):
    people = {name: arrive().sign_in(who[0], PASSWORD) for name, who in PEOPLE.items()}
    clerk = arrive().sign_in(CLERK, PASSWORD)
    chair, outsider = people[FARMERS], people[CULTURE]
    del people[CULTURE]

    _draws_up(chair, people[YOUTH])
    covenant = chair.page.url
    outsider.open(covenant, status=404)
    _others_may_not_sign(people[YOUTH], clerk, outsider, stage.seats)
    for name, person in people.items():
        _signs(person, name)
    _every_signature_stands(3)

    first = _puts_in_force(chair, stage.year)
    _amends(chair)
    _only_the_youth_union_signs_again(people)
    _second_version_takes_its_place(chair, stage.year, first)
    _finds_what_was_tampered_with()


def _draws_up(chair, member):
    work.open_covenant(chair, BLOC)
    work.open_covenant(member, BLOC).sees_no("Begin the covenant")
    chair.press("Begin the covenant").is_at("Write the covenant")
    bases = chair.page.get_by_role("checkbox", checked=True)
    assert bases.count() > 1
    for text in SHARED:
        work.add_commitment(chair, text)
    work.add_commitment(chair, OWN, of=YOUTH)
    work.set_target(chair, 2, *TARGET, FIGURES)
    work.save_head(chair, {"Title": TITLE, "Theme": THEME})
    take(chair, "giao-uoc-soan")
    last_day = work.today() + dt.timedelta(days=20)
    work.open_signing(chair, short_date(last_day)).is_at(TITLE)


def _others_may_not_sign(member, clerk, outsider, seats):
    """Neither without the right to, nor for another organisation, nor from another bloc."""
    pages = {name: f"{outsider.page.url}ky/{seat.pk}/" for name, seat in seats.items()}
    work.open_covenant(clerk, BLOC).is_at(TITLE)
    assert not clerk.link("Sign").count()
    clerk.open(pages[FRONT], status=403).is_at("You may not do this")
    member.open(pages[FRONT], status=403).is_at("You may not do this")
    outsider.open(pages[FRONT], status=404)


def _signs(person, member):
    """Reads what is signed, word by word, and confirms it with the password; once."""
    work.open_covenant(person, BLOC).follow("Sign")
    assert work.words_on(person) == [*SHARED, OWN] if member == YOUTH else [*SHARED]
    left_open = person.another_window()
    if member == FRONT:
        work.reserve(person, 2, RESERVED)
        work.sign(person, "mật khẩu cũ").sees(WRONG_PASSWORD)
        assert work.reason_for(person, 2).is_visible()  # it waits as it was typed
        take(person, "giao-uoc-sai-mat-khau")
    take(person, f"giao-uoc-ky-{PEOPLE[member][0]}")
    work.sign(person, PASSWORD).sees("Signed for %(organisation)s.", organisation=member)
    assert not person.link("Sign").count()
    work.sign(left_open, PASSWORD).sees("This member has already signed this version.")
    assert not left_open.page.get_by_role("button", name=person.word("Sign"), exact=True).count()


def _every_signature_stands(count):
    said = io.StringIO()
    call_command("verify_signatures", stdout=said)
    assert said.getvalue() == f"{count} signatures: every text and row is as it was.\n"


def _puts_in_force(chair, year):
    """The board says who has confirmed it, and when; everybody downloads the same paper."""
    work.open_covenant(chair, BLOC).follow("Put in force").press("Put in force")
    chair.sees("The covenant is in force.")
    for name in (FRONT, FARMERS, YOUTH):
        place = work.place_on_board(chair, name)
        assert "Đã xác nhận trên hệ thống" in place
        assert "ký số" not in place.lower()
        assert PEOPLE[name][1] in place
        assert short_date(work.today()) in place
    assert f"Nội dung 2: {RESERVED}" in work.place_on_board(chair, FRONT)
    take(chair, "giao-uoc-hieu-luc")
    paper = work.issue_paper(chair)
    keep(paper, "giao-uoc.pdf")
    words = work.holds_version(paper, year, 1, [THEME, *SHARED, OWN, RESERVED])
    assert "1.200" in words
    assert "12,5" in words
    assert "ký số" not in words.lower()
    return paper


def _amends(chair):
    work.open_covenant(chair, BLOC).follow("Amend")
    chair.write({"Why is the covenant amended?": WHY_AMENDED}).press("Begin the amendment")
    work.rewrite_commitment(chair, len(SHARED) + 1, AMENDED)
    work.open_signing(chair, short_date(work.today() + dt.timedelta(days=10)))
    chair.sees("Amended because: %(reason)s", reason=WHY_AMENDED).follow("What was changed")
    assert chair.page.locator("main del").all_inner_texts() == ["05"]
    assert "08" in chair.page.locator("main ins").all_inner_texts()
    take(chair, "giao-uoc-thay-doi")


def _only_the_youth_union_signs_again(people):
    for name in (FRONT, FARMERS):
        work.open_covenant(people[name], BLOC)
        assert not people[name].link("Sign").count()
        place = work.place_on_board(people[name], name)
        assert people[name].word("signed version %(number)s, not affected", number=1) in place
    youth = people[YOUTH]
    work.open_covenant(youth, BLOC)
    assert youth.word("not signed") in work.place_on_board(youth, YOUTH)
    take(youth, "giao-uoc-ky-lai")
    youth.follow("Sign")
    assert work.words_on(youth) == [*SHARED, AMENDED]
    work.sign(youth, PASSWORD).sees("Signed for %(organisation)s.", organisation=YOUTH)
    _every_signature_stands(4)


def _second_version_takes_its_place(chair, year, first):
    """The earlier version, its words and its paper stay readable."""
    work.open_covenant(chair, BLOC).follow("Put in force").press("Put in force")
    second = work.issue_paper(chair)
    keep(second, "giao-uoc-sua-doi.pdf")
    assert OWN not in work.holds_version(second, year, 2, [*SHARED, AMENDED])
    work.open_covenant(chair, BLOC).follow("Version %(number)s", number=1)
    assert work.words_on(chair) == [*SHARED, OWN]
    take(chair, "giao-uoc-ban-truoc")
    assert work.download_paper(chair) == first


def _finds_what_was_tampered_with():
    signature = Signature.objects.earliest("pk")
    with transaction.atomic():
        tamper("UPDATE pledges_signature SET full_name = 'Ai đó' WHERE id = %s", signature.pk)
    with pytest.raises(CommandError) as found:
        call_command("verify_signatures")
    line = f"signature {signature.pk}: full_name changed since it was stored"
    assert str(found.value).splitlines() == [line]
