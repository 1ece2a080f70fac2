"""manage.py import_scores: the code of the pages, with exit status and problems by cell."""

from decimal import Decimal
from io import StringIO

import pytest
from django.core.management import CommandError, call_command

from scoring.models import Score, ScoreUpload
from scoring.tests import make
from scoring.tests.foreign.tables import xlsx
from scoring.tests.scene import foreign_rows, score, stored, workbook
from scoring.tests.stage_books import check_workbook, own_table, self_workbook
from scoring.tests.stage_scene import DAY, last_days, staged


@pytest.fixture
def small(cast):
    return make.small_set(cast.year)


def run(path, cast, *, username="chair", **options):
    out, err = StringIO(), StringIO()
    options = {"bloc": cast.bloc.slug, "year": cast.year.year, **options}
    status = 0
    try:
        call_command("import_scores", path, username=username, stdout=out, stderr=err, **options)
    except CommandError as error:
        status = error.returncode
    return status, out.getvalue(), err.getvalue().splitlines()


@pytest.fixture
def path(tmp_path, cast, small):
    score(cast.year, cast.seats["union"], "I.1", "4")
    file = tmp_path / "diem.xlsx"
    cells = {(cast.seats["farmers"], "I.1"): "9,5", (cast.seats["union"], "I.1"): None}
    file.write_bytes(workbook(cast.year, cells))
    return file


def test_it_saves_what_the_file_says_and_keeps_what_it_leaves_empty(cast, path):
    assert run(path, cast)[0] == 0
    assert sorted(stored(cast.year).values()) == [4, 9.5]
    assert ScoreUpload.objects.get().state == "saved"
    status, out, _problems = run(path, cast)
    assert (status, "0 changes" in out) == (0, True)


def test_empty_cells_remove_only_when_asked(cast, path):
    assert run(path, cast, remove_empty=True)[0] == 0
    assert list(stored(cast.year).values()) == [9.5]


def test_a_dry_run_stores_nothing(cast, path):
    status, out, _problems = run(path, cast, dry_run=True)

    assert (status, "1 changes would" in out) == (0, True)
    assert Score.objects.count() == 1
    assert not ScoreUpload.objects.exists()


def test_problems_stand_one_a_line_with_their_cells(cast, path):
    cells = {(cast.seats["farmers"], "I.1"): 41, (cast.seats["union"], "III"): "x"}
    path.write_bytes(workbook(cast.year, cells))
    status, _out, problems = run(path, cast)

    assert (status, [line.split(":")[0] for line in problems]) == (1, ["F9", "E15"])


@pytest.mark.parametrize("who", ["member", "staff", "former_chair"])
def test_who_may_not_is_refused(cast, path, who):
    username = cast.people[who].username
    status, _out, problems = run(path, cast, username=username)

    assert (status, len(problems)) == (1, 1)
    assert Score.objects.count() == 1


def test_staff_give_a_reason(cast, path):
    assert run(path, cast, username="staff", reason="thay khối trưởng")[0] == 0


def test_what_is_no_workbook_is_refused(cast, path):
    path.write_bytes(b"Ma,Diem")
    status, _out, problems = run(path, cast)
    assert (status, len(problems)) == (1, 1)


@pytest.mark.parametrize("wrong", [{"bloc": "khong-co"}, {"year": 1999}, {"username": "ai"}])
def test_a_wrong_call_is_told_apart(cast, path, wrong):
    assert run(path, cast, **wrong)[0] == 2


def test_a_file_that_is_not_there_is_a_wrong_call(cast, path):
    assert run(path.with_name("khac.xlsx"), cast)[0] == 2


def test_a_table_of_another_layout_is_taken_where_everything_is_sure(cast, path):
    path.write_bytes(xlsx(foreign_rows(cast.year, strange=True)))
    status, _out, [problem] = run(path, cast)
    assert (status, problem.split(":")[0]) == (1, "D3")
    path.write_bytes(xlsx(foreign_rows(cast.year, strange=False)))
    assert run(path, cast, dry_run=True)[0] == 0
    assert Score.objects.count() == 1
    assert run(path, cast)[0] == 0
    assert stored(cast.year)["Hội Nông dân", "I.1"] == Decimal("38.25")


def test_each_stage_is_imported_by_who_writes_it(cast, tmp_path):
    criteria = staged(cast.year, today=cast.today, self_until=cast.today + DAY)
    front, file = cast.seats["front"], tmp_path / "phieu.xlsx"
    file.write_bytes(self_workbook(cast.year, front, cast.member, {("I.1", "so-lieu"): 80}))
    assert run(file, cast, stage="self", username="member")[0] == 0
    assert Score.objects.get().points == 32
    assert [run(file, cast, stage="self", username=who)[0] for who in ("chair", "staff")] == [1, 2]
    own = own_table(cast.year, rows={"I.1": [90, 100, 39, "Đủ"], "I.2": [None, None, 20, ""]})
    file.write_bytes(own)
    assert run(file, cast, stage="self", username="member")[0] == 0
    assert set(Score.objects.values_list("points", "reason")) == {(36, "Đủ"), (20, "")}

    last_days(cast.year, cast.today - DAY, cast.today + 10 * DAY)
    assert run(file, cast, stage="self", username="member")[0] == 1
    cells = {(front, "I.1", "kiem-tra"): 90}
    file.write_bytes(check_workbook(cast.year, cast.chair, cells))
    assert run(file, cast, stage="checked", username="member")[0] == 1
    assert run(file, cast, stage="checked")[0] == 0
    assert Score.objects.get(stage="checked", criterion__in=criteria.criteria.all()).points == 36
