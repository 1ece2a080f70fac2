"""Award kinds, money, shares and quotas of the country, each with its basis and its certainty.

The figures are those of docs/field.md §1.3–§1.8, §1.10 and §5.2. What is not marked [c] there is
`is_assumed` here: shown as a default to be confirmed. Rows of a province are entered by its staff.
"""

import datetime as dt
from decimal import Decimal
from typing import NamedTuple

from django.db.backends.postgresql.psycopg_any import DateRange, NumericRange

from accounts.evidence import because
from blocs.reference.legal_bases import INSTRUMENTS

LAW, DECREE_91, DECREE_98, DECREE_152 = (
    "06/2022/QH15", "91/2017/NĐ-CP", "98/2023/NĐ-CP", "152/2025/NĐ-CP",
)  # fmt: skip
NEW_LAW, NEW_DECREE, OLD_DECREE = dt.date(2024, 1, 1), dt.date(2025, 7, 1), dt.date(2017, 10, 1)
NOT_READ = "Chưa đối chiếu văn bản gốc."
AS_BEFORE = "Mức không đổi so với Điều 54 Nghị định số 98/2023/NĐ-CP; điều, khoản chưa ghi nhận."


class Kind(NamedTuple):
    code: str
    name: str
    type: str
    recipient: str
    level: str
    issuer: str
    clause: str = ""
    is_assumed: bool = False
    line: str = "province"
    note: str = ""


class Row(NamedTuple):
    """A dated figure: from its first day to the day before `until`; None has no known end."""

    key: str
    figure: object
    since: dt.date
    until: dt.date | None
    basis: str | None
    clause: str = ""
    is_assumed: bool = False
    note: str = ""


CHAIR, FRONT = "Chủ tịch Ủy ban nhân dân tỉnh", "Ủy ban Mặt trận Tổ quốc Việt Nam tỉnh"
STANDARD = "Tiêu chuẩn cụ thể theo văn bản gốc; chưa đối chiếu."
OF_STATE, OF_PROVINCE = "Bằng khen của Thủ tướng Chính phủ", "Bằng khen của Chủ tịch UBND tỉnh"
LETTER, HEAD = "Giấy khen", "Thủ trưởng cơ quan, tổ chức, đơn vị"
KINDS = [
    Kind("CO_CP", "Cờ thi đua của Chính phủ", "flag", "collective", "state", "Chính phủ",
         "Điều 25"),
    Kind("CO_TINH", "Cờ thi đua của UBND tỉnh", "flag", "collective", "province",
         "Ủy ban nhân dân tỉnh", "Điều 26"),
    Kind("CO_MTTQ", "Cờ thi đua của Ủy ban MTTQ Việt Nam tỉnh", "flag", "collective", "province",
         FRONT, "", True, "vertical", "Theo quy định của Ủy ban Trung ương MTTQ Việt Nam."),
    Kind("BK_TTG", OF_STATE, "certificate", "collective", "state", "Thủ tướng Chính phủ", "", True),
    Kind("BK_TTG_CN", OF_STATE, "certificate", "person", "state", "Thủ tướng Chính phủ", "", True),
    Kind("BK_TINH", OF_PROVINCE, "certificate", "collective", "province", CHAIR,
         "Điều 74 khoản 2", True, note=STANDARD),
    Kind("BK_TINH_CN", OF_PROVINCE, "certificate", "person", "province", CHAIR,
         "Điều 74 khoản 1 điểm d"),
    Kind("TTLDXS", "Tập thể lao động xuất sắc", "title", "collective", "province", CHAIR,
         "Điều 27", True, note=STANDARD),
    Kind("TTLDTT", "Tập thể lao động tiên tiến", "title", "collective", "grassroots", HEAD,
         "Điều 28", True, note=STANDARD),
    Kind("CSTDTQ", "Chiến sĩ thi đua toàn quốc", "title", "person", "state", "Thủ tướng Chính phủ",
         "Điều 21"),
    Kind("CSTDT", "Chiến sĩ thi đua cấp tỉnh", "title", "person", "province", CHAIR, "Điều 22"),
    Kind("CSTDCS", "Chiến sĩ thi đua cơ sở", "title", "person", "grassroots", HEAD, "Điều 23"),
    Kind("LDTT", "Lao động tiên tiến", "title", "person", "grassroots", HEAD, "Điều 24"),
    Kind("GK", LETTER, "letter", "collective", "grassroots", HEAD, "", True),
    Kind("GK_CN", LETTER, "letter", "person", "grassroots", HEAD, "", True),
]  # fmt: skip

SALARIES = [
    Row("", 2_340_000, dt.date(2024, 7, 1), dt.date(2026, 7, 1), "73/2024/NĐ-CP"),
    Row("", 2_530_000, dt.date(2026, 7, 1), None, "161/2026/NĐ-CP"),
]

MULTIPLES = {  # docs/field.md §1.8; those of bằng khen are second hand
    "CO_CP": "12", "CO_TINH": "8", "TTLDXS": "1.5", "TTLDTT": "0.8", "CSTDTQ": "4.5",
    "CSTDT": "3", "CSTDCS": "1", "LDTT": "0.3", "BK_TINH": "3", "BK_TINH_CN": "1.5",
}  # fmt: skip
SECOND_HAND = {"BK_TINH", "BK_TINH_CN"}


def _multiples(code, multiple):
    """Of the one decree and of the next."""
    doubted = code in SECOND_HAND
    figure = Decimal(multiple)
    old = Row(code, figure, NEW_LAW, NEW_DECREE, DECREE_98, "Điều 54", doubted)
    return [old, Row(code, figure, NEW_DECREE, None, DECREE_152, "", doubted, AS_BEFORE)]


MONEY = [row for code, multiple in MULTIPLES.items() for row in _multiples(code, multiple)]

CONTINUED = "Tiếp tục áp dụng theo thông lệ; Sở Nội vụ cần xác nhận. " + NOT_READ
SHARES = [
    Row("government_nominees", 20, OLD_DECREE, NEW_LAW, DECREE_91, "Điều 11"),
    Row("government_nominees", 20, NEW_LAW, NEW_DECREE, DECREE_98, "", True, CONTINUED),
    Row("government_nominees", 20, NEW_DECREE, None, DECREE_152, "", True, CONTINUED),
    Row("council_vote_flag", 80, NEW_DECREE, None, DECREE_152, "Điều 33 khoản 5", True, NOT_READ),
    Row("council_vote_title", 90, OLD_DECREE, NEW_LAW, DECREE_91, "Điều 45 khoản 8"),
    Row("council_vote_title", 90, NEW_LAW, NEW_DECREE, DECREE_98, "", True, CONTINUED),
    Row("council_vote_title", 90, NEW_DECREE, None, DECREE_152, "", True, CONTINUED),
    Row("grassroots_fighters", 15, OLD_DECREE, NEW_LAW, DECREE_91, ""),
    Row("grassroots_fighters", 15, NEW_LAW, None, None, "", True,
        "Từ ngày 01/01/2024 do bộ, ngành, tỉnh quy định; 15 % vẫn là mức thường gặp."),
]  # fmt: skip

# Keys that came later than the first rows: `load_shares` adds those that a table lacks.
LATER_SHARES = [
    Row("council_vote_other", 50, OLD_DECREE, None, None, "", True,
        "Mức mặc định của phần mềm: quá nửa tổng số thành viên Hội đồng; tỉnh cần xác nhận."),
]  # fmt: skip

QUOTA_FROM_YEAR = 2024
QUOTA_NOTE = "Mức mặc định của phần mềm theo thông lệ, không phải quy định; tỉnh cần xác nhận."
# Sizes, flags, certificates, per cent of certificates, whether the nominee is among the flags. For
# 6 to 9 members as Bắc Ninh 2022 gave them: 1 + 2 + 3 (docs/field.md §5.1).
QUOTAS = [
    ((1, 6), 1, 1, None, True),
    ((6, 10), 2, 3, None, False),
    ((10, 15), 2, 4, None, True),
    ((15, None), 3, None, 30, True),
]


def load_law(models, LegalBasis):
    """Store what every installation knows, in tables that are empty; others stay as they are.

    `models` is {name: model}, those of the caller's time. A figure whose instrument this
    installation does not have under its number becomes an assumed one.
    """
    national = LegalBasis.objects.filter(province=None, number__in=_instruments())
    basis = {row.number: row for row in national}
    dated = {
        "BaseSalary": (SALARIES, "", "amount"),
        "MoneyRule": (MONEY, "code", "multiple"),
        "ShareRule": (SHARES, "key", "percent"),
    }
    fresh = {name: [_fields(row, key, figure, basis) for row in rows]
             for name, (rows, key, figure) in dated.items()}  # fmt: skip
    fresh["AwardKind"] = [_kind(kind, place, basis) for place, kind in enumerate(KINDS, start=1)]
    fresh["QuotaRule"] = [_quota(*quota) for quota in QUOTAS]
    for name, rows in fresh.items():
        if not models[name].objects.exists():
            models[name].objects.bulk_create(models[name](**row) for row in rows)


def load_shares(ShareRule):
    """Store the shares whose key the table does not know yet; others stay as they are."""
    known = set(ShareRule.objects.values_list("key", flat=True))
    for row in LATER_SHARES:
        if row.key not in known:
            ShareRule.objects.create(**_fields(row, "key", "percent", {}))


# Number, day and article of both decrees were found alike in several published copies that do not
# rest on one another, on 26 November 2026; no later decree on the base salary was found.
FOUND_ALIKE = "khớp ở nhiều bản công bố độc lập, tra cứu ngày 26/11/2026."
CONFIRMED = {
    "73/2024/NĐ-CP": (
        "Điều 3 khoản 2",
        {
            "note": "Mức lương cơ sở 2.340.000 đồng/tháng để tính tiền thưởng; thay bởi Nghị định "
            f"số 161/2026/NĐ-CP. Số, ngày ký và Điều 3 khoản 2 {FOUND_ALIKE}",
            "inferred": "Ngày hết hiệu lực ghi theo ngày mức lương mới có hiệu lực.",
        },
    ),
    "161/2026/NĐ-CP": (
        "Điều 3",
        {
            "citation": "Nghị định số 161/2026/NĐ-CP ngày 15 tháng 5 năm 2026 của Chính phủ",
            "signed_on": dt.date(2026, 5, 15),
            "note": "Mức lương cơ sở 2.530.000 đồng/tháng để tính tiền thưởng. Số, ngày ký và Điều "
            f"3 {FOUND_ALIKE}",
            "inferred": "Trích yếu ghi theo nội dung, chưa đối chiếu văn bản gốc.",
        },
    ),
}


def confirm_salaries(LegalBasis, BaseSalary):
    """Say of the decrees on the base salary what is confirmed now; what people changed stays."""
    loaded = {each.number: each for each in INSTRUMENTS}
    for number, (clause, fields) in CONFIRMED.items():
        as_loaded = {name: getattr(loaded[number], name) for name in fields}
        with because(None, f"Nghị định số {number}: {FOUND_ALIKE}"):
            national = LegalBasis.objects.filter(province=None, number=number)
            national.filter(**as_loaded).update(**fields)
            salaries = BaseSalary.objects.filter(basis__in=national, clause="", is_assumed=False)
            salaries.update(clause=clause)


def _instruments():
    return {LAW} | {row.basis for row in [*SALARIES, *MONEY, *SHARES] if row.basis}


def _ground(number, is_assumed, basis):
    row = basis.get(number)
    return {"basis": row, "is_assumed": is_assumed or row is None}


def _kind(kind, place, basis):
    number = None if kind.line == "vertical" else LAW
    grounds = _ground(number, kind.is_assumed, basis)
    return kind._asdict() | grounds | {"position": place, "period": DateRange(NEW_LAW, None)}


def _fields(row, key, figure, basis):
    return ({key: row.key} if key else {}) | {
        figure: row.figure,
        "period": DateRange(row.since, row.until),
        "clause": row.clause,
        "note": row.note,
        **_ground(row.basis, row.is_assumed, basis),
    }


def _quota(sizes, flags, certificates, percent, within):
    return {
        "sizes": NumericRange(*sizes),
        "years": NumericRange(QUOTA_FROM_YEAR, None),
        "nominees": 1,
        "flags": flags,
        "certificates": certificates,
        "certificates_percent": percent,
        "nominee_within": within,
        "is_assumed": True,
        "note": QUOTA_NOTE,
    }
