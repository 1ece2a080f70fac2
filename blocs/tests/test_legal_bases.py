"""Legal bases by date: which may be cited on a day, who reads them, what every site knows."""

import datetime as dt

import pytest

from blocs.models import LegalBasis, Source
from blocs.reference.legal_bases import load_legal_bases

from . import make

DAY = dt.date(2026, 1, 1)
pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def national():
    load_legal_bases(LegalBasis, Source)


def basis(number="12/QĐ-UBND", province=None, **fields):
    return LegalBasis.objects.create(
        number=number, title="Quy chế", citation=f"Quyết định số {number}", province=province,
        **fields,
    )  # fmt: skip


EVE, MORROW = DAY - dt.timedelta(days=1), DAY + dt.timedelta(days=1)


@pytest.mark.parametrize(
    ("fields", "in_force"),
    [
        ({}, [False, False, False]),
        ({"in_force_on": DAY}, [False, True, True]),
        ({"signed_on": DAY}, [False, True, True]),
        ({"signed_on": EVE, "in_force_on": DAY}, [False, True, True]),
        ({"signed_on": EVE, "ended_on": DAY}, [True, False, False]),
        ({"in_force_on": DAY, "ended_on": MORROW}, [False, True, False]),
        ({"ended_on": MORROW}, [False, False, False]),
    ],
)
def test_a_basis_is_in_force_from_its_first_day_to_the_day_before_its_end(fields, in_force):
    """The row and the query say the same."""
    row = basis(**fields)
    days = (EVE, DAY, MORROW)
    assert [row.is_in_force_on(day) for day in days] == in_force
    mine = LegalBasis.objects.filter(pk=row.pk)
    assert [mine.in_force_on(day).exists() for day in days] == in_force


def test_everybody_reads_the_national_ones_and_their_province_s_own(cast):
    here = basis("1/QĐ-UBND", cast.province)
    elsewhere = basis("2/QĐ-UBND", cast.elsewhere)
    national = LegalBasis.objects.filter(province=None).count()
    for name, person in cast.people.items():
        seen = LegalBasis.objects.visible_to(person)
        assert seen.filter(province=None).count() == national >= 15
        own = set(seen.exclude(province=None))
        expected = {
            "administrator": {here, elsewhere},
            "foreign_staff": {elsewhere},
            "nobody": set(),
        }
        assert own == expected.get(name, {here}), name


def test_a_bloc_cites_the_national_ones_and_its_province_s_own():
    here, elsewhere = make.province("Thái Sơn"), make.province("Bình Hải")
    own, foreign = basis("1/QĐ-UBND", here), basis("2/QĐ-UBND", elsewhere)
    assert own in LegalBasis.objects.of(here)
    assert foreign not in LegalBasis.objects.of(here)
    assert not LegalBasis.objects.of(None).exclude(province=None).exists()


# The table of docs/field.md §1.1, written anew: number, first day, first day without.
TABLE = """
15/2003/QH11    2004-07-01 2024-01-01
91/2017/NĐ-CP   2017-10-01 2024-01-01
08/2017/TT-BNV  2017-10-27 2024-01-01
12/2019/TT-BNV  2019-11-04 2024-01-01
05/2020/TT-BNV  -          2024-01-01
1479/HD-BTĐKT   2016-07-25 -
2745/HD-BTĐKT   2015-11-24 -
2746/HD-BTĐKT   2015-11-24 -
06/2022/QH15    2024-01-01 -
98/2023/NĐ-CP   2024-01-01 2025-07-01
01/2024/TT-BNV  -          2025-08-05
02/2023/TT-BNV  2023-03-23 -
152/2025/NĐ-CP  2025-07-01 2027-03-01
15/2025/TT-BNV  2025-08-05 -
73/2024/NĐ-CP   2024-07-01 2026-07-01
161/2026/NĐ-CP  2026-07-01 -
06/2026/QH16    2026-10-01 -
"""


def test_every_installation_knows_the_national_ones():
    rows = [line.split() for line in TABLE.strip().splitlines()]
    expected = {
        number: tuple(None if day == "-" else dt.date.fromisoformat(day) for day in days)
        for number, *days in rows
    }
    stored = LegalBasis.objects.filter(province=None)
    assert {row.number: (row.first_on, row.ended_on) for row in stored} == expected


def test_what_is_not_certain_says_so():
    for row in LegalBasis.objects.filter(province=None).select_related("source"):
        assert row.source.title
        if not row.in_force_on:
            assert row.inferred, row.number


def test_to_load_them_again_changes_nothing():
    before = LegalBasis.objects.count()
    law = LegalBasis.objects.get(number="06/2022/QH15")
    law.note = "Đã đối chiếu"
    law.save()
    load_legal_bases(LegalBasis, Source)
    law.refresh_from_db()
    assert (LegalBasis.objects.count(), law.note) == (before, "Đã đối chiếu")
    LegalBasis.objects.get(number="06/2022/QH15", search_key__contains="thi dua khen thuong")


def test_a_citation_is_what_follows_the_word_in_a_paper():
    for row in LegalBasis.objects.filter(province=None):
        assert not row.citation.startswith("Căn cứ"), row.number
        assert row.citation[-1] not in ".;", row.number
