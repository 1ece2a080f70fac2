"""Legal bases on the screen: found by day and words, national and provincial, never deleted."""

import datetime as dt

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from blocs.models import LegalBasis, Source
from blocs.reference.legal_bases import load_legal_bases

from .who_may import ANYONE, answers, expected

LIST, CREATE = reverse("blocs:legal_basis_list"), reverse("blocs:legal_basis_create")
RECORD = {
    "number": "5/2026/QĐ-UBND",
    "title": "Quy định về khối thi đua",
    "citation": "Quyết định số 5/2026/QĐ-UBND",
    "signed_on": "02/03/2026",
    "in_force_on": "15/03/2026",
    "ended_on": "",
    "is_usual": "on",
    "note": "",
    "inferred": "",
}


@pytest.fixture(autouse=True)
def national(db):
    load_legal_bases(LegalBasis, Source)


@pytest.fixture
def basis(cast):
    return LegalBasis.objects.create(
        province=cast.province, number="1/QĐ-UBND", title="Quy chế", citation="Quyết định số 1",
        in_force_on=dt.date(2020, 1, 1),
    )  # fmt: skip


def page_of(name, basis):
    return reverse(f"blocs:legal_basis_{name}", args=[basis.pk])


def listed(client, **query):
    return {basis.number for basis in client.get(LIST, query).context["page"]}


def test_who_may(client, cast, basis):
    law = LegalBasis.objects.get(number="06/2022/QH15")
    keepers, blind = {"administrator", "staff"}, {"foreign_staff", "nobody"}
    assert answers(client, cast.people, LIST) == expected(may=ANYONE)
    assert answers(client, cast.people, CREATE) == expected(may={*keepers, "foreign_staff"})
    assert answers(client, cast.people, page_of("detail", law)) == expected(may=ANYONE)
    assert answers(client, cast.people, page_of("edit", law)) == expected(may={"administrator"})
    wanted = expected(may=ANYONE - blind, blind=blind)
    assert answers(client, cast.people, page_of("detail", basis)) == wanted
    wanted = expected(may=keepers, blind=blind)
    assert answers(client, cast.people, page_of("edit", basis)) == wanted


def test_the_list_shows_what_is_in_force_on_a_day(client, cast, basis):
    client.force_login(cast.member)
    old = listed(client, day="31/12/2023")
    assert {"15/2003/QH11", "91/2017/NĐ-CP", "1/QĐ-UBND"} <= old
    assert not {"98/2023/NĐ-CP", "152/2025/NĐ-CP"} & old
    assert "98/2023/NĐ-CP" in listed(client, day="30/06/2025")
    assert {"152/2025/NĐ-CP"} <= listed(client, day="01/07/2025") - {"98/2023/NĐ-CP"}
    assert "98/2023/NĐ-CP" not in listed(client, day="01/07/2025")


def test_expired_ones_say_since_when(client, cast):
    client.force_login(cast.member)
    found = client.get(LIST, {"state": "ended", "words": "98/2023/NĐ-CP", "day": "01/07/2025"})
    assert {row.number for row in found.context["page"]} == {"98/2023/NĐ-CP"}
    assert "hết hiệu lực từ 01/07/2025" in found.content.decode()
    unknown = client.get(LIST, {"state": "all", "words": "01/2024", "day": "01/01/2025"})
    assert "chưa rõ ngày có hiệu lực" in unknown.content.decode()
    coming = client.get(LIST, {"state": "all", "words": "06/2026", "day": "01/05/2026"})
    assert "có hiệu lực từ 01/10/2026" in coming.content.decode()


def test_words_are_found_without_accents_and_a_wrong_day_finds_nothing(client, cast):
    client.force_login(cast.member)
    assert "152/2025/NĐ-CP" in listed(client, words="phan cap phan quyen", day="01/01/2026")
    assert "98/2023/NĐ-CP" in listed(client, words="98 nghi dinh", day="01/01/2025")
    assert listed(client, day="31/02/2026") == set()


def test_staff_enter_one_of_their_province_alone(client, cast):
    client.force_login(cast.staff)
    form = client.post(CREATE, RECORD).context["form"]
    assert list(form.errors) == ["province"]
    form = client.post(CREATE, {**RECORD, "province": cast.elsewhere.pk}).context["form"]
    assert list(form.errors) == ["province"]
    response = client.post(CREATE, {**RECORD, "province": cast.province.pk})
    basis = LegalBasis.objects.get(number="5/2026/QĐ-UBND")
    assert response.url == page_of("detail", basis)
    assert (basis.province, basis.signed_on, basis.is_usual) == (
        cast.province,
        dt.date(2026, 3, 2),
        True,
    )
    assert basis.events.get().pgh_context["by"] == cast.staff.pk


def test_the_administrator_enters_a_national_one_once(client, cast):
    client.force_login(cast.administrator)
    assert client.post(CREATE, {**RECORD, "province": ""}).status_code == 302
    again = client.post(CREATE, {**RECORD, "province": ""}).context["form"]
    assert again.errors
    assert LegalBasis.objects.filter(number=RECORD["number"]).get().province is None


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"in_force_on": "01/03/2026"}, "in_force_on"),
        ({"ended_on": "15/03/2026"}, "ended_on"),
        ({"in_force_on": "", "ended_on": "02/03/2026"}, "ended_on"),
        ({"signed_on": "31/02/2026"}, "signed_on"),
        ({"citation": " "}, "citation"),
    ],
)
def test_what_does_not_fit_is_said_at_its_field(client, cast, changes, field):
    client.force_login(cast.administrator)
    form = client.post(CREATE, {**RECORD, **changes}).context["form"]
    assert list(form.errors) == [field]


def test_it_ends_on_a_day_with_a_note(client, cast, basis):
    client.force_login(cast.staff)
    record = {**RECORD, "province": cast.province.pk, "ended_on": "01/06/2026", "note": "Thay"}
    assert client.post(page_of("edit", basis), record).status_code == 302
    basis.refresh_from_db()
    assert (basis.ended_on, basis.note) == (dt.date(2026, 6, 1), "Thay")


def test_a_refused_form_leaves_the_heading_as_it_was(client, cast, basis):
    client.force_login(cast.staff)
    page = client.post(page_of("edit", basis), {**RECORD, "number": "9/9", "title": ""})
    assert page.context["basis"].number == "1/QĐ-UBND"


def test_hostile_text_shows_as_text(client, cast, basis):
    LegalBasis.objects.filter(pk=basis.pk).update(title="<script>a</script>", note="<b>")
    client.force_login(cast.staff)
    for url in (f"{LIST}?state=all", page_of("detail", basis), page_of("edit", basis)):
        page = client.get(url).content.decode()
        assert "<script>a" not in page
        assert "&lt;script&gt;a" in page


def test_the_list_asks_the_same_of_the_database_with_more_rows(client, cast, basis):
    client.force_login(cast.staff)
    with CaptureQueriesContext(connection) as few:
        client.get(LIST, {"state": "all"})
    for number in range(30):
        LegalBasis.objects.create(
            province=cast.province, number=f"{number}/x", title="x", citation="x",
            signed_on=dt.date(2020, 1, 1),
        )  # fmt: skip
    with CaptureQueriesContext(connection) as many:
        client.get(LIST, {"state": "all"})
    assert len(few) == len(many) <= 12


def test_the_source_page_leads_to_the_legal_bases(client, cast):
    law = LegalBasis.objects.get(number="06/2022/QH15")
    client.force_login(cast.member)
    page = client.get(reverse("desk:source_detail", args=[law.source_id])).content.decode()
    assert page_of("detail", law) in page
