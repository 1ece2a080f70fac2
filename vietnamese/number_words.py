"""Whole numbers in Vietnamese words, as papers write amounts of money. Pure."""

_DIGITS = ("không", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín")
_GROUPS = ("", "nghìn", "triệu")
_BILLION = 10**9


def in_words(number):
    """Return a whole number from 0 on in words.

    As in the north: *nghìn*, *linh*; 1 after tens is *mốt*, 4 *tư*, 5 *lăm*. What stands after
    millions or thousands is read with its hundreds: 28 080 000 is “hai mươi tám triệu không trăm
    tám mươi nghìn”. Raises ValueError for what is negative.
    """
    if number < 0:
        raise ValueError("only numbers from 0 on are written in words")
    return " ".join(_words(number)) or _DIGITS[0]


def _words(number, *, follows=False):
    """The words of a number; one that `follows` a higher part says its empty hundreds too."""
    if not number:
        return []
    if number >= _BILLION:
        billions, rest = divmod(number, _BILLION)
        return [*_words(billions, follows=follows), "tỷ", *_words(rest, follows=True)]
    words = []
    for power in (2, 1, 0):
        group = number // 1000**power % 1000
        if group:
            words += _hundreds(group, whole=follows or bool(words))
            words += [_GROUPS[power]] if power else []
    return words


def _hundreds(number, *, whole):
    hundreds, rest = divmod(number, 100)
    words = [_DIGITS[hundreds], "trăm"] if hundreds or whole else []
    tens, ones = divmod(rest, 10)
    if not rest:
        return words
    if not tens:
        return [*words, *(["linh"] if words else []), _DIGITS[ones]]
    words += ["mười"] if tens == 1 else [_DIGITS[tens], "mươi"]
    return words + ([_ones(tens, ones)] if ones else [])


def _ones(tens, ones):
    if ones == 5:
        return "lăm"
    if tens > 1 and ones in (1, 4):
        return {1: "mốt", 4: "tư"}[ones]
    return _DIGITS[ones]
