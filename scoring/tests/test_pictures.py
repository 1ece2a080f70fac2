"""Pictures of a standing and its workbook: values first, then the pages."""

import io
from decimal import Decimal

import pytest
from openpyxl import load_workbook

from scoring.past import results_of_years
from scoring.pictures import heat_map, per_cent, shade_of, year_shares
from scoring.sheet import read_sheet
from scoring.tests import make
from scoring.tests.ranked import barred, ranked_year
from scoring.tests.scene import score
from scoring.tests.test_score_pages import address, read


@pytest.fixture
def member(client, cast):
    client.force_login(cast.member)
    return client


def test_shares_are_rounded_half_up_and_have_a_shade():
    assert per_cent(Decimal("2.5"), Decimal(4)) == Decimal("62.5")
    assert per_cent(Decimal(1), Decimal(16)) == Decimal("6.3")
    assert [shade_of(Decimal(n)) for n in ("0", "49.9", "50", "84.9", "95", "107")] == [
        0, 0, 1, 2, 4, 4,
    ]  # fmt: skip


def test_the_heat_map_has_every_member_and_criterion_but_penalties(cast):
    ranked_year(cast)
    lines = {row.node.code: cells for row, cells in heat_map(read_sheet(cast.year))}

    assert list(lines) == ["I", "I.1", "I.2", "I.2.a", "I.2.b", "II", "II.1"]
    names = [cell.member.organisation.name for cell in lines["I"]]
    assert names == ["Ủy ban MTTQ", "Liên đoàn Lao động", "Hội Nông dân", "Tỉnh đoàn"]
    assert [cell.share for cell in lines["I.2.b"]] == [
        Decimal("62.5"),
        Decimal("87.5"),
        Decimal("62.5"),
        None,
    ]
    assert [cell.shade for cell in lines["I.2.b"]] == [1, 3, 1, None]
    assert [cell.share for cell in lines["II.1"]] == [None] * 4


def test_what_is_left_out_does_not_lower_a_share(cast):
    made = make.small_set(cast.year)
    type(made).objects.update(not_applicable="rescale")
    score(cast.year, cast.seats["front"], "I.2.a", "0", applies=False)
    score(cast.year, cast.seats["front"], "I.2.b", "8")
    lines = {row.node.code: cells for row, cells in heat_map(read_sheet(cast.year))}
    assert (lines["I.2"][0].share, lines["I.2.a"][0].share) == (Decimal(100), None)


def earlier(cast):
    """Last year on another scale, with the Front and the farmers fully scored."""
    made = make.criteria_set(cast.last_year)
    make.criterion(made, "I", "100")
    for seat in cast.last_year.seats.exclude(organisation=cast.organisations.women):
        score(cast.last_year, seat, "I", "80")


def test_members_stand_beside_their_own_earlier_years(cast, django_assert_num_queries):
    ranked_year(cast)
    earlier(cast)
    with django_assert_num_queries(3):
        results = results_of_years(cast.year)
    shown = {organisation.name: years for organisation, years in year_shares(results)}

    year, last = cast.year.year, cast.last_year.year
    told = {name: [(y.year, y.total, y.share) for y in years] for name, years in shown.items()}
    assert told == {
        "Ủy ban MTTQ": [(year, 57, Decimal(95)), (last, 80, Decimal(80))],
        "Liên đoàn Lao động": [(year, 57, Decimal(95))],
        "Hội Nông dân": [(year, 20, Decimal("33.3")), (last, 80, Decimal(80))],
        "Tỉnh đoàn": [],
    }


def test_the_page_shows_numbers_in_every_cell_and_no_inline_style(
    member, cast, django_assert_max_num_queries
):
    ranked_year(cast)
    earlier(cast)
    with django_assert_max_num_queries(12):
        text = member.get(address("standing_pictures", cast.year)).content.decode()
    assert "62,5" in text
    assert 'class="num heat-3"' in text
    assert 'width="95.0"' in text
    assert "style=" not in text
    assert (
        address("standing_pictures", cast.year)
        in member.get(address("standing", cast.year)).content.decode()
    )


def test_the_standing_is_a_workbook_of_real_numbers(member, cast):
    ranked_year(cast)
    barred(cast, "farmers")
    cast.organisations.front.name = "=1+1"
    cast.organisations.front.save()
    answer = member.get(address("standing_workbook", cast.year))
    book = load_workbook(io.BytesIO(read(answer)))

    assert "attachment" in answer["Content-Disposition"]
    assert book.sheetnames == ["Xếp hạng", "Điểm", "Tỷ lệ"]
    rows = [[cell.value for cell in row] for row in book["Xếp hạng"].iter_rows(min_row=4)]
    assert rows[0] == ["Hạng", "Đơn vị", "I", "II", "III", "Tổng điểm", "Xếp loại", "Ghi chú"]
    assert rows[1][:7] == [1, "=1+1", 57, None, None, 57, "Tốt"]
    assert rows[3][:2] == [None, "Hội Nông dân"]
    assert rows[3][5:] == [20, "Khá", "tạm hoãn cho đến khi có kết luận (C8)"]
    assert book["Xếp hạng"]["B5"].data_type == "s"
    assert (book["Điểm"]["D6"].value, book["Điểm"]["D6"].number_format) == (40, "#,##0.00")
    assert (book["Tỷ lệ"]["D9"].value, book["Tỷ lệ"]["D9"].number_format) == (0.625, "0.0%")


def test_a_year_without_criteria_has_neither(member, cast):
    for name in ("standing_pictures", "standing_workbook"):
        assert member.get(address(name, cast.year)).status_code == 404
