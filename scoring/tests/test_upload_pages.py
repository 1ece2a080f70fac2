"""The pages of uploaded workbooks: from the file to the scores and back."""

from decimal import Decimal

import pytest
from django.contrib.messages import get_messages
from django.urls import reverse

from files.tests.make import upload as uploaded
from scoring.models import Score, ScoreUpload
from scoring.tests import make
from scoring.tests.scene import previewed, score, stored, workbook

FARMERS = "Hội Nông dân"


@pytest.fixture
def small(small_criteria):
    return small_criteria


@pytest.fixture
def chair(client, cast):
    client.force_login(cast.chair)
    return client


def address(name, year, *more):
    return reverse(f"scoring:{name}", args=[year.bloc.slug, year.year, *more])


def read(answer):
    """Read a download to its end, so that its file is closed."""
    return answer.getvalue() if answer.streaming else answer.content


def spoken(response):
    return [str(message) for message in get_messages(response.wsgi_request)]


def test_from_the_file_to_the_scores_and_back(chair, cast, small):
    cells = {(cast.seats["farmers"], "I.1"): "9,5"}
    file = uploaded("bảng điểm.xlsx", workbook(cast.year, cells))

    shown = chair.post(address("upload", cast.year), {"workbook": file})
    upload = ScoreUpload.objects.get()
    assert shown.url == address("upload_preview", cast.year, upload.pk)
    page = chair.get(shown.url).content.decode()
    assert upload.file.sha256 in page
    assert not Score.objects.exists()

    chair.post(shown.url)
    assert stored(cast.year) == {(FARMERS, "I.1"): Decimal("9.5")}
    assert upload.file.sha256 in chair.get(address("upload_list", cast.year)).content.decode()
    chair.post(address("upload_undo", cast.year, upload.pk))
    assert stored(cast.year) == {}


def test_problems_are_listed_with_their_cells(chair, cast, small):
    cells = {(cast.seats["farmers"], "I.1"): 41, (cast.seats["union"], "III"): "x"}
    page = chair.post(
        address("upload", cast.year), {"workbook": uploaded("x.xlsx", workbook(cast.year, cells))}
    )

    assert [problem.cell for problem in page.context["problems"]] == ["F9", "E15"]
    assert "F9" in page.content.decode()
    assert not ScoreUpload.objects.exists()


@pytest.mark.parametrize("name", ["x.xls", "x.xlsm", "x.ods", "x.xlsx"])
def test_what_is_no_workbook_is_an_error_of_the_field(chair, cast, small, name):
    page = chair.post(address("upload", cast.year), {"workbook": uploaded(name, b"Ma,Diem")})
    assert list(page.context["form"].errors) == ["workbook"]


def test_a_stale_preview_offers_to_preview_again(chair, cast, small):
    upload = previewed(cast.year, {(cast.seats["farmers"], "I.1"): 5}, by=cast.chair)
    score(cast.year, cast.seats["union"], "I.1", "1")
    url = address("upload_preview", cast.year, upload.pk)

    refused = chair.post(url)
    assert len(spoken(refused)) == 1
    again = chair.post(address("upload_again", cast.year, upload.pk))
    assert chair.get(again.url).context["preview"].is_stale is False
    assert stored(cast.year) == {("Liên đoàn Lao động", "I.1"): 1}


def test_an_upload_of_another_year_is_not_found(chair, cast, small):
    make.small_set(cast.last_year)
    upload = previewed(cast.last_year, by=cast.chair)
    assert chair.get(address("upload_preview", cast.year, upload.pk)).status_code == 404
