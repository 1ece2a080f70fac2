"""What a paper cites on its own day, in order, and what it must no longer cite."""

import datetime as dt

import pytest

from blocs.models import LegalBasis, Source
from blocs.reference.legal_bases import load_legal_bases
from blocs.tests import make
from reports.bases import bases_on, expired, rank

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def national():
    load_legal_bases(LegalBasis, Source)


def begins(citations):
    """How each citation begins: enough to know it by."""
    return [citation.split(" ngày")[0] for citation in citations]


LAW, AMENDMENT = (
    "Luật Thi đua, khen thưởng",
    "Luật sửa đổi, bổ sung một số điều của Luật Thi đua, khen thưởng",
)


@pytest.mark.parametrize(
    ("day", "cited"),
    [
        (dt.date(2004, 6, 30), []),
        (dt.date(2004, 7, 1), [LAW]),
        (dt.date(2018, 1, 4), [LAW, "Nghị định số 91/2017/NĐ-CP"]),
        (
            dt.date(2023, 12, 31),
            [LAW, "Nghị định số 91/2017/NĐ-CP", "Thông tư số 12/2019/TT-BNV"],
        ),
        (dt.date(2024, 1, 1), [LAW, "Nghị định số 98/2023/NĐ-CP"]),
        (dt.date(2025, 6, 30), [LAW, "Nghị định số 98/2023/NĐ-CP"]),
        (dt.date(2025, 7, 1), [LAW, "Nghị định số 152/2025/NĐ-CP"]),
        (
            dt.date(2026, 9, 30),
            [LAW, "Nghị định số 152/2025/NĐ-CP", "Thông tư số 15/2025/TT-BNV"],
        ),
        (
            dt.date(2026, 10, 1),
            [LAW, AMENDMENT, "Nghị định số 152/2025/NĐ-CP", "Thông tư số 15/2025/TT-BNV"],
        ),
        (dt.date(2027, 3, 1), [LAW, AMENDMENT, "Thông tư số 15/2025/TT-BNV"]),
    ],
)
def test_a_paper_cites_what_is_in_force_on_its_day(day, cited):
    assert begins(bases_on(None, day)) == cited


def test_the_law_is_that_of_its_day():
    assert bases_on(None, dt.date(2023, 12, 31))[0].endswith("ngày 26 tháng 11 năm 2003")
    assert bases_on(None, dt.date(2024, 1, 1))[0].endswith("ngày 15 tháng 6 năm 2022")


def test_the_province_s_own_come_last_and_those_of_others_not_at_all():
    here, elsewhere = make.province("Thái Sơn"), make.province("Bình Hải")
    day = dt.date(2026, 11, 20)
    for province, number in ((here, "1/2020/QĐ-UBND"), (elsewhere, "2/2020/QĐ-UBND")):
        LegalBasis.objects.create(
            province=province, number=number, title="Quy chế", citation=number,
            signed_on=dt.date(2020, 1, 1), is_usual=True,
        )  # fmt: skip
    assert bases_on(here, day)[-1] == "1/2020/QĐ-UBND"
    assert bases_on(here, day)[:-1] == bases_on(None, day)
    assert "2/2020/QĐ-UBND" not in bases_on(here, day)


def test_what_is_not_usual_is_not_cited():
    assert not any("1479" in citation for citation in bases_on(None, dt.date(2018, 1, 4)))


def test_it_takes_one_query(django_assert_num_queries):
    with django_assert_num_queries(1):
        bases_on(None, dt.date(2026, 11, 20))


def test_where_nothing_is_in_force_nothing_is_cited():
    assert bases_on(None, dt.date(1998, 6, 1)) == ()


def test_what_may_not_be_cited_is_warned_of():
    bases = list(LegalBasis.objects.all())
    numbers = {basis.number for basis in expired(bases, dt.date(2025, 7, 1))}
    assert {"15/2003/QH11", "98/2023/NĐ-CP", "01/2024/TT-BNV", "06/2026/QH16"} <= numbers
    assert not {"06/2022/QH15", "152/2025/NĐ-CP"} & numbers


@pytest.mark.parametrize(
    ("number", "place"),
    [
        ("06/2022/QH15", 0),
        ("06/2026/QH16", 0),
        ("152/2025/NĐ-CP", 1),
        ("22/2018/QĐ-TTg", 2),
        ("15/2025/TT-BNV", 3),
        ("1479/HD-BTĐKT", 4),
        ("77/2025/QĐ-UBND", 5),
    ],
)
def test_a_law_stands_before_a_decree(number, place):
    assert rank(number) == place
