"""Past years from Excel: previewed, entered as shown, the same file twice adds nothing, undone."""

import datetime as dt
import io

import pytest
from django.db.backends.postgresql.psycopg_any import DateRange
from django.urls import reverse
from openpyxl import load_workbook

from accounts.refusal import Refused
from awards import workflow
from awards.history import plan_of
from awards.issued_book import empty_book
from awards.models import Award, Decision
from awards.register_book.layout import HEADS
from blocs.models import OrganisationAlias
from blocs.tests import make as blocs
from files.gate import Accepted
from files.kinds import Kind

from . import make
from .books import FLAG, PERSON, book

pytestmark = pytest.mark.usefixtures("law")


def received(cast, *rows):
    file = Accepted("khen-thuong.xlsx", Kind.EXCEL, book(*rows))
    how = {"note": "Sổ khen thưởng 2019", "by": cast.staff, "at": make.now()}
    return workflow.receive_history(cast.province, workbook=file, **how)


def planned(cast, *rows):
    return plan_of(book(*rows), cast.province, today=cast.today)


def saved(cast, history_import):
    content = history_import.file.path.read_bytes()
    plan = plan_of(content, cast.province, today=cast.today)
    how = {"fingerprint": plan.fingerprint, "by": cast.staff, "at": make.now()}
    return workflow.save_history(history_import, **how)


def sentences(plan):
    return [(problem.cell, problem.sentence) for problem in plan.problems]


def test_a_file_is_entered_as_past_records_under_one_decision(cast):
    history_import = received(cast, FLAG, {**PERSON, "sex": None, "organisation": "Xã Hoa Lư"})
    assert (history_import.is_pending, Award.objects.count()) == (True, 0)

    assert saved(cast, history_import) == 2

    decision = Decision.objects.get()
    assert (decision.is_historical, decision.number) == (True, "12/QĐ-UBND")
    assert decision.issuer == "Ủy ban nhân dân tỉnh"
    flag, person = decision.awards.order_by("pk")
    assert (flag.organisation, flag.money) == (cast.organisations.farmers, None)
    assert (person.organisation, person.organisation_name, person.sex) == (None, "Xã Hoa Lư", "")
    assert person.search_key.startswith("tran thi hoa xa hoa lu")
    assert flag.is_historical
    told = flag.events.get().pgh_context
    assert (told["by"], told["why"]) == (cast.staff.pk, "Sổ khen thưởng 2019")


def test_the_same_file_twice_adds_nothing_whatever_its_letters(cast):
    saved(cast, received(cast, FLAG, PERSON))
    plan = planned(cast, FLAG, {**PERSON, "person": "TRẦN THỊ HÒA"})
    assert (len(plan.new), len(plan.already), plan.problems) == (0, 2, ())
    assert saved(cast, received(cast, FLAG, PERSON)) == 0
    assert (Award.objects.count(), Decision.objects.count()) == (2, 1)


def test_the_registry_taken_to_excel_and_uploaded_again_is_no_change_or_just_the_edit(client, cast):
    saved(cast, received(cast, FLAG, {**PERSON, "organisation": "Xã Hoa Lư"}))
    client.force_login(cast.staff)
    taken = client.get(reverse("awards:registry_list"), {"tai": "xlsx"}).content
    plan = plan_of(taken, cast.province, today=cast.today)
    assert (len(plan.new), len(plan.already), plan.otherwise, plan.problems) == (0, 2, (), ())

    def edited(head, value):
        """The same list with one cell of the farmers' flag typed anew."""
        book = load_workbook(io.BytesIO(taken))
        sheet = book.active
        top, heads = next(
            (row[0].row, {cell.value: cell.column for cell in row})
            for row in sheet.iter_rows()
            if row[0].value == HEADS["year"]
        )
        rows = range(top + 1, sheet.max_row + 1)
        flag = next(n for n in rows if sheet.cell(n, heads[HEADS["person"]]).value is None)
        sheet.cell(flag, heads[HEADS[head]], value)
        out = io.BytesIO()
        book.save(out)
        return out.getvalue()

    plan = plan_of(edited("year", 2018), cast.province, today=cast.today)
    assert [(each.row.year, each.row.kind.code) for each in plan.new] == [(2018, "CO_TINH")]
    assert (len(plan.already), plan.otherwise, plan.problems) == (1, (), ())
    content = edited("achievement", "Đứng thứ hai khối")
    plan = plan_of(content, cast.province, today=cast.today)
    [(row, pk)] = plan.otherwise
    assert (row.row.achievement, pk) == ("Đứng thứ hai khối", Award.objects.get(person_name="").pk)
    assert (len(plan.new), len(plan.already), plan.problems) == (0, 2, ())
    file = Accepted("khen-thuong.xlsx", Kind.EXCEL, content)
    how = {"note": "Sửa trong Excel", "by": cast.staff, "at": make.now()}
    again = workflow.receive_history(cast.province, workbook=file, **how)
    page = client.get(reverse("awards:registry_import", args=[again.pk])).content.decode()
    assert f'href="{reverse("awards:registry_award", args=[pk])}"' in page


def test_what_was_shown_is_what_is_entered(cast):
    history_import = received(cast, FLAG)
    shown = planned(cast, FLAG).fingerprint
    OrganisationAlias.objects.create(organisation=cast.organisations.union, alias="Xã Hoa Lư")
    assert planned(cast, FLAG).fingerprint == shown
    cast.organisations.farmers.name = "Hội Nông dân tỉnh"
    cast.organisations.farmers.save()
    how = {"fingerprint": shown, "by": cast.staff, "at": make.now()}
    with pytest.raises(Refused, match="changed meanwhile"):
        workflow.save_history(history_import, **how)
    assert (Award.objects.count(), Decision.objects.count()) == (0, 0)


def test_organisations_are_known_by_the_name_of_that_day(cast):
    then = DateRange(dt.date(2010, 1, 1), dt.date(2020, 1, 1))
    old = blocs.organisation("Công đoàn tỉnh", cast.province, validity=then)
    OrganisationAlias.objects.create(organisation=old, alias="LĐLĐ")
    OrganisationAlias.objects.create(organisation=cast.organisations.union, alias="CĐ")
    named = [{**FLAG, "organisation": name} for name in ("CÔNG ĐOÀN TỈNH", "LDLD", "CĐ", "x")]
    named = [{**row, "year": 2019 - n} for n, row in enumerate(named)]
    found = [each.row.organisation for each in planned(cast, *named).new]
    assert found == [old, old, cast.organisations.union, None]

    late = {**FLAG, "dated": dt.date(2021, 1, 5), "organisation": "Công đoàn tỉnh"}
    [(cell, sentence)] = sentences(planned(cast, late))
    assert cell == "I5"
    assert f"bore another name. Write it, or a code: Công đoàn tỉnh ({old.pk})" in sentence
    assert planned(cast, {**late, "code": str(old.pk)}).new[0].row.organisation == old


def test_what_may_be_several_organisations_is_asked_not_guessed(cast):
    for organisation in (cast.organisations.union, cast.organisations.youth):
        OrganisationAlias.objects.create(organisation=organisation, alias="Đoàn")
    [(cell, sentence)] = sentences(planned(cast, {**FLAG, "organisation": "Đoàn"}))
    assert cell == "I5"
    assert "Liên đoàn Lao động" in sentence
    assert "Tỉnh đoàn" in sentence
    wrong = {**FLAG, "code": "999999"}
    assert sentences(planned(cast, wrong))[0][0] == "J5"


@pytest.mark.parametrize(
    ("changes", "cell", "said"),
    [
        ({"kind": "Huy chương vàng"}, "E6", "no kind of award"),
        ({"kind": "LDTT"}, "E6", "not given to this recipient"),
        ({}, "E6", "row 5 already"),
        ({"issuer": "Bộ Nội vụ", "year": 2018}, "D6", "by “UBND tỉnh”"),
    ],
)
def test_kinds_repetitions_and_issuers_are_checked(cast, changes, cell, said):
    first = {**FLAG, "issuer": "UBND tỉnh"}
    found = sentences(planned(cast, first, {**first, **changes}))
    assert [place for place, _sentence in found] == [cell]
    assert said in found[0][1]


def test_kinds_are_known_by_code_exact_name_and_as_people_say(cast):
    names = ["co_tinh", "Cờ thi đua của UBND tỉnh", "cờ tỉnh", "Cờ Thủ tướng Chính phủ"]
    rows = [{**FLAG, "kind": name, "year": 2010 + n} for n, name in enumerate(names)]
    kinds = [each.row.kind.code for each in planned(cast, *rows).new]
    assert kinds == ["CO_TINH", "CO_TINH", "CO_TINH", "CO_CP"]
    person = {**PERSON, "kind": "Bằng khen của UBND tỉnh"}
    assert planned(cast, person).new[0].row.kind.code == "BK_TINH_CN"


def test_a_decision_that_was_made_here_takes_no_past_records(cast):
    make.decision(cast.province, "12/QĐ-UBND", dated=dt.date(2019, 12, 20))
    assert sentences(planned(cast, FLAG))[0][0] == "B5"
    assert "on its page" in sentences(planned(cast, FLAG))[0][1]


def test_an_import_is_undone_as_a_whole_with_a_reason(cast):
    history_import = received(cast, FLAG, PERSON)
    saved(cast, history_import)
    how = {"by": cast.staff, "at": make.now()}
    workflow.undo_history(history_import, why="Nhầm tệp", **how)
    history_import.refresh_from_db()
    assert (history_import.is_saved, history_import.undone_why) == (False, "Nhầm tệp")
    assert (Award.objects.count(), Decision.objects.count()) == (0, 0)
    with pytest.raises(Refused, match="undone before"):
        workflow.undo_history(history_import, why="lần nữa", **how)


def test_what_was_revoked_since_keeps_its_import(cast):
    history_import = received(cast, FLAG)
    saved(cast, history_import)
    Award.objects.update(revoked_on=cast.today, revoke_document="9/QĐ", revoke_reason="Sai")
    with pytest.raises(Refused, match="must stay"):
        workflow.undo_history(history_import, why="Nhầm", by=cast.staff, at=make.now())


def test_a_preview_is_dropped_and_handled_once(cast):
    history_import = received(cast, FLAG)
    how = {"by": cast.staff, "at": make.now()}
    workflow.drop_history(history_import, **how)
    with pytest.raises(Refused, match="handled already"):
        workflow.save_history(history_import, fingerprint="", **how)


def test_the_issued_workbook_of_a_province_lists_its_kinds_and_organisations(cast):
    issued = load_workbook(io.BytesIO(empty_book(cast.province)))
    names = {row[1] for row in issued["Đơn vị"].iter_rows(values_only=True)}
    assert {"Hội Nông dân", "Tỉnh đoàn"} <= names
    codes = [row[0] for row in issued["Danh mục"].iter_rows(values_only=True)]
    assert {"CO_TINH", "BK_TINH_CN"} <= set(codes)
