"""Which kind of award is meant: by its code, its exact name or as people call it. Pure.

Papers and articles write “Cờ Thủ tướng Chính phủ” for the Government's flag, and the certificate of
the province bore other names before 2018 (docs/field.md §1.3, §5).
"""

from vietnamese.text import search_key

ALIASES = {
    "CO_CP": ("Cờ Chính phủ", "Cờ Thủ tướng Chính phủ", "Cờ thi đua Chính phủ",
              "Cờ thi đua của Thủ tướng Chính phủ"),
    "CO_TINH": ("Cờ tỉnh", "Cờ thi đua UBND tỉnh", "Cờ thi đua của Ủy ban nhân dân tỉnh",
                "Cờ thi đua cấp tỉnh", "Cờ UBND tỉnh", "Cờ thi đua của tỉnh"),
    "CO_MTTQ": ("Cờ MTTQ", "Cờ thi đua của MTTQ tỉnh", "Cờ thi đua của Mặt trận tỉnh"),
    "BK_TTG": ("Bằng khen Thủ tướng", "Bằng khen TTg", "BK TTg"),
    "BK_TINH": ("Bằng khen UBND tỉnh", "Bằng khen của UBND tỉnh", "Bằng khen của tỉnh",
                "Bằng khen Chủ tịch UBND tỉnh", "Bằng khen của Ủy ban nhân dân tỉnh",
                "Bằng khen của Chủ tịch Ủy ban nhân dân tỉnh", "Bằng khen cấp tỉnh", "BK tỉnh"),
    "TTLDXS": ("TTLĐXS", "Danh hiệu Tập thể lao động xuất sắc"),
    "TTLDTT": ("TTLĐTT", "Danh hiệu Tập thể lao động tiên tiến"),
    "CSTDTQ": ("CSTĐTQ", "CSTĐ toàn quốc"),
    "CSTDT": ("CSTĐ cấp tỉnh", "CSTĐ tỉnh", "Chiến sĩ thi đua tỉnh"),
    "CSTDCS": ("CSTĐCS", "CSTĐ cơ sở", "Chiến sĩ thi đua cấp cơ sở"),
    "LDTT": ("LĐTT", "Danh hiệu Lao động tiên tiến"),
    "GK": ("Giấy khen của Thủ trưởng cơ quan", "Giấy khen của Thủ trưởng đơn vị"),
}  # fmt: skip
PERSON = "_CN"  # a certificate for a person has the code of the collective's and this


class KindNames:
    """The kinds of award (rows of `AwardKind`) by everything that they are called."""

    def __init__(self, kinds):
        self._kinds = list(kinds)
        self._called = {}
        for kind in self._kinds:
            others = ALIASES.get(kind.code.removesuffix(PERSON), ())
            for name in (kind.code, kind.name, *others):
                self._called.setdefault(search_key(name), set()).add(kind.code)

    def find(self, text, recipient, on):
        """Return the kind for this recipient whose row holds on the day, or None.

        Of a day before the first row or between two: the row that begins next, else the last. The
        law of before this program is not in its tables, and the code stays the same.
        """
        codes = self._called.get(search_key(text), ())
        found = [k for k in self._kinds if k.code in codes and k.recipient == recipient]
        if len({kind.code for kind in found}) != 1:
            return None
        return self.row_of(found[0].code, on)

    def row_of(self, code, on):
        rows = [kind for kind in self._kinds if kind.code == code]
        rows.sort(key=lambda kind: kind.period.lower)
        holding = [kind for kind in rows if kind.is_in_force_on(on)]
        later = [kind for kind in rows if kind.period.lower > on]
        return (holding or later or rows[-1:])[0]

    def is_known(self, text):
        """Whether anything is called so, for whatever recipient."""
        return search_key(text) in self._called
