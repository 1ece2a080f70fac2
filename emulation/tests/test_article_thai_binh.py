"""What the article on Thái Bình says, fact by fact (docs/field.md §9.2), and what stays empty."""

import datetime as dt

import pytest
from django.db import IntegrityError, transaction

from blocs.models import Bloc, Handover, Seat, Selection, Term
from pledges.models import CommendationReport, Exemplar, Launcher, Movement, MovementKind

from .articles import (
    WEDNESDAY,
    bloc_at,
    chairs,
    conference_page,
    loaded_once,
    members,
    page,
    people,
    purposes,
    the_conference,
    today_of,
    years,
)

SLUG, OF_THE_SAME_NAME = "thai-binh-khoi-mat-tran", "quang-binh-khoi-mat-tran"

pytestmark = pytest.mark.django_db


article = loaded_once(SLUG, OF_THE_SAME_NAME)


@pytest.fixture
def quang_binh():
    return bloc_at(OF_THE_SAME_NAME)


@pytest.fixture
def thai_binh():
    return bloc_at(SLUG)


def movements(bloc, **facts):
    return list(Movement.objects.filter(bloc=bloc, **facts).values_list("name", flat=True))


def test_9_2_1_the_name_keeps_its_spaced_hyphen_and_is_unique_in_its_province_only(
    quang_binh, thai_binh
):
    name = "Khối thi đua MTTQ và các tổ chức chính trị - xã hội tỉnh"
    assert thai_binh.name == name
    assert thai_binh.pk != quang_binh.pk

    Bloc.objects.create(slug="cung-ten-khac-tinh", name=name, province=quang_binh.province).delete()
    with (
        pytest.raises(IntegrityError, match="bloc_name_is_unique_in_its_province"),
        transaction.atomic(),
    ):
        Bloc.objects.create(slug="cung-ten-cung-tinh", name=name, province=thai_binh.province)


def test_9_2_2_the_province_is_thai_binh_inferred_from_the_presider_and_today_hung_yen(thai_binh):
    assert thai_binh.province.full_name == "tỉnh Thái Bình"
    assert "Nguyễn Văn Giang" in thai_binh.inferred
    assert today_of(thai_binh.province) == "tỉnh Hưng Yên"


def test_9_2_3_the_conference_was_in_the_afternoon_of_29_november_2023_a_wednesday(thai_binh):
    conference = the_conference(thai_binh)

    assert conference.held_on == dt.date(2023, 11, 29)
    assert (conference.held_on.weekday(), conference.part_of_day) == (WEDNESDAY, "afternoon")
    assert "29/11/2023 (chiều)" in conference_page(thai_binh)


def test_9_2_3_the_day_on_top_of_the_page_is_no_day_of_the_event(thai_binh):
    assert thai_binh.source.published_on == dt.date(2023, 11, 29)
    assert "17:18:52" in thai_binh.source.note
    assert "6.161 lượt xem" in thai_binh.source.note
    assert "27/02/2024 ở đầu trang là ngày tải trang" in thai_binh.source.note
    assert Handover.objects.get(bloc=thai_binh).held_on == dt.date(2023, 11, 29)


def test_9_2_4_it_closed_2023_handed_over_and_opened_2024(thai_binh):
    conference = the_conference(thai_binh)

    assert conference.emulation_year.year == 2023
    assert purposes(conference) == {
        (2023, "year_end_review"),
        (2023, "handover"),
        (2024, "launching"),
    }
    assert conference.title in page("blocs:conference_list", SLUG, 2024, purpose="launching")


def test_9_2_5_it_was_presided_by_somebody_who_is_of_no_member(thai_binh):
    conference = the_conference(thai_binh)

    assert people(conference)[0] == ("presiding", "Nguyễn Văn Giang")
    assert {row.seat for row in conference.people.all()} == {None}
    position = "Ủy viên Ban Thường vụ, Trưởng ban Dân vận Tỉnh ủy"
    assert f"Nguyễn Văn Giang {position}" in conference_page(thai_binh)


def test_9_2_6_the_veterans_chaired_2023(thai_binh):
    assert chairs(thai_binh)[0] == (2023, "Hội Cựu chiến binh tỉnh")
    assert "Khối trưởng Hội Cựu chiến binh tỉnh" in page("desk:year_detail", SLUG, 2023)


def test_9_2_7_the_farmers_chaired_2024(thai_binh):
    assert chairs(thai_binh)[1:] == [(2024, "Hội Nông dân tỉnh")]
    assert "Khối trưởng Hội Nông dân tỉnh" in page("desk:year_detail", SLUG, 2024)
    terms = Term.objects.filter(bloc=thai_binh)
    assert {term.selection for term in terms} == {Selection.UNKNOWN}
    assert all(term.inferred for term in terms)


def test_9_2_8_the_veterans_handed_the_chair_to_the_farmers_on_29_november_2023(thai_binh):
    [handover] = Handover.objects.filter(bloc=thai_binh)

    assert handover.giver_term.seat.organisation.name == "Hội Cựu chiến binh tỉnh"
    assert handover.receiver_term.seat.organisation.name == "Hội Nông dân tỉnh"
    assert handover.held_on == dt.date(2023, 11, 29)
    assert "bàn giao nhiệm vụ khối trưởng" in handover.note
    assert (handover.place, list(handover.people.all()), list(handover.items.all())) == ("", [], [])
    told = "Hội Cựu chiến binh tỉnh bàn giao nhiệm vụ khối trưởng Khối thi đua MTTQ"
    assert told in page("blocs:handover_detail", handover.pk)
    assert told in conference_page(thai_binh)


def test_9_2_9_the_day_of_the_ceremony_says_nothing_about_when_the_term_of_2024_began(thai_binh):
    [handover] = Handover.objects.filter(bloc=thai_binh)

    assert handover.receiver_term.seat.emulation_year.year == 2024
    assert handover.effective_on is None
    assert handover.giver_term.period is handover.receiver_term.period is None


def test_9_2_10_four_movements_of_2023_under_their_names(thai_binh):
    names = [
        "“Chung sức xây dựng nông thôn mới nâng cao, nông thôn mới kiểu mẫu”",
        "“Vì người nghèo - Không để ai bị bỏ lại phía sau”",
        "“Đẩy mạnh phát triển kết cấu hạ tầng đồng bộ, hiện đại, thực hành tiết kiệm, chống lãng "
        "phí”",
        "“Phát huy sáng kiến, cải tiến kỹ thuật”",
    ]
    shown = page("pledges:movement_list", SLUG, 2023)

    assert movements(thai_binh, kind=MovementKind.MOVEMENT, emulation_year__year=2023) == names
    assert all(name in shown for name in names)


def test_9_2_11_a_campaign_is_another_kind_than_a_movement(thai_binh):
    name = "“Xây dựng gia đình 5 không, 3 sạch”"

    assert movements(thai_binh, kind=MovementKind.CAMPAIGN) == [name]
    assert f"{name} cuộc vận động" in page("pledges:movement_list", SLUG, 2023)


def test_9_2_12_two_movements_were_launched_by_the_peoples_committee(thai_binh):
    names = [
        "“Giải phóng mặt bằng”",
        "“Trách nhiệm, kỷ cương, tăng cường cải cách, tận dụng cơ hội, bứt phá đi lên”",
    ]

    assert movements(thai_binh, launcher=Launcher.COMMITTEE) == names
    for movement in Movement.objects.filter(bloc=thai_binh, launcher=Launcher.COMMITTEE):
        shown = page("pledges:movement_detail", SLUG, 2024, movement.pk)
        assert "UBND tỉnh" in shown
        assert "thời gian tới" in shown  # why it stands in 2024
    assert len(movements(thai_binh, launcher=Launcher.UNKNOWN)) == 5


def test_9_2_13_timely_commendation_of_direct_workers_in_words_without_numbers(thai_binh):
    shown = conference_page(thai_binh)

    assert "kịp thời khen thưởng, động viên những tập thể, cá nhân" in shown
    assert "chú trọng khen thưởng các tập thể, cá nhân, người lao động trực tiếp tại cơ sở" in shown
    assert not CommendationReport.objects.filter(emulation_year__bloc=thai_binh).exists()
    assert not Exemplar.objects.filter(emulation_year__bloc=thai_binh).exists()


def test_9_2_14_the_speech_with_its_tasks_is_the_conclusion(thai_binh):
    conference = the_conference(thai_binh)

    assert people(conference)[1:] == [("directing_speech", "Nguyễn Văn Giang")]
    assert conference.conclusions.startswith("Phát biểu tại hội nghị, đồng chí Trưởng ban Dân vận")
    for task in (
        "tham gia xây dựng hệ thống chính trị trong sạch, vững mạnh từ cơ sở",
        "Thường xuyên rà soát, kiện toàn đội ngũ cán bộ cơ sở",
        "quan tâm đến công tác an sinh xã hội, an ninh trật tự, vệ sinh môi trường",
    ):
        assert task in conference_page(thai_binh)


def test_9_2_15_members_beyond_the_front_the_veterans_and_the_farmers_are_not_stated(thai_binh):
    assert years(thai_binh) == [2023, 2024]
    assert members(thai_binh, 2023) == ["MTTQ", "Hội Cựu chiến binh tỉnh", "Hội Nông dân tỉnh"]
    assert members(thai_binh, 2024) == ["MTTQ", "Hội Nông dân tỉnh"]
    assert all(seat.inferred for seat in Seat.objects.filter(bloc=thai_binh))
    attended = the_conference(thai_binh).attendance.values_list("seat__organisation__name")
    assert set(attended) == {("Hội Cựu chiến binh tỉnh",), ("Hội Nông dân tỉnh",)}


def test_9_2_16_the_author_is_hong_quan_and_the_publisher_is_empty(thai_binh):
    assert (thai_binh.source.author, thai_binh.source.publisher) == ("Hồng Quân", "")
