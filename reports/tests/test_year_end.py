"""What the year-end summary gathers: members, ranking, all scores, the written sections."""

import datetime as dt

import pytest

from blocs.models import EmulationYear
from blocs.tests import make as blocs_make
from reports.kinds import report as kind
from reports.parts.members import Member
from reports.workflow import begin_report, leave_out_section, move_section
from scoring.models import CriteriaSet
from scoring.tests import make as scoring_make
from scoring.tests.ranked import VOTE, barred, declare, on, ranked_year
from scoring.tests.scene import score

from . import year_end_scene as scene


def contents(cast, year=None):
    year = EmulationYear.objects.select_related("bloc__province").get(pk=(year or cast.year).pk)
    return kind.sheet(year, "year_end", issuer=cast.organisations.farmers).contents


def test_members_stand_with_chair_deputy_and_changes(cast):
    union = cast.seats["union"]
    union.left_on, union.reason = dt.date(cast.year.year, 7, 1), "Hợp nhất"
    union.save()

    first, second, third, _fourth = contents(cast).figures.members

    assert first == Member(1, "Ủy ban MTTQ", "Thành viên", "")
    assert (second.office, second.note) == (
        "Khối phó",
        f"Thôi tham gia từ ngày 01/7/{cast.year.year} (Hợp nhất)",
    )
    assert third.office.startswith(f"Khối trưởng (từ ngày 01/01/{cast.year.year} đến hết ngày ")


def test_one_chair_of_the_whole_year_stands_without_days(cast):
    cast.seats["youth"].terms.get().delete()
    assert contents(cast).figures.members[2].office == "Khối trưởng"


def test_the_ranking_shows_points_penalties_and_totals_as_papers_print_them(cast):
    scene.scored(cast.year, cast.seats)
    ranking = contents(cast).figures.ranking

    assert ranking.heads == ("Mục I", "Điểm thưởng (II)", "Điểm trừ (III)")
    first, second = ranking.lines[:2]
    assert (first.rank, first.name, first.total) == ("1", "Ủy ban MTTQ", "55,75")
    assert first.points == ("56,75", "–", "-1,00")
    assert (second.rank, second.total) == ("2", "54,75")


def test_the_ranking_agrees_with_the_standing_in_ties_grades_and_what_bars(cast):
    made = ranked_year(cast, tie_breaks=[VOTE])
    barred(cast, "farmers", text="Đang thanh tra tài chính")
    one, other, third, _none = contents(cast).figures.ranking.lines
    assert [(line.rank, line.total) for line in (one, other, third)] == [
        ("1", "57,00"),
        ("1", "57,00"),
        ("–", "20,00"),
    ]
    assert one.missing == "Xếp loại Tốt; đồng hạng, chờ: Bỏ phiếu kín"
    assert third.missing == "Xếp loại Khá; tạm hoãn cho đến khi có kết luận"
    part = contents(cast).figures.scores.parts[0]
    assert part.ranks == ("1", "1", "–", "–")
    assert part.totals == ("57,00", "57,00", "20,00", "–")

    declare(cast, made, tie_breaks=[on(made, "I.1")], bands=[])
    first, second = contents(cast).figures.ranking.lines[:2]
    assert [(line.rank, line.name) for line in (first, second)] == [
        ("1", "Ủy ban MTTQ"),
        ("2", "Liên đoàn Lao động"),
    ]
    assert first.missing == second.missing == "Bằng điểm, xếp theo: Điểm mục I.1 cao hơn"
    assert contents(cast).figures.scores.parts[0].ranks == ("1", "2", "–", "–")


def test_who_is_not_fully_scored_has_no_rank_and_no_total_and_nothing_is_zero(cast):
    scene.scored(cast.year, cast.seats)
    part, none = contents(cast).figures.ranking.lines[2:]

    assert (part.rank, part.total) == ("–", "–")
    assert part.missing == "Chưa chấm: I.2.a, I.2.b"
    assert none.points == ("chưa chấm", "–", "–")
    assert none.missing == "Chưa chấm: tất cả tiêu chí"


def test_the_table_of_scores_has_every_criterion_and_every_member(cast):
    scene.scored(cast.year, cast.seats)
    [part] = contents(cast).figures.scores.parts

    assert [line.code for line in part.lines] == [
        "I", "I.1", "I.2", "I.2.a", "I.2.b", "II", "II.1", "III",
    ]  # fmt: skip
    assert part.members == ("Ủy ban MTTQ", "Liên đoàn Lao động", "Hội Nông dân", "Tỉnh đoàn")
    assert part.lines[1].cells == ("38,50", "38,50", "30,00", "chưa chấm")
    assert part.lines[2].cells == ("18,25", "18,25", "chưa chấm", "chưa chấm")
    assert [bool(line.rule) for line in part.lines] == [
        False,
        True,
        False,
        True,
        True,
        False,
        True,
        True,
    ]
    assert part.lines[1].rule.startswith("Chấm theo mức độ: từ 0 đến 40 điểm")
    assert part.totals == ("55,75", "54,75", "–", "–")
    assert part.ranks == ("1", "2", "–", "–")


def test_a_cap_is_shown_where_it_works(cast):
    made = scoring_make.criteria_set(cast.year)
    bonus = scoring_make.criterion(made, "B", "5", kind="bonus")
    for code in ("B.1", "B.2"):
        scoring_make.criterion(made, code, "5", bonus)
    for code in ("B.1", "B.2"):
        score(cast.year, cast.seats["front"], code, "4")
    [line, *_rest] = contents(cast).figures.scores.parts[0].lines
    assert line.cells[0] == "8,00 → 5,00 (trần)"


@pytest.mark.parametrize(
    ("members", "is_wide", "parts"), [(5, False, [5]), (6, True, [6]), (10, True, [5, 5])]
)
def test_many_members_lie_across_the_page_and_in_parts(cast, members, is_wide, parts):
    for number in range(members - 4):
        organisation = blocs_make.organisation(f"Hội {number}", cast.province)
        blocs_make.seat(cast.year, organisation)
    scene.scored(cast.year, cast.seats)
    scores = contents(cast).figures.scores
    assert scores.is_wide == is_wide
    assert [len(part.members) for part in scores.parts] == parts
    assert all(len(line.cells) == len(p.members) for p in scores.parts for line in p.lines)
    # How a point is counted is said where the criteria are read first, and not again.
    assert [any(line.rule for line in part.lines) for part in scores.parts] == [True, False][
        : len(parts)
    ]


def test_more_sections_than_fit_are_shown_by_kind(cast):
    made = scoring_make.criteria_set(cast.year)
    for number in range(1, 7):
        scoring_make.criterion(made, str(number), "10")
    scoring_make.criterion(made, "T", "10", kind="penalty")
    for number in range(1, 7):
        score(cast.year, cast.seats["front"], str(number), "9")
    score(cast.year, cast.seats["front"], "T", "1.5")
    ranking = contents(cast).figures.ranking
    assert ranking.heads == ("Điểm các mục", "Điểm trừ")
    assert ranking.lines[0].points == ("54,00", "-1,50")
    assert ranking.lines[1].points == ("chưa chấm", "–")


def test_without_criteria_there_are_no_figures(cast):
    it = contents(cast)
    assert (it.figures.ranking, it.figures.scores, it.appendix) == (None, None, None)


def test_sections_follow_their_order_and_numerals_skip_what_is_left_out(cast):
    scene.scored(cast.year, cast.seats)
    first, second, *_middle, last = begin_report(cast.year, "year_end", by=cast.chair, at=scene.NOW)
    move_section(last, up=True, by=cast.chair, at=scene.NOW)
    leave_out_section(second, left_out=True, by=cast.chair, at=scene.NOW)

    sections = contents(cast).sections

    assert [each.numeral for each in sections] == [
        "I",
        "II",
        "III",
        "IV",
        "V",
        "VI",
        "VII",
        "VIII",
        "IX",
        "X",
    ]
    assert sections[0].heading == first.heading
    assert [each.heading[:6] for each in sections[-2:]] == ["Kiến n", "Phương"]
    assert second.heading not in {each.heading for each in sections}


def test_the_appendix_goes_where_the_ranking_goes(cast):
    scene.scored(cast.year, cast.seats)
    sections = begin_report(cast.year, "year_end", by=cast.chair, at=scene.NOW)
    [ranking] = [each for each in sections if each.part == "ranking"]
    assert contents(cast).appendix is not None
    leave_out_section(ranking, left_out=True, by=cast.chair, at=scene.NOW)
    assert contents(cast).appendix is None


@pytest.mark.parametrize("sample", ["bloc", "criteria"])
def test_samples_are_called_so(cast, sample):
    scene.scored(cast.year, cast.seats)
    year = EmulationYear.objects.select_related("bloc__province").get(pk=cast.year.pk)
    assert not kind.sheet(year, "year_end", issuer=None).is_sample
    if sample == "bloc":
        year.bloc.is_sample = True
    else:
        CriteriaSet.objects.update(is_sample=True)
    assert kind.sheet(year, "year_end", issuer=None).is_sample


def test_without_chair_the_bloc_stands_alone(cast):
    sheet = kind.sheet(cast.year, "year_end", issuer=None)
    assert (sheet.organisation, sheet.bloc) == ("", cast.year.name)
    assert sheet.entry.signatures[0].capacity == "TM. Khối thi đua"


def test_a_cluster_keeps_its_own_words(cast):
    cast.year.bloc.word = "cum"
    entry = kind.proposed_entry(cast.year, "year_end", issuer=cast.organisations.farmers)
    assert entry.symbol == "BC-CTĐ"
    assert entry.signatures[0].capacity == "TM. Cụm thi đua\nCụm trưởng"


@pytest.mark.parametrize("more", [0, 20])
def test_gathering_takes_the_same_few_queries_whatever_the_rows(
    cast, more, django_assert_num_queries
):
    for number in range(more):
        organisation = blocs_make.organisation(f"Hội {number}", cast.province)
        blocs_make.seat(cast.year, organisation)
    scene.scored(cast.year, cast.seats)
    year = EmulationYear.objects.select_related("bloc__province").get(pk=cast.year.pk)
    with django_assert_num_queries(17):
        kind.sheet(year, "year_end", issuer=None)
