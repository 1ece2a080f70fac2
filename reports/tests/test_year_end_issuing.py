"""Issuing the year-end summary: an act, a number, locked scores; a wrong one is replaced."""

import datetime as dt
import hashlib

import pytest
from django.utils import timezone

from accounts.refusal import Refused
from blocs.models import ChairAct, Term
from blocs.workflow import NotChair
from files.models import StoredFile
from reports.models import Paper
from reports.papers import PaperKind
from reports.workflow import current_paper, leave_out_section, save_section
from scoring.models import ScoresLock, current_set
from scoring.workflow import reopen, save_score

from . import year_end_scene as scene
from .measuring import Measured


@pytest.fixture
def sections(cast):
    scene.scored(cast.year, cast.seats)
    return scene.written(cast.year, by=cast.chair)


def a_score(cast, *, by):
    criterion = current_set(cast.year).criteria.get(code="II.1")
    return save_score(
        cast.year, seat=cast.seats["front"], criterion=criterion, points=1, by=by, at=scene.NOW
    )


def test_the_chair_issues_on_its_own_paper_by_an_act(cast, sections):
    paper = scene.issued(cast.year, by=cast.chair)

    assert (paper.full_number, paper.type_code, paper.kind) == ("05/BC-KTĐ", "BC", "year_end")
    assert (paper.bloc, paper.emulation_year, paper.handover) == (cast.bloc, cast.year, None)
    assert paper.issuer == cast.organisations.farmers
    assert (paper.act.capacity, paper.act.by) == ("chair", cast.chair)
    assert "05/BC-KTĐ" in paper.act.what
    assert [s.full_name for s in paper.signatories.all()] == ["Nguyễn Thị Hậu"]


def test_the_file_stays_as_it_was_issued(cast, sections):
    paper = scene.issued(cast.year, by=cast.chair)
    save_section(sections[1], heading="Đổi", body="Đổi", version=2, by=cast.chair, at=scene.NOW)
    cast.organisations.farmers.name = "Tên khác"
    cast.organisations.farmers.save()

    content = Paper.objects.get(pk=paper.pk).file.path.read_bytes()

    assert hashlib.sha256(content).hexdigest() == paper.sha256
    text = " ".join(Measured(content).text().split())
    assert "Số: 05/BC-KTĐ" in text
    assert "Đã hoàn thành." in text
    assert "BẢN THẢO" not in text
    assert "Đổi" not in text


def test_issuing_locks_the_scores_until_staff_reopen_them_and_the_paper_stays(cast, sections):
    paper = scene.issued(cast.year, by=cast.chair)
    assert paper.act.deadline == "year_end_report"
    assert "05/BC-KTĐ" in ScoresLock.objects.get().why
    with pytest.raises(Refused, match="locked"):
        a_score(cast, by=cast.chair)

    reopen(cast.year, by=cast.staff, at=scene.NOW, why="Sai điểm")
    a_score(cast, by=cast.chair)

    assert current_paper(kind=PaperKind.YEAR_END, emulation_year=cast.year) == paper
    second = scene.issued(cast.year, by=cast.chair, number=6, replace_reason="Sai điểm")
    assert (second.replaces, ScoresLock.objects.filter(reopened_at=None).count()) == (paper, 1)
    with pytest.raises(Refused, match="locked"):
        a_score(cast, by=cast.chair)


def test_staff_who_stand_in_give_a_reason_and_issue_on_the_chairs_paper(cast, sections):
    with pytest.raises(Refused, match="in place of the chair"):
        scene.issued(cast.year, by=cast.staff)
    paper = scene.issued(cast.year, by=cast.staff, reason="Khối trưởng đi vắng")
    assert (paper.act.capacity, paper.issuer) == ("stand_in", cast.organisations.farmers)
    assert paper.act.reason == "Khối trưởng đi vắng"


def test_without_a_chair_staff_issue_for_the_bloc(cast, sections):
    Term.objects.all().delete()
    paper = scene.issued(cast.year, by=cast.staff)
    assert (paper.act.capacity, paper.issuer) == ("vacant", None)
    text = Measured(paper.file.path.read_bytes()).text(0)
    assert "HỘI NÔNG DÂN CỘNG" not in " ".join(text.split())


@pytest.mark.parametrize("who", ["deputy", "member", "former_chair", "coming_chair", "observer"])
def test_nobody_else_issues(cast, sections, who):
    with pytest.raises(NotChair):
        scene.issued(cast.year, by=cast.people[who])
    assert not Paper.objects.exists()


@pytest.mark.parametrize(
    ("entry", "sentence"),
    [
        ({"number": None}, "number, a place and a day"),
        ({"place": " "}, "number, a place and a day"),
        ({"dated": timezone.localdate(scene.NOW) + dt.timedelta(days=1)}, "after today"),
        ({"dated": dt.date(2001, 1, 1)}, "before that year"),
    ],
)
def test_what_does_not_fit_is_refused_and_nothing_is_kept(cast, sections, entry, sentence):
    with pytest.raises(Refused, match=sentence):
        scene.issued(cast.year, by=cast.chair, **entry)
    kept = [model.objects.count() for model in (Paper, StoredFile, ScoresLock, ChairAct)]
    assert kept == [0, 0, 0, 0]


def test_empty_sections_are_named_until_they_are_written_or_left_out(cast, sections):
    empty = save_section(
        sections[-1], heading="Khen thưởng", body=" ", version=2, by=cast.chair, at=scene.NOW
    )
    with pytest.raises(Refused, match="Nothing is written yet in: Khen thưởng"):
        scene.issued(cast.year, by=cast.chair)
    leave_out_section(empty, left_out=True, by=cast.chair, at=scene.NOW)
    assert scene.issued(cast.year, by=cast.chair)


def test_a_report_that_nobody_began_is_not_issued(cast):
    with pytest.raises(Refused, match="Nothing is written yet"):
        scene.issued(cast.year, by=cast.chair)


def test_a_wrong_one_is_replaced_with_a_reason(cast, sections):
    first = scene.issued(cast.year, by=cast.chair)
    with pytest.raises(Refused, match="already issued"):
        scene.issued(cast.year, by=cast.chair, number=6)
    with pytest.raises(Refused, match="number 05 was already used"):
        scene.issued(cast.year, by=cast.chair, replace_reason="Sai")
    second = scene.issued(cast.year, by=cast.chair, number=6, replace_reason="Sai ngày")
    assert (second.replaces, Paper.objects.get(pk=first.pk).replacement) == (first, second)
