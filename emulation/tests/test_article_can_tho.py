"""What the article on Cần Thơ and its covenant says, fact by fact (docs/field.md §9.5)."""

import datetime as dt

import pytest

from blocs.models import ProvinceKind, Seat, Term
from pledges.models import CovenantState, Movement, Registration, Signature, SignatureWay, Target

from .articles import (
    TUESDAY,
    bloc_at,
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

SLUG = "can-tho-khoi-mat-tran"
BEGINNINGS = [
    "Thực hiện chủ đề năm 2017 của Thành ủy",
    "Mặt trận Tổ quốc, các đoàn thể và Ban Dân tộc quan tâm nâng cao chất lượng hoạt động",
    "Đẩy mạnh công tác tuyên truyền, phát hiện và nhân điển hình tiên tiến",
    "Tổ chức tập huấn, bồi dưỡng nghiệp vụ cho đội ngũ cán bộ",
    "Tiếp tục phổ biến, quán triệt và triển khai thực hiện “Quy chế giám sát và phản biện xã hội",
    "Tăng cường công tác kiểm tra, giám sát việc tổ chức thực hiện phong trào thi đua",
    "Hoàn thành các chỉ tiêu của từng đơn vị góp phần phát triển kinh tế - xã hội",
]
ENDINGS = [
    "bằng các nội dung và giải pháp cụ thể, thiết thực,…",
    "Quan tâm phát triển đoàn viên, hội viên trong hệ thống Hội, Đoàn.",
    "đô thị văn minh và phong trào thi đua “Dân vận khéo”.",
    "đáp ứng yêu cầu nhiệm vụ trong tình hình mới.",
    "và nhân dân tham gia góp ý xây dựng Đảng, xây dựng chính quyền”.",
    "điển hình mới trong các phong trào thi đua yêu nước.",
    "cơ quan đạt tiêu chuẩn an toàn về an ninh trật tự,…",
]

pytestmark = pytest.mark.django_db


article = loaded_once(SLUG)


@pytest.fixture
def can_tho():
    return bloc_at(SLUG)


@pytest.fixture
def version(can_tho):
    return can_tho.years.get().covenant.versions.get()


def covenant_page():
    return page("pledges:covenant_detail", SLUG, 2017)


def test_9_5_1_one_official_name_and_the_two_others_as_aliases(can_tho):
    assert can_tho.name == "Khối thi đua MTTQ, các đoàn thể và Ban Dân tộc thành phố"
    assert {alias.alias for alias in can_tho.aliases.all()} == {
        "Khối thi đua Mặt trận Tổ quốc các Đoàn thể, Ban Dân tộc thành phố Cần Thơ",
        "Khối thi đua Mặt trận Tổ quốc và các tổ chức chính trị - xã hội",
    }
    assert "ba cách" in can_tho.inferred


def test_9_5_2_a_city_has_a_thanh_doan_and_no_tinh_doan(can_tho):
    youth = Seat.objects.get(bloc=can_tho, position=5).organisation
    aliases = {alias.alias for alias in youth.aliases.all()}

    assert can_tho.province.kind == ProvinceKind.CITY
    assert can_tho.province.full_name == "thành phố Cần Thơ"
    assert "Thành đoàn" in aliases
    assert "Tỉnh đoàn" not in aliases


def test_9_5_3_eight_members_in_the_stated_order(can_tho):
    assert years(can_tho) == [2017]
    assert members(can_tho, 2017) == [
        "UBMTTQ",
        "Hội Cựu Chiến binh",
        "Hội Nông dân",
        "Liên đoàn Lao động",
        "Đoàn Thanh niên Cộng sản Hồ Chí Minh",
        "Hội liên hiệp Phụ nữ",
        "Hội Chữ thập đỏ",
        "Ban Dân tộc",
    ]


def test_9_5_4_the_front_five_organisations_an_association_and_a_state_agency(can_tho):
    seats = Seat.objects.filter(bloc=can_tho)
    kinds = list(seats.values_list("organisation__kind", flat=True))

    assert kinds == ["front", *["political_social"] * 5, "association", "state_agency"]


def test_9_5_5_the_conference_was_on_11_april_2017_a_tuesday(can_tho):
    held_on = the_conference(can_tho).held_on

    assert held_on == dt.date(2017, 4, 11)
    assert held_on.weekday() == TUESDAY
    assert can_tho.source.published_on == dt.date(2017, 4, 27)
    assert "số lần xem: 680" in page("desk:source_detail", can_tho.source.pk)


def test_9_5_6_it_launched_the_year_and_signed_the_covenant(can_tho):
    assert purposes(the_conference(can_tho)) == {(2017, "signing"), (2017, "launching")}


def test_9_5_7_the_covenant_has_exactly_seven_commitments_verbatim_and_in_order(version):
    commitments = list(version.commitments.order_by("number"))
    shown = covenant_page()

    assert [each.number for each in commitments] == [1, 2, 3, 4, 5, 6, 7]
    for each, beginning, ending in zip(commitments, BEGINNINGS, ENDINGS, strict=True):
        assert each.text.startswith(beginning)
        assert each.text.endswith(ending)
        assert f"Nội dung {each.number} {each.text}" in shown
    assert version.state == CovenantState.IN_FORCE
    assert version.covenant.is_history


def test_9_5_8_the_first_quotes_the_theme_of_the_city_committee(version):
    theme = "“Đẩy mạnh thu hút đầu tư, nâng cao năng lực cạnh tranh và hội nhập quốc tế”"

    assert theme in version.commitments.get(number=1).text
    assert version.theme == ""  # the covenant has none of its own


@pytest.mark.parametrize(
    ("number", "written"),
    [
        (2, "địa bàn dân cư và cơ quan,nhà máy, xí nghiệp"),
        (3, "“Toàn dân đoàn kết xây dựng nông thôn mới, đô thị văn minh và phong trào"),
        (5, "“Quy định về việc Mặt trận Tổ quốc Việt Nam, các đoàn thể chính trị - xã hội"),
        (6, "phát hiện bồi dưỡng các nhân tố mới"),
        (7, "Xây dựng Chi bộ đạt tiêu chuẩn trong sạch, vững mạnh; Công đoàn"),
        (7, "cơ quan đạt tiêu chuẩn có đời sống văn hóa tốt"),
    ],
)
def test_9_5_9_the_others_say_what_the_article_says_slips_included(version, number, written):
    assert written in version.commitments.get(number=number).text


def test_9_5_9_the_quotation_mark_of_the_third_stays_open(can_tho, version):
    third = version.commitments.get(number=3).text

    assert (third.count("“"), third.count("”")) == (2, 1)
    assert "không đóng, như trong bài" in version.covenant.inferred
    campaign, movement = Movement.objects.filter(bloc=can_tho)
    assert campaign.name == "“Toàn dân đoàn kết xây dựng nông thôn mới, đô thị văn minh"
    assert (campaign.kind, movement.kind) == ("campaign", "movement")
    assert movement.name == "“Dân vận khéo”"


def test_9_5_10_eight_organisations_signed_and_no_person_is_named(version):
    signatures = Signature.objects.filter(covenant_version=version)

    assert len(signatures) == 8
    assert {
        (each.way, each.full_name, each.position, each.file, each.act) for each in signatures
    } == {(SignatureWay.PAPER, "", "", None, None)}
    assert {each.signed_on for each in signatures} == {dt.date(2017, 4, 11)}
    assert covenant_page().count("đơn vị ký; không nêu tên người ký") == 8


def test_9_5_11_a_commitment_may_have_no_target(version):
    assert not Target.objects.filter(commitment__covenant_version=version).exists()
    assert not Registration.objects.filter(covenant=version.covenant).exists()


def test_9_5_12_the_guest_of_the_home_department_gave_the_directing_speech(can_tho, version):
    conference = the_conference(can_tho)

    assert people(conference) == [("directing_speech", "Trương Hồng Dự")]
    position = "Phó Giám đốc Sở Nội vụ, Trưởng Ban Thi đua – Khen thưởng thành phố"
    assert f"Trương Hồng Dự {position}" in conference_page(can_tho)
    assert "Phát biểu chỉ đạo tại Hội nghị" in conference.conclusions
    assert "văn minh đô thi”" in conference.conclusions  # as written
    assert version.witness == ""


def test_9_5_13_the_chair_is_not_stated(can_tho):
    assert not Term.objects.filter(bloc=can_tho).exists()
    assert "Khối trưởng chưa ghi nhận" in page("desk:year_detail", SLUG, 2017)


def test_9_5_14_can_tho_is_today_can_tho_with_soc_trang_and_hau_giang(can_tho):
    [step] = can_tho.province.successions.all()
    origins = {origin.predecessor.name for origin in step.successor.origins.all()}

    assert today_of(can_tho.province) == "thành phố Cần Thơ"
    assert origins == {"Cần Thơ", "Sóc Trăng", "Hậu Giang"}
    assert can_tho.province.validity.upper == dt.date(2025, 7, 1)


def test_9_5_15_the_caption_that_the_page_repeats_is_kept_once(can_tho):
    caption = "Lãnh đạo các đơn vị trong Khối ký giao ước thi đua năm 2017."

    assert can_tho.source.note.count(caption) == 1


def test_9_5_16_the_author_is_hong_tuoi(can_tho):
    assert (can_tho.source.author, can_tho.source.publisher) == ("Hồng Tươi (VP HND)", "")


def test_the_eight_were_there_and_nobody_of_them_is_named(can_tho):
    attendance = the_conference(can_tho).attendance.all()

    assert [(row.state, row.attended_by) for row in attendance] == [
        ("present", "đại diện lãnh đạo")
    ] * 8
