"""The pages of a conference: reading, recording and correcting it, who attended, its files."""

import datetime as dt

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from accounts.models import Language
from blocs import workflow
from blocs.conferring import PersonLine
from blocs.models import Conference
from blocs.workflow.conference_lists import people_of
from files.tests.make import picture, upload

from . import conferring

SEARCH = reverse("blocs:conference_search")


@pytest.fixture
def chair(client, cast):
    client.force_login(cast.chair)
    return cast.chair


def of_year(name, year):
    return reverse(f"blocs:conference_{name}", args=[year.bloc.slug, year.year])


def of(name, conference, *more):
    return reverse(f"blocs:conference_{name}", args=[conference.bloc.slug, conference.pk, *more])


def typed(cast, **fields):
    return {f"purposes_{cast.year.year}": ["signing"], "part_of_day": "unknown", **fields}


def lines(*people, seen=""):
    """What a browser sends of the page of people."""
    sent = {"seen": seen, "form-TOTAL_FORMS": len(people), "form-INITIAL_FORMS": 0}
    for number, person in enumerate(people):
        sent |= {f"form-{number}-{name}": value for name, value in person.items()}
    return sent


def test_the_chair_records_a_conference_and_adds_who_attended(client, cast, chair):
    response = client.post(
        of_year("create", cast.year),
        typed(cast, held_on="01/02/2020", agenda="Một\r\nHai", host=cast.organisations.union.pk),
    )

    conference = Conference.objects.get()
    assert response.url == of("detail", conference)
    assert conference.title == f"Hội nghị ký kết giao ước thi đua năm {cast.year.year}"
    assert (conference.held_on, conference.agenda) == (dt.date(2020, 2, 1), "Một\nHai")
    assert conference.host == cast.organisations.union

    row = {"role": "guest", "full_name": "Lê Minh", "position": "Phó Giám đốc"}
    seen = client.get(of("people", conference)).context["seen"]
    client.post(
        of("people", conference),
        lines({**row, "organisation": "Sở Nội vụ"}, {"role": "delegate"}, seen=seen),
    )
    assert people_of(conference) == [
        PersonLine("guest", "Lê Minh", "Phó Giám đốc", None, "Sở Nội vụ")
    ]
    seat, url = cast.seats["front"], of("attendance", conference)
    seen = client.get(url).context["seen"]
    client.post(
        url,
        {f"state_{seat.pk}": "present", f"by_{seat.pk}": "Bà Hoa", "seen": seen},
    )
    html = client.get(of("detail", conference)).content.decode()
    assert "Sở Nội vụ" in html
    assert "1/4 đơn vị có mặt, 3 đơn vị chưa ghi nhận" in html


def test_without_a_purpose_nothing_is_recorded_and_nothing_typed_is_lost(client, cast, chair):
    sent = {"part_of_day": "unknown", "conclusions": "Kết luận dài"}
    html = client.post(of_year("create", cast.year), sent).content.decode()
    assert Conference.objects.count() == 0
    assert "Kết luận dài" in html
    assert "Hãy chọn ít nhất một nội dung" in html


def test_staff_stand_in_with_a_reason_and_record_the_past_without(client, cast):
    client.force_login(cast.staff)
    url = of_year("create", cast.year)
    assert 'name="reason"' in client.get(url).content.decode()
    client.post(url, typed(cast))
    assert Conference.objects.count() == 0
    client.post(url, typed(cast, reason="Khối trưởng đi vắng"))
    assert Conference.objects.get().recorded.capacity == "stand_in"

    workflow.close_year(cast.last_year, by=cast.staff, at=timezone.now())
    url = of_year("create", cast.last_year)
    html = client.get(url).content.decode()
    assert 'name="reason"' not in html
    assert 'name="source"' in html
    response = client.post(url, {f"purposes_{cast.last_year.year}": ["appraisal"]})
    past = Conference.objects.get(emulation_year=cast.last_year)
    assert response.url == of("detail", past)
    assert client.get(of("edit", past)).status_code == 200


def test_what_another_saved_meanwhile_is_shown_beside_what_was_typed(client, cast, chair):
    conference = conferring.conference(cast, purposes={cast.year: ["signing"]})
    url = of("edit", conference)
    sent = typed(cast, title="Của tôi", conclusions="Bản của tôi", version=1)
    client.post(url, typed(cast, title="Của họ", conclusions="Bản của họ", version=1))

    response = client.post(url, sent)

    html = response.content.decode()
    assert "Bản của tôi" in html
    assert "Bản của họ" in html
    assert 'name="version" value="2"' in html
    assert client.post(url, {**sent, "version": 2}).status_code == 302
    assert Conference.objects.get().conclusions == "Bản của tôi"


def test_a_list_that_another_saved_meanwhile_is_not_written_over(client, cast, chair):
    conference = conferring.conference(cast)
    url = of("people", conference)
    seen = client.get(url).context["seen"]
    mine = {"role": "guest", "full_name": "Của tôi"}
    client.post(url, lines({"role": "guest", "full_name": "Của họ"}, seen=seen))

    response = client.post(url, lines(mine, seen=seen))

    html = response.content.decode()
    assert "Của họ" in html
    assert 'value="Của tôi"' in html
    client.post(url, lines(mine, seen=response.context["seen"]))
    assert [line.full_name for line in people_of(conference)] == ["Của tôi"]


@pytest.mark.parametrize(
    ("row", "sentence"),
    [
        ({"role": "guest", "position": "Chủ tịch"}, "Hãy ghi họ tên"),
        ({"role": "guest", "full_name": "An", "organisation": "Sở", "seat": "@"}, "không ghi cả"),
        ({"role": "cook", "full_name": "An"}, "cook"),
    ],
)  # fmt: skip
def test_a_line_that_cannot_be_kept_says_so_at_its_place(client, cast, chair, row, sentence):
    conference = conferring.conference(cast)
    row = {key: cast.seats["front"].pk if value == "@" else value for key, value in row.items()}
    html = client.post(of("people", conference), lines(row)).content.decode()
    assert sentence in html
    assert people_of(conference) == conferring.people(cast)


def test_a_person_is_taken_off_the_list_by_a_tick(client, cast, chair):
    conference = conferring.conference(cast, people=conferring.people(cast)[:1])
    row = {"role": "presiding", "full_name": "Nguyễn Văn An", "remove": "on"}
    seen = client.get(of("people", conference)).context["seen"]
    client.post(of("people", conference), lines(row, seen=seen))
    assert people_of(conference) == []


def test_a_name_without_a_state_of_attendance_is_asked_about(client, cast, chair):
    conference = conferring.conference(cast, attendance=[])
    sent = {f"by_{cast.seats['front'].pk}": "Bà Hoa"}
    html = client.post(of("attendance", conference), sent).content.decode()
    assert "Hãy chọn tình trạng tham dự" in html
    assert "Bà Hoa" in html
    assert not conference.attendance.exists()


def test_pictures_are_shown_and_gone_once_withdrawn(client, cast, chair):
    conference = conferring.conference(cast)
    sent = {"uploads": [upload("anh.jpg", picture())], "caption": "Ký giao ước"}
    client.post(of("file_add", conference), sent)
    file = conference.files.get()
    address = of("file", conference, file.pk)

    html = client.get(of("detail", conference)).content.decode()
    assert f'<img src="{address}" alt="Ký giao ước"' in html
    response = client.get(address)
    assert response["Content-Type"] == "image/jpeg"
    assert response.getvalue().startswith(b"\xff\xd8\xff")

    client.post(of("file_withdraw", conference, file.pk), {"withdraw_reason": "Nhầm ảnh"})
    html = client.get(of("detail", conference)).content.decode()
    assert '<img src="/khoi' not in html
    assert "Nhầm ảnh" in html
    assert client.get(address).status_code == 404


def test_a_file_is_found_only_under_its_own_conference_and_bloc(client, cast, chair):
    conference, other = conferring.conference(cast), conferring.conference(cast, title="Khác")
    client.post(of("file_add", conference), {"uploads": [upload("anh.jpg", picture())]})
    file = conference.files.get()
    assert client.get(of("file", other, file.pk)).status_code == 404
    client.force_login(cast.administrator)
    wrong = reverse("blocs:conference_detail", args=[cast.other_bloc.slug, conference.pk])
    assert client.get(wrong).status_code == 404


def test_a_revoked_conference_stays_struck_through_and_cannot_be_changed(client, cast, chair):
    conference = conferring.conference(cast)
    client.post(of("revoke", conference), {"revoke_reason": "Nhập hai lần"})
    html = client.get(of("detail", conference)).content.decode()
    assert f"<s>{conference.title}</s>" in html
    assert "Nhập hai lần" in html
    assert of("edit", conference) not in html
    assert client.get(of("edit", conference)).status_code == 403
    assert "<s><a" in client.get(of_year("list", cast.year)).content.decode()


def test_who_sees_it_by_a_purpose_alone_gets_no_link_to_the_main_year(client, cast):
    conference = conferring.conference(cast)
    client.force_login(cast.former_member)
    html = client.get(of("detail", conference)).content.decode()
    assert cast.year.get_absolute_url() not in html
    client.force_login(cast.member)
    assert cast.year.get_absolute_url() in client.get(of("detail", conference)).content.decode()


def test_the_pages_ask_the_same_with_one_row_and_with_thirty(client, cast, chair):
    cast.chair.language = Language.ENGLISH
    cast.chair.save()
    conference = conferring.conference(cast, people=conferring.people(cast)[:1], attendance=[])
    urls = [of_year("list", cast.year), SEARCH, of("detail", conference)]
    few = [_queries(client, url) for url in urls]
    for number in range(30):
        conferring.conference(cast, title=f"Hội nghị {number}")
    workflow.record_people(
        conference,
        people=[PersonLine("guest", f"Khách {n}", seat=cast.seats["front"].pk) for n in range(30)],
        by=cast.chair,
        at=timezone.now(),
    )
    workflow.record_attendance(
        conference, attendance=conferring.attendance(cast), by=cast.chair, at=timezone.now()
    )
    many = [_queries(client, url) for url in urls]
    assert few == many
    assert max(many) <= 12


def _queries(client, url):
    with CaptureQueriesContext(connection) as queries:
        assert client.get(url).status_code == 200
    return len(queries)
