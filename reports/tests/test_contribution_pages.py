"""The pages on which members contribute, and the chair takes over: who may, what they show."""

import pytest
from django.urls import reverse

from blocs.tests.who_may import ANYONE, answers, expected
from reports.models import Contribution, ReportSection
from reports.workflow import begin_report, contribute

from . import year_end_scene as scene
from .test_year_end_pages import BLIND, HOSTILE, queries

KIND = "half_year"
MEMBERS = {"chair", "former_chair", "coming_chair", "deputy", "member"}


@pytest.fixture
def sections(cast):
    return begin_report(cast.year, KIND, by=cast.chair, at=scene.NOW)


@pytest.fixture
def member(client, cast):
    client.force_login(cast.member)
    return client


def address(name, cast, *more):
    return reverse(f"reports:{name}", args=[cast.bloc.slug, cast.year.year, KIND, *more])


def given(cast, text="Đã làm", section=None):
    words = {"text": text, "version": 0, "section": section}
    return contribute(cast.seats["front"], KIND, **words, by=cast.member, at=scene.NOW)


def typed(cast, **changes):
    return {
        "seat": cast.seats["front"].pk,
        "section": "",
        "text": "Đã làm",
        "version": "0",
    } | changes


def test_who_may_look(client, cast):
    found = answers(client, cast.people, address("contributions", cast))
    assert found == expected(may=MEMBERS & ANYONE, blind=BLIND)


def test_a_member_sends_changes_and_takes_back(member, cast, sections):
    url = address("contributions", cast)
    assert member.post(url, typed(cast, section=sections[0].pk, text="một\r\nhai")).url == url
    row = Contribution.objects.get()
    assert (row.section, row.text) == (sections[0], "một\nhai")
    data = typed(cast, section=sections[0].pk, version="1")
    member.post(url, data | {"text": "ba"})
    assert Contribution.objects.get().text == "ba"
    member.post(url, data | {"text": "", "version": "2"})
    assert not Contribution.objects.exists()


def test_what_a_colleague_wrote_stands_beside_what_was_typed(member, cast):
    given(cast, "của đồng nghiệp")
    page = member.post(address("contributions", cast), typed(cast, text="của tôi"))
    text = page.content.decode()
    assert "của đồng nghiệp" in text
    assert "của tôi" in text
    member.post(address("contributions", cast), typed(cast, text="cả hai", version="1"))
    assert Contribution.objects.get().text == "cả hai"


def test_a_member_writes_for_no_other_member(member, cast):
    page = member.post(address("contributions", cast), typed(cast, seat=cast.seats["union"].pk))
    assert page.context["adding"].errors
    assert not Contribution.objects.exists()


def test_the_chair_reads_it_beside_its_section_and_puts_it_in(client, cast, sections):
    row = given(cast, "Mở ba lớp.", section=sections[1].pk)
    client.force_login(cast.chair)
    page = client.get(address("report_edit", cast)).content.decode()
    assert "Mở ba lớp." in page
    take = address("contribution_take", cast, row.pk)
    assert take in page
    response = client.post(take, {"section": sections[1].pk, "version": "1"})
    assert response.url.endswith(f"#s{sections[1].pk}")
    assert ReportSection.objects.get(pk=sections[1].pk).body == "Ủy ban MTTQ: Mở ba lớp."
    assert take not in client.get(address("report_edit", cast)).content.decode()
    client.force_login(cast.member)
    assert cast.chair.full_name in client.get(address("contributions", cast)).content.decode()


def test_a_text_for_the_whole_report_goes_where_the_chair_says(client, cast, sections):
    row = given(cast)
    client.force_login(cast.chair)
    take = address("contribution_take", cast, row.pk)
    client.post(take, {"version": "1"})
    assert ReportSection.objects.exclude(body="").count() == 0
    client.post(take, {"version": "1", "section": sections[-1].pk})
    assert ReportSection.objects.get(pk=sections[-1].pk).body


def test_figures_are_put_on_a_section_by_a_button(client, cast, sections):
    client.force_login(cast.chair)
    url = address("section_part", cast, sections[0].pk)
    client.post(url, {"part": "members"})
    assert ReportSection.objects.get(pk=sections[0].pk).part == "members"
    for refused in ("commitments", "letters"):
        client.post(url, {"part": refused})
    assert ReportSection.objects.get(pk=sections[0].pk).part == "members"


def test_hostile_text_shows_as_text(client, cast, sections):
    given(cast, f"</textarea>{HOSTILE}", section=sections[0].pk)
    for who, name in ((cast.member, "contributions"), (cast.chair, "report_edit")):
        client.force_login(who)
        assert HOSTILE not in client.get(address(name, cast)).content.decode()


@pytest.mark.parametrize("count", [1, 6])
@pytest.mark.parametrize(("who", "name"), [("member", "contributions"), ("chair", "report_edit")])
def test_a_page_takes_few_queries_however_many_texts(client, cast, sections, who, name, count):
    for section in sections[:count]:
        given(cast, section=section.pk)
    client.force_login(cast.people[who])
    assert queries(client, address(name, cast)) <= 12
