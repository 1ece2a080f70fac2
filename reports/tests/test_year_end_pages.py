"""The pages of the year-end report: who may, what they show, how many queries."""

import hashlib

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from blocs.tests.who_may import ANYONE, answers, expected
from reports.models import Paper, ReportSection
from reports.workflow import begin_report

from . import year_end_scene as scene
from .measuring import Measured

BLIND = {"foreign_staff", "former_member", "outsider", "nobody"}
WRITERS = {"administrator", "staff", "chair"}
HOSTILE = "<script>alert(1)</script>"
KIND = "year_end"


@pytest.fixture
def sections(cast):
    scene.scored(cast.year, cast.seats)
    return scene.written(cast.year, by=cast.chair)


@pytest.fixture
def chair(client, cast):
    client.force_login(cast.chair)
    return client


def address(name, cast, *more, year=None):
    return reverse(f"reports:{name}", args=[cast.bloc.slug, (year or cast.year).year, KIND, *more])


def typed(cast, **changes):
    data = {
        "number": "5", "symbol": "BC-KTĐ", "place": "Thái Sơn",
        "dated": f"{cast.today:%d/%m/%Y}", "capacity": scene.CAPACITY,
        "position": "Chủ tịch Hội Nông dân", "full_name": "Nguyễn Thị Hậu",
    } | changes  # fmt: skip
    return {name: value for name, value in data.items() if value is not None}


def queries(client, url):
    with CaptureQueriesContext(connection) as found:
        response = client.get(url)
        b"".join(response.streaming_content) if response.streaming else response.content
    return len(found)


@pytest.mark.parametrize(
    ("name", "may"),
    [
        ("report", ANYONE - BLIND),
        ("report_draft", WRITERS | {"deputy"}),
        ("report_issue", WRITERS),
        ("report_edit", WRITERS),
    ],
)
def test_who_may_look(client, cast, sections, name, may):
    url = address(name, cast)
    assert answers(client, cast.people, url) == expected(may=may, blind=BLIND)


@pytest.mark.parametrize(
    "name",
    [
        "report_begin",
        "section_add",
        "section_save",
        "section_move",
        "section_leave_out",
        "section_part",
    ],
)
def test_who_may_write(client, cast, sections, name):
    more = [] if name in {"report_begin", "section_add"} else [sections[1].pk]
    found = answers(client, cast.people, address(name, cast, *more), "post")
    may = {name for name, status in found.items() if status in {200, 302}} - {"anonymous"}
    assert may == WRITERS
    assert {name for name, status in found.items() if status == 404} == BLIND


def test_a_section_of_another_year_is_not_found(client, cast, sections):
    client.force_login(cast.staff)
    url = address("section_save", cast, sections[1].pk, year=cast.last_year)
    assert client.post(url).status_code == 404


def test_a_look_at_the_editor_writes_nothing_and_a_button_begins(chair, cast):
    page = chair.get(address("report_edit", cast)).content.decode()
    assert ReportSection.objects.count() == 0
    assert address("report_begin", cast) in page

    chair.post(address("report_begin", cast))

    assert ReportSection.objects.count() == 11
    again = chair.post(address("report_begin", cast), follow=True)
    assert "đã được" in again.content.decode() or "already begun" in again.content.decode()


def test_the_editor_shows_texts_and_figures(chair, cast, sections):
    page = chair.get(address("report_edit", cast)).content.decode()
    assert page.count("Đã hoàn thành.") == 11
    assert "55,75" in page
    assert "Chưa chấm: I.2.a, I.2.b" in page


def test_every_form_of_the_editor_carries_its_token(chair, cast, sections):
    page = chair.get(address("report_edit", cast)).content.decode()
    editor = page[page.index("<h1") : page.index("</main>")]
    assert editor.count("<form") > 20
    assert editor.count("<form") == editor.count("csrfmiddlewaretoken")


def test_a_section_is_saved_by_its_button(chair, cast, sections):
    url = address("section_save", cast, sections[1].pk)
    response = chair.post(url, {"heading": "Mới", "body": "một\r\nhai", "version": "2"})
    assert response.url.endswith(f"#s{sections[1].pk}")
    section = ReportSection.objects.get(pk=sections[1].pk)
    assert (section.heading, section.body) == ("Mới", "một\nhai")


def test_a_section_is_saved_while_typing(chair, cast, sections):
    url = address("section_save", cast, sections[1].pk)
    data = {"heading": "Mới", "body": "một", "version": "2"}
    answer = chair.post(url, data, headers={"accept": "application/json"})
    assert (answer.status_code, answer.json()["version"]) == (200, 3)
    again = chair.post(url, data | {"body": "hai"}, headers={"accept": "application/json"})
    assert again.status_code == 409
    assert again.json()["stored"] == {"heading": "Mới", "body": "một", "version": 3}


def test_what_cannot_be_saved_is_said_to_the_script_too(chair, cast, sections):
    url = address("section_save", cast, sections[1].pk)
    data = {"heading": "", "body": "một", "version": "2"}
    answer = chair.post(url, data, headers={"accept": "application/json"})
    assert (answer.status_code, "stored" in answer.json()) == (409, False)
    assert answer.json()["problem"]


def test_of_two_writers_the_second_sees_both_texts_and_can_join_them(chair, cast, sections):
    url = address("section_save", cast, sections[1].pk)
    chair.post(url, {"heading": "Mục", "body": "chữ thứ nhất", "version": "2"})
    page = chair.post(url, {"heading": "Mục", "body": "chữ thứ hai", "version": "2"})
    text = page.content.decode()
    assert "chữ thứ nhất" in text
    assert "chữ thứ hai" in text
    assert 'name="version" value="3"' in text

    chair.post(url, {"heading": "Mục", "body": "cả hai", "version": "3"})
    assert ReportSection.objects.get(pk=sections[1].pk).body == "cả hai"


def test_sections_are_added_moved_and_left_out_by_buttons(chair, cast, sections):
    chair.post(address("section_add", cast), {"heading": "Mục thêm"})
    added = ReportSection.objects.get(heading="Mục thêm")
    chair.post(address("section_move", cast, added.pk), {"way": "up"})
    assert ReportSection.objects.get(pk=added.pk).position == 11
    chair.post(address("section_move", cast, added.pk), {"way": "down"})
    assert ReportSection.objects.get(pk=added.pk).position == 12
    chair.post(address("section_leave_out", cast, added.pk))
    assert ReportSection.objects.get(pk=added.pk).is_left_out
    chair.post(address("section_leave_out", cast, added.pk), {"put_back": "yes"})
    assert not ReportSection.objects.get(pk=added.pk).is_left_out
    refused = chair.post(address("section_add", cast), {"heading": " "})
    assert refused.context["adding"].errors


def test_the_form_proposes_what_is_known(chair, cast, sections):
    form = chair.get(address("report_issue", cast)).context["form"]
    assert {name: form[name].value() for name in form.fields} == {
        "number": 1, "symbol": "BC-KTĐ", "place": "Thái Sơn", "dated": cast.today,
        "capacity": scene.CAPACITY, "position": None, "full_name": None,
    }  # fmt: skip


def test_issuing_files_the_paper_and_everybody_downloads_the_same_bytes(client, cast, sections):
    client.force_login(cast.chair)
    response = client.post(address("report_issue", cast), typed(cast))
    paper = Paper.objects.get()
    assert response.url == address("report", cast)
    assert paper.signatories.get().capacity == f"{scene.CAPACITY}\nChủ tịch Hội Nông dân"
    for name in ("member", "deputy", "observer", "staff"):
        client.force_login(cast.people[name])
        page = client.get(address("report", cast)).content.decode()
        url = reverse("reports:paper_file", args=[paper.pk])
        assert url in page
        content = b"".join(client.get(url).streaming_content)
        assert hashlib.sha256(content).hexdigest() == paper.sha256


def test_staff_give_a_reason_and_a_wrong_paper_is_replaced_and_both_show_it(client, cast, sections):
    client.force_login(cast.staff)
    url = address("report_issue", cast)
    refused = client.post(url, typed(cast))
    assert list(refused.context["form"].errors) == ["reason"]
    client.post(url, typed(cast, reason="Khối trưởng đi vắng"))
    again = client.post(url, typed(cast, number="6", reason="Khối trưởng đi vắng"))
    assert list(again.context["form"].errors) == ["replace_reason"]
    more = {"reason": "Khối trưởng đi vắng", "replace_reason": "Sai <b>"}
    client.post(url, typed(cast, number="6", **more))
    page = client.get(address("report", cast)).content.decode()
    assert page.count("Sai &lt;b&gt;") == 2
    assert page.count(".pdf") >= 2


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"number": "0"}, "number"),
        ({"full_name": None}, "full_name"),
        ({"capacity": " "}, "capacity"),
        ({"symbol": "BB-KTĐ"}, "__all__"),
        ({"dated": "01/01/2001"}, "__all__"),
    ],
)
def test_what_does_not_fit_is_said_and_nothing_typed_is_lost(chair, cast, sections, changes, field):
    data = typed(cast, **({"place": "Nơi đã gõ"} | changes))
    response = chair.post(address("report_issue", cast), data)
    assert list(response.context["form"].errors) == [field]
    assert "Nơi đã gõ" in response.content.decode()
    assert Paper.objects.count() == 0


def test_the_deputy_reads_the_draft_and_others_are_not_offered_it(client, cast, sections):
    client.force_login(cast.deputy)
    draft = client.get(address("report_draft", cast))
    assert "BẢN THẢO" in Measured(draft.content).text(0)
    assert draft["Cache-Control"] == "private, no-store"
    client.force_login(cast.member)
    page = client.get(address("report", cast)).content.decode()
    for name in ("report_draft", "report_edit", "report_issue"):
        assert address(name, cast) not in page


def test_hostile_text_shows_as_text(chair, cast):
    section = begin_report(cast.year, "year_end", by=cast.chair, at=scene.NOW)[1]
    url = address("section_save", cast, section.pk)
    for body in (HOSTILE, "</textarea>" + HOSTILE):
        page = chair.post(url, {"heading": HOSTILE, "body": body, "version": "1"}, follow=True)
        assert HOSTILE not in page.content.decode()


def test_the_page_of_the_year_leads_to_the_report(client, cast):
    client.force_login(cast.member)
    page = client.get(cast.year.get_absolute_url()).content.decode()
    assert address("report", cast) in page


@pytest.mark.parametrize("who", ["administrator", "staff", "chair", "deputy", "member"])
@pytest.mark.parametrize("name", ["report", "report_edit", "report_issue", "report_draft"])
def test_a_page_takes_few_queries(client, cast, sections, name, who):
    client.force_login(cast.people[who])
    # A paper gathers from every room, and is no page.
    most = 22 if name == "report_draft" else 12
    assert queries(client, address(name, cast)) <= most


def test_the_list_takes_the_same_queries_with_one_and_with_many(chair, cast, sections):
    url = address("report", cast)
    scene.issued(cast.year, by=cast.chair)
    one = queries(chair, url)
    for number in range(6, 9):
        scene.issued(cast.year, by=cast.chair, number=number, replace_reason="Sai")
    assert queries(chair, url) == one
