"""manage.py year_end_report, half_year_report: the issued bytes, else a draft; wrong calls."""

from io import StringIO

import pytest
from django.core.management import CommandError, call_command

from reports.models import Paper, ReportSection
from reports.tests import year_end_scene as scene
from reports.tests.measuring import Measured


def run(cast, path, *, command="year_end_report", **options):
    out = StringIO()
    options = {"bloc": cast.bloc.slug, "year": cast.year.year, **options}
    try:
        call_command(command, output=path, stdout=out, **options)
    except CommandError as error:
        return error.returncode, str(error)
    return 0, out.getvalue()


def test_a_draft_is_written_while_nothing_is_issued(cast, tmp_path):
    path = tmp_path / "bao-cao.pdf"
    status, text = run(cast, path)
    assert (status, "a draft" in text) == (0, True)
    pdf = Measured(path.read_bytes())
    assert "BẢN THẢO" in pdf.text(0)
    assert "HỘI NÔNG DÂN" in pdf.text(0)
    assert (Paper.objects.count(), ReportSection.objects.count()) == (0, 0)


def test_the_issued_bytes_are_written_as_they_are(cast, tmp_path):
    scene.written(cast.year, by=cast.chair)
    paper = scene.issued(cast.year, by=cast.chair)
    path = tmp_path / "bao-cao.pdf"
    status, text = run(cast, path)
    assert (status, "05/BC-KTĐ" in text) == (0, True)
    assert path.read_bytes() == paper.file.path.read_bytes()


def test_the_six_month_review_has_a_command_of_its_own(cast, tmp_path):
    path, command = tmp_path / "so-ket.pdf", "half_year_report"
    assert "a draft" in run(cast, path, command=command)[1]
    assert "6 tháng đầu năm" in " ".join(Measured(path.read_bytes()).text(0).split())
    scene.written(cast.year, "half_year", by=cast.chair)
    paper = scene.issued(cast.year, "half_year", by=cast.chair)
    assert run(cast, path, command=command)[0] == 0
    assert path.read_bytes() == paper.file.path.read_bytes()
    assert run(cast, path, command=command, year=1999)[0] == 2


@pytest.mark.parametrize("wrong", [{"bloc": "khong-co"}, {"year": 1999}])
def test_a_wrong_call_is_told_apart(cast, tmp_path, wrong):
    status, text = run(cast, tmp_path / "x.pdf", **wrong)
    assert (status, "There is no bloc" in text) == (2, True)
    assert not (tmp_path / "x.pdf").exists()


def test_the_demonstration_has_an_issued_report_marked_as_sample_on_every_page(
    loaded_demonstration, tmp_path
):
    path = tmp_path / "bao-cao.pdf"
    out = StringIO()
    call_command("year_end_report", bloc="thanh-hoa-cum-7", year=2016, output=path, stdout=out)

    paper = Paper.objects.get(bloc__slug="thanh-hoa-cum-7")
    assert "01/BC-CTĐ" in out.getvalue()
    assert path.read_bytes() == paper.file.path.read_bytes()
    pdf = Measured(path.read_bytes())
    assert all("SỐ LIỆU MINH HỌA" in pdf.text(number) for number in range(len(pdf.pages)))


def test_a_file_that_cannot_be_written_is_told(cast, tmp_path):
    status, text = run(cast, tmp_path / "khong-co" / "x.pdf")
    assert (status, "cannot be written" in text) == (2, True)
