"""One Unicode form, keys to search by, keys to sort by (docs/field.md §8)."""

import random
import unicodedata

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from vietnamese.text import nfc, person_sort_key, search_key, slug, sort_key

from .names import OFFICES, PROVINCES

TONES = "\u0300\u0309\u0303\u0301\u0323"
letters = st.text(
    alphabet=nfc("".join(vowel + tone for vowel in "aăâeêioôơuưy" for tone in TONES))
    + "aăâbcdđeêghiklmnoôơpqrstuưvxyzAĂÂĐÊÔƠƯ-',. \u00a0019",
    max_size=12,
)

# Old and new placement of the tone, both correct Vietnamese.
PLACEMENTS = [
    ("oà", "òa"),
    ("oá", "óa"),
    ("oả", "ỏa"),
    ("oã", "õa"),
    ("oạ", "ọa"),
    ("oè", "òe"),
    ("oé", "óe"),
    ("oẻ", "ỏe"),
    ("oẽ", "õe"),
    ("oẹ", "ọe"),
    ("uỳ", "ùy"),
    ("uý", "úy"),
    ("uỷ", "ủy"),
    ("uỹ", "ũy"),
    ("uỵ", "ụy"),
]


def decomposed(text):
    return unicodedata.normalize("NFD", text)


def spellings(name):
    """The name as it reaches us from other keyboards, phones, PDF files and older writers."""
    yield decomposed(name)
    yield name.upper()
    yield name.replace(" ", "\u00a0")
    yield f"  {name.replace(' ', '  ')}\t"
    yield name.replace(" ", "-")
    for old, new in PLACEMENTS:
        if old in name or new in name:
            yield name.replace(old, "\0").replace(new, old).replace("\0", new)


@pytest.mark.parametrize("name", PROVINCES + OFFICES)
def test_every_spelling_of_a_name_has_one_search_key(name):
    assert {search_key(spelling) for spelling in spellings(name)} == {search_key(name)}
    assert search_key(name).isascii()


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("Đoàn Thanh niên", "doan thanh nien"),
        ("Uỷ ban", "uy ban"),
        ("Ủy ban", "uy ban"),
        ("Thanh Hoá", "thanh hoa"),
        ("Thanh Hóa", "thanh hoa"),
        ("Khánh Hoà", "khanh hoa"),
        ("Bà Rịa–Vũng Tàu", "ba ria vung tau"),
        ("“Hội LHPN”, (tỉnh)", "hoi lhpn tinh"),
        ("UB.MTTQ", "ub mttq"),
        ("Ðoàn TNCS", "doan tncs"),  # eth, from converted documents
        ("H'Hen Niê", "h hen nie"),
        ("năm 2026: 1.234,5", "nam 2026 1 234 5"),
        ("Hội\u00adNông\u200b dân", "hoinong dan"),
        (" \u00a0– ", ""),
        ("", ""),
    ],
)
def test_search_key(text, key):
    assert search_key(text) == key


@given(st.text())
@example("ǰ̣ İ ẞ ﬁ ½")
def test_a_search_key_is_its_own_search_key_whatever_the_form(text):
    key = search_key(text)

    assert search_key(key) == key
    assert search_key(decomposed(text)) == key
    assert search_key(nfc(text)) == key
    assert key == " ".join(key.split())


@given(letters, letters)
def test_a_part_at_a_word_s_edge_is_found_in_the_whole(part, rest):
    assert search_key(part) in search_key(f"{rest} {part}")


@given(st.text())
def test_nfc_is_idempotent_and_equal_for_both_forms(text):
    assert nfc(nfc(text)) == nfc(text) == nfc(decomposed(text))


def test_nfc_keeps_the_writer_s_placement_and_spaces():
    assert nfc("Uỷ ban,\u00a0 Ủy  ban") == "Uỷ ban,\u00a0 Ủy  ban"
    assert (len(decomposed("Hội Liên hiệp Phụ nữ")), len(nfc("Hội Liên hiệp Phụ nữ"))) == (28, 20)


@pytest.mark.parametrize(
    "ordered",
    [
        PROVINCES,
        OFFICES,
        ["Án", "Ăn", "Ban", "Đoàn", "Hội", "Liên đoàn", "Tỉnh đoàn", "Ủy ban"],
        [
            "Ban Dân tộc",
            "Đoàn Thanh niên",
            "Hội Chữ thập đỏ",
            "Hội Cựu chiến binh",
            "Hội Liên hiệp Phụ nữ",
            "Hội Nông dân",
            "Liên đoàn Lao động",
            "Tỉnh đoàn",
            "Ủy ban MTTQ",
        ],
        list("09aàảãáạăằẳẵắặâầẩẫấậbcdđeèẻẽéẹêềểễếệfghiìỉĩíịjklmn")
        + list("oòỏõóọôồổỗốộơờởỡớợpqrstuùủũúụưừửữứựvwxyỳỷỹýỵz"),
        ["An", "Ánh", "Ân", "Ẩn"],
        ["hội", "Hội", "HỘI"],
        ["ma", "mà", "mả", "mã", "má", "mạ", "man"],
        ["an b", "án c", "anb"],
        ["Khối 1", "Khối 10", "Khối 2", "Khối A"],
        ["Bến (Tre)", "Bến 1", "Bến B", "Bến Tre", "Bến-Tre", "Bến, Tre", "Bến. Tre"],
    ],
)
def test_names_sort_as_icu_sorts_them_in_vietnamese(ordered):
    shuffled = random.Random(8).sample(ordered, len(ordered))

    assert sorted(shuffled, key=sort_key) == ordered
    assert sorted(map(decomposed, shuffled), key=sort_key) == [decomposed(name) for name in ordered]


@given(st.text())
def test_a_sort_key_is_printable_ascii_and_the_same_for_both_forms(text):
    key = sort_key(text)

    assert key.isascii()
    assert key.isprintable()
    assert sort_key(decomposed(text)) == key == sort_key(nfc(text))


@given(letters, letters)
def test_letters_decide_before_tones_and_tones_before_case(one, other):
    def levels(text):
        plain = "".join(c for c in decomposed(text.lower()) if c not in TONES)
        return sort_key(plain), sort_key(text.lower()), sort_key(text)

    assert (sort_key(one) < sort_key(other)) == (levels(one) < levels(other))


@pytest.mark.parametrize(
    "ordered",
    [
        ["Trần Văn An", "Lê Thị Ánh", "Nguyễn Văn Ân", "Phạm Thị Ẩn"],
        ["Phạm Văn Ân", "Lê Thị Ẩn"],  # another tone is another given name
        ["Lê Văn An", "Lê Văn ÁN"],
        ["Nguyễn Văn An", "Nguyễn Văn Anh", "Lê Văn Ánh", "Nguyễn Văn Ánh"],
        ["Anh", "Lê Anh", "Lê Thị Anh", "Lê Văn Anh"],
        ["H'Hen", "Y Biêr Niê", "Đỗ Thị Yến"],
        ["lê văn bình", "Lê Văn Bình", "LÊ THỊ CÚC"],
    ],
)
def test_people_sort_by_given_name_then_by_the_rest(ordered):
    shuffled = random.Random(3).sample(ordered, len(ordered))

    assert sorted(shuffled, key=person_sort_key) == ordered
    assert sorted(map(decomposed, shuffled), key=person_sort_key) == [
        decomposed(n) for n in ordered
    ]


given_names = st.from_regex(
    r"[a-zđA-ZĐ][aăâeêoôơuưnh\u0300\u0309\u0301\u0323]{0,4}", fullmatch=True
)


@given(given_names, given_names, letters, letters)
def test_the_family_name_never_overrules_the_given_name(one, other, family, other_family):
    here, there = sort_key(one.lower()), sort_key(other.lower())
    person, other_person = (
        person_sort_key(f"{family} {one}"),
        person_sort_key(f"{other_family} {other}"),
    )

    if here != there:
        assert (person < other_person) == (here < there)
    else:
        assert person.split(" ")[0] == other_person.split(" ")[0]


@pytest.mark.parametrize(
    ("text", "address"),
    [
        ("Biên bản bàn giao (Khối 1)", "bien-ban-ban-giao-khoi-1"),
        ("Thanh Hoá – cụm số 7", "thanh-hoa-cum-so-7"),
        ("Đ/c Ánh", "d-c-anh"),
        ("北京", ""),
        ("../../etc", "etc"),
    ],
)
def test_slug(text, address):
    assert slug(text) == address


@given(st.text())
def test_a_slug_is_safe_in_file_names_and_its_own_slug(text):
    assert set(slug(text)) <= set("abcdefghijklmnopqrstuvwxyz0123456789-")
    assert slug(slug(text)) == slug(text)
