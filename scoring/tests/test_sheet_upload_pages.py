"""The pages of the workbooks of a stage: from the download to the scores and back, and garbage."""

import random
import re
from decimal import Decimal

import pytest
from django.contrib.messages import get_messages
from django.test import Client
from django.urls import reverse

from files.tests.make import archive
from files.tests.make import upload as uploaded
from scoring.models import Score, SheetUpload
from scoring.tests.books import edited, with_part
from scoring.tests.scene import workbook as agreed_workbook
from scoring.tests.stage_books import check_workbook, own_table, self_workbook, sheet_of
from scoring.tests.stage_scene import DAY, earlier, last_days, scored, staged


@pytest.fixture
def criteria(cast):
    return staged(cast.year, today=cast.today, self_until=cast.today + DAY)


@pytest.fixture
def front(cast):
    return cast.seats["front"]


def address(name, year, *more):
    return reverse(f"scoring:{name}", args=[year.bloc.slug, year.year, *more])


def as_(client, person):
    client.force_login(person)
    return client


def spoken(response):
    return " ".join(str(message) for message in get_messages(response.wsgi_request))


def test_from_the_download_to_the_self_score_and_back(client, cast, criteria, front):
    member = as_(client, cast.former_chair)  # the head of the Front, who signs for it
    page = member.get(address("self_score", cast.year, front.pk)).content.decode()
    download, upload = (address(n, cast.year, front.pk) for n in ("self_workbook", "self_upload"))
    assert download in page
    assert upload in page
    content = member.get(download).content

    def fill(book):
        sheet = book.worksheets[0]
        keys = {each.value.partition(":")[2]: each.column for each in sheet[8] if each.value}
        column = keys[f"{front.pk}:so-lieu"]
        row = next(row[0].row for row in sheet.iter_rows() if row[0].value == "I.1")
        sheet.cell(row, column).value = 80

    sent = member.post(upload, {"workbook": uploaded("phiếu.xlsx", edited(content, fill))})
    [found] = SheetUpload.objects.all()
    assert sent.url == address("sheet_upload_preview", cast.year, found.pk)
    page = member.get(sent.url)
    assert [line.new.points for line in page.context["preview"].writes] == [32]
    assert not page.context["preview"].is_stale
    assert found.file.sha256 in page.content.decode()
    assert not Score.objects.exists()

    saved = member.get(member.post(sent.url).url).content.decode()
    assert address("self_submit", cast.year, front.pk) in saved
    assert Score.objects.get().points == 32
    assert found.file.name in member.get(upload).content.decode()
    member.post(address("sheet_upload_undo", cast.year, found.pk))
    assert not Score.objects.exists()
    assert as_(client, cast.chair).get(sent.url).status_code == 404


def test_the_rule_of_each_criterion_stands_in_the_workbook(client, cast, criteria, front):
    content = as_(client, cast.member).get(address("self_workbook", cast.year, front.pk)).content
    texts = {row[0].value: row[2].value for row in sheet_of(content).iter_rows()}
    assert texts["I.1"].startswith("Định lượng: 40 × thực hiện ÷ kế hoạch")
    notes = {
        row[0].value: row[1].comment for row in sheet_of(agreed_workbook(cast.year)).iter_rows()
    }
    assert notes["I.1"].text == texts["I.1"]
    assert notes["I"] is None


def test_checks_are_uploaded_by_who_checks(client, cast, criteria, front):
    scored(criteria, front, cast.member, at=earlier(), I_1="80")
    last_days(cast.year, cast.today - DAY, cast.today + 10 * DAY)
    chair, url = as_(client, cast.chair), address("check_upload", cast.year)
    assert url in chair.get(address("sheet_list", cast.year)).content.decode()
    page = chair.get(url)
    assert [m.name for m in page.context["book"].locked] == ["Hội Nông dân"]

    cells = {(front, "I.1", "kiem-tra"): 70}
    content = check_workbook(cast.year, cast.chair, cells)
    wrong = chair.post(url, {"workbook": uploaded("x.xlsx", content)})
    assert len(wrong.context["problems"]) == 1
    foreign = chair.post(url, {"workbook": uploaded("x.csv", "Mã;Nội dung\nI.1;70".encode())})
    assert len(foreign.context["problems"]) == 1

    cells[front, "I.1", "ly-do"] = "Thiếu minh chứng"
    content = check_workbook(cast.year, cast.chair, cells)
    sent = chair.post(url, {"workbook": uploaded("x.xlsx", content)})
    page = chair.get(sent.url)
    assert "Thiếu minh chứng" in page.content.decode()
    [line] = page.context["preview"].writes
    assert (line.before.points, line.old.is_empty, line.new.points) == (32, True, 28)
    assert not page.context["preview"].is_stale
    chair.post(sent.url)
    assert Score.objects.get(stage="checked").points == 28
    assert as_(client, cast.deputy).get(sent.url).status_code == 404


def test_a_members_own_table_is_confirmed_and_read(client, cast, criteria, front):
    """Figures, points beside them, an explanation; its columns have other names, one is asked."""
    head = ["Kết quả thực hiện", "Đạt", "Điểm tự chấm", "Ghi chú"]
    given = {
        "I.1": [80, None, 39, "Đủ"], "I.2": [None, "x", 18, "Thiếu một buổi"],
        "II.1": ["50,5", 7, 3, None], "III.1": [2, None, 2, None],
    }  # fmt: skip
    member, url = as_(client, cast.member), address("self_upload", cast.year, front.pk)
    sent = member.post(
        url, {"workbook": uploaded("của tôi.xlsx", own_table(cast.year, head, given))}
    )
    [found] = SheetUpload.objects.all()
    assert sent.url == address("sheet_upload_columns", cast.year, found.pk)
    assert member.get(address("sheet_upload_preview", cast.year, found.pk)).url == sent.url
    page = member.get(sent.url)
    asked = [select.place for select in page.context["selects"] if select.is_asked]
    assert asked == ["D"]

    unanswered = member.post(sent.url, {})
    assert unanswered.status_code == 200
    preview = member.post(sent.url, {"c-4": ""})
    member.post(preview.url)
    stored = Score.objects.values_list("criterion__code", "figure", "points", "reason")
    assert {code: more for code, *more in stored} == {
        "I.1": [80, 32, "Đủ"],
        "I.2": [None, 18, "Thiếu một buổi"],
        "II.1": [Decimal("50.5"), 20, ""],
        "III.1": [2, 2, ""],
    }
    assert member.get(sent.url).status_code == 404


def test_the_upload_page_costs_no_more_with_many_uploads(
    client, cast, criteria, front, django_assert_max_num_queries
):
    file = uploaded("x.xlsx", self_workbook(cast.year, front, cast.member, {("I.2", "diem"): 20}))
    member, url = as_(client, cast.member), address("self_upload", cast.year, front.pk)
    member.post(url, {"workbook": file})
    [upload] = SheetUpload.objects.all()
    for _copy in range(15):
        upload.pk = None
        upload.save(force_insert=True)
    with django_assert_max_num_queries(12):
        member.get(url)


# --- garbage

SHEET = "xl/worksheets/sheet1.xml"
STRANGE = [
    b"<v>1e308</v>", b"<v>-1</v>", b"<v></v>", b"<v>0.05</v>", b"<f>1/0</f><v>#DIV/0!</v>",
    b"<v>9e14</v>",
    b"<is><t>1.234</t></is>", b"", b"<v>NaN</v>", b"<v>99999</v>",
]  # fmt: skip
VALUE = re.compile(rb"<v>[^<]*</v>")
KIND = re.compile(rb' t="s"')


def _inputs(real, chance):
    """Twenty files from a real workbook: cut, with broken bytes, with strange cells."""
    yield "x.xlsx", real[: chance.randrange(4, len(real))]
    for _round in range(8):
        broken = bytearray(real)
        for _ in range(chance.randint(1, 30)):
            broken[chance.randrange(len(broken))] = chance.randrange(256)
        yield "x.xlsx", bytes(broken)
    for _round in range(7):
        yield "x.xlsx", with_part(real, SHEET, lambda xml: _mutated(xml, chance))
    yield "x.xlsx", with_part(real, "xl/sharedStrings.xml", lambda xml: _cut_words(xml, chance))
    yield "x.xlsx", b"PK\x03\x04" + chance.randbytes(chance.choice([0, 4, 300]))
    yield "x.csv", chance.randbytes(200)


def _mutated(xml, chance):
    """Values become strange ones, texts numbers of no text, and now and then a row is gone."""
    xml = VALUE.sub(lambda v: chance.choice(STRANGE) if chance.random() < 0.15 else v[0], xml)
    xml = KIND.sub(lambda kind: b"" if chance.random() < 0.1 else kind[0], xml)
    rows = re.findall(rb"<row .*?</row>", xml, re.DOTALL)
    return xml.replace(chance.choice(rows), b"") if chance.random() < 0.4 else xml


def _cut_words(xml, chance):
    words = re.findall(rb"<t[^>]*>[^<]+</t>", xml)
    for word in chance.sample(words, min(4, len(words))):
        xml = xml.replace(word, b"<t>don-vi:99999999999999999999:kiem-tra</t>")
    return xml


def _bombs(year):
    yield "x.csv", ("Mã;Số liệu;Điểm\nI.1;" + "9" * 5000 + ";1\nI.2;=1+1;\x0b\n").encode()
    yield "x.xlsx", archive({"[Content_Types].xml": "x", "xl/workbook.xml": b"0" * 3_000_000})
    yield "x.xlsx", own_table(year, ["Số liệu"] * 3, {"I.1": [10**20, "1.234", True]})


def test_garbage_is_never_an_error_of_ours(cast, criteria, front):
    scored(criteria, front, cast.member, at=earlier(), I_1="80", I_2="20")
    chance, year, bombs = random.Random(2026), cast.year, list(_bombs(cast.year))
    mine = self_workbook(year, front, cast.member)
    found = _answers(
        cast.member, address("self_upload", year, front.pk), [*_inputs(mine, chance), *bombs]
    )
    theirs = [*_inputs(agreed_workbook(year), chance), bombs[1]]
    found += _answers(cast.chair, address("upload", year), theirs)
    last_days(year, cast.today - DAY, cast.today + 10 * DAY)
    checks = [*_inputs(check_workbook(year, cast.chair), chance), bombs[1]]
    found += _answers(cast.chair, address("check_upload", year), checks)

    assert len(found) >= 60
    assert set(found) <= {200, 302}


def _answers(person, url, files):
    """The status that each file gets at an address."""
    client = Client()
    client.force_login(person)
    found = []
    for name, content in files:
        sent = client.post(url, {"workbook": uploaded(name, content)})
        found.append(sent.status_code)
    return found
