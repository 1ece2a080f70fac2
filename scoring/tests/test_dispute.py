"""A dispute from the check to the rank, through the pages alone; every figure can still be read."""

from decimal import Decimal

import pytest
from django.urls import reverse

from scoring.models import Score, ScoreSheet, SheetState
from scoring.tests.scene import score
from scoring.tests.stage_scene import DAY, codes, last_days, staged


@pytest.fixture
def criteria(cast):
    criteria = staged(cast.year, today=cast.today, self_until=cast.today)
    for name, points in (("union", "34"), ("farmers", "20"), ("youth", "10")):
        for code, value in (("I.1", points), ("I.2", "20"), ("II.1", "20"), ("II.2", "10")):
            score(cast.year, cast.seats[name], code, value)
    return criteria


class Desk:
    """Somebody of the cast at the pages, in English."""

    def __init__(self, client, cast):
        self.client, self.cast = client, cast

    def address(self, name, *more):
        return reverse(f"scoring:{name}", args=[self.cast.bloc.slug, self.cast.year.year, *more])

    def read(self, who, name, *more):
        self._sign_in(who)
        return " ".join(self.client.get(self.address(name, *more)).content.decode().split())

    def send(self, who, name, *more, status=302, **data):
        self._sign_in(who)
        data = {key.replace("_", "-"): value for key, value in data.items()}
        if name in ("self_score", "cross_check", "score_table"):
            data["was"] = self.client.get(self.address(name, *more)).context["was"]
        answer = self.client.post(self.address(name, *more), data)
        assert answer.status_code == status, answer.content.decode()[:4000]

    def agree(self, who, seat, day):
        self._sign_in(who)
        data = {"seats": [seat], "agreed_on": day}
        assert self.client.post(self.address("sheets_agree"), data).status_code == 302

    def _sign_in(self, who):
        person = self.cast.people[who]
        type(person).objects.filter(pk=person.pk).update(language="en")
        self.client.force_login(person)


def ranks(desk):
    """{member: rank} as the page of the standing has it."""
    desk._sign_in("member")
    sheet = desk.client.get(desk.address("standing")).context["sheet"]
    return {result.member.organisation.name: result.rank for result in sheet.standings}


def test_a_dispute_changes_the_check_the_agreed_figure_and_the_rank(client, cast, criteria):
    desk, front = Desk(client, cast), cast.seats["front"]
    one, two, three, four = (codes(criteria)[code] for code in ("I.1", "I.2", "II.1", "II.2"))
    fields = {f"v_{one}": "90", f"v_{two}": "20", f"v_{three}": "50", f"v_{four}": "1"}
    desk.send("member", "self_score", front.pk, **fields)
    last_days(cast.year, cast.today - DAY, cast.today + DAY)

    # The chair sees fewer cases than the member counted; the meeting takes the checks over.
    why = {f"v_{one}": "70", f"r_{one}": "Thiếu biên bản"}
    desk.send("chair", "cross_check", front.pk, **why)
    desk.send("chair", "check_accept", front.pk)
    desk.send("chair", "check_finish", front.pk)
    desk.send("chair", "checks_take_over")
    assert ranks(desk)["Ủy ban MTTQ"] == 2

    # The member contests one figure; the checker answers and corrects that figure, no other.
    desk.send("member", "statement_add", front.pk, one, text="Có đủ 90 biên bản")
    desk.send("chair", "statement_add", front.pk, one, text="Đã đối chiếu, còn 88")
    other = {f"v_{two}": "15", f"r_{two}": "Xét lại"}
    desk.send("chair", "cross_check", front.pk, status=200, **other)
    desk.send("chair", "cross_check", front.pk, status=200, **{f"v_{one}": "88"})
    corrected = {f"v_{one}": "88", f"r_{one}": "Theo giải trình"}
    desk.send("chair", "cross_check", front.pk, **corrected)
    check = Score.objects.get(seat=front, criterion=one, stage="checked")
    assert (check.points, check.figure) == (Decimal("35.2"), 88)

    # The meeting follows the check; the rank turns; the bloc agrees.
    cell = {f"d_{front.pk}_{one}": "35,2"}
    desk.send("chair", "score_table", why="Theo kiểm tra lại", **cell)
    assert ranks(desk)["Ủy ban MTTQ"] == 1
    day = f"{cast.today:%d/%m/%Y}"
    desk.agree("chair", front.pk, day)
    assert ScoreSheet.objects.get(seat=front).state == SheetState.AGREED
    desk.send("chair", "cross_check", front.pk, status=200, **{f"v_{one}": "1", f"r_{one}": "x"})

    # Every figure, of then and now, both sides and their reasons.
    for who in ("member", "chair", "staff"):
        page = desk.read(who, "sheet_detail", front.pk)
        for told in ("36.00", "28.00", "35.20", "earlier: 28.00", "Theo giải trình",
                     "Có đủ 90 biên bản", "Đã đối chiếu, còn 88"):  # fmt: skip
            assert told in page, (who, told)
        page = desk.read(who, "why_criterion", front.pk, one)
        for told in ("28.00", "35.20", "Theo kiểm tra lại"):
            assert told in page, (who, told)
    page = desk.read("member", "why_criterion", front.pk, one)
    assert "36.00" in page
    # Another member sees what the bloc agreed upon, then and now, and neither check nor words.
    page = desk.read("coming_chair", "sheet_detail", front.pk)
    assert "earlier: 28.00" in page
    assert "Có đủ 90 biên bản" not in page
    assert "Theo giải trình" not in page
