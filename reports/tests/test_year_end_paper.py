"""The year-end summary as PDF, measured: the page, the appendix on every page, hostile text."""

import unicodedata
from decimal import Decimal

import pytest
from django.utils.html import escape

from blocs.models import EmulationYear
from blocs.tests import make as blocs_make
from reports.kinds import report as kind
from reports.pdf import render_pdf
from reports.workflow import begin_report, save_section
from scoring.models import Criterion
from scoring.tests import make as scoring_make

from . import year_end_scene as scene
from .measuring import Measured

TOP = 20
HOSTILE = '<script>alert("1")</script> & <img src=x> http://xau.example/ {{ it }}'


def measured(year, **more):
    year = EmulationYear.objects.select_related("bloc__province").get(pk=year.pk)
    sheet = kind.sheet(year, "year_end", issuer=None, **more)
    return Measured(render_pdf(sheet.template, {"sheet": sheet}))


def long_set(year, rows=70):
    made = scoring_make.criteria_set(year)
    section = scoring_make.criterion(made, "I", "700")
    for number in range(1, rows + 1):
        scoring_make.criterion(made, f"I.{number}", "10", section)
    Criterion.objects.exclude(pk=section.pk).update(text="Nội dung chấm điểm khá dài của tiêu chí")


def more_members(cast, count):
    for number in range(count):
        organisation = blocs_make.organisation(f"Hội thứ {number}", cast.province)
        blocs_make.seat(cast.year, organisation)


@pytest.fixture
def upright(cast):
    long_set(cast.year)
    scene.written(cast.year, by=cast.chair, text="Kết quả năm qua.\n- một;\n- hai.\n" * 20)
    return measured(cast.year, entry=scene.entry())


def test_pages_are_a4_numbered_from_the_second_and_centred(upright):
    assert set(upright.sizes()) == {(210, 297)}
    above = [[w for w in upright.words(p) if w.bottom < TOP] for p in range(len(upright.pages))]
    numbers = [[word.text for word in words] for words in above]
    assert numbers == [[], *([str(n)] for n in range(2, len(upright.pages) + 1))]
    for [number] in above[1:]:
        assert (number.left + number.right) / 2 == pytest.approx((30 + 195) / 2, abs=0.5)


def test_the_text_keeps_its_margins(upright):
    for page in range(len(upright.pages)):
        words = [word for word in upright.words(page) if word.top > TOP - 1]
        assert min(word.left for word in words) >= 29.7
        assert max(word.right for word in words) <= 195.3
        assert max(word.bottom for word in words) <= 277.3


def test_the_paper_is_tagged_vietnamese_and_has_its_faces(upright):
    assert upright.is_tagged()
    assert upright.language() == "vi"
    assert all(face.startswith("Tinos") for face in upright.faces())
    assert all(upright.embedded().values())
    assert upright.info["Title"].startswith("Báo cáo tổng kết công tác thi đua")
    assert {"H1", "H2", "Table", "TH", "L"} <= upright.tags()


def test_the_parts_of_the_paper_stand_in_order(upright):
    text = " ".join(upright.text().split())
    places = [
        text.find(each)
        for each in (
            "CỘNG HÒA XÃ HỘI", "Số: 05/BC-KTĐ", "BÁO CÁO", "Tổng kết công tác thi đua",
            "I. ĐẶC ĐIỂM TÌNH HÌNH", "XI. KIẾN NGHỊ", "./.", "Nơi nhận:", "KHỐI TRƯỞNG",
            "Nguyễn Thị Hậu", "PHỤ LỤC",
        )
    ]  # fmt: skip
    assert -1 not in places
    assert places == sorted(places)


def test_the_appendix_repeats_its_header_on_every_page(upright):
    pages = [upright.text(page) for page in range(len(upright.pages))]
    begun = next(page for page, text in enumerate(pages) if "PHỤ LỤC" in text)
    assert len(pages) - begun > 2
    for text in pages[begun:]:
        assert text.count("Nội dung Điểm") + text.count("Mã Nội") >= 1
        assert "Ủy ban" in text
    codes = [word for page in pages[begun:] for word in page.split() if word.startswith("I.")]
    assert codes == [f"I.{number}" for number in range(1, 71)]


def test_unscored_cells_say_so_and_no_zero_is_invented(upright):
    text = " ".join(upright.text().split())
    assert text.count("chưa chấm") > 4 * 60
    assert "0,00" not in text.replace("10,00", "").replace("700,00", "")


@pytest.mark.parametrize("members", [8, 14])
def test_a_wide_appendix_lies_across_and_loses_no_member(cast, members):
    more_members(cast, members - 4)
    long_set(cast.year, rows=30)
    pdf = measured(cast.year)
    wide = [page for page, size in enumerate(pdf.sizes()) if size == (297, 210)]
    assert wide
    assert max(wide) == len(pdf.pages) - 1
    text = " ".join(" ".join(pdf.text(page) for page in wide).split())
    for number in range(members - 4):
        assert f"Hội thứ {number}" in text
    for page in wide:
        assert max(word.right for word in pdf.words(page)) <= 297 - 15 + 0.3
        [number] = [w for w in pdf.words(page) if w.bottom < TOP and w.text == str(page + 1)]
        assert (number.left + number.right) / 2 == pytest.approx((30 + 282) / 2, abs=0.5)


def test_a_draft_and_a_sample_say_so_on_every_page(cast):
    cast.bloc.is_sample = True
    cast.bloc.save()
    scene.scored(cast.year, cast.seats)
    pdf = measured(cast.year)
    for page in range(len(pdf.pages)):
        assert "BẢN THẢO" in pdf.text(page)
        assert "SỐ LIỆU MINH HỌA" in pdf.text(page)


def test_hostile_text_shows_as_text(cast):
    section = begin_report(cast.year, "year_end", by=cast.chair, at=scene.NOW)[1]
    words = {"heading": HOSTILE[:60], "body": HOSTILE, "version": 1}
    save_section(section, **words, by=cast.chair, at=scene.NOW)
    text = " ".join(measured(cast.year).text().split())
    assert HOSTILE in text
    assert escape(HOSTILE) not in text


def test_decomposed_letters_are_drawn_composed(cast):
    section = begin_report(cast.year, "year_end", by=cast.chair, at=scene.NOW)[1]
    body = unicodedata.normalize("NFD", "Hội Liên hiệp Phụ nữ tỉnh Thái Sơn")
    words = {"heading": section.heading, "body": body, "version": 1}
    save_section(section, **words, by=cast.chair, at=scene.NOW)
    text = " ".join(measured(cast.year).text().split())
    assert "Hội Liên hiệp Phụ nữ tỉnh Thái Sơn" in text
    assert "□" not in text


def test_a_year_without_scores_says_so(cast):
    text = " ".join(measured(cast.year).text().split())
    assert "Điểm và xếp hạng: không có số liệu." in text
    assert "PHỤ LỤC" not in text


def test_large_points_are_not_cut(cast):
    made = scoring_make.criteria_set(cast.year)
    scoring_make.criterion(made, "I", "10000")
    row = {"criterion": made.criteria.get(), "points": Decimal("9999.25"), "at": scene.NOW}
    cast.year.scores.create(criteria_set=made, seat=cast.seats["front"], **row)
    assert "9.999,25" in measured(cast.year).text()
