"""Members write for a report, each for itself; the chair takes it over; two at once are told."""

import datetime as dt

import pytest

from accounts.refusal import Refused
from blocs.deadlines import due_of
from blocs.models import ChairAct
from blocs.workflow import NotChair, close_year, set_deadlines
from reports.contributing import is_late
from reports.models import Contribution, ReportSection
from reports.workflow import (
    ContributionChanged,
    NotOwnMember,
    SectionChanged,
    begin_report,
    contribute,
    save_section,
    take_over,
)
from reports.workflow.contributions import appended

from . import year_end_scene as scene
from .year_end_scene import NOW

KIND = "half_year"


@pytest.fixture
def sections(cast):
    return begin_report(cast.year, KIND, by=cast.chair, at=NOW)


def write(cast, member="front", *, by=None, text="Đã làm", version=0, section=None, at=NOW):
    by = by or cast.member
    words = {"text": text, "version": version, "section": section}
    return contribute(cast.seats[member], KIND, **words, by=by, at=at)


def take(cast, given, section, *, by=None, version=None):
    version = given.version if version is None else version
    return take_over(given, section=section, version=version, by=by or cast.chair, at=NOW)


def test_a_member_writes_before_the_report_is_begun_and_for_its_sections_after(cast):
    whole = write(cast)
    section = begin_report(cast.year, KIND, by=cast.chair, at=NOW)[0]
    own = write(cast, section=section.pk, text="Cho phần I")
    assert [each.version for each in (whole, own)] == [1, 1]
    assert write(cast, text="Viết tiếp", version=1).pk == whole.pk
    assert whole.events.order_by("pk").last().pgh_context["by"] == cast.member.pk
    assert ChairAct.objects.count() == 0


@pytest.mark.parametrize("who", ["chair", "staff", "administrator", "deputy", "observer", "nobody"])
def test_nobody_writes_for_another_member(cast, who):
    with pytest.raises(NotOwnMember):
        write(cast, by=cast.people[who])


def test_of_two_colleagues_the_second_is_told_and_unchanged_words_stay(cast):
    first = write(cast)
    with pytest.raises(ContributionChanged) as refusal:
        write(cast, text="khác")
    assert refusal.value.contribution == first
    assert write(cast, version=1).version == 1


def test_an_empty_text_takes_back_what_is_not_in_the_report(cast, sections):
    with pytest.raises(Refused, match="Write a text first"):
        write(cast, text=" ")
    write(cast)
    assert write(cast, text="", version=1) is None
    assert not Contribution.objects.exists()
    take(cast, write(cast), sections[0])
    with pytest.raises(Refused, match="in the report already"):
        write(cast, text="", version=1)


def test_a_section_of_another_report_is_refused(cast, sections):
    other = begin_report(cast.year, "year_end", by=cast.chair, at=NOW)[0]
    with pytest.raises(Refused, match="not of the same report"):
        write(cast, section=other.pk)
    with pytest.raises(Refused, match="not of the same report"):
        take(cast, write(cast), other)


def test_after_its_day_a_text_is_late_and_after_issuing_it_is_refused(cast):
    day = dt.date(cast.year.year, 1, 2)
    set_deadlines(cast.year, days={"half_year_report": day}, by=cast.chair, at=NOW)
    given = write(cast)
    assert is_late(given.written_at, given.seat_id, due_of(cast.year, "half_year_report"))
    assert not is_late(given.written_at, given.seat_id, None)
    scene.written(cast.year, KIND, by=cast.chair)
    scene.issued(cast.year, KIND, by=cast.chair)
    with pytest.raises(Refused, match="nothing more is taken in"):
        write(cast, text="nữa", version=1)


def test_a_closed_year_takes_nothing(cast):
    close_year(cast.year, by=cast.staff, at=NOW)
    with pytest.raises(Refused, match="closed"):
        write(cast)


def test_the_chair_takes_a_text_over_under_the_members_name(cast, sections):
    given = write(cast, text="Mở ba lớp tập huấn.")
    section = take(cast, given, sections[0])
    assert section.body == "Ủy ban MTTQ: Mở ba lớp tập huấn."
    given.refresh_from_db()
    assert (given.taken_by, given.taken_version) == (cast.chair, 1)
    with pytest.raises(Refused, match="in the report already"):
        take(cast, given, sections[0])


def test_what_stands_in_the_section_stays_and_whoever_writes_there_is_told(cast, sections):
    words = {"heading": "Kết quả", "body": "Chung.", "version": 1}
    save_section(sections[0], **words, by=cast.chair, at=NOW)
    section = take(cast, write(cast, text="một\nhai"), sections[0])
    assert section.body == "Chung.\nỦy ban MTTQ:\nmột\nhai"
    with pytest.raises(SectionChanged):
        save_section(sections[0], heading="x", body="y", version=2, by=cast.staff, at=NOW)


def test_a_text_that_the_member_changed_meanwhile_is_read_again_and_then_taken(cast, sections):
    given = write(cast)
    write(cast, text="Đã làm nhiều hơn", version=1)
    with pytest.raises(Refused, match="changed its text meanwhile"):
        take(cast, given, sections[0], version=1)
    take(cast, given, sections[0], version=2)
    write(cast, text="Bổ sung", version=2)
    take(cast, given, sections[0], version=3)
    assert ReportSection.objects.get(pk=sections[0].pk).body.count("Ủy ban MTTQ:") == 2


def test_a_text_that_was_taken_back_is_not_taken_over(cast, sections):
    given = write(cast)
    write(cast, text="", version=1)
    with pytest.raises(Refused, match="changed its text meanwhile"):
        take(cast, given, sections[0])


def test_a_section_does_not_grow_without_end(cast, sections):
    long = save_section(
        sections[0], heading="x", body="a" * 29_995, version=1, by=cast.chair, at=NOW
    )
    with pytest.raises(Refused, match="too long"):
        take(cast, write(cast), long)


@pytest.mark.parametrize("who", ["deputy", "member", "former_chair", "observer"])
def test_nobody_else_takes_over(cast, sections, who):
    given = write(cast)
    with pytest.raises(NotChair):
        take(cast, given, sections[0], by=cast.people[who])


@pytest.mark.parametrize(
    ("body", "text", "whole"),
    [
        ("", "một", "Hội: một"),
        ("Chung.\n\n", " một \n", "Chung.\nHội: một"),
        ("", "một\n- hai", "Hội:\nmột\n- hai"),
    ],
)
def test_a_text_stands_behind_the_name(body, text, whole):
    assert appended(body, "Hội", text) == whole
