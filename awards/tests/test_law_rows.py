"""The rows of the law: what the tables refuse, and what every installation knows."""

import datetime as dt

import pytest
from django.db import IntegrityError, transaction
from django.db.backends.postgresql.psycopg_any import DateRange, NumericRange

from awards.models import AwardKind, BaseSalary, MoneyRule, QuotaRule, ShareRule
from awards.reference.law import confirm_salaries
from blocs.models import LegalBasis
from blocs.tests.constraints import add, change

pytestmark = pytest.mark.usefixtures("law")
DAY = dt.date(2026, 8, 1)


def kind():
    return AwardKind.objects.get(code="CO_TINH")


def salary():
    return BaseSalary.objects.get(amount=2_530_000)


def money():
    return MoneyRule.objects.get(code="CO_TINH", period__contains=DAY)


def share():
    return ShareRule.objects.get(key="government_nominees", period__contains=DAY)


def quota():
    return QuotaRule.objects.get(province=None, sizes__contains=6)


NOTHING, NO_START = DateRange(DAY, DAY), DateRange(None, DAY)
GROUNDLESS = {"basis": None, "is_assumed": False}
BROKEN = [
    (kind, {"period": NOTHING}, "award_kind_has_a_beginning"),
    (kind, GROUNDLESS, "award_kind_without_basis_is_assumed"),
    (kind, {"code": "cờ tỉnh"}, "award_kind_has_a_plain_code"),
    (kind, {"code": "CO_CP"}, "award_kind_is_one_a_day"),
    (kind, {"name": ""}, "award_kind_has_name_and_issuer"),
    (kind, {"issuer": ""}, "award_kind_has_name_and_issuer"),
    (kind, {"type": "cup"}, "award_kind_type_is_known"),
    (kind, {"recipient": "all"}, "award_kind_recipient_is_known"),
    (kind, {"level": "district"}, "award_kind_level_is_known"),
    (kind, {"line": "other"}, "award_kind_line_is_known"),
    (salary, {"period": NO_START}, "base_salary_has_a_beginning"),
    (salary, GROUNDLESS, "base_salary_without_basis_is_assumed"),
    (salary, {"period": DateRange(dt.date(2026, 6, 30), None)}, "base_salary_is_one_a_day"),
    (salary, {"amount": 0}, "base_salary_is_above_zero"),
    (money, {"period": NO_START}, "money_rule_has_a_beginning"),
    (money, GROUNDLESS, "money_rule_without_basis_is_assumed"),
    (money, {"code": "CO_CP"}, "award_money_is_one_a_day"),
    (money, {"multiple": 0}, "multiple_is_above_zero"),
    (share, {"period": NO_START}, "share_rule_has_a_beginning"),
    (share, GROUNDLESS, "share_rule_without_basis_is_assumed"),
    (share, {"key": "council_vote_flag"}, "share_is_one_a_day"),
    (share, {"key": "luck"}, "share_key_is_known"),
    (share, {"percent": 101}, "share_is_a_part_of_a_hundred"),
    (share, {"percent": 0}, "share_is_a_part_of_a_hundred"),
    (quota, {"sizes": NumericRange(None, 6)}, "quota_sizes_has_a_beginning"),
    (quota, {"sizes": NumericRange(0, 1)}, "quota_is_for_blocs_with_members"),
    (quota, {"years": NumericRange(2025, 2025)}, "quota_years_has_a_beginning"),
    (quota, GROUNDLESS, "quota_without_basis_is_assumed"),
    (quota, {"sizes": NumericRange(5, 10)}, "quota_is_one_a_year_and_size"),
    (quota, {"certificates": None}, "quota_counts_certificates_in_one_way"),
    (quota, {"certificates_percent": 10}, "quota_counts_certificates_in_one_way"),
    (quota, {"certificates": None, "certificates_percent": 101},
     "quota_share_is_a_part_of_a_hundred"),
    (quota, {"nominee_within": True, "flags": 0}, "nominee_within_the_flags_has_room"),
]  # fmt: skip


@pytest.mark.parametrize(("row", "values", "name"), BROKEN)
def test_what_may_never_be_stored(row, values, name):
    with pytest.raises(IntegrityError, match=name), transaction.atomic():
        change(row(), values)


def test_provinces_have_quotas_of_their_own_beside_the_default(cast):
    for province in (cast.province, cast.elsewhere):
        add(quota(), {"province": province})
    with pytest.raises(IntegrityError, match="quota_is_one_a_year_and_size"), transaction.atomic():
        add(quota(), {"province": cast.province})


def test_what_is_uncertain_does_not_look_certain():
    """The marks of docs/field.md: certain only what was found in the instrument or a source."""
    assert set(AwardKind.objects.filter(is_assumed=False).values_list("code", flat=True)) == {
        "CO_CP", "CO_TINH", "BK_TINH_CN", "CSTDTQ", "CSTDT", "CSTDCS", "LDTT",
    }  # fmt: skip
    assert set(MoneyRule.objects.filter(is_assumed=True).values_list("code", flat=True)) == {
        "BK_TINH",
        "BK_TINH_CN",
    }
    today = ShareRule.objects.filter(period__contains=DAY)
    assert today.count() == 5
    assert today.filter(is_assumed=False).count() == 0
    assert not QuotaRule.objects.filter(is_assumed=False).exists()


def test_every_certain_row_names_its_instrument():
    for model in (AwardKind, BaseSalary, MoneyRule, ShareRule):
        for row in model.objects.filter(is_assumed=False).select_related("basis"):
            assert row.clause_text.endswith(row.basis.number), row


def test_the_decrees_on_the_base_salary_are_confirmed_and_what_people_wrote_stays():
    """As the migration left them; once more, over a note of one's own, changes nothing."""
    rows = BaseSalary.objects.select_related("basis").order_by("period")
    assert [(row.amount, row.clause_text, row.basis.signed_on) for row in rows] == [
        (2_340_000, "Điều 3 khoản 2, 73/2024/NĐ-CP", dt.date(2024, 6, 30)),
        (2_530_000, "Điều 3, 161/2026/NĐ-CP", dt.date(2026, 5, 15)),
    ]
    assert "chưa đối chiếu" not in rows[0].basis.inferred
    basis = rows[0].basis
    basis.inferred = "Đã đọc bản gốc"
    basis.save()
    confirm_salaries(LegalBasis, BaseSalary)
    basis.refresh_from_db()
    assert basis.inferred == "Đã đọc bản gốc"


def test_an_award_is_told_from_its_namesake():
    labels = [each.label for each in AwardKind.objects.all()]
    assert len(labels) == len(set(labels)) == 15


@pytest.mark.parametrize(
    ("sizes", "written"), [((6, 10), "6–9"), ((15, None), "≥ 15"), ((1, 6), "1–5"), ((7, 8), "7")]
)
def test_sizes_are_written_as_people_do(sizes, written):
    assert QuotaRule(sizes=NumericRange(*sizes)).size_text == written
