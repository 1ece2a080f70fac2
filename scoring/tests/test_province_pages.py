"""The pages of a province's scores: the workbook out, the file in, how far it is, saved."""

import io

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from openpyxl import load_workbook

from files.tests.make import upload as uploaded
from scoring.models import ProvinceUpload
from scoring.tests.province_scene import (
    REASON,
    more_blocs,
    province_workbook,
    scored,
    started,
    states,
    worked,
)
from scoring.tests.scene import stored


@pytest.fixture
def years(cast):
    return scored(cast)


@pytest.fixture
def staff(client, cast):
    client.force_login(cast.staff)
    return client


def address(name, cast, *more):
    return reverse(f"scoring:{name}", args=[cast.province.pk, cast.year.year, *more])


def test_from_the_workbook_to_the_scores_of_all_blocs(staff, cast, years):
    issued = staff.get(address("province_workbook", cast)).content
    assert load_workbook(io.BytesIO(issued)).sheetnames == [
        "Khối thi đua số 1", "Khối thi đua số 2", "_khoi",
    ]  # fmt: skip
    content = province_workbook(cast.province, years, {years[0]: {"F9": 9}, years[1]: {"D9": 41}})
    url = address("province_scores", cast)
    given = {"bundle": uploaded("cả tỉnh.xlsx", content), "reason": ""}
    assert list(staff.post(url, given).context["form"].errors) == ["reason"]
    given = {"bundle": uploaded("cả tỉnh.xlsx", content), "reason": REASON}
    shown = staff.post(url, given)
    upload = ProvinceUpload.objects.get()
    assert shown.url == address("province_upload", cast, upload.pk)

    page = staff.get(shown.url).content.decode()
    assert '<progress id="far" max="2" value="2"' in page
    assert "data-going" not in page
    assert "D9" in page
    staff.post(address("province_upload_save", cast, upload.pk))
    assert (states(upload), len(stored(years[0]))) == (["saved", "refused"], 1)
    assert "bỏ lại" in staff.get(shown.url).content.decode()
    assert upload.file.name in staff.get(url).content.decode()


def test_an_opened_page_goes_on_with_what_was_interrupted(staff, cast, years):
    upload = started(cast, province_workbook(cast.province, years, {years[0]: {"F9": 9}}))
    staff.get(address("province_upload", cast, upload.pk))
    assert states(upload) == ["read", "same"]


def test_a_page_of_waiting_work_asks_itself_again_and_can_be_left(staff, cast, years):
    upload = started(cast, province_workbook(cast.province, years))
    # Another process was heard of this moment: the page only looks.
    ProvinceUpload.objects.update(worked_at=upload.at.replace(year=upload.at.year + 1))
    page = staff.get(address("province_upload", cast, upload.pk)).content.decode()
    assert "data-going" in page
    assert 'aria-live="polite"' in page
    assert "http-equiv" not in page
    assert "progress.js" in page
    assert "province_upload_save" not in page


def test_the_pages_cost_the_same_with_two_blocs_and_with_eight(staff, cast, years):
    before = _queries(staff, cast, years)
    assert _queries(staff, cast, [*years, *more_blocs(cast, 6)]) == before
    assert max(before) <= 12


def _queries(staff, cast, years):
    cells = {year: {"D9": 41 if year.pk % 2 else 9} for year in years}
    upload = started(cast, province_workbook(cast.province, years, cells))
    worked(upload)
    counts = []
    for name, more in (
        ("province_scores", ()), ("province_workbook", ()), ("province_upload", (upload.pk,))
    ):  # fmt: skip
        with CaptureQueriesContext(connection) as queries:
            assert staff.get(address(name, cast, *more)).status_code == 200
        counts.append(len(queries))
    return counts


def test_an_upload_of_another_province_or_year_is_not_found(staff, cast, years):
    upload = started(cast, province_workbook(cast.province, years))
    wrong = reverse(
        "scoring:province_upload", args=[cast.province.pk, cast.year.year - 1, upload.pk]
    )
    assert staff.get(wrong).status_code == 404
    assert staff.get(address("province_upload_file", cast, upload.pk)).getvalue()
