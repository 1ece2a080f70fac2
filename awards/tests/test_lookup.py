"""The registry is looked up: words as people type them, whoever sees what, pages by key."""

import unicodedata

import pytest
from django.db import connection

from awards import lookup, workflow
from awards.lookup import page_of, with_words
from awards.models import Award, Decision
from awards.records import of_organisation, of_person
from blocs.models import OrganisationAlias, OrganisationSuccession
from blocs.tests import make as blocs

from . import make

pytestmark = pytest.mark.usefixtures("law")
OTHERS = ("member", "former_chair", "coming_chair", "former_member", "outsider", "nobody")


@pytest.fixture
def registered(cast):
    """Of the farmers (alias HND), of a woman of the union, of a street on no record."""
    OrganisationAlias.objects.create(organisation=cast.organisations.farmers, alias="HND")
    decision = make.decision(cast.province)
    farmers = make.award(decision, cast.organisations.farmers, year=2025)
    woman = make.award(
        decision, cast.organisations.union, code="BK_TINH_CN", person_name="Nguyễn Thị Hoà",
        year=2024, achievement="Cứu người đuối nước",
    )  # fmt: skip
    street = make.award(decision, None, year=2023)
    return {"farmers": farmers, "woman": woman, "street": street}


def found(registered, text):
    rows = page_of(Award.objects.all(), text).rows
    return [name for name, award in registered.items() if award in rows]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("nguyen thi hoa", ["woman"]),
        ("HOÀ", ["woman"]),
        ("hòa cứu", ["woman"]),
        (unicodedata.normalize("NFD", "Nguyễn Thị Hoà"), ["woman"]),
        ("hnd", ["farmers"]),
        ("hnd dan dau", ["farmers"]),
        ("liên đoàn hoà", ["woman"]),
        ("lien", ["woman"]),
        ("an", []),  # no word begins so, though “dân” holds it
        ("dan", ["farmers", "street"]),
        ("hnd hoà", []),
        ("???", []),
    ],
)
def test_words_find_whatever_the_accents(registered, text, names):
    assert found(registered, text) == names


def test_who_sees_what_is_a_table(cast, registered):
    public = make.decision(cast.elsewhere, "1/QĐ", is_public=True)
    elsewhere = make.award(public, None)
    secret = make.award(make.decision(cast.elsewhere, "2/QĐ"), None)
    here = set(registered.values())
    seen = {
        "administrator": {*here, elsewhere, secret},
        "staff": {*here, elsewhere},
        "observer": {*here, elsewhere},
        "foreign_staff": {elsewhere, secret},
        "chair": {registered["farmers"], elsewhere},
        "deputy": {registered["woman"], elsewhere},
        **{name: {elsewhere} for name in OTHERS},
    }
    assert seen.keys() == cast.people.keys()
    for name, person in cast.people.items():
        assert set(Award.objects.visible_to(person)) == seen[name], name


def test_what_was_entered_by_mistake_is_no_award_of_anybody(cast, registered):
    decision = registered["farmers"].decision
    decision.is_public = True
    decision.save()
    workflow.void_decision(decision, why="Nhập nhầm tỉnh", by=cast.staff, at=make.now())
    for person in (cast.administrator, cast.staff, cast.chair, cast.outsider):
        assert not Award.objects.visible_to(person).exists()
    assert decision in Decision.objects.visible_to(cast.staff)
    assert decision not in Decision.objects.visible_to(cast.outsider)


def test_pages_follow_each_other_both_ways(cast, registered):
    decision = registered["street"].decision
    for year in (2020, 2021, 2022):
        make.award(decision, None, year=year)
    awards = Award.objects.all()
    first = page_of(awards, size=2)
    second = page_of(awards, size=2, after=first.older)
    third = page_of(awards, size=2, after=second.older)
    years = [[award.year for award in page.rows] for page in (first, second, third)]
    assert years == [[2025, 2024], [2023, 2022], [2021, 2020]]
    assert (first.newer, third.older) == ("", "")
    back = page_of(awards, size=2, before=third.newer)
    assert [award.year for award in back.rows] == [2023, 2022]
    assert page_of(awards, size=2, before=back.newer).newer == ""
    assert page_of(awards, size=2, after="x").rows == first.rows
    assert (first.count, first.has_more_than) == (6, False)


def test_nothing_is_counted_beyond_the_bound(registered, monkeypatch):
    monkeypatch.setattr(lookup, "MOST_COUNTED", 1)
    page = page_of(Award.objects.all(), "dan", size=1)
    assert (page.count, page.has_more_than, [a.year for a in page.rows]) == (1, True, [2025])
    later = page_of(Award.objects.all(), "dan", size=1, after=page.older)
    assert [award.year for award in later.rows] == [2023]


def test_the_index_of_words_serves_the_search(registered):
    """Without rows to speak of the planner would read the table: it may not, here."""
    with connection.cursor() as cursor:
        cursor.execute("SET LOCAL enable_seqscan = off")
        cursor.execute("SET LOCAL enable_indexscan = off")
        plan = with_words(Award.objects.order_by(), "nguyen hoa").explain()
        cursor.execute("SET LOCAL enable_indexscan = on")
        cursor.execute("SET LOCAL enable_sort = off")
        newest = Award.objects.order_by(*lookup.NEWEST_FIRST).values("pk")[:50].explain()
    assert plan.count("Bitmap Index Scan on award_by_words") >= 2
    assert "award_newest_first" in newest


def test_an_organisation_has_the_awards_of_what_it_came_from(cast, registered):
    today, before = cast.organisations.union, blocs.organisation("Công đoàn tỉnh", cast.province)
    became = {"successor": today, "kind": "merged", "on": cast.today}
    OrganisationSuccession.objects.create(predecessor=before, **became)
    old = make.award(registered["street"].decision, before, year=2019)
    workflow.record_results({(before.pk, 2018): ("good", "Số 1")}, by=cast.staff)

    record = of_organisation(today, cast.staff, until=cast.today)

    assert record.awards == [registered["woman"], old]
    assert [result.organisation for result in record.results] == [before]
    assert of_organisation(before, cast.staff, until=cast.today).names_today == today.name


def test_persons_are_told_apart_by_name_and_organisation(cast, registered):
    decision, union = registered["woman"].decision, cast.organisations.union
    of = {"code": "BK_TINH_CN"}
    same = make.award(decision, union, person_name="NGUYỄN THỊ HÒA", year=2022, **of)
    make.award(decision, union, person_name="Nguyễn Thị Hoá", year=2021, **of)
    make.award(decision, union, person_name="Nguyễn Thị Hoàn", year=2021, **of)
    make.award(decision, cast.organisations.farmers, person_name="Nguyễn Thị Hoà", **of)

    record = of_person(registered["woman"], cast.staff, until=cast.today)

    assert record.awards == [registered["woman"], same]
