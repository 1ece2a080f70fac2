"""The pages of the minutes: who may, what they show, the bytes they serve, how many queries."""

import hashlib

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from blocs.models import HandoverItem, HandoverPerson
from blocs.tests.who_may import ANYONE, answers, expected
from blocs.workflow import revoke_handover
from reports.models import Paper

from . import make
from .measuring import Measured

# Who sees the handover: the province, and the members of the year in which the giver chaired.
BLIND = {"foreign_staff", "former_member", "outsider", "nobody"}
READERS = ANYONE - BLIND
KEEPERS = {"administrator", "staff"}


@pytest.fixture
def given(cast):
    return make.handover(cast)


@pytest.fixture
def staff(client, cast):
    client.force_login(cast.staff)
    return client


def address(name, subject):
    return reverse(f"reports:{name}", args=[subject.pk])


def typed(given, **changes):
    """What staff type into the form; None leaves a field empty."""
    day = f"{given.held_on:%d/%m/%Y}"
    data = {
        "number": "5", "symbol": "BB-KTĐ", "place": "Thái Sơn", "dated": day, "copies": "3",
        "giver": "Nguyễn Thị Hậu", "receiver": "Trần Văn Tiến", "witness": "",
    } | changes  # fmt: skip
    return {name: value for name, value in data.items() if value is not None}


def body(response):
    return b"".join(response.streaming_content) if response.streaming else response.content


def test_who_may_look_at_the_papers_of_a_handover(client, cast, given):
    url = address("handover_papers", given)
    assert answers(client, cast.people, url) == expected(may=READERS, blind=BLIND)


def test_who_may_look_at_the_draft(client, cast, given):
    url = address("handover_minutes", given)
    may = KEEPERS | {"chair", "coming_chair"}
    assert answers(client, cast.people, url) == expected(may=may, blind=BLIND)


@pytest.mark.parametrize("method", ["get", "post"])
def test_who_may_issue(client, cast, given, method):
    url = address("handover_minutes_issue", given)
    assert answers(client, cast.people, url, method) == expected(may=KEEPERS, blind=BLIND)
    assert Paper.objects.count() == 0


def test_who_may_have_the_issued_file(client, cast, given):
    paper = make.issued(cast, given)
    found = {"anonymous": client.get(address("paper_file", paper)).status_code}
    for name, person in cast.people.items():
        client.force_login(person)
        response = client.get(address("paper_file", paper))
        found[name] = response.status_code
        body(response)
        client.logout()
    assert found == expected(may=READERS, blind=BLIND)


def test_nobody_sees_a_draft_of_a_revoked_handover(staff, cast, given):
    revoke_handover(given, by=cast.staff, at=timezone.now(), reason="Ghi nhầm")
    assert staff.get(address("handover_minutes", given)).status_code == 403
    assert staff.get(address("handover_minutes_issue", given)).status_code == 403
    page = staff.get(address("handover_papers", given)).content.decode()
    assert address("handover_minutes", given) not in page


def test_the_draft_is_a_download_that_is_kept_nowhere(staff, given):
    response = staff.get(address("handover_minutes", given))
    assert response["Content-Type"] == "application/pdf"
    assert response["Content-Disposition"].startswith('attachment; filename="ban-thao-bien-ban')
    assert response["X-Content-Type-Options"] == "nosniff"
    assert response["Cache-Control"] == "private, no-store"
    assert "sandbox" in response["Content-Security-Policy"]
    assert "BẢN THẢO" in Measured(response.content).text()
    assert Paper.objects.count() == 0


def test_the_form_proposes_what_is_known(staff, cast, given):
    form = staff.get(address("handover_minutes_issue", given)).context["form"]
    assert {name: form[name].value() for name in form.fields} == {
        "number": 1,
        "symbol": "BB-KTĐ",
        "place": "Thái Sơn",
        "dated": given.held_on,
        "giver": "Nguyễn Thị Hậu",
        "receiver": "Trần Văn Tiến",
        "witness": None,
        "copies": 3,
    }


def test_issuing_files_the_paper_and_everybody_downloads_the_same_bytes(client, cast, given):
    client.force_login(cast.staff)
    response = client.post(address("handover_minutes_issue", given), typed(given, witness="Bà Ba"))
    paper = Paper.objects.get()
    assert response.url == address("handover_papers", given)
    assert [s.full_name for s in paper.signatories.all()][2] == "Bà Ba"
    assert [s.position for s in paper.signatories.all()] == ["Chủ tịch", "Bí thư", ""]

    HandoverItem.objects.filter(handover=given).update(text="Đã sửa")
    for name in ("member", "observer", "staff"):
        client.force_login(cast.people[name])
        content = body(client.get(address("paper_file", paper)))
        assert hashlib.sha256(content).hexdigest() == paper.sha256


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"number": "0"}, "number"),
        ({"number": "năm"}, "number"),
        ({"dated": "31/02/2026"}, "dated"),
        ({"giver": None}, "giver"),
        ({"copies": "1"}, "copies"),
        ({"symbol": "BC-KTĐ"}, "__all__"),
        ({"dated": "01/01/2001"}, "__all__"),
    ],
)
def test_what_does_not_fit_is_said_and_nothing_typed_is_lost(staff, given, changes, field):
    data = typed(given, place="Nơi đã gõ", **changes)
    response = staff.post(address("handover_minutes_issue", given), data)
    assert list(response.context["form"].errors) == [field]
    assert "Nơi đã gõ" in response.content.decode()
    assert Paper.objects.count() == 0


def test_a_second_one_replaces_the_first_and_both_show_it(staff, cast, given):
    url = address("handover_minutes_issue", given)
    staff.post(url, typed(given))
    refused = staff.post(url, typed(given, number="6"))
    assert list(refused.context["form"].errors) == ["replace_reason"]

    staff.post(url, typed(given, number="6", replace_reason="Sai tên <b>"))

    first, second = Paper.objects.order_by("pk")
    page = staff.get(address("handover_papers", given)).content.decode()
    assert (first.replacement, second.replaces) == (second, first)
    assert page.count("Sai tên &lt;b&gt;") == 2
    for paper in (first, second):
        assert address("paper_file", paper) in page
    assert hashlib.sha256(body(staff.get(address("paper_file", first)))).hexdigest() == first.sha256


def test_the_page_of_the_handover_leads_to_its_minutes(client, cast, given):
    client.force_login(cast.member)
    page = client.get(reverse("blocs:handover_detail", args=[given.pk])).content.decode()
    assert address("handover_papers", given) in page


def test_readers_are_not_offered_what_they_may_not_do(client, cast, given):
    client.force_login(cast.member)
    page = client.get(address("handover_papers", given)).content.decode()
    assert address("handover_minutes", given) not in page
    assert address("handover_minutes_issue", given) not in page


def test_hostile_text_shows_as_text_on_the_page_and_in_the_paper(staff, cast):
    text = "<script>alert(1)</script>"
    given = make.handover(
        cast, text=text, people=[HandoverPerson(side="giver", full_name=text, position=text)]
    )
    pages = [staff.get(address(n, given)) for n in ("handover_papers", "handover_minutes_issue")]
    assert all(text not in page.content.decode() for page in pages)
    draft = Measured(staff.get(address("handover_minutes", given)).content)
    assert draft.text().count(text) >= 3


def test_the_list_of_papers_takes_the_same_queries_with_one_and_with_many(staff, cast, given):
    url = address("handover_papers", given)
    make.issued(cast, given, number=1)
    one = _queries(staff, url)
    for number in range(2, 7):
        make.issued(cast, given, number=number, replace_reason="Sai")
    assert _queries(staff, url) == one <= 12


@pytest.mark.parametrize("name", ["handover_minutes", "handover_minutes_issue", "paper_file"])
@pytest.mark.parametrize("who", ["staff", "coming_chair", "administrator"])
def test_a_page_takes_few_queries(client, cast, given, name, who):
    client.force_login(cast.people[who])
    paper = make.issued(cast, given)
    assert _queries(client, address(name, paper if name == "paper_file" else given)) <= 12


def _queries(client, url):
    with CaptureQueriesContext(
        connection,
    ) as queries:
        body(client.get(url))
    return len(queries)
