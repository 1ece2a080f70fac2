"""A checker's own table from the upload to the scores; remembered answers; marked copies."""

import io
from decimal import Decimal

import pytest
from django.urls import reverse
from django.utils import timezone
from openpyxl import load_workbook

from accounts.refusal import Refused
from blocs.models import ChairAct
from files.tests.make import upload as uploaded
from scoring import workflow
from scoring.foreign.marking import COLOURS
from scoring.models import RememberedMapping, Score, ScoreSheet, SheetUpload
from scoring.sheet import read_sheet
from scoring.sure import preview_sure_check
from scoring.tests.foreign.tables import xlsx
from scoring.tests.stage_books import (
    accepted,
    all_scores,
    cell,
    check_workbook,
    own_table,
    self_workbook,
    sheet_of,
)
from scoring.tests.stage_scene import DAY, earlier, last_days, scored, staged
from scoring.workflow import NotTheirs, WrongWorkbook

NOW = timezone.now
NAMES = ("Ủy ban MTTQ", "Liên đoàn Lao động", "Hội Nông dân")


@pytest.fixture
def criteria(cast):
    made = staged(cast.year, today=cast.today)
    scored(made, cast.seats["front"], cast.member, at=earlier())
    scored(made, cast.seats["farmers"], cast.chair, at=earlier(), I_1="90")
    return made


@pytest.fixture
def front(cast):
    return cast.seats["front"]


def table(year, head, **rows):
    """A checker's table: code, text and the columns of its layout; I_1=(32, 30)."""
    given = {code.replace("_", "."): cells for code, cells in rows.items()}
    body = [[r.node.code, r.node.text, *given.get(r.node.code, ())] for r in read_sheet(year).rows]
    return xlsx([[f"BẢNG KIỂM TRA CHÉO NĂM {year.year}"], ["Mã", "Nội dung", *head], *body])


def address(name, year, *more):
    return reverse(f"scoring:{name}", args=[year.bloc.slug, year.year, *more])


def send(client, year, content, **more):
    file = uploaded("bảng kiểm tra.xlsx", content)
    return client.post(address("check_upload", year), {"workbook": file, **more})


def marks(response):
    """{address: colour} of the cells that are marked, each with a comment, in a copy."""
    sheet = load_workbook(io.BytesIO(response.content)).worksheets[0]
    cells = (each for row in sheet.iter_rows() for each in row if each.comment)
    colours = {each.coordinate: str(each.fill.start_color.rgb)[-6:] for each in cells}
    return {where: colour for where, colour in colours.items() if colour in COLOURS.values()}


def test_a_checkers_own_table_goes_all_the_way_and_back(client, cast, criteria, front):
    client.force_login(cast.chair)
    points = {"I_1": (32, 40, None), "I_2": (17, 20, None), "II_2": (0, None, None)}
    sent = send(client, cast.year, table(cast.year, NAMES[:1] + NAMES[2:] + ("Cột lạ",), **points))
    [kept] = SheetUpload.objects.all()
    assert sent.url == address("sheet_upload_columns", cast.year, kept.pk)
    page = client.get(sent.url)
    fixed = {select.place: select.fixed for select in page.context["selects"]}
    assert "another organisation checks" in fixed["D"] or "do đơn vị khác kiểm tra" in fixed["D"]
    assert page.context["missing_members"] == ["Liên đoàn Lao động", "Tỉnh đoàn"]
    before = all_scores()

    preview = client.post(sent.url)
    page = client.get(preview.url)
    lines = {line.node.code: line for line in page.context["preview"].writes}
    assert {code: line.asks_reason for code, line in lines.items()} == {
        "I.1": False, "I.2": True, "II.2": True,
    }  # fmt: skip
    key = lines["I.2"].change.key
    refused = client.post(preview.url, {f"why-{key}": "Thiếu <một> buổi"})
    text = refused.content.decode()
    assert refused.status_code == 200
    assert "Thiếu &lt;một&gt; buổi" in text
    assert all_scores() == before
    client.post(preview.url, {f"why-{key}": "Thiếu <một> buổi", "why": "Không có minh chứng"})
    stored = Score.objects.filter(stage="checked").values_list(
        "criterion__code", "points", "figure", "reason"
    )
    assert {code: more for code, *more in stored} == {
        "I.1": [32, 80, ""],
        "I.2": [17, None, "Thiếu <một> buổi"],
        "II.2": [0, 0, "Không có minh chứng"],
    }
    client.post(address("sheet_upload_undo", cast.year, kept.pk))
    assert all_scores() == before
    assert ScoreSheet.objects.get(seat=front).state == "draft"


def test_what_was_answered_is_remembered_for_the_next_check(client, cast, criteria, front):
    client.force_login(cast.chair)
    head = ("Kiểm tra", "Vì sao")
    for n, asked in enumerate((["C"], [])):
        sent = send(client, cast.year, table(cast.year, head, I_1=(80 - n, "x"), I_2=(20, "")))
        page = client.get(sent.url)
        assert [each.place for each in page.context["selects"] if each.is_asked] == asked
        answers = {"c-3": str(front.pk * 8 + 1), "c-4": str(front.pk * 8 + 3)}
        client.post(sent.url, answers if asked else {})
    kept = RememberedMapping.objects.get()
    assert (kept.stage, kept.organisation, kept.by) == ("checked", None, cast.chair)
    assert kept.answers["columns"] == {"3": "Ủy ban MTTQ – số liệu", "4": "Ủy ban MTTQ – lý do"}
    newest = SheetUpload.objects.first()
    assert (newest.state, newest.size) == ("previewed", 2)
    client.force_login(cast.deputy)  # who checks the chair's sheet is asked by the same memory
    assert client.get(address("sheet_upload_columns", cast.year, newest.pk)).status_code == 404


def test_a_member_is_not_asked_twice_about_its_own_table(client, cast, criteria, front):
    last_days(cast.year, cast.today + DAY, cast.today + 10 * DAY)
    head = ["Đã làm", "Được"]
    for person, seat, asked in (
        (cast.member, front, ["C", "D"]), (cast.member, front, []),
        (cast.deputy, cast.seats["union"], ["C", "D"]),
    ):  # fmt: skip
        client.force_login(person)
        person.language = "en" if asked else "vi"  # answers are kept in no language of a page
        person.save()
        file = uploaded("của tôi.xlsx", own_table(cast.year, head, {"I.1": [70], "I.2": ["", 9]}))
        sent = client.post(address("self_upload", cast.year, seat.pk), {"workbook": file})
        page = client.get(sent.url)
        assert [each.place for each in page.context["selects"] if each.is_asked] == asked
        assert client.post(sent.url, {"c-3": "1", "c-4": "3"} if asked else {}).status_code == 302
    told = RememberedMapping.objects.values_list("organisation__name", "answers__columns")
    columns = {"3": "Kết quả thực hiện", "4": "Điểm"}
    assert dict(told) == dict.fromkeys(NAMES[:2], columns)


def test_only_who_checks_uploads_a_table_and_staff_say_why(client, cast, criteria, front):
    content = table(cast.year, NAMES[:1], I_1=(32,))
    for who in ("member", "outsider", "observer", "former_chair"):
        with pytest.raises(NotTheirs):
            workflow.receive_check(
                cast.year, accepted=accepted(content), by=cast.people[who], at=NOW()
            )
    client.force_login(cast.staff)
    sent = send(client, cast.year, content, reason="Khối trưởng ốm")
    client.post(client.post(sent.url).url)
    assert ChairAct.objects.get().reason == "Khối trưởng ốm"
    assert Score.objects.get(stage="checked").points == 32
    client.force_login(cast.chair)
    assert client.get(sent.url).status_code == 404


def test_a_table_where_all_is_sure_is_taken_without_a_page(cast, criteria, front):
    how = {"by": cast.chair, "at": NOW()}
    content = table(cast.year, ["Điểm", "Lý do"], I_1=(32, ""))
    with pytest.raises(WrongWorkbook, match="whose check this is"):
        preview_sure_check(cast.year, accepted=accepted(content), **how)
    content = table(cast.year, NAMES[:1], I_2=(15,))
    upload = preview_sure_check(cast.year, accepted=accepted(content), **how)
    with pytest.raises(Refused, match=r"I\.2: say why"):
        workflow.save_sheets(upload, **how)
    workflow.save_sheets(upload, why="Biên bản số 3", **how)
    assert Score.objects.get(stage="checked").reason == "Biên bản số 3"


def test_a_wrong_workbook_of_checks_comes_back_with_its_cells_marked(
    client, cast, criteria, front, django_assert_max_num_queries
):
    cells = {(front, "I.1", "kiem-tra"): 70, (cast.seats["farmers"], "I.1", "kiem-tra"): 90}
    content = check_workbook(cast.year, cast.chair, cells)
    client.force_login(cast.chair)
    page = send(client, cast.year, content)
    [kept] = SheetUpload.objects.all()
    url = address("sheet_upload_marked", cast.year, kept.pk)
    assert url in page.content.decode()
    found = marks(client.get(url))
    sheet = sheet_of(content)
    own = cell(sheet, cast.seats["farmers"], "I.1", "kiem-tra")
    assert set(found) == {cell(sheet, front, "I.1", "ly-do"), own}
    assert set(found.values()) == {COLOURS[True]}
    with django_assert_max_num_queries(12):
        page = client.get(address("sheet_upload_preview", cast.year, kept.pk))
    assert len(page.context["problems"]) == 2
    assert not Score.objects.filter(stage="checked").exists()
    client.post(address("sheet_upload_drop", cast.year, kept.pk))
    kept.refresh_from_db()
    assert kept.state == "dropped"
    client.force_login(cast.deputy)
    assert client.get(url).status_code == 404


def test_a_wrong_self_score_and_an_own_table_come_back_marked_too(client, cast, criteria, front):
    last_days(cast.year, cast.today + DAY, cast.today + 10 * DAY)
    content = self_workbook(cast.year, front, cast.member, {("I.2", "diem"): 99})
    client.force_login(cast.member)
    upload = address("self_upload", cast.year, front.pk)
    client.post(upload, {"workbook": uploaded("phiếu.xlsx", content)})
    [wrong] = SheetUpload.objects.all()
    found = marks(client.get(address("sheet_upload_marked", cast.year, wrong.pk)))
    assert set(found) == {cell(sheet_of(content), front, "I.2", "diem")}
    assert wrong.file.name in client.get(upload).content.decode()

    mine = own_table(cast.year, ["Cột lạ", "Điểm tự chấm"], {"I.1": [30], "I.2": ["", 99]})
    sent = client.post(upload, {"workbook": uploaded("bảng.xlsx", mine)})
    received = SheetUpload.objects.first()
    url = address("sheet_upload_marked", cast.year, received.pk)
    assert marks(client.get(url)) == {"C2": COLOURS[False]}
    page = client.post(sent.url, {"c-3": "1"})
    assert [problem.cell for problem in page.context["problems"]] == ["D5"]
    assert url in page.content.decode()
    assert set(marks(client.get(url))) == {"D5"}
    assert Decimal(20) in Score.objects.values_list("points", flat=True)
