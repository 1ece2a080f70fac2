"""The pages of an amendment: from the minutes to the version in force, and the one before it."""

import pytest
from django.urls import reverse

from scoring import workflow
from scoring.amending import amendment_of
from scoring.models import current_set, draft_set
from scoring.tests import make
from scoring.tests.scene import LATER, NOW, score
from scoring.tests.test_amending import FULL, MINUTES


@pytest.fixture
def scored(cast):
    """The Front is scored by the small set."""
    made = make.small_set(cast.year)
    for code, points in FULL.items():
        score(cast.year, cast.seats["front"], code, points, by=cast.chair, reason="họp khối")
    return made


@pytest.fixture
def draft(cast, scored):
    return workflow.start_amendment(cast.year, **MINUTES, by=cast.chair, at=NOW)


def put(cast, draft):
    seen = amendment_of(cast.year, draft).seen
    return workflow.put_criteria_in_force(draft, seen=seen, by=cast.chair, at=LATER)


def address(name, cast, *more):
    return reverse(f"scoring:{name}", args=[cast.bloc.slug, cast.year.year, *more])


def test_the_pages_lead_from_the_minutes_to_the_new_version(client, cast, scored):
    client.force_login(cast.chair)
    detail = client.get(address("criteria_detail", cast)).content.decode()
    assert address("criteria_amend", cast) in detail
    assert address("section_create", cast) not in detail
    assert client.get(address("criteria_put_in_force", cast)).status_code == 404
    sent = {"adopted_on": "05/01/2026", "minutes": "05/BB <b>", "reason": "<i>Hội nghị</i>"}
    answer = client.post(address("criteria_amend", cast), sent)
    assert answer.url == address("criteria_version", cast, 2)

    draft = client.get(answer.url).content.decode()
    assert "05/BB &lt;b&gt;" in draft
    assert address("section_create", cast) in draft
    criterion = draft_set(cast.year).criteria.get(code="I.1")
    edited = client.post(
        address("criterion_edit", cast, criterion.pk),
        {"code": "I.1", "text": "Sửa", "maximum": "40"},
    )
    assert edited.url == answer.url

    preview = client.get(address("criteria_put_in_force", cast))
    seen = preview.context["change"].seen
    assert client.post(address("criteria_put_in_force", cast), {"seen": "x"}).status_code == 302
    assert current_set(cast.year) == scored
    client.post(address("criteria_put_in_force", cast), {"seen": seen})
    assert current_set(cast.year).number == 2

    client.force_login(cast.member)
    old = client.get(address("criteria_version", cast, 1))
    assert "Phiên bản 1" in old.content.decode()
    assert "60,00" in old.content.decode()
    assert client.get(address("criteria_version", cast, 3)).status_code == 404


def test_a_draft_is_for_its_keepers(client, cast, draft):
    for who, status in (("member", 404), ("observer", 404), ("staff", 200), ("chair", 200)):
        client.force_login(cast.people[who])
        assert client.get(address("criteria_version", cast, 2)).status_code == status
    client.force_login(cast.member)
    assert "phien-ban/2" not in client.get(address("criteria_detail", cast)).content.decode()
    assert client.get(address("criteria_put_in_force", cast)).status_code == 403


def test_the_preview_takes_as_many_queries_for_one_member_as_for_all(
    client, cast, draft, django_assert_max_num_queries, django_assert_num_queries
):
    client.force_login(cast.chair)
    url = address("criteria_put_in_force", cast)
    with django_assert_max_num_queries(12) as few:
        client.get(url)
    for name in ("farmers", "women", "veterans", "youth"):
        if name in cast.seats:
            score(cast.year, cast.seats[name], "I.1", 5)
    with django_assert_num_queries(len(few)):
        client.get(url)
    for name in ("criteria_detail", "criteria_amend"):
        with django_assert_max_num_queries(12):
            client.get(address(name, cast))
    put(cast, draft)
    with django_assert_max_num_queries(12):
        client.get(address("criteria_version", cast, 1))
