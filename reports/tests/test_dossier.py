"""The dossier as one ZIP: what it holds, what it names as missing, that its bytes are the same."""

import hashlib
import io
import zipfile

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone
from openpyxl import load_workbook

from awards.tests.nominating import nomination
from awards.workflow.nominating import read_case
from reports import dossier
from reports.workflow.submission import gather

from .measuring import Measured
from .submitted import issued, ready

pytestmark = pytest.mark.usefixtures("law")


@pytest.fixture
def given(cast):
    return ready(cast)


def packed(cast):
    case = read_case(cast.year, timezone.now())
    return b"".join(dossier.stream(case, gather(case).items))


def test_everything_that_is_there_is_in_it_under_stable_names(cast, given):
    issued(cast)
    content = packed(cast)
    archive = zipfile.ZipFile(io.BytesIO(content))
    assert archive.testzip() is None
    assert archive.namelist() == [
        "00-Muc-luc.pdf",
        "01-To-trinh.pdf",
        "03-Bien-ban-kiem-phieu.pdf",
        "04-Bang-tong-hop-diem.xlsx",
        "05-Bang-cham-diem-tung-don-vi.pdf",
        "08-Bao-cao-thanh-tich/01-uy-ban-mttq-co-tinh.pdf",
        "09-Tai-lieu-kem-theo/01-uy-ban-mttq-co-tinh/01-xac-nhan-thue.pdf",
        "SHA256SUMS.txt",
    ]
    sums = dict(
        reversed(line.split("  ")) for line in archive.read("SHA256SUMS.txt").decode().splitlines()
    )
    assert sums == {
        name: hashlib.sha256(archive.read(name)).hexdigest()
        for name in archive.namelist()
        if name != "SHA256SUMS.txt"
    }
    index = " ".join(Measured(archive.read("00-Muc-luc.pdf")).text().split())
    assert "Bản giao ước thi đua Chưa có chưa ban hành" in index
    assert "Tài liệu chưa có trong hồ sơ: Biên bản họp bình xét; Bản giao ước thi đua" in index
    assert "số 07/TTr-KTĐ" in index
    assert f"Đề nghị khen thưởng năm {cast.year.year}" in index
    book = load_workbook(io.BytesIO(archive.read("04-Bang-tong-hop-diem.xlsx")))
    assert [cell.value for cell in book["Xếp hạng"][5]][:3] == [1, "Ủy ban MTTQ", 99]
    assert content == packed(cast)


def test_each_member_has_its_sheet_and_the_nominee_its_report(cast, given):
    archive = zipfile.ZipFile(io.BytesIO(packed(cast)))
    sheets = Measured(archive.read("05-Bang-cham-diem-tung-don-vi.pdf"))
    assert len(sheets.pages) == 4
    assert "Liên đoàn Lao động" in sheets.text(1)
    [report] = [name for name in archive.namelist() if name.startswith("08-")]
    text = " ".join(Measured(archive.read(report)).text().split())
    for words in (
        "BÁO CÁO THÀNH TÍCH",
        f"Đề nghị tặng Cờ thi đua của UBND tỉnh năm {cast.year.year}",
        "I. ĐẶC ĐIỂM, TÌNH HÌNH Có 12 huyện",
        "- Quỹ: 3 tỷ",
        "III. CÁC HÌNH THỨC ĐÃ ĐƯỢC KHEN THƯỞNG ……",
        "XÁC NHẬN CỦA KHỐI TRƯỞNG",
    ):
        assert words in text, words
    assert "BẢN THẢO" not in text


def test_it_costs_the_same_of_the_database_with_more_nominees(cast, given):
    def cost():
        with CaptureQueriesContext(connection) as queries:
            case = read_case(cast.year, timezone.now())
            for item in gather(case).items:
                assert item.title
        return len(queries)

    before = cost()
    for name in ("union", "farmers", "youth"):
        nomination(cast.year, cast.seats[name], "BK_TINH")
    assert before == cost() <= 5


def test_chair_and_staff_take_it_and_nobody_else(cast, given, client):
    url = reverse("reports:dossier", args=[cast.bloc.slug, cast.year.year])
    codes = {}
    for name in ("administrator", "staff", "chair", "member", "deputy", "observer", "outsider"):
        client.force_login(cast.people[name])
        codes[name] = client.get(url).status_code
    assert codes == {
        "administrator": 200, "staff": 200, "chair": 200, "member": 403, "deputy": 403,
        "observer": 403, "outsider": 404,
    }  # fmt: skip
    client.force_login(cast.chair)
    answer = client.get(url)
    assert answer["Content-Type"] == "application/zip"
    assert "attachment" in answer["Content-Disposition"]
    assert answer["Cache-Control"] == "private, no-store"
