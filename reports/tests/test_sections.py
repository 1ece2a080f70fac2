"""Writing the report: who may, two at once, and what the tables refuse."""

import datetime as dt

import pytest

from accounts.refusal import Refused
from blocs.models import ChairAct
from blocs.tests.together import at_once, kinds_of
from blocs.workflow import NotChair, close_year
from reports.models import DataPart, ReportSection
from reports.outline import MOST_SECTIONS
from reports.workflow import (
    SectionChanged,
    add_section,
    begin_report,
    choose_part,
    leave_out_section,
    move_section,
    save_section,
)

from .year_end_scene import NOW

WRITERS = ["chair", "staff", "administrator"]
OTHERS = ["deputy", "member", "former_chair", "coming_chair", "observer", "foreign_staff", "nobody"]


@pytest.fixture
def sections(cast):
    return begin_report(cast.year, "year_end", by=cast.chair, at=NOW)


def save(section, by, *, heading=None, body="Văn bản", version=1):
    heading = section.heading if heading is None else heading
    return save_section(section, heading=heading, body=body, version=version, by=by, at=NOW)


def headings(year):
    rows = ReportSection.objects.filter(emulation_year=year).order_by("position")
    return list(rows.values_list("heading", flat=True))


def test_a_report_begins_with_the_usual_outline_once(cast, sections):
    assert len(headings(cast.year)) == 11
    parts = [each.part for each in sections if each.part]
    assert sorted(parts) == sorted(set(DataPart.values) - {""})
    with pytest.raises(Refused, match="already begun"):
        begin_report(cast.year, "year_end", by=cast.chair, at=NOW)


def test_words_are_kept_with_a_new_version_and_their_writer_without_an_act(cast, sections):
    saved = save(sections[1], cast.chair, heading="Kết quả", body="- a\n- b")

    assert (saved.heading, saved.body, saved.version) == ("Kết quả", "- a\n- b", 2)
    assert saved.events.order_by("pk").last().pgh_context["by"] == cast.chair.pk
    assert ChairAct.objects.count() == 0


def test_unchanged_words_are_not_stored_again(cast, sections):
    first = save(sections[1], cast.chair)
    count = first.events.count()
    assert save(first, cast.chair, version=1).version == 2
    assert first.events.count() == count


def test_of_two_who_write_the_second_is_told_and_sees_both_texts(cast, sections):
    save(sections[1], cast.chair, body="của khối trưởng")
    with pytest.raises(SectionChanged) as refusal:
        save(sections[1], cast.staff, body="của chuyên viên")
    assert refusal.value.section.body == "của khối trưởng"
    assert ReportSection.objects.get(pk=sections[1].pk).body == "của khối trưởng"

    joined = save(sections[1], cast.staff, body="cả hai", version=refusal.value.section.version)
    assert joined.body == "cả hai"


@pytest.mark.parametrize("who", WRITERS)
def test_who_does_the_years_work_and_staff_write(cast, sections, who):
    by = cast.people[who]
    save(sections[1], by)
    add_section(cast.year, "year_end", heading="Mục thêm", by=by, at=NOW)
    move_section(sections[1], up=True, by=by, at=NOW)
    leave_out_section(sections[1], left_out=True, by=by, at=NOW)
    choose_part(sections[1], part="", by=by, at=NOW)


@pytest.mark.parametrize("who", OTHERS)
def test_nobody_else_writes_anything(cast, sections, who):
    by = cast.people[who]
    for verb in (
        lambda: begin_report(cast.last_year, "year_end", by=by, at=NOW),
        lambda: save(sections[1], by),
        lambda: add_section(cast.year, "year_end", heading="Mục thêm", by=by, at=NOW),
        lambda: move_section(sections[1], up=True, by=by, at=NOW),
        lambda: leave_out_section(sections[1], left_out=True, by=by, at=NOW),
        lambda: choose_part(sections[1], part="", by=by, at=NOW),
    ):
        with pytest.raises(NotChair):
            verb()


def test_the_right_moves_with_the_chair(cast, sections):
    """The page was opened before midnight; the youth union chairs from tomorrow."""
    tomorrow = NOW + dt.timedelta(days=1)
    words = {"heading": "Kết quả", "body": "x", "version": 1}
    with pytest.raises(NotChair):
        save_section(sections[1], **words, by=cast.chair, at=tomorrow)
    save_section(sections[1], **words, by=cast.coming_chair, at=tomorrow)


def test_a_closed_year_is_only_read(cast, sections):
    close_year(cast.year, by=cast.staff, at=NOW)
    with pytest.raises(Refused, match="closed"):
        save(sections[1], cast.staff)


def test_a_section_is_added_at_the_end_and_needs_a_heading(cast, sections):
    add_section(cast.year, "year_end", heading="Mục thêm", by=cast.chair, at=NOW)
    assert headings(cast.year)[-1] == "Mục thêm"
    with pytest.raises(Refused, match="needs a heading"):
        add_section(cast.year, "year_end", heading=" ", by=cast.chair, at=NOW)
    with pytest.raises(Refused, match="needs a heading"):
        save(sections[1], cast.chair, heading=" ")


def test_a_report_that_is_not_begun_takes_no_section(cast):
    with pytest.raises(Refused, match="usual outline first"):
        add_section(cast.year, "year_end", heading="Mục", by=cast.chair, at=NOW)


def test_a_report_does_not_grow_without_end(cast, sections):
    for number in range(MOST_SECTIONS - 11):
        add_section(cast.year, "year_end", heading=f"Mục {number}", by=cast.chair, at=NOW)
    with pytest.raises(Refused, match=f"at most {MOST_SECTIONS}"):
        add_section(cast.year, "year_end", heading="Mục", by=cast.chair, at=NOW)


def test_a_section_changes_places_with_its_neighbour(cast, sections):
    before = headings(cast.year)
    move_section(sections[1], up=True, by=cast.chair, at=NOW)
    assert headings(cast.year) == [before[1], before[0], *before[2:]]
    move_section(sections[1], up=True, by=cast.chair, at=NOW)
    assert headings(cast.year)[0] == before[1]
    move_section(sections[1], up=False, by=cast.chair, at=NOW)
    assert headings(cast.year) == before


def test_a_section_shows_the_figures_that_are_chosen_and_each_stands_once(cast, sections):
    ranking = next(each for each in sections if each.part == "ranking")
    tasks = sections[-2]
    with pytest.raises(Refused, match=f"“{ranking.heading}” shows these figures already"):
        choose_part(tasks, part="ranking", by=cast.chair, at=NOW)
    choose_part(ranking, part="", by=cast.chair, at=NOW)
    assert choose_part(tasks, part="ranking", by=cast.chair, at=NOW).part == "ranking"


def test_the_two_reports_of_a_year_have_their_own_sections(cast, sections):
    begun = begin_report(cast.year, "half_year", by=cast.chair, at=NOW)
    assert len(begun) == 10
    assert not {each.part for each in begun} & {"members", "ranking"}
    add_section(cast.year, "half_year", heading="Mục thêm", by=cast.chair, at=NOW)
    move_section(begun[0], up=False, by=cast.chair, at=NOW)
    assert cast.year.report_sections.filter(kind="year_end").count() == 11
    # What another report shows is free for this one.
    assert choose_part(begun[-1], part="members", by=cast.chair, at=NOW).part == "members"


def test_what_is_left_out_keeps_its_text(cast, sections):
    save(sections[1], cast.chair, body="Văn bản dài")
    section = leave_out_section(sections[1], left_out=True, by=cast.chair, at=NOW)
    assert section.is_left_out
    section = leave_out_section(sections[1], left_out=False, by=cast.chair, at=NOW)
    assert (section.is_left_out, section.body) == (False, "Văn bản dài")


@pytest.mark.django_db(transaction=True)
def test_of_two_who_save_at_once_one_is_told(cast):
    section = begin_report(cast.year, "year_end", by=cast.chair, at=NOW)[1]
    answers = at_once(
        lambda: save(section, cast.chair, body="một"),
        lambda: save(section, cast.staff, body="hai"),
    )
    assert kinds_of(answers) == ["ReportSection", "SectionChanged"]
