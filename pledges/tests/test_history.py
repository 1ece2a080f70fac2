"""A covenant of a year that is over, entered from a source."""

import datetime as dt

import pytest

from accounts.refusal import Refused
from blocs.models import EmulationYear, Source
from pledges import workflow
from pledges.covenants import covenant_in_force
from pledges.models import Covenant, Signature

from . import make

DAY = dt.date(2017, 4, 11)


@pytest.fixture
def past(cast):
    EmulationYear.objects.filter(pk=cast.last_year.pk).update(state="closed", closed_at=make.now())
    return cast


def enter(cast, **more):
    seats = list(cast.last_year.seats.order_by("position"))
    fields = {
        "title": "Giao ước thi đua năm 2017",
        "theme": "Đẩy mạnh thu hút đầu tư",
        "commitments": ['Nội dung một “trích"', ("Riêng", seats[1])],
        "signed_on": DAY,
        "signatories": {seats[0]: None, seats[1]: ("Nguyễn Thị Hậu", "Chủ tịch"), seats[2]: None},
        "source": Source.objects.get_or_create(title="Báo")[0],
        "inferred": "Ngày lấy theo chú thích.",
        "by": None,
        "at": make.now(),
    }
    return workflow.record_past_covenant(cast.last_year, **fields | more)


def test_it_is_in_force_since_it_was_signed_by_organisations_without_persons(past):
    covenant = enter(past)
    version = covenant_in_force(past.last_year)
    assert (covenant.is_history, covenant.inferred) == (True, "Ngày lấy theo chú thích.")
    assert (version.state, version.in_force_on, version.dated) == ("in_force", DAY, DAY)
    assert [(c.number, c.text) for c in version.commitments.all()] == [
        (1, "Nội dung một “trích\""), (2, "Riêng"),
    ]  # fmt: skip
    signed = [(s.way, s.full_name, s.signed_on, s.act) for s in Signature.objects.order_by("pk")]
    assert signed == [
        ("paper", "", DAY, None),
        ("paper", "Nguyễn Thị Hậu", DAY, None),
        ("paper", "", DAY, None),
    ]


def test_evidence_says_who_entered_it(past):
    covenant = enter(past, by=past.staff)
    event = covenant.events.get()
    assert event.pgh_context["by"] == past.staff.pk


def test_what_cannot_be_entered_is_refused(past):
    for wrong, sentence in (
        ({"commitments": []}, "at least one"),
        ({"commitments": ["A", " "]}, "needs a text"),
        ({"title": ""}, "has a title"),
        ({"signatories": {past.seats["front"]: None}}, "does not sit"),
    ):
        with pytest.raises(Refused, match=sentence):
            enter(past, **wrong)
    assert not Covenant.objects.exists()
    enter(past)
    with pytest.raises(Refused, match="already has a covenant"):
        enter(past)


def test_an_open_year_has_no_history_yet(cast):
    with pytest.raises(Refused, match="This year is open"):
        enter(cast)
