"""What the five articles left on record: papers, sources and the unknown (docs/field.md §9.6)."""

import datetime as dt

import pytest
from django.db.models import Q
from django.urls import reverse

from awards.models import Nomination
from blocs.models import (
    Activity,
    Bloc,
    Conference,
    EmulationYear,
    Handover,
    Organisation,
    Province,
    Seat,
    Source,
    Term,
)
from blocs.workflow import close_year, keep, open_year, succeed
from emulation.demo.articles import ARTICLES
from pledges.models import Covenant, Movement
from pledges.reading import versions_of
from reports.kinds import covenant as covenant_paper
from reports.models import Paper
from reports.papers import Entry
from reports.pdf import render_pdf
from reports.tests.measuring import Measured
from scoring.models import Score
from scoring.sheet import read_sheet
from scoring.table import ranking

from .articles import AT, TODAY, client, loaded_once, one_line, page

THAI_BINH, QUANG_BINH = "thai-binh-khoi-mat-tran", "quang-binh-khoi-mat-tran"
THANH_HOA, CAN_THO = "thanh-hoa-cum-7", "can-tho-khoi-mat-tran"
UNNAMED = "khoi-mat-tran-doan-the"
OF_2017 = [
    "UBMTTQ",
    "Hội Cựu Chiến binh",
    "Hội Nông dân",
    "Liên đoàn Lao động",
    "Đoàn Thanh niên Cộng sản Hồ Chí Minh",
    "Hội liên hiệp Phụ nữ",
    "Hội Chữ thập đỏ",
    "Ban Dân tộc",
]


pytestmark = pytest.mark.django_db


articles = loaded_once()


def test_x8_the_covenant_of_2017_is_printed_with_the_names_of_2017():
    """Also after the bloc and a member have been renamed."""
    year = EmulationYear.objects.get(bloc__slug=CAN_THO)
    veterans = Organisation.objects.get(seats__emulation_year=year, name="Hội Cựu Chiến binh")
    later = Organisation(
        name="Hội Cựu chiến binh thành phố Cần Thơ mới",
        kind=veterans.kind,
        province=Province.objects.in_force_on(TODAY).get(name="Cần Thơ"),
    )
    keep(later, by=None)
    succeed(veterans, kind="renamed", on=dt.date(2025, 7, 1), successor=later, by=None)
    year.bloc.name = "Khối thi đua đã đổi tên"
    keep(year.bloc, by=None)

    versions = versions_of(EmulationYear.objects.get(pk=year.pk))
    entry = Entry("", dated=TODAY, place="Cần Thơ", is_unnumbered=True)
    sheet = covenant_paper.sheet(versions, versions[-1], entry=entry, on=TODAY)
    text = one_line(Measured(render_pdf(sheet.template, {"sheet": sheet})).text())

    assert [party.organisation for party in sheet.contents.parties] == OF_2017
    for number, name in enumerate(OF_2017, start=1):
        assert f"{number}. {name} Đại diện: …" in text
    assert "Khối thi đua MTTQ, các đoàn thể và Ban Dân tộc thành phố" in text
    assert "đổi tên" not in text
    assert "Cần Thơ mới" not in text
    notes = {party.note for party in sheet.contents.parties}
    assert notes == {"Đã ký trên giấy, ngày 11 tháng 4 năm 2017"}
    assert "lập thành …" in text  # how many copies, nobody knows


def records(bloc):
    of_its_years = Q(emulation_year__bloc=bloc)
    return [
        bloc,
        *bloc.years.all(),
        *bloc.seats.all(),
        *Term.objects.filter(bloc=bloc),
        *Handover.objects.filter(bloc=bloc),
        *Conference.objects.filter(bloc=bloc),
        *Movement.objects.filter(bloc=bloc),
        *Activity.objects.filter(of_its_years),
        *Covenant.objects.filter(of_its_years),
        *Nomination.objects.filter(of_its_years),
        *Organisation.objects.filter(seats__bloc=bloc).distinct(),
    ]


def test_x9_every_record_names_the_article_it_comes_from():
    for facts in ARTICLES:
        source = Source.objects.get(title=facts.source.title)
        found = records(Bloc.objects.get(slug=facts.slug))

        assert {record.source for record in found} == {source}
        shown = client().get(reverse("desk:source_detail", args=[source.pk])).context["page"]
        listed = [row["what"] for row in shown]
        unseated = len(facts.organisations) - len({o for y in facts.years for o in y.members})
        assert len(listed) == len(found) + unseated
        assert {record._meta.model_name for record in found} <= set(listed)


def test_x9_what_was_inferred_is_said():
    assert not Organisation.objects.filter(Q(inferred="") | Q(source=None)).exists()
    assert not Conference.objects.filter(inferred="").exists()
    assert not Movement.objects.filter(inferred="").exists()
    assert not Activity.objects.filter(inferred="").exists()
    assert not Covenant.objects.filter(inferred="").exists()


def test_x9_pages_show_source_and_what_was_inferred():
    for facts in ARTICLES:
        bloc = Bloc.objects.get(slug=facts.slug)
        title, conference = one_line(facts.source.title), Conference.objects.get(bloc=bloc)
        assert title in page("blocs:bloc_detail", bloc.slug)
        shown = page("blocs:conference_detail", bloc.slug, conference.pk)
        assert f"Nguồn {title}" in shown
        assert one_line(conference.inferred) in shown
        for year in bloc.years.all():
            assert title in page("desk:year_detail", bloc.slug, year.year)


def test_x10_a_bloc_without_member_or_chair_is_history_and_no_error():
    bloc = keep(Bloc(slug="khoi-chua-ro", name="Khối chưa rõ thành viên"), by=None)
    year = open_year(bloc, year=2015, name=bloc.name, organisations=[], by=None)
    close_year(year, by=None, at=AT)

    assert not Seat.objects.filter(bloc=bloc).exists()
    without = Bloc.objects.filter(seats=None)
    assert set(without.values_list("slug", flat=True)) == {"khoi-chua-ro", UNNAMED}


def test_x10_a_conference_without_chair_is_on_record_and_its_draft_leaves_the_name_open():
    [conference] = Conference.objects.filter(bloc__slug=QUANG_BINH)
    draft = reverse("reports:conference_minutes", args=[QUANG_BINH, conference.pk])

    assert not conference.people.exists()
    text = one_line(Measured(client().get(draft).content).text())
    assert "…………" in text


def test_x10_what_is_unknown_is_no_basis_of_a_ranking():
    """Only the year with the sample scores has one; where nothing is known nothing is computed."""
    year = EmulationYear.objects.get(bloc__slug=THANH_HOA)

    assert len(ranking(read_sheet(year))) == 6
    assert set(Score.objects.values_list("seat__bloc__slug", flat=True)) == {THANH_HOA}
    for other in EmulationYear.objects.exclude(pk=year.pk).select_related("bloc"):
        assert read_sheet(other) is None
        assert "1/" not in page("scoring:standing", other.bloc.slug, other.year)


def test_x10_what_is_unknown_is_no_basis_of_a_submission():
    """No paper rests on the acclaimed units that nobody names."""
    assert {(paper.bloc.slug, paper.kind) for paper in Paper.objects.all()} == {
        (THANH_HOA, "year_end"),
        (UNNAMED, "half_year"),
    }
    assert not Nomination.objects.exclude(seat=None, submission=None, state="proposed").exists()
