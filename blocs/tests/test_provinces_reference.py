"""The provinces that every installation knows, and their succession (docs/field.md §8.5)."""

import datetime as dt

import pytest

from blocs.models import LegalBasis, Province, ProvinceKind, ProvinceSuccession, Source
from blocs.reference.provinces import load_provinces
from blocs.succession import with_predecessors
from vietnamese.text import search_key

EVE = dt.date(2025, 6, 30)
MERGER = dt.date(2025, 7, 1)
TODAY = dt.date(2026, 11, 22)

# Independent of the module under test: the list of docs/field.md §8.5, row by row.
MERGED = """
Tuyên Quang < Tuyên Quang, Hà Giang
Lào Cai < Lào Cai, Yên Bái
Thái Nguyên < Thái Nguyên, Bắc Kạn
Phú Thọ < Phú Thọ, Vĩnh Phúc, Hòa Bình
Bắc Ninh < Bắc Ninh, Bắc Giang
Hưng Yên < Hưng Yên, Thái Bình
Hải Phòng < Hải Phòng, Hải Dương
Ninh Bình < Ninh Bình, Hà Nam, Nam Định
Quảng Trị < Quảng Trị, Quảng Bình
Đà Nẵng < Đà Nẵng, Quảng Nam
Quảng Ngãi < Quảng Ngãi, Kon Tum
Gia Lai < Gia Lai, Bình Định
Khánh Hòa < Khánh Hòa, Ninh Thuận
Lâm Đồng < Lâm Đồng, Đắk Nông, Bình Thuận
Đắk Lắk < Đắk Lắk, Phú Yên
Hồ Chí Minh < Hồ Chí Minh, Bà Rịa - Vũng Tàu, Bình Dương
Đồng Nai < Đồng Nai, Bình Phước
Tây Ninh < Tây Ninh, Long An
Cần Thơ < Cần Thơ, Sóc Trăng, Hậu Giang
Vĩnh Long < Vĩnh Long, Bến Tre, Trà Vinh
Đồng Tháp < Đồng Tháp, Tiền Giang
Cà Mau < Cà Mau, Bạc Liêu
An Giang < An Giang, Kiên Giang
"""
UNCHANGED = {
    "Hà Nội", "Huế", "Cao Bằng", "Điện Biên", "Hà Tĩnh", "Lai Châu", "Lạng Sơn", "Nghệ An",
    "Quảng Ninh", "Thanh Hóa", "Sơn La",
}  # fmt: skip

pytestmark = pytest.mark.django_db


def merged():
    pairs = (line.split(" < ") for line in MERGED.strip().splitlines())
    return [(new, set(old.split(", "))) for new, old in pairs]


def in_force(day, **fields):
    found = Province.objects.in_force_on(day).filter(is_sample=False, **fields)
    return list(found.values_list("name", flat=True))


def test_today_34_are_in_force_7_cities_and_27_provinces():
    names = in_force(TODAY)

    assert len(names) == len(set(names)) == 34
    assert set(names) == {new for new, _ in merged()} | UNCHANGED
    cities = {"Hà Nội", "Huế", "Hải Phòng", "Đà Nẵng", "Hồ Chí Minh", "Cần Thơ", "Đồng Nai"}
    assert set(in_force(TODAY, kind=ProvinceKind.CITY)) == cities
    assert len(in_force(TODAY, kind=ProvinceKind.PROVINCE)) == 27


def test_on_the_eve_of_the_merger_63_were_in_force():
    names = in_force(EVE)

    assert len(names) == len(set(names)) == 63
    assert set(names) == {old for _, olds in merged() for old in olds} | UNCHANGED


def test_before_hue_became_a_city_there_were_58_provinces_and_5_cities():
    day = dt.date(2024, 12, 31)

    assert len(in_force(day, kind=ProvinceKind.PROVINCE)) == 58
    cities = {"Hà Nội", "Hải Phòng", "Đà Nẵng", "Hồ Chí Minh", "Cần Thơ"}
    assert set(in_force(day, kind=ProvinceKind.CITY)) == cities
    assert "Thừa Thiên Huế" in in_force(day)


def test_the_list_of_63_is_complete_from_its_first_day():
    assert len(in_force(dt.date(2008, 8, 1))) == 63
    assert in_force(dt.date(2008, 7, 31)) == []


@pytest.mark.parametrize(
    ("day", "kind"),
    [
        (EVE, ProvinceKind.PROVINCE),
        (MERGER, ProvinceKind.PROVINCE),
        (dt.date(2026, 4, 29), ProvinceKind.PROVINCE),
        (dt.date(2026, 4, 30), ProvinceKind.CITY),
    ],
)
def test_dong_nai_is_a_city_from_30_april_2026(day, kind):
    assert Province.objects.in_force_on(day).get(name="Đồng Nai").kind == kind


@pytest.mark.parametrize(("new", "olds"), merged())
def test_a_merged_province_succeeds_its_parts_on_1_july_2025(new, olds):
    successor = Province.objects.in_force_on(MERGER).get(name=new)
    origins = successor.origins.select_related("predecessor")

    assert {step.predecessor.name for step in origins} == olds
    assert {step.on for step in origins} == {MERGER}


def test_whoever_ended_has_one_successor_valid_from_the_day_after_its_last():
    ended = Province.objects.filter(is_sample=False, validity__upper_inf=False)
    steps = [step for old in ended for step in old.successions.select_related("successor")]

    assert len(ended) == len(steps) == 52 + 2
    for step in steps:
        assert step.predecessor.validity.upper == step.on == step.successor.validity.lower


def test_the_eleven_unchanged_go_on_without_successor():
    going_on = Province.objects.in_force_on(EVE).in_force_on(TODAY)

    assert set(going_on.values_list("name", flat=True)) == UNCHANGED
    assert not ProvinceSuccession.objects.filter(predecessor__in=going_on).exists()


def test_every_row_says_its_source_or_what_was_inferred():
    for row in (*Province.objects.all(), *ProvinceSuccession.objects.all()):
        assert row.source_id or row.inferred
    old = Province.objects.in_force_on(EVE).get(name="Thái Bình")
    assert old.source.title.startswith("Nghị quyết số 202/2025/QH15")
    assert "01/8/2008" in old.inferred


def test_the_keys_to_find_and_sort_by_were_computed_by_the_migration():
    names = list(Province.objects.values_list("name", "search_key"))

    assert [(name, key) for name, key in names if key != search_key(name)] == []
    sorted_names = in_force(TODAY)
    assert sorted_names[:4] == ["An Giang", "Bắc Ninh", "Cà Mau", "Cao Bằng"]
    assert sorted_names.index("Đà Nẵng") > sorted_names.index("Cần Thơ")
    assert sorted_names[-1] == "Vĩnh Long"


def test_loading_again_changes_nothing_and_restores_what_is_missing():
    def rows():
        models = (Province, ProvinceSuccession, Source)
        return [list(model.objects.order_by("pk").values()) for model in models]

    LegalBasis.objects.update(source=None)
    named = {*Province.objects.values_list("source", flat=True)}
    named |= {*ProvinceSuccession.objects.values_list("source", flat=True)}
    Source.objects.exclude(pk__in=named - {None}).delete()
    before = rows()
    load_provinces(Province, ProvinceSuccession, Source)
    assert rows() == before

    for model in (ProvinceSuccession, Province, Source):
        model.objects.all().delete()
    load_provinces(Province, ProvinceSuccession, Source)
    assert [len(table) for table in rows()] == [len(table) for table in before]


def test_a_present_province_reaches_back_to_those_it_was_made_of():
    hung_yen = Province.objects.in_force_on(TODAY).get(name="Hưng Yên")
    steps = ProvinceSuccession.objects.values_list("predecessor", "successor")
    found = Province.objects.filter(pk__in=with_predecessors({hung_yen.pk}, list(steps)))

    names = {(each.name, each.validity.lower) for each in found}
    beginning = dt.date(2008, 8, 1)
    assert names == {("Hưng Yên", MERGER), ("Hưng Yên", beginning), ("Thái Bình", beginning)}
