"""The pages: who may, what they show, how many queries they take."""

import re
from decimal import Decimal

import pytest
from django.contrib.messages import get_messages
from django.urls import reverse

from scoring.models import CriteriaSet, Criterion
from scoring.tests import make

READERS = ["observer", "former_chair", "coming_chair", "deputy", "member"]
STRANGERS = ["foreign_staff", "outsider", "former_member", "nobody"]
KEEPERS = ["staff", "administrator", "chair"]


@pytest.fixture
def stored(small_criteria):
    return small_criteria


@pytest.fixture
def staff(client, cast):
    client.force_login(cast.staff)
    return client


def address(name, year, *more):
    return reverse(f"scoring:{name}", args=[year.bloc.slug, year.year, *more])


def spoken(response):
    return [str(message) for message in get_messages(response.wsgi_request)]


# Name, arguments, what a keeper is answered by GET and by POST of nothing.
PAGES = [
    ("criteria_detail", False, 200, 200),
    ("criteria_start", False, 302, 302),
    ("criteria_edit", False, 200, 200),
    ("criteria_remove", False, 200, 302),
    ("section_create", False, 200, 200),
    ("criterion_create", True, 200, 200),
    ("criterion_edit", True, 200, 200),
    ("criterion_move", True, 405, 302),
    ("criterion_remove", True, 200, 302),
]


@pytest.mark.parametrize("who", [None, *STRANGERS, *READERS, *KEEPERS])
@pytest.mark.parametrize(("name", "of_criterion", "by_get", "by_post"), PAGES)
def test_who_may_open_what(client, cast, stored, who, name, of_criterion, by_get, by_post):
    more = [stored.criteria.get(code="I.1").pk] if of_criterion else []
    expected = by_get, by_post
    if who is None:
        expected = 302, 302
    elif who in STRANGERS:
        expected = (405 if by_get == 405 else 404), 404
    elif who in READERS and name != "criteria_detail":
        expected = (405 if by_get == 405 else 403), 403
    if who:
        client.force_login(cast.people[who])

    url = address(name, cast.year, *more)
    answers = client.get(url), client.post(url)

    assert tuple(answer.status_code for answer in answers) == expected
    if who is None:
        assert all(reverse("accounts:sign_in") in answer.url for answer in answers)
    if who not in KEEPERS:
        assert CriteriaSet.objects.filter(pk=stored.pk).exists()
        assert stored.criteria.count() == 8


@pytest.mark.parametrize(
    "name", ["criterion_create", "criterion_edit", "criterion_move", "criterion_remove"]
)
def test_a_criterion_is_not_found_under_another_year(staff, cast, stored, name):
    foreign = make.criterion(make.criteria_set(cast.last_year), "I")

    assert staff.post(address(name, cast.year, foreign.pk)).status_code == 404
    assert Criterion.objects.filter(pk=foreign.pk).exists()


@pytest.mark.parametrize("name", ["criteria_edit", "criteria_remove", "section_create"])
def test_what_needs_a_set_is_not_found_without_one(staff, cast, name):
    assert staff.get(address(name, cast.year)).status_code == 404


def test_a_page_shows_every_criterion_and_the_totals(client, cast, stored):
    client.force_login(cast.member)

    page = client.get(address("criteria_detail", cast.year)).content.decode()

    for criterion in stored.criteria.all():
        assert criterion.text in page
    assert "−9,5" in page
    assert "tieu-chi/them" not in page
    assert "tieu-chi/sua" not in page


def test_keepers_see_what_is_still_wrong_beside_the_table(staff, cast, stored):
    stored.criteria.filter(code="I.1").update(maximum=Decimal("35.5"))

    response = staff.get(address("criteria_detail", cast.year))

    [problem] = response.context["problems"]
    assert problem.pk == stored.criteria.get(code="I").pk
    assert problem.sentence in response.content.decode().replace("&#x27;", "'")
    assert {"60", "55,5", "4,5"} <= set(re.findall(r"[\d,]*\d", problem.sentence))


def test_a_closed_year_shows_its_criteria_without_buttons(staff, cast, stored):
    cast.year.state, cast.year.closed_at = "closed", "2026-12-31T00:00:00Z"
    cast.year.save()

    page = staff.get(address("criteria_detail", cast.year)).content.decode()
    refused = staff.post(address("criteria_remove", cast.year))

    assert stored.criteria.get(code="I").text in page
    assert "tieu-chi/them" not in page
    assert [str(cast.year.year) in message for message in spoken(refused)] == [True]
    assert CriteriaSet.objects.filter(pk=stored.pk).exists()


def test_an_empty_year_offers_every_beginning_to_keepers_alone(client, cast):
    make.small_set(cast.last_year)
    url, start = address("criteria_detail", cast.year), address("criteria_start", cast.year)

    offered = {}
    for who in ("staff", "member"):
        client.force_login(cast.people[who])
        page = client.get(url).content.decode()
        keys = ("before", "a", "b", "c", "file", "blank")
        offered[who] = [key for key in keys if f"{start}?from={key}" in page]

    assert offered == {"staff": ["before", "a", "b", "c", "file", "blank"], "member": []}


@pytest.mark.parametrize(
    ("key", "lines", "is_sample"),
    [("before", 8, False), ("a", 30, True), ("b", 22, True), ("c", 25, True), ("blank", 0, False)],
)
def test_a_beginning_is_shown_before_it_is_made(staff, cast, key, lines, is_sample):
    make.small_set(cast.last_year)
    url = f"{address('criteria_start', cast.year)}?from={key}"

    asked = staff.get(url)
    before = CriteriaSet.objects.filter(emulation_year=cast.year).exists()
    made = staff.post(url)

    assert (asked.status_code, before) == (200, False)
    assert made.url == address("criteria_detail", cast.year)
    criteria_set = CriteriaSet.objects.get(emulation_year=cast.year)
    assert (criteria_set.criteria.count(), criteria_set.is_sample) == (lines, is_sample)


def test_a_second_beginning_is_refused_aloud(staff, cast, stored):
    response = staff.post(f"{address('criteria_start', cast.year)}?from=a")

    assert [str(cast.year.year) in message for message in spoken(response)] == [True]
    assert CriteriaSet.objects.get() == stored


@pytest.mark.parametrize("written", ["9,5", "9.5", " 9,50 "])
def test_points_are_read_with_comma_and_point_alike(staff, cast, stored, written):
    parent = stored.criteria.get(code="I")
    staff.post(
        address("criterion_create", cast.year, parent.pk),
        {"code": "I.3", "text": "Tin bài", "maximum": written},
    )

    made = stored.criteria.get(code="I.3")
    assert (made.parent, made.maximum, made.position) == (parent, Decimal("9.5"), 3)


@pytest.mark.parametrize("written", ["9,125", "1.234", "0", "-1", "100000", "mười", ""])
def test_points_that_cannot_be_meant_are_refused_and_kept_in_the_field(
    staff, cast, stored, written
):
    response = staff.post(
        address("section_create", cast.year),
        {"code": "IV", "text": "Phần mới", "kind": "bonus", "maximum": written},
    )

    assert list(response.context["form"].errors) == ["maximum"]
    assert response.context["form"]["maximum"].value() == written
    assert not stored.criteria.filter(code="IV").exists()


def test_a_refusal_of_the_verb_is_an_error_of_the_form(staff, cast, stored):
    criterion = stored.criteria.get(code="I.1")
    response = staff.post(
        address("criterion_edit", cast.year, criterion.pk),
        {"code": "II", "text": "Sửa", "maximum": "40"},
    )

    [error] = response.context["form"].non_field_errors()
    assert "II" in error
    assert response.context["form"]["text"].value() == "Sửa"


def test_a_form_begins_with_what_is_stored_or_a_free_code(staff, cast, stored):
    section = stored.criteria.get(code="III")
    edit = staff.get(address("criterion_edit", cast.year, section.pk)).context["form"]
    create = staff.get(address("section_create", cast.year)).context["form"]

    assert 'value="9,5"' in str(edit["maximum"])
    assert edit["kind"].value() == "penalty"
    assert create["code"].value() == "IV"


def test_a_set_is_adopted_on_its_page(staff, cast, stored):
    CriteriaSet.objects.update(is_sample=True)
    staff.post(
        address("criteria_edit", cast.year), {"title": "Tiêu chí 2026", "note": "Biên bản số 1"}
    )

    stored.refresh_from_db()
    assert (stored.title, stored.note, stored.is_sample) == (
        "Tiêu chí 2026",
        "Biên bản số 1",
        False,
    )


def test_moving_and_removing_on_the_pages(staff, cast, stored):
    section, criterion = stored.criteria.get(code="III"), stored.criteria.get(code="I.2")

    staff.post(address("criterion_move", cast.year, section.pk), {"position": "1"})
    nowhere = staff.post(address("criterion_move", cast.year, section.pk), {"position": "đầu"})
    asked = staff.get(address("criterion_remove", cast.year, criterion.pk)).content.decode()
    staff.post(address("criterion_remove", cast.year, criterion.pk))

    order = stored.criteria.filter(parent=None).order_by("position").values_list("code", flat=True)
    assert list(order) == ["III", "I", "II"]
    assert len(spoken(nowhere)) == 2  # that of the move before, and the refusal
    assert "I.2.a. Tiêu chí I.2.a" in asked
    assert not stored.criteria.filter(code__startswith="I.2").exists()


def test_what_people_write_is_shown_as_text(staff, cast, stored):
    stored.criteria.filter(code="I.1").update(text="<script>alert(1)</script>")

    page = staff.get(address("criteria_detail", cast.year)).content.decode()

    assert "&lt;script&gt;alert(1)" in page
    assert "<script>alert(1)" not in page


def test_the_page_takes_as_many_queries_for_3_criteria_as_for_60(
    client, cast, django_assert_max_num_queries, django_assert_num_queries
):
    made = make.criteria_set(cast.year)
    section = make.criterion(made, "I", "60")
    for number in range(2):
        make.criterion(made, f"I.{number}", "10", section)
    url = address("criteria_detail", cast.year)

    client.force_login(cast.staff)
    with django_assert_max_num_queries(12) as few:
        client.get(url)
    for number in range(2, 59):
        make.criterion(made, f"I.{number}", "10", section)

    with django_assert_num_queries(len(few)):
        response = client.get(url)
    assert len(response.context["lines"]) == 60


def test_the_other_pages_stay_within_twelve_queries(
    staff, cast, stored, django_assert_max_num_queries
):
    pk = stored.criteria.get(code="I.2").pk
    for name, of_criterion, by_get, _by_post in PAGES:
        if by_get == 200:
            with django_assert_max_num_queries(12):
                staff.get(address(name, cast.year, *([pk] if of_criterion else [])))
    with django_assert_max_num_queries(12):
        staff.get(f"{address('criteria_start', cast.last_year)}?from=a")
    with django_assert_max_num_queries(12):
        staff.get(address("criteria_detail", cast.last_year))
