"""The six-month review: issued without scores, with the figures of its months, and nothing more."""

import datetime as dt

import pytest
from django.db.backends.postgresql.psycopg_any import DateRange
from django.utils import translation

from accounts.refusal import Refused
from blocs.models import Attendance, Conference, EmulationYear
from blocs.workflow import NotChair
from pledges.progressing import Status
from pledges.tests import make as pledges
from pledges.tests import make_movements as movements
from pledges.workflow import put_in_force, save_progress
from reports.handing_over import issued_papers
from reports.kinds import report as kind
from reports.models import Paper, ReportSection
from reports.papers import PaperKind
from reports.parts.commitments import STATUSES
from reports.pdf import render_pdf
from reports.workflow import begin_report, current_paper
from scoring.models import ScoresLock

from . import year_end_scene as scene
from .measuring import Measured

KIND = PaperKind.HALF_YEAR
NOTHING = "không có số liệu"


def fresh(cast):
    return EmulationYear.objects.select_related("bloc__province").get(pk=cast.year.pk)


def sheet(cast, **more):
    return kind.sheet(fresh(cast), KIND, issuer=cast.organisations.farmers, **more)


def figures(cast):
    return sheet(cast).contents.figures


def text_of(cast, **more):
    drawn = sheet(cast, **more)
    return " ".join(Measured(render_pdf(drawn.template, {"sheet": drawn})).text().split())


@pytest.fixture
def promised(cast):
    """A covenant in force; the front has reported on the target of its first commitment."""
    version = pledges.draft(cast)
    commitment = version.commitments.get(number=1)
    pledges.target(commitment, {cast.seats["front"]: 200, cast.seats["union"]: 10}, by=cast.chair)
    version = pledges.open_it(pledges.fresh(version), by=cast.chair)
    pledges.sign(cast, version)
    return put_in_force(version, by=cast.chair, at=pledges.now())


def test_a_year_without_scores_issues_it_and_no_score_is_locked(cast):
    scene.written(cast.year, KIND, by=cast.chair)
    paper = scene.issued(cast.year, KIND, by=cast.chair)
    assert (paper.kind, paper.full_number) == ("half_year", "05/BC-KTĐ")
    assert (
        paper.act.what == f"Ban hành Báo cáo sơ kết 6 tháng đầu năm {cast.year.year}, số 05/BC-KTĐ"
    )
    assert not ScoresLock.objects.exists()
    assert "6 tháng cuối năm" in " ".join(Measured(paper.file.path.read_bytes()).text(0).split())


def test_both_reports_of_a_year_are_in_force_and_each_is_replaced_by_its_own(cast):
    for each in PaperKind.HALF_YEAR, PaperKind.YEAR_END:
        scene.written(cast.year, each, by=cast.chair)
    half = scene.issued(cast.year, KIND, by=cast.chair)
    end = scene.issued(cast.year, by=cast.chair, number=6)
    second = scene.issued(cast.year, KIND, by=cast.chair, number=7, replace_reason="Sai ngày")
    assert second.replaces == half
    assert current_paper(kind=PaperKind.YEAR_END, emulation_year=cast.year) == end
    with pytest.raises(Refused, match="already issued"):
        scene.issued(cast.year, KIND, by=cast.chair, number=8)


@pytest.mark.parametrize("who", ["deputy", "member", "former_chair", "observer"])
def test_nobody_but_who_does_the_years_work_issues_it(cast, who):
    scene.written(cast.year, KIND, by=cast.chair)
    with pytest.raises(NotChair):
        scene.issued(cast.year, KIND, by=cast.people[who])
    assert not Paper.objects.exists()


def test_an_empty_narrative_is_named_and_figures_alone_suffice(cast):
    begin_report(cast.year, KIND, by=cast.chair, at=scene.NOW)
    with pytest.raises(Refused) as refusal:
        scene.issued(cast.year, KIND, by=cast.chair)
    assert "Đánh giá chung" in str(refusal.value)
    assert "Công tác khen thưởng" not in str(refusal.value)


def test_where_nothing_is_recorded_it_says_so_and_invents_nothing(cast):
    text = text_of(cast, entry=scene.entry())
    for each in (
        "Thực hiện các nội dung giao ước", "Phong trào thi đua, cuộc vận động",
        "Mô hình, điển hình tiên tiến", "Khen thưởng do các đơn vị thành viên thực hiện",
        "Hội nghị và việc tham dự hội nghị",
    ):  # fmt: skip
        assert f"{each}: {NOTHING}" in text
    assert text.count("chưa gửi") >= 8


def test_the_paper_calls_a_state_what_the_pages_call_it():
    with translation.override("vi"):
        assert {status: STATUSES[status] for status in Status} == {
            status: status.label.capitalize() for status in Status
        }


def test_commitments_stand_with_plan_figures_and_who_has_not_reported(cast, promised):
    front, first = cast.seats["front"], promised.commitments.get(number=1)
    target = first.targets.get(seat=front)
    save_progress(
        first, seat=front, span="half_year", status="behind", note="Tiến độ\nchậm",
        figures={target.pk: 50}, by=cast.member, at=scene.NOW,
    )  # fmt: skip
    told = figures(cast).commitments
    line, other = told.commitments[0].lines[:2]
    assert (line.target, line.planned, line.reached, line.percent) == (
        "Kết nạp hội viên mới (người)", "200", "50", "25",
    )  # fmt: skip
    assert (line.status, line.note) == ("Chậm tiến độ", "Tiến độ chậm")
    assert (other.reached, other.percent, other.status) == ("–", "–", "chưa báo cáo")
    assert told.members[0].counts == ("0", "1", "0", "0", "0", "2")


def test_only_movements_that_had_begun_stand_in_it(cast):
    year = cast.year.year
    movements.movement(cast.year, "Không rõ ngày", period_stated="cả năm")
    for name, month in (("Đầu năm", 6), ("Cuối năm", 7)):
        days = DateRange(dt.date(year, month, 1), None)
        own = movements.movement(cast.year, name, period=days)
    movements.figure(movements.result(own, cast.seats["front"], "Đã làm"))
    assert [each.name for each in figures(cast).movements] == ["Không rõ ngày", "Đầu năm"]
    whole = kind.sheet(fresh(cast), "year_end", issuer=None).contents.figures.movements
    assert whole[-1].results == ("Ủy ban MTTQ: Đã làm; Nhà đại đoàn kết: 12 nhà.",)
    assert "Liên đoàn Lao động" in whole[-1].missing


def test_commendations_stand_by_level_and_class_with_the_share(cast):
    report = movements.report(cast.seats["front"], span="half_year")
    movements.count(report, 3)
    movements.count(report, 1, recipients="other_leader")
    movements.count(report, 2, recipients="collective", level="grassroots")
    given, received = figures(cast).commendations
    assert given.lines == (
        ("Cấp tỉnh", ("–", "–", "–", "–", "1", "3")),
        ("Ngành và cơ sở", ("2", "–", "–", "–", "–", "–")),
    )
    assert (given.sums, given.share) == ("02 tập thể, 04 cá nhân", "75,00% (3/4 cá nhân)")
    assert (received.lines, received.share) == ((), NOTHING)
    assert "Ủy ban MTTQ" not in figures(cast).not_commended


def test_conferences_of_the_months_stand_with_who_attended(cast):
    year = cast.year.year
    for month, title in ((3, "Hội nghị ký kết"), (7, "Hội nghị sơ kết")):
        conference = Conference.objects.create(
            bloc=cast.bloc, emulation_year=cast.year, title=title,
            held_on=dt.date(year, month, 20), recorded_at=scene.NOW,
        )  # fmt: skip
        for name, state in (("front", "present"), ("union", "absent_with_leave")):
            Attendance.objects.create(
                conference=conference, emulation_year=cast.year, seat=cast.seats[name], state=state
            )
    told = figures(cast).conferences
    [line] = told.lines
    assert (line.title, line.held_on, line.here) == ("Hội nghị ký kết", f"20/3/{year}", "1/4")
    assert line.absent.startswith("Liên đoàn Lao động (vắng có lý do); chưa ghi nhận: 2")
    assert [(each.here, each.absent) for each in told.members[:3]] == [
        ("1/1", ""), ("0/1", "1 vắng có lý do"), ("chưa ghi nhận", ""),
    ]  # fmt: skip


def test_discipline_says_who_reported_what(cast, promised):
    front = cast.seats["front"]
    for commitment in promised.commitments.filter(number__lte=2):
        save_progress(
            commitment, seat=front, span="half_year", status="on_track", note="x",
            figures={}, by=cast.member, at=scene.NOW,
        )  # fmt: skip
    movements.result(movements.movement(cast.year), front)
    movements.report(front, span="half_year")
    first, second = figures(cast).discipline.lines[:2]
    assert (first.movements, first.commendations, first.contribution) == (
        "1/1", "đã gửi", "chưa gửi",
    )  # fmt: skip
    assert first.progress.endswith("1/3 nội dung chưa gửi")
    assert (second.progress, second.movements, second.commendations) == (
        "chưa gửi", "0/1", "chưa gửi",
    )  # fmt: skip


def test_its_tables_are_whole_and_repeat_their_header(cast, promised):
    ReportSection.objects.all().delete()
    scene.written(cast.year, KIND, by=cast.chair, text="- một;\n- hai.\n" * 12)
    drawn = sheet(cast, entry=scene.entry())
    pdf = Measured(render_pdf(drawn.template, {"sheet": drawn}))
    assert all(face.startswith("Tinos") for face in pdf.faces())
    for page in range(len(pdf.pages)):
        assert max(word.right for word in pdf.words(page)) <= 195.3
    assert drawn.title.startswith("Báo cáo sơ kết công tác thi đua, khen thưởng 6 tháng đầu năm")


def test_the_papers_of_the_year_are_handed_over_by_number_and_title(cast):
    scene.written(cast.year, KIND, by=cast.chair)
    scene.issued(cast.year, KIND, by=cast.chair)
    scene.issued(cast.year, KIND, by=cast.chair, number=6, replace_reason="Sai")
    [(text, quantity)] = issued_papers([cast.year.pk])
    assert "6 tháng đầu năm" in text
    assert "06/BC-KTĐ, ngày" in text
    assert quantity == "01 tệp"
    assert issued_papers([cast.last_year.pk]) == []
