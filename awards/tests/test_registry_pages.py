"""The pages of the registry: what is on them, what a form leaves, their queries."""

import io

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from openpyxl import load_workbook

from awards.models import Award, Decision, HistoryImport, YearlyResult
from awards.naming import of_registry
from blocs.models import Source
from blocs.naming import records_that_name
from files.tests.make import PDF, upload

from . import make
from .books import FLAG, PERSON, book

pytestmark = pytest.mark.usefixtures("law")
LIST = reverse("awards:registry_list")
DECISION = {"number": "12/QĐ-UBND", "dated": "30/06/2026", "issuer": "Chủ tịch UBND tỉnh",
            "signer": "Lê Văn Hà", "subject": "Khen thưởng đột xuất"}  # fmt: skip
FORMSET = {"form-TOTAL_FORMS": "5", "form-INITIAL_FORMS": "0"}


def at(name, *args):
    return reverse(f"awards:registry_{name}", args=args)


def row(number, **values):
    return {f"form-{number}-{name}": value for name, value in values.items()}


def page(client, url, **query):
    return client.get(url, query).content.decode()


def file_of(content, name="khen-thuong.xlsx"):
    return upload(name, content)


@pytest.fixture
def decision(cast):
    return make.decision(cast.province)


def test_the_list_finds_by_every_filter_and_says_how_many(client, cast, decision):
    make.award(decision, cast.organisations.farmers, year=2025, emulation_year=cast.year)
    make.award(decision, None, code="BK_TINH_CN", person_name="Trần Thị Hoà", year=2024,
               method="extraordinary", revoked_on=cast.today, revoke_document="9/QĐ",
               revoke_reason="Sai")  # fmt: skip
    client.force_login(cast.staff)
    both = {"Hội Nông dân", "Trần Thị Hoà"}
    for query, names in (
        ({}, both),
        ({"words": "tran hoa"}, {"Trần Thị Hoà"}),
        ({"year_from": "2025"}, {"Hội Nông dân"}),
        ({"year_to": "2024"}, {"Trần Thị Hoà"}),
        ({"kind": "CO_TINH"}, {"Hội Nông dân"}),
        ({"method": "extraordinary"}, {"Trần Thị Hoà"}),
        ({"recipient": "person"}, {"Trần Thị Hoà"}),
        ({"bloc": cast.bloc.pk}, {"Hội Nông dân"}),
        ({"state": "valid"}, {"Hội Nông dân"}),
        ({"state": "revoked"}, {"Trần Thị Hoà"}),
        ({"year_from": "x"}, set()),
    ):
        rows = client.get(LIST, query).context["page"].rows
        assert {award.recipient_name for award in rows} == names, query
    assert "2 lượt khen thưởng, mới nhất trước." in page(client, LIST)


def test_the_list_costs_the_same_with_many_rows(client, cast, decision):
    make.award(decision, cast.organisations.farmers)
    client.force_login(cast.observer)

    def queries():
        with CaptureQueriesContext(connection) as captured:
            client.get(LIST, {"words": "dan"})
        return len(captured)

    few = queries()
    for number in range(20):
        make.award(decision, None, achievement=f"Thành tích {number}")
    assert queries() == few <= 12


def test_staff_record_a_decision_and_its_awards_row_by_row(client, cast):
    client.force_login(cast.staff)
    form = {**DECISION, "province": cast.province.pk, "upload": upload("qd.pdf", PDF)}
    answer = client.post(at("decision_record"), form)
    decision = Decision.objects.get()
    assert answer.url == at("decision_add", decision.pk)
    woman = {"kind": "BK_TINH_CN", "organisation": "hội nông dân", "person_name": "Trần Thị Hoà",
             "sex": "female", "recipient_class": "direct", "method": "extraordinary",
             "year": "2026", "achievement": "Cứu người"}  # fmt: skip
    wrong = {**FORMSET, **row(0, **{**woman, "sex": "", "year": "2027"}), **row(1, kind="CO_TINH")}
    refused = client.post(at("decision_add", decision.pk), wrong).context["rows"]
    assert set(refused[0].errors) == {"sex", "year"}
    assert set(refused[1].errors) == {"organisation", "achievement", "year", "method"}
    assert not Award.objects.exists()
    street = {"kind": "CO_TINH", "organisation": "Tổ dân phố 3", "method": "regular",
              "year": "2026", "achievement": "Dẫn đầu"}  # fmt: skip
    client.post(at("decision_add", decision.pk), {**FORMSET, **row(0, **woman), **row(3, **street)})
    person, collective = decision.awards.order_by("pk")
    assert (person.organisation, person.money) == (cast.organisations.farmers, 3_510_000)
    assert (collective.organisation, collective.organisation_name) == (None, "Tổ dân phố 3")
    again = client.post(at("decision_add", decision.pk), {**FORMSET, **row(0, **woman)})
    assert "đã có" in again.context["refusal"]


def test_awards_of_a_decision_come_from_excel_or_every_problem_is_shown(client, cast, decision):
    client.force_login(cast.staff)
    url = at("decision_workbook", decision.pk)
    bare = {"number": None, "dated": None}
    wrong = client.post(url, {"workbook": file_of(book({**PERSON, **bare, "sex": None}))})
    assert [problem.cell for problem in wrong.context["problems"]] == ["K5"]
    assert "K5" in wrong.content.decode()
    good = book({**FLAG, **bare}, {**PERSON, **bare})
    for _time in range(2):
        assert client.post(url, {"workbook": file_of(good)}).status_code == 302
    assert decision.awards.count() == 2


def test_a_correction_shows_on_the_page_that_everybody_reads(client, cast, decision):
    award = make.award(decision, cast.organisations.farmers)
    make.award(decision, None, revoked_on=cast.today, revoke_document="9/QĐ", revoke_reason="Sai")
    client.force_login(cast.nobody)
    assert client.get(at("decision", decision.pk)).status_code == 404
    client.force_login(cast.staff)
    client.post(at("decision_publish", decision.pk), {"announcement": "Chúc mừng các đơn vị."})
    form = client.get(at("award_edit", award.pk)).context["form"]
    fields = {name: form[name].value() or "" for name in form.fields}
    client.post(at("award_edit", award.pk), {**fields, "achievement": "Đứng đầu", "why": "Ghi sai"})
    changed = {**DECISION, "number": decision.number, "dated": "20/12/2025", "why": "Sai trích yếu"}
    client.post(at("decision_edit", decision.pk), {**changed, "subject": "Khen thưởng năm"})

    client.force_login(cast.nobody)
    shown = page(client, at("decision", decision.pk))
    for text in ("Chúc mừng các đơn vị.", "Đứng đầu", "Khen thưởng năm", "Lý do: Sai trích yếu",
                 "thu hồi một phần", "đã đính chính"):  # fmt: skip
        assert text in shown
    assert "Đính chính" not in shown
    client.force_login(cast.staff)
    client.post(at("decision_take_back", decision.pk), {"why": "Chờ kết luận"})
    client.force_login(cast.nobody)
    assert client.get(at("decision", decision.pk)).status_code == 404


def test_an_award_that_something_rests_on_is_not_offered_to_be_taken_out(client, cast, decision):
    given = make.award(decision, cast.organisations.front, handed_on=cast.today, occasion="Lễ")
    wrong = make.award(decision, cast.organisations.farmers)
    client.force_login(cast.staff)
    assert at("award_remove", given.pk) not in page(client, at("award", given.pk))
    assert at("award_remove", wrong.pk) in page(client, at("award", wrong.pk))


def test_the_decision_of_the_registry_and_that_of_the_province_lead_to_each_other(client, cast):
    decision = make.decision(cast.province, is_public=True)
    make.award(decision, cast.organisations.front)
    of_province = reverse("awards:council_decision", args=[decision.pk])
    client.force_login(cast.staff)
    assert of_province in page(client, at("decision", decision.pk))
    assert at("decision", decision.pk) in page(client, of_province)
    client.force_login(cast.nobody)
    assert of_province not in page(client, at("decision", decision.pk))


def test_a_list_of_a_past_year_is_previewed_entered_and_undone(client, cast):
    client.force_login(cast.staff)
    rows = book(FLAG, {**PERSON, "organisation": "Xã Hoa Lư"})
    form = {"province": cast.province.pk, "workbook": file_of(rows), "note": "Sổ 2019"}
    url = client.post(at("import_create"), {**form, "scan": upload("so.pdf", PDF)}).url
    preview = client.get(url)
    assert "Xã Hoa Lư" in preview.content.decode()
    assert "Ghi 2 lượt khen thưởng vào sổ" in preview.content.decode()
    made = HistoryImport.objects.get()
    client.post(at("import_save", made.pk), {"fingerprint": "khác"})
    assert not Award.objects.exists()
    client.post(at("import_save", made.pk), {"fingerprint": preview.context["plan"].fingerprint})
    assert Award.objects.count() == 2
    assert page(client, LIST).count("số liệu lịch sử") == 2
    again = client.post(at("import_create"), {**form, "workbook": file_of(rows)}).url
    assert "Không có lượt khen thưởng mới" in page(client, again)
    client.post(at("import_undo", made.pk), {"why": "Nhầm tệp"})
    assert not Award.objects.exists()
    assert "Nhầm tệp" in page(client, at("import", made.pk))


def test_results_are_entered_for_a_year_and_for_an_organisation(client, cast):
    client.force_login(cast.staff)
    farmers = cast.organisations.farmers
    year = cast.year.year
    url = f"{at('results_year')}?province={cast.province.pk}&year={year}"
    form = client.get(url).context["form"]
    assert [each.name for each, _year in form.places] == [
        "Hội Nông dân", "Liên đoàn Lao động", "Sở Văn hóa", "Tỉnh đoàn", "Ủy ban MTTQ",
    ]  # fmt: skip
    told = {f"rating_{farmers.pk}_{year}": "excellent", f"paper_{farmers.pk}_{year}": "Số 1/TB"}
    client.post(url, told)
    assert YearlyResult.objects.get().rating == "excellent"
    changed = {**told, f"rating_{farmers.pk}_{year}": "good"}
    refused = client.post(at("results", farmers.pk), changed).context["form"]
    assert refused.non_field_errors()
    client.post(at("results", farmers.pk), {**changed, "why": "Xếp lại"})
    assert YearlyResult.objects.get().rating == "good"
    assert "Số 1/TB" in page(client, at("organisation", farmers.pk))


def test_the_statistics_say_nothing_of_nothing_and_are_a_workbook(client, cast, decision):
    client.force_login(cast.observer)
    assert "Không có số liệu" in page(client, at("statistics"))
    make.award(decision, cast.organisations.farmers, emulation_year=cast.year)
    shown = page(client, at("statistics"))
    assert "không có số liệu" in shown
    assert "0 %" not in shown.replace("100 %", "")
    make.award(decision, None, code="BK_TINH_CN", person_name="Trần Thị Hoà")
    make.award(decision, None, code="BK_TINH_CN", person_name="Lê Văn An", sex="male",
               recipient_class="other_leader")  # fmt: skip
    statistics = client.get(at("statistics")).context["statistics"]
    assert [table.by for table in statistics.tables] == ["year", "level", "kind", "method", "bloc"]
    assert str(statistics.total.direct.percent) == "50.0"
    assert [label for label, _figures in statistics.tables[-1].rows] == [
        "Khối thi đua số 1", "Không do khối, cụm đề nghị",
    ]  # fmt: skip
    answer = client.get(at("statistics_workbook"), {"year_from": "2025", "historical": "without"})
    workbook = load_workbook(io.BytesIO(answer.getvalue()))
    assert workbook["Khen thưởng"].max_row == 7
    assert "từ năm 2025" in workbook["Khen thưởng"]["A1"].value
    empty = client.get(at("statistics"), {"year_to": "1990"}).context["statistics"]
    assert empty.total.awards == 0


def test_no_statistics_of_what_one_only_hears_of(client, cast):
    elsewhere = make.decision(cast.elsewhere, is_public=True)
    make.award(elsewhere, None)
    client.force_login(cast.staff)
    assert client.get(at("statistics")).context["statistics"].total.awards == 0
    assert len(client.get(LIST).context["page"].rows) == 1


def test_persons_and_organisations_have_their_pages(client, cast, decision):
    of = {"code": "BK_TINH_CN", "person_name": "Trần Thị Hoà"}
    person = make.award(decision, cast.organisations.farmers, year=2024, **of)
    make.award(decision, cast.organisations.farmers, year=2025, **of)
    client.force_login(cast.chair)
    shown = page(client, at("person", person.pk))
    assert "Cá nhân chỉ được phân biệt bằng họ tên và đơn vị" in shown
    assert shown.count("Bằng khen của Chủ tịch UBND tỉnh") == 2
    assert (
        page(client, at("organisation", cast.organisations.farmers.pk)).count("Trần Thị Hoà") == 2
    )
    collective = make.award(decision, cast.organisations.farmers)
    assert client.get(at("person", collective.pk)).status_code == 404
    client.force_login(cast.staff)
    client.post(at("award_remove", collective.pk), {"why": "Nhập trùng"})
    assert not Award.objects.filter(pk=collective.pk).exists()


def test_a_source_lists_the_decisions_that_were_taken_from_it(client, cast):
    source = Source.objects.create(title="Báo Thái Sơn")
    taken = make.decision(cast.province, source=source)
    rows = records_that_name(source, cast.staff, more=of_registry(cast.staff))
    assert [(row["what"], row["key"]) for row in rows] == [("decision", str(taken.pk))]
    assert not records_that_name(source, cast.nobody, more=of_registry(cast.nobody))
