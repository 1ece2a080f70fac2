"""The form of the words that are signed: fixed, without two readings, with a known fingerprint."""

from dataclasses import replace
from decimal import Decimal

from pledges.wording import FORMAT, Planned, Pledge, Text, sha256, substance, written

TARGET = Planned(7, "Hội viên mới", "người", Decimal("1200"))
TEXT = Text(
    2026,
    "Bản giao ước thi đua năm 2026",
    "",
    (
        Pledge(1, 1, 'Thi đua “lao động giỏi"\n- hai;', None, (TARGET,)),
        Pledge(2, 2, "Riêng của đơn vị khác", 8),
    ),
)


def test_the_form_is_the_one_that_was_signed_and_never_changes_under_its_name():
    assert FORMAT == "giao-uoc/1"
    assert written(TEXT.of(7)) == (
        "giao-uoc/1\n"
        "Năm: 2026\n"
        "Tên:\n"
        "| Bản giao ước thi đua năm 2026\n"
        "Chủ đề:\n"
        "| \n"
        "Nội dung 1 (chung):\n"
        '| Thi đua “lao động giỏi"\n'
        "| - hai;\n"
        "Chỉ tiêu:\n"
        "| Hội viên mới\n"
        "Đơn vị tính:\n"
        "| người\n"
        "Kế hoạch năm (càng cao càng tốt): 1200.00\n"
    )
    assert sha256(TEXT.of(7)) == "c9b38bfe24476ba0fb80f952b2203d170876c86c2fa86bf8a3c447d215bebb5c"


def test_a_member_signs_what_concerns_it_and_nothing_else():
    assert [each.number for each in TEXT.of(7).pledges] == [1]
    assert [each.number for each in TEXT.of(8).pledges] == [1, 2]
    assert TEXT.of(8).pledges[0].targets == ()


def test_every_change_of_a_word_changes_the_fingerprint():
    base, prints = TEXT.of(7), set()
    pledge = base.pledges[0]
    for changed in (
        base,
        replace(base, year=2027),
        replace(base, title="Bản giao ước"),
        replace(base, theme="Chủ đề"),
        replace(base, pledges=(replace(pledge, text="khác"),)),
        replace(base, pledges=(replace(pledge, number=2),)),
        replace(base, pledges=(replace(pledge, seat=7),)),
        *(
            replace(base, pledges=(replace(pledge, targets=(replace(TARGET, **change),)),))
            for change in (
                {"figure": Decimal("1200.01")},
                {"unit": "hội viên"},
                {"name": "Hội viên"},
                {"lower_is_better": True},
            )
        ),
    ):
        prints.add(sha256(changed))
    assert len(prints) == 11


def test_no_typed_text_can_be_taken_for_another_text():
    honest = replace(TEXT, pledges=(Pledge(1, 1, "A"), Pledge(2, 2, "B")))
    forged = replace(TEXT, pledges=(Pledge(1, 1, "A\nNội dung 2 (chung):\n| B"),))
    assert written(honest) != written(forged)


def test_the_figure_is_written_the_same_however_it_was_typed():
    for figure in ("1200", "1200.0", "1.2E+3"):
        target = replace(TARGET, figure=Decimal(figure))
        text = replace(TEXT, pledges=(replace(TEXT.pledges[0], targets=(target,)),))
        assert sha256(text.of(7)) == sha256(TEXT.of(7))


def test_the_whole_text_names_the_members():
    whole = written(TEXT, names={7: "Hội A", 8: "Hội\nB"})
    assert "Nội dung 2 (riêng: Hội B):" in whole
    assert "Chỉ tiêu của Hội A:" in whole


def test_the_substance_does_not_depend_on_numbers_and_rows():
    moved = replace(
        TEXT, pledges=tuple(replace(e, number=e.number + 3, pk=9) for e in TEXT.pledges)
    )
    assert substance(moved) == substance(TEXT)
    assert substance(replace(TEXT, theme="Khác")) != substance(TEXT)
