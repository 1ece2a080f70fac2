"""Numbers in words, as they stand on lists of award money."""

import pytest

from vietnamese.number_words import in_words


@pytest.mark.parametrize(
    ("number", "words"),
    [
        (0, "không"),
        (4, "bốn"),
        (5, "năm"),
        (10, "mười"),
        (14, "mười bốn"),
        (15, "mười lăm"),
        (20, "hai mươi"),
        (21, "hai mươi mốt"),
        (24, "hai mươi tư"),
        (55, "năm mươi lăm"),
        (101, "một trăm linh một"),
        (110, "một trăm mười"),
        (1_004, "một nghìn không trăm linh bốn"),
        (1_000_000, "một triệu"),
        (710_000, "bảy trăm mười nghìn"),
        (3_510_000, "ba triệu năm trăm mười nghìn"),
        (20_240_000, "hai mươi triệu hai trăm bốn mươi nghìn"),
        (28_080_000, "hai mươi tám triệu không trăm tám mươi nghìn"),
        (1_000_000_005, "một tỷ không trăm linh năm"),
        (2_530_000_000_000, "hai nghìn năm trăm ba mươi tỷ"),
    ],
)
def test_words(number, words):
    assert in_words(number) == words


def test_what_is_negative_is_not_written():
    with pytest.raises(ValueError, match="from 0"):
        in_words(-1)
