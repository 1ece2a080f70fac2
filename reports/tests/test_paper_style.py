"""What Nghị định 30/2020 asks of the page, measured on the PDF (docs/field.md §7.1)."""

import unicodedata
from itertools import pairwise

import pytest

from reports.pdf import pdf_of, render_pdf

from . import make
from .measuring import Measured

LEFT, RIGHT, TOP, BOTTOM = 30, 210 - 15, 20, 297 - 20
ROUNDING = 0.3  # justified lines end a hair's breadth off
WATERMARK = 0xE6  # the grey of static/img/ban-thao.svg
CLOSING = ("Biên", "bản")
NATION = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"


def measured(sheet):
    return Measured(render_pdf(sheet.template, {"sheet": sheet}))


@pytest.fixture(scope="module")
def long():
    """Minutes of sixty lines, issued."""
    return measured(make.sheet(make.minutes(lines=60)))


def test_every_page_is_a4(long):
    assert set(long.sizes()) == {(210, 297)}
    assert len(long.pages) > 3


def test_the_text_keeps_its_margins_and_fills_them(long):
    for page in range(len(long.pages)):
        words = [word for word in long.words(page) if word.top > TOP - 1]
        assert min(word.left for word in words) >= LEFT - ROUNDING
        assert max(word.right for word in words) <= RIGHT + ROUNDING
        assert max(word.bottom for word in words) <= BOTTOM + ROUNDING
    first = long.words(0)
    assert min(word.left for word in first) == pytest.approx(LEFT, abs=1)
    assert max(word.right for word in first) == pytest.approx(RIGHT, abs=1)
    assert min(word.top for word in first) == pytest.approx(TOP, abs=2)


def test_pages_are_numbered_from_the_second_centred_on_top(long):
    above = [
        [word for word in long.words(page) if word.bottom < TOP] for page in range(len(long.pages))
    ]
    assert [[word.text for word in words] for words in above] == [
        [],
        *([str(number)] for number in range(2, len(long.pages) + 1)),
    ]
    for [number] in above[1:]:
        assert (number.left + number.right) / 2 == pytest.approx((LEFT + RIGHT) / 2, abs=0.5)


def test_the_body_is_14_points_justified_and_indented(long):
    words = long.words(len(long.pages) - 1)
    [begun] = [word for word, after in pairwise(words) if (word.text, after.text) == CLOSING]
    line = [word for word in words if abs(word.top - begun.top) < 1]
    below = [word for word in words if 5 < word.top - begun.top < 8]
    body = [each for each in long.pages[-1].chars if each["text"] == "ọ"]
    assert body
    assert begun.left == pytest.approx(LEFT + 10, abs=ROUNDING)
    assert below[0].left == pytest.approx(LEFT, abs=ROUNDING)
    assert line[-1].right == pytest.approx(RIGHT, abs=ROUNDING)
    assert [s for s in {letter["size"] for letter in body} if abs(s - 14) > 0.01] == []


def test_the_header_row_stands_on_every_page_of_the_list(long):
    with_rows = [p for p in range(len(long.pages)) if "01 bản chính" in long.text(p)]
    assert len(with_rows) > 2
    for page in with_rows:
        assert long.text(page).count("STT Nội dung Số lượng Ghi chú") == 1


def test_no_row_is_cut():
    """Each line of the list has its first and its last word on one page, however long it is."""
    text = f"Mở đầu {'quy chế hoạt động của khối ' * 9} kết thúc"
    paper = measured(make.sheet(make.minutes(lines=24, text=text)))
    for page in range(len(paper.pages)):
        assert paper.text(page).count("Mở đầu") == paper.text(page).count("kết thúc")
    assert paper.text().count("kết thúc") == 24
    assert len(paper.pages) > 4


def test_the_faces_are_tinos_only_and_in_the_file(long):
    assert long.faces() == {"Tinos", "Tinos-Bold", "Tinos-Italic"}
    assert long.embedded() == dict.fromkeys(long.faces(), True)


def test_no_glyph_is_missing(long):
    assert [each["text"] for each in long.letters() if "(cid:" in each["text"]] == []


def test_it_is_tagged_vietnamese_pdf_a_3a_with_a_title(long):
    assert long.is_tagged()
    assert {"H1", "H2", "Table", "TH", "TD"} <= long.tags()
    assert long.language() == "vi"
    assert long.info["Title"] == "Biên bản bàn giao nhiệm vụ khối trưởng"
    assert long.info["CreationDate"].startswith("D:20251228")
    claim = long.metadata()
    assert 'pdfaid:part="3"' in claim
    assert 'pdfaid:conformance="A"' in claim


def test_the_head_names_nation_issuer_bloc_number_and_day(long):
    text = long.text(0)
    assert NATION in text
    assert "Độc lập - Tự do - Hạnh phúc" in text
    assert "Số: 05/BB-KTĐ" in text
    assert "Thái Sơn, ngày 28 tháng 12 năm 2025" in text
    left = " ".join(w.text for w in long.words(0) if w.right < 105 and w.top < 60)
    assert left.startswith(make.GIVER.upper())
    assert make.BLOC.upper() in left


def test_signatures_stand_in_one_row_below_the_last_words(long):
    last = long.words(len(long.pages) - 1)
    captions = [word for word in last if word.text == "ĐẠI"]
    assert len(captions) == 2
    assert len({round(word.top) for word in captions}) == 1
    assert any(word.text.endswith("./.") and word.top < captions[0].top for word in last)


def test_the_signatures_never_stand_alone():
    """Wherever the page ends: the last words of the minutes go along with the signatures."""
    for lines in range(14, 26):
        paper = measured(make.sheet(make.minutes(lines=lines)))
        last = paper.text(len(paper.pages) - 1)
        assert ("ĐẠI DIỆN BÊN GIAO" in last, "Trần Văn Tiến" in last) == (True, True)
        assert "./." in last


def test_a_draft_says_so_behind_every_page_and_an_issued_paper_does_not(long):
    draft = measured(make.sheet(make.minutes(lines=30), number=None))
    assert len(draft.pages) > 1
    for page in range(len(draft.pages)):
        assert "BẢN THẢO" in draft.text(page)
        assert draft.share_of(page, WATERMARK) > 0.005
    assert "Số: ……/BB-KTĐ" in draft.text(0)
    assert "BẢN THẢO" not in long.text()
    assert max(long.share_of(page, WATERMARK) for page in range(len(long.pages))) < 0.002


@pytest.mark.parametrize("number", [None, 5])
def test_invented_figures_are_called_so_on_every_page(number, long):
    paper = measured(make.sheet(make.minutes(lines=30), number=number, is_sample=True))
    assert len(paper.pages) > 1
    for page in range(len(paper.pages)):
        assert "SỐ LIỆU MINH HỌA" in paper.text(page)
    assert "MINH HỌA" not in long.text()


def test_decomposed_names_come_out_composed():
    name = "Hội Liên hiệp Phụ nữ tỉnh Thừa Thiên Huế"
    text = measured(make.sheet(make.minutes(name=unicodedata.normalize("NFD", name)))).text()
    assert name in text
    assert text == unicodedata.normalize("NFC", text)


def test_a_name_of_any_length_is_wrapped_and_never_cut():
    name = "Hội " + " ".join(["Khoa học và Kỹ thuật"] * 12) + " " + "X" * 90
    paper = measured(make.sheet(make.minutes(name=name, text=f"{'Y' * 90} hết")))
    assert max(word.right for page in (0, 1) for word in paper.words(page)) <= RIGHT + ROUNDING
    joined = "".join(paper.text().split())
    assert "X" * 90 in joined.replace("1.Bêngiao", "")
    assert joined.count("hết") == 4 + 1  # "đến hết ngày" of the completion
    assert joined.count("Y") == 4 * 90


def test_hostile_text_shows_as_text():
    text = '<script>alert(1)</script><img src="file:///etc/passwd"> & \'"{{ 7 }}'
    paper = measured(make.sheet(make.minutes(text=text)))
    assert paper.text().count("<script>alert(1)</script><img") == 4
    assert paper.text().count("{{ 7 }}") == 4
    assert "Annots" not in paper.pages[0].page_obj.attrs


def test_letters_that_no_face_has_become_boxes():
    paper = measured(make.sheet(make.minutes(text="Giỏi 😀 漢\u202e")))
    assert "Giỏi □ □" in paper.text()
    assert paper.faces() == {"Tinos", "Tinos-Bold", "Tinos-Italic"}
    assert [each["text"] for each in paper.letters() if "(cid:" in each["text"]] == []


def test_a_wide_appendix_lies_on_its_side_with_its_head_on_every_page():
    rows = "".join(f"<tr><td>{n}</td><td>Hội Nông dân</td></tr>" for n in range(60))
    wide = Measured(
        pdf_of(
            '<html lang="vi"><head><title>Thử</title>'
            '<link rel="stylesheet" href="static:css/paper.css">'
            '<link rel="stylesheet" href="static:css/paper-draft.css"></head><body><p>Đầu</p>'
            '<div class="wide"><p class="appendix-head">Phụ lục I</p><table class="grid">'
            "<thead><tr><th>STT</th><th>Đơn vị</th></tr></thead>"
            f"<tbody>{rows}</tbody></table></div>"
        )
    )
    assert wide.sizes() == [(210, 297), (297, 210), (297, 210), (297, 210)]
    for page in (1, 2, 3):
        words = wide.words(page)
        assert wide.text(page).count("STT Đơn vị") == 1
        assert str(page + 1) in [word.text for word in words if word.bottom < TOP]
        below = [word for word in words if word.top > TOP - 1]
        assert min(word.left for word in below) >= 30
        assert max(word.right for word in below) <= 297 - 15
        assert "BẢN THẢO" in wide.text(page)
        assert wide.share_of(page, WATERMARK) > 0.005
