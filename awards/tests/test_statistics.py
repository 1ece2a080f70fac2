"""Shares of the statistics: exact, and nothing is said of nothing."""

import datetime as dt
import io
from decimal import Decimal
from types import SimpleNamespace

from openpyxl import load_workbook

from awards.statistics import Tally, figures, groups
from awards.statistics_book import NOTHING, write_statistics
from awards.statistics_of import Statistics, Table


def tally(recipient_class="direct", sex="female", number=1, **changes):
    fields = {"year": 2025, "bloc": None, "kind": "LDTT", "method": "regular", "level": "province"}
    return Tally(recipient_class=recipient_class, sex=sex, number=number, **{**fields, **changes})


TALLIES = [
    tally("collective", "", 4),
    tally("direct", "female", 2),
    tally("direct", "", 1),
    tally("top_leader", "male", 1, year=2024),
    tally("senior_leader", "female", 1, year=2024),
    tally("other_leader", "male", 1, year=2024),
    tally("entrepreneur", "male", 1, year=2024),
]


def test_shares_are_of_persons_and_women_of_those_whose_sex_is_known():
    told = figures(TALLIES)
    assert (told.awards, told.collectives, told.persons) == (11, 4, 7)
    assert (told.direct.number, told.direct.of, told.direct.percent) == (3, 7, Decimal("42.9"))
    assert (told.women.number, told.women.of, told.women.percent) == (3, 6, Decimal("50.0"))
    assert (told.leaders.number, told.leaders.percent) == (3, Decimal("42.9"))
    assert (told.entrepreneurs, told.sex_unknown) == (1, 1)
    assert told.direct.width == "42.9"


def test_of_nothing_nothing_is_said():
    told = figures([tally("collective", "", 4)])
    assert (told.direct.percent, told.women.percent, told.leaders.percent) == (None, None, None)
    unknown = figures([tally("direct", "", 4)])
    assert (unknown.direct.percent, unknown.women.percent) == (Decimal("100.0"), None)


def test_groups_stand_in_the_order_that_is_asked_for():
    by_year = groups(TALLIES, "year", order=lambda year: -year)
    assert [(group.key, group.figures.awards) for group in by_year] == [(2025, 7), (2024, 4)]
    assert next(group.key for group in groups(TALLIES, "recipient_class")) == "collective"


def award(**changes):
    kind = {
        "type": "title",
        "name": "=1+1",
        "code": "LDTT",
        "level": "grassroots",
        "line": "vertical",
    }
    decision = {"number": "12/QĐ", "dated": dt.date(2025, 12, 20), "issuer": "UBND tỉnh"}
    fields = {"year": 2025, "recipient": "person", "person_name": "Trần Thị Hoà", "sex": "female",
              "person_position": "Hội viên", "organisation_name": "Hội Nông dân", "money": 710000,
              "recipient_class": "direct", "method": "extraordinary", "achievement": "Cứu người",
              "emulation_year": None, "is_revoked": False, "is_historical": True}  # fmt: skip
    rows = {"kind": SimpleNamespace(**kind), "decision": SimpleNamespace(**decision)}
    return SimpleNamespace(**{**fields, **rows, **changes})


def test_the_workbook_has_every_dimension_of_every_award_and_the_summaries():
    tables = (Table("year", "By year", (("2025", figures(TALLIES)),)),)
    statistics = Statistics(figures([tally("collective", "", 4)]), tables)
    content = write_statistics([award(), award(money=None, sex="")], statistics,
                               heading="THỐNG KÊ", is_sample=True)  # fmt: skip
    workbook = load_workbook(io.BytesIO(content))

    heads, first, second = list(workbook["Khen thưởng"].iter_rows(min_row=4, values_only=True))
    row = dict(zip(heads, first, strict=True))
    assert row["Hình thức khen thưởng"] == "=1+1"
    assert workbook["Khen thưởng"]["F5"].data_type == "s"
    expected = {
        "Cấp khen": "cấp ngành và cơ sở", "Tuyến khen": "ngành dọc", "Giới tính": "nữ",
        "Nhóm đối tượng": "người trực tiếp công tác, lao động, học tập",
        "Phương thức khen thưởng": "đột xuất", "Tập thể/Cá nhân": "cá nhân",
        "Tiền thưởng (đồng)": 710000, "Nguồn số liệu": "số liệu lịch sử",
    }  # fmt: skip
    assert expected.items() <= row.items()
    assert dict(zip(heads, second, strict=True))["Tiền thưởng (đồng)"] is None
    assert workbook["Khen thưởng"]["A2"].value == "SỐ LIỆU MINH HỌA"
    heads, of_2025, total = workbook["Theo năm"].iter_rows(min_row=4, values_only=True)
    assert dict(zip(heads, of_2025, strict=True))["Tỷ lệ trực tiếp (%)"] == 42.9
    assert dict(zip(heads, total, strict=True))["Tỷ lệ nữ (%)"] == NOTHING
    assert dict(zip(heads, total, strict=True))["Nữ"] == NOTHING
