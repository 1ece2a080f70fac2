"""Money and quotas on the screen: read on a chosen day, added to, never written over."""

import datetime as dt

import pytest
from django.db import connection
from django.db.backends.postgresql.psycopg_any import DateRange, NumericRange
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import translation

from awards.models import AwardKind, BaseSalary, MoneyRule, QuotaRule, ShareRule
from blocs.models import LegalBasis
from blocs.tests.who_may import ANYONE, answers, expected

pytestmark = pytest.mark.usefixtures("law")
LIST, MONEY = reverse("awards:law_list"), reverse("awards:law_money")
SALARY, QUOTA = reverse("awards:law_salary_add"), reverse("awards:law_quota_add")
NATIONAL = [reverse(f"awards:law_{what}_add") for what in ("kind", "salary", "money", "share")]


def basis(number="161/2026/NĐ-CP"):
    return LegalBasis.objects.get(number=number).pk


def raised(**changes):
    """A new base salary from 1/7/2027."""
    record = {"amount": "2700000", "from_on": "01/07/2027", "basis": basis(), "clause": "Điều 3"}
    return {**record, "note": "", "why": "Nghị định mới", **changes}


def quota_of(province, **changes):
    record = {"province": province.pk, "size_from": "6", "size_to": "9", "from_year": "2026"}
    record |= {"nominees": "1", "flags": "2", "certificates": "3", "certificates_percent": ""}
    return {**record, "is_assumed": "on", "why": "Quyết định của tỉnh", **changes}


def shown_then_confirmed(client, url, record):
    """What was said would happen, and the answer to the confirmation."""
    shown = client.post(url, record)
    plan = shown.context["plan"]
    with translation.override("vi"):
        sentences = plan.sentences
    return sentences, client.post(url, {**record, "confirmed": plan.fingerprint})


def test_who_may(client, cast):
    assert answers(client, cast.people, LIST) == expected(may=ANYONE)
    assert answers(client, cast.people, MONEY) == expected(may=ANYONE)
    for url in NATIONAL:
        assert answers(client, cast.people, url) == expected(may={"administrator"})
    keepers = {"administrator", "staff", "foreign_staff"}
    assert answers(client, cast.people, QUOTA) == expected(may=keepers)


@pytest.mark.parametrize(
    ("day", "there", "absent"),
    [
        ("30/06/2026", "18.720.000 đồng", "20.240.000 đồng"),
        ("01/07/2026", "20.240.000 đồng", "18.720.000 đồng"),
        ("01/01/2024", "chưa ghi nhận", "18.720.000 đồng"),
    ],
)
def test_the_list_shows_the_amounts_of_a_day(client, cast, day, there, absent):
    client.force_login(cast.member)
    page = client.get(LIST, {"day": day}).content.decode()
    assert there in page
    assert absent not in page


def test_what_is_assumed_is_marked_and_the_example_is_spelt_out(client, cast):
    client.force_login(cast.member)
    page = client.get(LIST, {"day": "01/08/2026"}).content.decode()
    assert "6 thành viên: 1 + 2 + 3" in page
    assert "Mức mặc định, cần xác nhận." in page
    later = client.get(LIST, {"day": "01/03/2027"}).content.decode()
    assert "152/2025/NĐ-CP hết hiệu lực từ 01/03/2027." in later


def test_a_day_that_cannot_be_read_shows_today(client, cast):
    client.force_login(cast.member)
    answer = client.get(LIST, {"day": "31/02/2026"})
    assert (answer.status_code, answer.context["day"]) == (200, cast.today)


def test_the_calculator_gives_figures_words_and_the_reason(client, cast):
    client.force_login(cast.member)
    page = client.get(MONEY, {"kind": "CO_CP", "day": "30/06/2026"}).content.decode()
    assert "28.080.000 đồng" in page
    assert "Hai mươi tám triệu không trăm tám mươi nghìn đồng" in page
    assert "12 × 2.340.000 đồng (lương cơ sở ngày 30/06/2026) = 28.080.000 đồng." in page
    nothing = client.get(MONEY, {"kind": "CO_CP", "day": "30/06/2024"}).content.decode()
    assert "Chưa ghi nhận “lương cơ sở” vào ngày 30/06/2024." in nothing
    wrong = client.get(MONEY, {"kind": "?", "day": "x"})
    assert set(wrong.context["form"].errors) == {"kind", "day"}


def test_a_new_salary_ends_the_one_before_it_and_says_so_first(client, cast):
    client.force_login(cast.administrator)
    before = BaseSalary.objects.count()
    sentences, answer = shown_then_confirmed(client, SALARY, raised())
    assert sentences == [
        "Có hiệu lực từ 01/07/2027: lương cơ sở 2.700.000 đồng.",
        "Hết hiệu lực sau ngày 30/06/2027: lương cơ sở 2.530.000 đồng.",
    ]
    assert answer.url == LIST
    old, new = BaseSalary.objects.get(amount=2_530_000), BaseSalary.objects.get(amount=2_700_000)
    assert old.period == DateRange(dt.date(2026, 7, 1), dt.date(2027, 7, 1))
    assert new.period == DateRange(dt.date(2027, 7, 1), None)
    assert (new.clause, BaseSalary.objects.count()) == ("Điều 3", before + 1)
    told = new.events.get().pgh_context
    assert (told["by"], told["why"]) == (cast.administrator.pk, "Nghị định mới")
    assert old.events.latest("pgh_id").pgh_context["why"] == "Nghị định mới"


def test_nothing_is_written_before_it_was_confirmed_as_shown(client, cast):
    client.force_login(cast.administrator)
    shown = client.post(SALARY, raised())
    assert not BaseSalary.objects.filter(amount=2_700_000).exists()
    fingerprint = shown.context["plan"].fingerprint
    other = client.post(SALARY, raised(amount="2800000", confirmed=fingerprint))
    assert other.context["plan"].fingerprint != fingerprint
    assert not BaseSalary.objects.filter(amount=2_800_000).exists()


def test_a_row_between_two_holds_until_the_later_one(client, cast):
    client.force_login(cast.administrator)
    record = raised(amount="2400000", from_on="01/01/2026")
    sentences, _answer = shown_then_confirmed(client, SALARY, record)
    assert sentences[0] == (
        "Có hiệu lực từ 01/01/2026 đến hết ngày 30/06/2026: lương cơ sở 2.400.000 đồng."
    )
    between = BaseSalary.objects.get(amount=2_400_000)
    assert between.period == DateRange(dt.date(2026, 1, 1), dt.date(2026, 7, 1))


def test_a_row_of_the_same_day_corrects_and_both_stay_on_record(client, cast):
    client.force_login(cast.administrator)
    wrong = BaseSalary.objects.get(amount=2_530_000)
    record = raised(amount="2540000", from_on="01/07/2026")
    sentences, _answer = shown_then_confirmed(client, SALARY, record)
    assert sentences[1].endswith("lương cơ sở 2.530.000 đồng. Cả hai vẫn được lưu vết.")
    assert BaseSalary.objects.get(pk=wrong.pk).amount == 2_540_000
    assert set(wrong.events.values_list("amount", flat=True)) == {2_530_000, 2_540_000}


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"basis": ""}, "__all__"),
        ({"amount": "0"}, "__all__"),
        ({"why": " "}, "why"),
        ({"from_on": "31/02/2027"}, "from_on"),
    ],
)
def test_what_does_not_fit_is_said(client, cast, changes, field):
    client.force_login(cast.administrator)
    form = client.post(SALARY, raised(**changes)).context["form"]
    assert list(form.errors) == [field]
    assert "Ràng buộc" not in str(form.errors)


def test_the_other_tables_of_the_country_take_rows_too(client, cast):
    client.force_login(cast.administrator)
    kind, _salary, money, share = NATIONAL
    ground = {"from_on": "01/03/2027", "basis": basis("06/2026/QH16"), "why": "Luật mới"}
    award = {"code": "CO_TINH", "name": "Cờ thi đua cấp tỉnh", "type": "flag", "level": "province",
             "recipient": "collective", "line": "province", "issuer": "UBND tỉnh",
             "position": "2"}  # fmt: skip
    for url, record in (
        (kind, award),
        (money, {"code": "CO_TINH", "multiple": "9,5"}),
        (share, {"key": "government_nominees", "percent": "25"}),
    ):
        _sentences, answer = shown_then_confirmed(client, url, record | ground)
        assert answer.status_code == 302
    day = {"period__contains": dt.date(2027, 3, 1)}
    assert AwardKind.objects.get(code="CO_TINH", **day).name == "Cờ thi đua cấp tỉnh"
    assert str(MoneyRule.objects.get(code="CO_TINH", **day).multiple) == "9.50"
    assert ShareRule.objects.get(key="government_nominees", **day).percent == 25
    page = client.get(LIST, {"day": "01/03/2027"}).content.decode()
    assert "24.040.000 đồng" in page  # 9,5 × 2.530.000 = 24.035.000


def test_a_form_begins_with_the_row_of_today(client, cast):
    client.force_login(cast.administrator)
    form = client.get(NATIONAL[2], {"code": "CO_TINH"}).context["form"]
    assert (form["code"].value(), form["multiple"].value()) == ("CO_TINH", "8")
    assert client.get(NATIONAL[2], {"code": "'"}).status_code == 200


def test_staff_set_the_quota_of_their_province_alone(client, cast):
    client.force_login(cast.staff)
    assert list(client.post(QUOTA, quota_of(cast.elsewhere)).context["form"].errors) == ["province"]
    empty = {**quota_of(cast.province), "province": ""}
    assert list(client.post(QUOTA, empty).context["form"].errors) == ["province"]
    sentences, answer = shown_then_confirmed(client, QUOTA, quota_of(cast.province))
    assert sentences == ["Có hiệu lực từ năm thi đua 2026: khối 6–9 thành viên: 1 + 2 + 3."]
    assert answer.status_code == 302
    row = QuotaRule.objects.get(province=cast.province)
    assert (row.sizes, row.years) == (NumericRange(6, 10), NumericRange(2026, None))


def test_a_new_quota_ends_what_covers_its_sizes(client, cast):
    client.force_login(cast.staff)
    shown_then_confirmed(client, QUOTA, quota_of(cast.province))
    record = quota_of(cast.province, size_from="8", size_to="", from_year="2027", certificates="4")
    sentences, _answer = shown_then_confirmed(client, QUOTA, record)
    assert sentences == [
        "Có hiệu lực từ năm thi đua 2027: khối ≥ 8 thành viên: 1 + 2 + 4.",
        "Kết thúc sau năm thi đua 2026: khối 6–9 thành viên: 1 + 2 + 3.",
    ]
    record = quota_of(cast.province, size_from="9", size_to="9", from_year="2027")
    refused = client.post(QUOTA, record).context["form"]
    assert "đã ghi nhận chỉ tiêu cho khối ≥ 8 thành viên" in str(refused.non_field_errors())


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"size_to": "5"}, "size_to"),
        ({"certificates": ""}, "__all__"),
        ({"certificates_percent": "30"}, "__all__"),
        ({"certificates": "", "certificates_percent": "101"}, "__all__"),
        ({"nominee_within": "on", "flags": "0"}, "__all__"),
        ({"is_assumed": ""}, "__all__"),
        ({"from_year": "1"}, "from_year"),
    ],
)
def test_a_quota_that_does_not_fit_is_refused_kindly(client, cast, changes, field):
    client.force_login(cast.staff)
    form = client.post(QUOTA, quota_of(cast.province, **changes)).context["form"]
    assert list(form.errors) == [field]
    assert "Ràng buộc" not in str(form.errors)


def test_the_quota_of_a_province_is_read_where_the_province_is(client, cast):
    QuotaRule.objects.create(
        province=cast.province, sizes=NumericRange(6, 8), years=NumericRange(2026, None),
        nominees=1, flags=1, certificates=2, is_assumed=True,
    )  # fmt: skip
    for person, reads in ((cast.member, True), (cast.foreign_staff, False), (cast.nobody, False)):
        client.force_login(person)
        page = client.get(LIST, {"day": "01/08/2026"}).content.decode()
        assert ("Tỉnh Thái Sơn" in page) == reads


def test_hostile_text_shows_as_text(client, cast):
    AwardKind.objects.filter(code="CO_TINH").update(name="<script>a</script>", clause="<b>")
    client.force_login(cast.administrator)
    for url in (LIST, MONEY, NATIONAL[2]):
        page = client.get(url).content.decode()
        assert "<script>a" not in page
        assert "&lt;script&gt;a" in page


def test_the_list_asks_the_same_of_the_database_with_more_rows(client, cast):
    client.force_login(cast.staff)
    with CaptureQueriesContext(connection) as few:
        client.get(LIST)
    for number in range(30):
        AwardKind.objects.create(
            code=f"X{number}", name=f"{number}", type="flag", recipient="person", issuer="x",
            level="state", position=99, is_assumed=True, period=DateRange(dt.date(2020, 1, 1)),
        )  # fmt: skip
        QuotaRule.objects.create(
            province=cast.province, sizes=NumericRange(number + 1, number + 2),
            years=NumericRange(2020, None), nominees=0, flags=1, certificates=1, is_assumed=True,
        )  # fmt: skip
    with CaptureQueriesContext(connection) as many:
        client.get(LIST)
    assert len(few) == len(many) <= 12


def test_the_legal_bases_lead_there(client, cast):
    client.force_login(cast.member)
    assert LIST in client.get(reverse("blocs:legal_basis_list")).content.decode()
