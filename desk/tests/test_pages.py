"""Home, the bloc-year page, search: what each person finds there."""

import datetime as dt
from unicodedata import normalize

import pytest
from django.urls import reverse

from awards.tests import make as award_rows
from blocs.models import BlocAlias, OrganisationAlias
from blocs.tests import make


def get(client, user, name, *args, **query):
    client.force_login(user)
    return client.get(reverse(name, args=args), query)


def year_page(client, user, year):
    return get(client, user, "desk:year_detail", year.bloc.slug, year.year)


def test_home_shows_the_blocs_within_reach_and_no_other(client, cast):
    page = get(client, cast.member, "desk:home").content.decode()

    assert cast.year.get_absolute_url() in page
    assert cast.other_bloc.name not in page


def test_home_names_the_chair_of_each_bloc_and_of_no_other(client, cast):
    cards = get(client, cast.staff, "desk:home").context["cards"]
    assert {(card["year"].bloc.slug, card["chair"]) for card in cards} == {
        ("khoi-so-1", "Hội Nông dân"), ("khoi-so-2", None),
    }  # fmt: skip
    cards = get(client, cast.chair, "desk:home").context["cards"]
    assert all(card["is_own"] for card in cards)
    # Who sat in last year only is not told who chairs this one.
    [card] = get(client, cast.former_member, "desk:home").context["cards"]
    assert (card["chair"], card["year"].members) == (None, 3)


def test_home_tells_staff_the_first_steps_when_nothing_is_there(client, db):
    staff = make.user("staff-1")
    make.staff(staff, make.province("Thái Sơn"))
    page = get(client, staff, "desk:home").content.decode()
    assert reverse("blocs:organisation_create") in page
    assert reverse("blocs:bloc_create") in page


def test_the_list_tells_staff_which_year_to_open_and_whose_chair_is_missing(client, cast):
    cast.chair_term.delete()
    page = get(client, cast.staff, "desk:todo_list").content.decode()
    assert reverse("blocs:term_list", args=[cast.bloc.slug]) in page

    idle = make.bloc("Khối mới", cast.province, slug="khoi-moi")
    page = get(client, cast.staff, "desk:todo_list").content.decode()
    assert reverse("desk:year_open", args=[idle.slug]) in page


def test_the_work_of_staff_is_not_shown_to_members(client, cast):
    make.bloc("Khối mới", cast.province, slug="khoi-moi")
    assert get(client, cast.member, "desk:home").context["todo"] == []


def test_the_chair_has_the_button_and_the_member_has_not(client, cast):
    publish = reverse("blocs:notice_create", args=[cast.bloc.slug, cast.year.year])
    assert publish in year_page(client, cast.chair, cast.year).content.decode()
    assert publish not in year_page(client, cast.member, cast.year).content.decode()


def test_staff_have_the_handover_and_the_chair_has_not(client, cast):
    hand_over = reverse("desk:handover_create", args=[cast.bloc.slug])
    assert hand_over in year_page(client, cast.staff, cast.year).content.decode()
    assert hand_over not in year_page(client, cast.chair, cast.year).content.decode()


def test_a_former_member_reads_its_year_but_not_who_chairs_the_later_ones(client, cast):
    page = year_page(client, cast.former_member, cast.last_year)
    assert page.status_code == 200
    assert page.context["chair"] is None
    assert reverse("desk:year_detail", args=[cast.bloc.slug, cast.year.year]) not in str(
        page.content
    )
    assert year_page(client, cast.former_member, cast.year).status_code == 404


def test_invented_figures_say_so(client, cast):
    cast.bloc.is_sample = True
    cast.bloc.save()
    for page in (year_page(client, cast.chair, cast.year), get(client, cast.chair, "desk:home")):
        assert "SỐ LIỆU MINH HỌA" in page.content.decode()


def test_hostile_text_shows_as_text(client, cast):
    cast.organisations.front.name = "<script>alert(1)</script>{{ 7 }}"
    cast.organisations.front.save()
    page = year_page(client, cast.chair, cast.year).content.decode()
    assert "&lt;script&gt;alert(1)&lt;/script&gt;{{ 7 }}" in page
    assert "<script>alert" not in page


@pytest.mark.parametrize(
    "query",
    ["hoi nong dan", "Hội nông dân", "HND", normalize("NFD", "Hội nông dân"), " HỘI  NÔNG DÂN "],
)
def test_search_finds_as_people_type(client, cast, query):
    OrganisationAlias.objects.create(organisation=cast.organisations.farmers, alias="HND")
    found = get(client, cast.member, "desk:search", q=query).context["found"]
    assert [row.name for row in found.organisations] == ["Hội Nông dân"]


@pytest.mark.parametrize("typed", ["Hoà Bình", "Hòa Bình", "hoa binh"])
def test_search_takes_either_tone_placement_and_blocs_by_alias_and_by_year(client, cast, typed):
    BlocAlias.objects.create(bloc=cast.bloc, alias="Khối Hòa Bình")
    cast.other_bloc.years.update(search_key="cum hoa binh")
    found = get(client, cast.staff, "desk:search", q=typed).context["found"]
    assert {row.pk for row in found.blocs} == {cast.bloc.pk, cast.other_bloc.pk}


def test_search_puts_exact_accents_first_and_stays_within_reach(client, cast):
    make.organisation("Hội Nóng dần", cast.province)
    make.organisation("Hội Nông dân tỉnh khác", cast.elsewhere)
    found = get(client, cast.staff, "desk:search", q="Hội Nông").context["found"]
    assert [row.name for row in found.organisations] == ["Hội Nông dân", "Hội Nóng dần"]


@pytest.mark.parametrize("query", ["tran thi bich", "BÍCH trần", "12/qd ubnd", "khen thuong nam"])
def test_search_finds_in_the_registry_what_the_person_may_see(client, cast, query):
    kept, public = (
        award_rows.decision(cast.province, number, is_public=is_public)
        for number, is_public in (("12/QĐ-UBND", False), ("12/QĐ-UBND-KT", True))
    )
    for decision in (kept, public):
        award_rows.award(
            decision, cast.organisations.front, code="BK_TINH_CN", person_name="Trần Thị Bích"
        )

    for person, seen in ((cast.staff, {kept, public}), (cast.nobody, {public})):
        found = get(client, person, "desk:search", q=query).context["found"]
        of_awards = {award.decision for award in found.awards}
        assert (of_awards | set(found.decisions)) == seen


def test_the_year_leads_to_what_the_province_does_with_it_and_to_its_nominations(client, cast):
    to_province = reverse("awards:province_awards", args=[cast.province.pk, cast.year.year])
    nominations = reverse("awards:prospect", args=[cast.bloc.slug, cast.year.year])
    page = year_page(client, cast.staff, cast.year).content.decode()
    assert (to_province in page, nominations in page) == (True, True)
    page = year_page(client, cast.member, cast.year).content.decode()
    assert (to_province in page, nominations in page) == (False, True)


@pytest.mark.parametrize("query", ["", "   ", "-", "%", "không có gì như thế"])
def test_search_without_a_match_is_a_page(client, cast, query):
    page = get(client, cast.staff, "desk:search", q=query)
    assert page.status_code == 200
    assert not page.context["found"]


def many(cast, count):
    for number in range(count):
        organisation = make.organisation(f"Hội số {number}", cast.province)
        make.seat(cast.year, organisation)
        bloc = make.bloc(f"Khối nhiều {number}", cast.province, slug=f"nhieu-{number}")
        seat = make.seat(make.year(bloc, cast.today.year), organisation)
        make.term(seat, dt.date(cast.today.year, 1, 1))


@pytest.mark.parametrize("who", ["administrator", "staff", "member"])
@pytest.mark.parametrize("page", ["home", "year", "search"])
def test_pages_cost_the_same_however_long(client, cast, django_assert_max_num_queries, who, page):
    client.force_login(getattr(cast, who))
    year = reverse("desk:year_detail", args=[cast.bloc.slug, cast.year.year])
    address = {"home": "/", "year": year, "search": "/tim-kiem/?q=hoi"}[page]
    client.get(address)
    with django_assert_max_num_queries(12) as few:
        client.get(address)
    many(cast, 30)
    with django_assert_max_num_queries(len(few.captured_queries)):
        assert client.get(address).status_code == 200
