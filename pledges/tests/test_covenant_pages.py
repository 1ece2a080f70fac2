"""The pages of the covenant: what each kind of person finds and may do."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from blocs.tests.who_may import answers, expected
from files.tests.make import PDF
from pledges import workflow
from pledges.models import Commitment, Covenant, CovenantVersion, Registration, Signature

from . import make

BLIND = {"foreign_staff", "former_member", "outsider", "nobody"}
WRITERS = {"administrator", "staff", "chair"}
READERS = {"observer", "former_chair", "coming_chair", "deputy", "member"} | WRITERS
PASSWORD = "mat-khau-thu-2026"


def url(cast, name, *args, year=None):
    return reverse(f"pledges:{name}", args=[cast.bloc.slug, (year or cast.year).year, *args])


def text_of(response):
    return response.content.decode()


@pytest.fixture
def chair(client, cast):
    client.force_login(cast.chair)
    return cast.chair


@pytest.fixture
def signer(client, cast):
    """The front's head, with a password to be asked for."""
    cast.former_chair.set_password(PASSWORD)
    cast.former_chair.save()
    client.force_login(cast.former_chair)
    return cast.former_chair


def test_nobody_but_its_writers_and_the_deputy_sees_a_draft(client, cast):
    make.draft(cast, texts=("Nội dung còn kín",))
    for name, person in cast.people.items():
        client.force_login(person)
        response = client.get(url(cast, "covenant_detail"))
        if name in BLIND:
            assert response.status_code == 404, name
        else:
            sees = "Nội dung còn kín" in text_of(response)
            assert sees == (name in WRITERS | {"deputy"}), name
    client.force_login(cast.member)
    assert "The covenant is being drawn up" not in text_of(response)
    assert client.get(url(cast, "covenant_version", 1)).status_code == 404


def test_who_writes_and_who_reads(client, cast):
    version = make.draft(cast)
    commitment = version.commitments.get(number=1)
    for name, args in (
        ("covenant_edit", ()), ("covenant_open", ()), ("covenant_drop", ()),
        ("commitment_targets", (commitment.pk,)), ("commitment_remove", (commitment.pk,)),
    ):  # fmt: skip
        found = answers(client, cast.people, url(cast, name, *args))
        assert found == expected(may=WRITERS, blind=BLIND), name
    make.open_it(version, by=cast.chair)
    found = answers(client, cast.people, url(cast, "covenant_detail"))
    assert found == expected(may=READERS, blind=BLIND)
    seat = cast.seats["front"].pk
    found = answers(client, cast.people, url(cast, "covenant_sign", seat))
    assert found == expected(may={"former_chair"}, blind=BLIND)
    found = answers(client, cast.people, url(cast, "covenant_paper", seat))
    assert found == expected(may=WRITERS, blind=BLIND)


def test_the_chair_draws_it_up_and_opens_it(client, cast, chair):
    client.post(url(cast, "covenant_begin"))
    client.post(url(cast, "commitment_add"), {"text": 'Một\r\n  “hai"', "seat": ""})
    own = {"text": "Riêng", "seat": cast.seats["union"].pk}
    client.post(url(cast, "commitment_add"), own)
    first, second = Commitment.objects.order_by("number")
    assert (first.text, first.seat, second.seat) == ('Một\n  “hai"', None, cast.seats["union"])
    client.post(url(cast, "commitment_move", second.pk), {"way": "up"})
    saved = {"text": "Riêng, sửa", "seat": cast.seats["union"].pk, "revision": 1}
    client.post(url(cast, "commitment_save", second.pk), saved)
    second.refresh_from_db()
    assert (second.number, second.text, second.revision) == (1, "Riêng, sửa", 2)
    figures = {"name": "Hội viên", "unit": "người", f"seat_{cast.seats['front'].pk}": "1.200,5"}
    client.post(url(cast, "commitment_targets", first.pk), figures)
    assert str(first.targets.get().planned) == "1200.50"
    head = {
        "title": "Giao ước",
        "theme": "Chủ đề",
        "copies": 8,
        "revision": 1,
        "dated": "11/4/2026",
    }
    client.post(url(cast, "covenant_edit"), head)
    response = client.post(url(cast, "covenant_open"), {"sign_by": ""})
    assert "until when the members sign" in text_of(response) or response.status_code == 200
    day = cast.today.strftime("%d/%m/%Y")
    client.post(url(cast, "covenant_open"), {"sign_by": day})
    version = CovenantVersion.objects.get()
    assert (version.state, version.title, version.copies) == ("signing", "Giao ước", 8)


def test_what_was_typed_stays_where_somebody_else_was_first(client, cast, chair):
    version = make.draft(cast)
    first = version.commitments.get(number=1)
    workflow.save_commitment(first, text="Của người khác", revision=1, by=cast.staff, at=make.now())
    response = client.post(
        url(cast, "commitment_save", first.pk), {"text": "Của tôi", "seat": "", "revision": 1}
    )
    assert "Của tôi" in text_of(response)
    assert "Của người khác" in text_of(response)
    again = {"text": "Của tôi", "seat": "", "revision": 2}
    client.post(url(cast, "commitment_save", first.pk), again)
    first.refresh_from_db()
    assert first.text == "Của tôi"


def test_what_was_typed_into_the_head_stays_too(client, cast, chair):
    version = make.draft(cast)
    fields = {name: getattr(version, name) for name in workflow.drafting.HEAD} | {"theme": "Họ"}
    workflow.save_head(version, **fields, bases=[], revision=1, by=cast.staff, at=make.now())
    typed = {"title": "Giao ước", "theme": "Chủ đề của tôi", "copies": 3, "revision": 1}
    response = client.post(url(cast, "covenant_edit"), typed)
    assert "Chủ đề của tôi" in text_of(response)
    assert 'name="revision" value="2"' in text_of(response)


def test_a_member_signs_with_its_password(client, cast, signer):
    version = make.opened(cast)
    seat = cast.seats["front"]
    page = client.get(url(cast, "covenant_sign", seat.pk))
    assert make.seen(version, seat) in text_of(page)
    data = {"version": 1, "seen": make.seen(version, seat), "password": "sai"}
    response = client.post(url(cast, "covenant_sign", seat.pk), data)
    assert response.status_code == 200
    assert not Signature.objects.exists()
    data |= {"password": PASSWORD, "reserve_2": "on", "why_2": "Chờ hướng dẫn"}
    client.post(url(cast, "covenant_sign", seat.pk), data)
    signed = Signature.objects.get()
    assert (signed.person, signed.reservations.get().reason) == (signer, "Chờ hướng dẫn")
    board = text_of(client.get(url(cast, "covenant_detail")))
    assert signer.full_name in board
    assert "Chờ hướng dẫn" in board
    assert "ký số" not in board


def test_wrong_passwords_slow_down_as_at_the_sign_in(client, cast, signer):
    make.opened(cast)
    target = url(cast, "covenant_sign", cast.seats["front"].pk)
    data = {"version": 1, "seen": "x", "password": "sai"}
    codes = [client.post(target, data).status_code for _ in range(11)]
    assert codes[0] == 200
    assert codes[-1] == 429
    assert client.post(target, {**data, "password": PASSWORD}).status_code == 429


def test_a_text_that_was_not_seen_is_not_signed(client, cast, signer):
    make.opened(cast)
    target = url(cast, "covenant_sign", cast.seats["front"].pk)
    response = client.post(target, {"version": 1, "seen": "0" * 64, "password": PASSWORD})
    assert response.status_code == 200
    assert not Signature.objects.exists()
    response = client.post(target, {"version": 9, "seen": "0" * 64, "password": PASSWORD})
    assert response.status_code == 404


def test_a_ticked_reservation_needs_its_reason(client, cast, signer):
    version, seat = make.opened(cast), cast.seats["front"]
    data = {"version": 1, "seen": make.seen(version, seat), "password": PASSWORD}
    target = url(cast, "covenant_sign", seat.pk)
    client.post(target, data | {"reserve_1": "on"})
    client.post(target, data | {"why_1": "Không đánh dấu"})
    assert not Signature.objects.exists()


def test_the_chair_records_a_paper_with_its_scan(client, cast, chair):
    make.opened(cast)
    target = url(cast, "covenant_paper", cast.seats["front"].pk)
    data = {"signed_on": cast.today.strftime("%d/%m/%Y")}
    assert client.post(target, data).status_code == 200
    scan = SimpleUploadedFile("chu-ky.pdf", PDF)
    assert client.post(target, {**data, "upload": scan}).status_code == 302
    signed = Signature.objects.get()
    file = client.get(url(cast, "signature_file", signed.pk))
    assert b"".join(file.streaming_content) == PDF
    client.force_login(cast.outsider)
    assert client.get(url(cast, "signature_file", signed.pk)).status_code == 404


def test_steps_are_confirmed_and_carried_out(client, cast, chair):
    version = make.opened(cast)
    client.post(url(cast, "covenant_withdraw"))
    assert make.fresh(version).state == "draft"
    make.open_it(make.fresh(version), by=cast.chair)
    make.sign(cast, version)
    assert "covenant_enter" not in text_of(client.get(url(cast, "covenant_enter")))
    client.post(url(cast, "covenant_enter"))
    assert make.fresh(version).state == "in_force"
    response = client.post(url(cast, "covenant_amend"), {"amendment_reason": "Chỉ tiêu mới"})
    assert response.url == url(cast, "covenant_edit")
    client.post(url(cast, "covenant_drop"))
    assert CovenantVersion.objects.count() == 1
    client.post(url(cast, "covenant_close"))
    assert make.fresh(version).state == "closed"


def test_the_difference_shows_old_and_new_words_as_text(client, cast):
    version = make.in_force(cast, texts=("Kết nạp 100 hội viên <b>mới</b>", "Hai"))
    make.amended(cast, version, "Kết nạp 120 hội viên <b>mới</b>")
    client.force_login(cast.member)
    html = text_of(client.get(url(cast, "covenant_difference", 2)))
    assert "<del>100</del><ins>120</ins>" in html
    assert "<b>mới" not in html
    assert client.get(url(cast, "covenant_difference", 1)).status_code == 404
    old = text_of(client.get(url(cast, "covenant_version", 1)))
    assert "Kết nạp 100" in old
    assert cast.chair.full_name in old


def test_a_text_is_shown_with_its_lines_and_spaces(client, cast):
    make.opened(cast, texts=("Mở “đầu\n  - hai  ba\n<script>alert(1)</script>",))
    client.force_login(cast.member)
    html = text_of(client.get(url(cast, "covenant_detail")))
    assert "Mở “đầu\n  - hai  ba\n&lt;script&gt;alert(1)&lt;/script&gt;" in html


def test_last_years_covenant_is_taken_over_by_a_button(client, cast, chair):
    old = make.open_it(make.draft(cast, year=cast.last_year), by=cast.chair)
    CovenantVersion.objects.filter(pk=old.pk).update(state="in_force", in_force_on=cast.today)
    client.post(url(cast, "covenant_begin"))
    take_over = url(cast, "covenant_take_over")
    assert take_over in text_of(client.get(url(cast, "covenant_edit")))
    client.post(url(cast, "covenant_take_over"))
    version = Covenant.objects.get(emulation_year=cast.year).versions.get()
    assert [c.text for c in version.commitments.all()] == list(make.TEXTS)


@pytest.mark.parametrize(
    "page", ["covenant_detail", "covenant_edit", "registration_list", "covenant_sign"]
)
def test_pages_cost_the_same_however_long(client, cast, django_assert_max_num_queries, page):
    version = make.draft(cast, texts=("A",))
    if page != "covenant_edit":
        make.open_it(version, by=cast.chair)
    target = url(cast, page, *([cast.seats["front"].pk] if page == "covenant_sign" else []))
    person = cast.former_chair if page == "covenant_sign" else cast.staff
    client.force_login(person)
    client.get(target)
    with django_assert_max_num_queries(12) as few:
        assert client.get(target).status_code == 200
    if page == "covenant_edit":
        for number in range(20):
            workflow.add_commitment(version, text=f"Số {number}", by=cast.chair, at=make.now())
    elif page == "registration_list":
        for number in range(20):
            Registration.objects.create(
                covenant=version.covenant, seat=cast.seats["front"], text=f"Cờ {number}"
            )
    elif page == "covenant_detail":
        make.sign(cast, version, reservations={1: "Chờ"})
    with django_assert_max_num_queries(len(few.captured_queries)):
        client.get(target)
