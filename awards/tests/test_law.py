"""What the law answers on a day: every figure of the field, its reason, and where nothing holds."""

import datetime as dt
from decimal import Decimal as D

import pytest
from django.db import connection
from django.db.backends.postgresql.psycopg_any import DateRange, NumericRange
from django.test.utils import CaptureQueriesContext

from awards import law
from awards.models import AwardKind, MoneyRule, QuotaRule, ShareKey
from awards.quotas import Quota

pytestmark = pytest.mark.usefixtures("law")
EVE, CHANGE = dt.date(2026, 6, 30), dt.date(2026, 7, 1)
MONEY = [  # docs/field.md §1.8: code, before and since 1/7/2026
    ("CO_CP", 28_080_000, 30_360_000),
    ("CO_TINH", 18_720_000, 20_240_000),
    ("TTLDXS", 3_510_000, 3_800_000),
    ("TTLDTT", 1_880_000, 2_030_000),
    ("CSTDTQ", 10_530_000, 11_390_000),
    ("CSTDT", 7_020_000, 7_590_000),
    ("CSTDCS", 2_340_000, 2_530_000),
    ("LDTT", 710_000, 760_000),
    ("BK_TINH_CN", 3_510_000, 3_800_000),
    ("BK_TINH", 7_020_000, 7_590_000),
]


def kind(code):
    return AwardKind.objects.get(code=code)


@pytest.mark.parametrize(("code", "old", "new"), MONEY)
def test_the_money_is_that_of_the_day_of_the_decision(code, old, new):
    before, since = law.money(kind(code), EVE), law.money(kind(code), CHANGE)
    assert (before.amount, since.amount) == (old, new)
    assert (before.rule, before.salary.row.basis.number) == ("R7", "73/2024/NĐ-CP")
    assert since.salary.row.basis.number == "161/2026/NĐ-CP"


def test_an_answer_says_why():
    answer = law.money(kind("TTLDTT"), dt.date(2025, 6, 30))
    assert answer.clause == "Điều 54, 98/2023/NĐ-CP; Điều 3 khoản 2, 73/2024/NĐ-CP"
    assert answer.sentence == (
        "0.8 × 2,340,000 đồng (base salary on 30/06/2025) = 1,872,000 đồng, rounded up to tens of "
        "thousands: 1,880,000 đồng."
    )
    assert answer.words == "một triệu tám trăm tám mươi nghìn đồng"
    assert answer.is_certain
    even = law.money(kind("CO_TINH"), CHANGE).sentence
    assert even == "8 × 2,530,000 đồng (base salary on 01/07/2026) = 20,240,000 đồng."


def test_no_row_on_the_day_is_an_answer_and_no_guess():
    early = law.money(kind("CO_TINH"), dt.date(2024, 6, 30))
    assert (early.amount, early.words, early.is_known) == (None, "", False)
    assert early.sentence == "Nothing is recorded for “base salary” on 30/06/2024."
    never = law.money(kind("GK"), CHANGE)
    assert never.sentence == ("Nothing is recorded for “Giấy khen (collective)” on 01/07/2026.")
    assert law.salary_on(dt.date(2024, 6, 30)).amount is None
    assert law.multiple_on(kind("GK"), CHANGE).figure is None
    assert law.quota_for(None, 6, 2023).quota is None
    assert "6 members in the emulation year 2023" in law.quota_for(None, 6, 2023).sentence
    assert law.most_nominees_on(dt.date(2016, 1, 1), 18).most is None
    with pytest.raises(ValueError, match="luck"):
        law.share_on("luck", CHANGE)


def test_what_is_assumed_or_rests_on_an_expired_decree_says_so():
    assert law.money(kind("BK_TINH"), CHANGE).cautions == ("Default value, to be confirmed.",)
    later = law.money(kind("CO_TINH"), dt.date(2027, 3, 1))
    assert later.cautions == ("152/2025/NĐ-CP is no longer in force from 01/03/2027.",)
    assert later.amount == 20_240_000
    assert not later.is_certain
    assert law.money(kind("CO_TINH"), dt.date(2027, 2, 28)).is_certain


@pytest.mark.parametrize(
    ("leaders", "most"), [(5, 1), (10, 2), (16, 3), (18, 3), (25, 5), (30, 6), (54, 10), (57, 11)]
)
def test_a_fifth_of_the_leaders_of_the_province(leaders, most):
    answer = law.most_nominees_on(dt.date(2023, 12, 31), leaders)
    assert (answer.most, answer.rule, answer.clause) == (most, "R2", "Điều 11, 91/2017/NĐ-CP")
    assert answer.is_certain
    assert f"20 % of {leaders} blocs with a leader, rounded down: {most}" in answer.sentence
    today = law.most_nominees_on(CHANGE, leaders)
    assert (today.most, today.is_certain) == (most, False)


@pytest.mark.parametrize(
    ("key", "percent"),
    [(ShareKey.COUNCIL_VOTE_FLAG, 80), (ShareKey.COUNCIL_VOTE_TITLE, 90),
     (ShareKey.GRASSROOTS_FIGHTERS, 15), (ShareKey.GOVERNMENT_NOMINEES, 20)],
)  # fmt: skip
def test_the_shares_of_today(key, percent):
    answer = law.share_on(key, CHANGE)
    assert answer.figure == D(percent)
    assert answer.cautions[0] == "Default value, to be confirmed."


@pytest.mark.parametrize(
    ("size", "quota"),
    [
        (1, Quota(1, 1, 1, nominee_within=True)),
        (5, Quota(1, 1, 1, nominee_within=True)),
        (6, Quota(1, 2, 3)),
        (9, Quota(1, 2, 3)),
        (10, Quota(1, 2, 4, nominee_within=True)),
        (14, Quota(1, 2, 4, nominee_within=True)),
        (15, Quota(1, 3, 4, nominee_within=True)),
        (40, Quota(1, 3, 12, nominee_within=True)),
    ],
)
def test_the_default_quota_by_size(size, quota):
    answer = law.quota_for(None, size, 2026)
    assert answer.quota == quota
    assert answer.cautions == ("Default value, to be confirmed.",)


def test_six_members_are_one_and_two_and_three():
    assert law.quota_for(None, 6, 2026).sentence.startswith("6 members: 1 + 2 + 3 ")


def test_the_province_s_own_quota_takes_the_place_of_the_default(cast):
    QuotaRule.objects.create(
        province=cast.province, sizes=NumericRange(6, 8), years=NumericRange(2026, 2028),
        nominees=1, flags=1, certificates=2, is_assumed=True,
    )  # fmt: skip
    own, default = Quota(1, 1, 2), Quota(1, 2, 3)
    found = [
        law.quota_for(province, size, year).quota
        for province, size, year in [
            (cast.province, 6, 2026), (cast.province, 7, 2027), (cast.province, 8, 2026),
            (cast.province, 6, 2025), (cast.province, 6, 2028), (cast.elsewhere, 6, 2026),
        ]
    ]  # fmt: skip
    assert found == [own, own, default, default, default, default]


def test_a_new_row_of_a_kind_keeps_its_money():
    """Money hangs on the code: a new name or article of the award does not lose it."""
    old = kind("CO_TINH")
    old.period = DateRange(old.period.lower, CHANGE)
    old.save()
    old.pk, old._state.adding, old.period = None, True, DateRange(CHANGE, None)
    old.name = "Cờ thi đua cấp tỉnh"
    old.save()
    rows = law.Law()
    assert {k.name for k in rows.kinds_on(CHANGE) if k.code == "CO_TINH"} == {old.name}
    assert law.money(old, CHANGE).amount == 20_240_000
    assert MoneyRule.objects.filter(code="CO_TINH").count() == 2


def test_all_answers_of_a_day_cost_one_query_a_table(django_assert_max_num_queries):
    with CaptureQueriesContext(connection) as queries:
        rows = law.Law()
        for each in rows.kinds_on(CHANGE):
            rows.money(each, CHANGE)
        rows.quota_for(None, 6, 2026)
        rows.most_nominees_on(CHANGE, 18)
    assert len(queries) == 5
