"""What organisations became, and which names count as one."""

import datetime as dt

from blocs.lineage import Lineage
from blocs.models import OrganisationSuccession

from . import make

DAY = dt.date(2025, 7, 1)


def becomes(predecessor, successor, kind="renamed", on=DAY):
    OrganisationSuccession.objects.create(
        kind=kind, predecessor=predecessor, successor=successor, on=on
    )


def names(*known):
    return [make.organisation(name) for name in known]


def test_a_chain_leads_to_the_name_of_today(db):
    first, second, third = names("Một", "Hai", "Ba")
    becomes(first, second)
    becomes(second, third, kind="merged")
    lineage = Lineage(on=DAY)
    assert (lineage.names_today(first.pk), lineage.one(first.pk)) == (["Ba"], third.pk)
    assert (lineage.names_today(third.pk), lineage.one(third.pk)) == ([], third.pk)


def test_what_comes_later_has_not_happened_yet(db):
    first, second = names("Một", "Hai")
    becomes(first, second)
    eve = Lineage(on=DAY - dt.timedelta(days=1))
    assert (eve.names_today(first.pk), eve.one(first.pk)) == ([], first.pk)


def test_a_split_leads_to_both_parts_and_counts_as_neither(db):
    whole, left, right = names("Cả", "Trái", "Phải")
    becomes(whole, left, kind="split")
    becomes(whole, right, kind="split")
    lineage = Lineage(on=DAY)
    assert lineage.names_today(whole.pk) == ["Trái", "Phải"]
    assert lineage.one(whole.pk) == whole.pk


def test_a_dissolution_leads_nowhere(db):
    [gone] = names("Đã giải thể")
    becomes(gone, None, kind="dissolved")
    lineage = Lineage(on=DAY)
    assert (lineage.names_today(gone.pk), lineage.one(gone.pk)) == ([], gone.pk)


def test_a_circle_does_no_harm(db):
    first, second = names("Một", "Hai")
    becomes(first, second)
    becomes(second, first)
    lineage = Lineage(on=DAY)
    assert lineage.names_today(first.pk) == []
    assert lineage.one(first.pk) in (first.pk, second.pk)
