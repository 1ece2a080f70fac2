"""The six members of docs/field.md §3.8: figures by sample A, and what each adds up to.

All sums are worked out by hand: I, II, III, bonus, penalty, total.
"""

CODES = (
    "I.1 I.2 I.3 I.4 I.5 I.6 I.7 II.1 II.2 II.3 II.4 II.5 "
    "III.1 III.2 III.3 III.4 III.5 IV.1 IV.2 IV.3 V.2 V.5"
)
FRONT, UNION, FARMERS, WOMEN, VETERANS, YOUTH = NAMES = (
    "Ủy ban MTTQ", "Liên đoàn Lao động", "Hội Nông dân", "Hội LHPN", "Hội CCB", "Tỉnh đoàn",
)  # fmt: skip
LINES = {
    FRONT: "94 110 475/500 37/40 900/1000 3 2 57 2 1 3 28 3 8 70 0 2 20 3 1 . .",
    UNION: "98 112,5 1140/1200 19/20 475/500 3 2 55 1 1 3 25 3 7 70 1 0 20 3 2 . .",
    FARMERS: "97 114 760/800 15/16 380/400 4 3 56,5 1 1 3 26 3 8 75 1 1 20 4 1 . .",
    WOMEN: "95,25 111 950/1000 15/16 190/200 3 3 54 1 1 3 24 3 8 65,33 1 1 20 4 2 5 .",
    VETERANS: "92,75 109 280/300 9/10 285/300 3 4 58 2 1 3 28 3 8 63 1 1 20 2 1 . .",
    YOUTH: "90 105 1400/1500 17/20 759/800 3 5 52 1 2 3 28 3 7 70 2 0 15 2 1 . 1",
}
# Section I, criterion by criterion:
#   MTTQ      94 + 110 + 114 + 74 + 72 + 60 + 36        LĐLĐ  98 + 112,5 + 114 + 76 + 76 + 60 + 36
#   HND       97 + 114 + 114 + 75 + 76 + 60 (cap) + 34  LHPN  95,25 + 111 + 114 + 75 + 76 + 60 + 34
#   CCB       92,75 + 109 + 112 + 72 + 76 + 60 + 32     Đoàn  90 + 105 + 112 + 68 + 75,9 + 60 + 30
# What each figure comes to, in the order of the codes.
POINTS = {
    FRONT: "94 110 114 74 72 60 36 57 40 30 30 28 30 40 30 30 12 20 15 5 . .",
    UNION: "98 112,5 114 76 76 60 36 55 50 30 30 25 30 35 30 25 20 20 15 10 . .",
    FARMERS: "97 114 114 75 76 60 34 56,5 50 30 30 26 30 40 30 25 16 20 20 5 . .",
    WOMEN: "95,25 111 114 75 76 60 34 54 50 30 30 24 30 40 28 25 16 20 20 10 5 .",
    VETERANS: "92,75 109 112 72 76 60 32 58 40 30 30 28 30 40 27 25 16 20 10 5 . .",
    YOUTH: "90 105 112 68 75,9 60 30 52 50 20 30 28 30 35 30 20 20 15 10 5 . 10",
}
SECTIONS = {
    FRONT: ["560.00", "185.00", "142.00", "40.00", "0.00"],
    UNION: ["572.50", "190.00", "140.00", "45.00", "0.00"],
    FARMERS: ["570.00", "192.50", "141.00", "45.00", "0.00"],
    WOMEN: ["565.25", "188.00", "139.00", "50.00", "5.00"],
    VETERANS: ["553.75", "186.00", "138.00", "35.00", "0.00"],
    YOUTH: ["540.90", "180.00", "135.00", "30.00", "10.00"],
}
TOTALS = {
    FRONT: "927.00",
    UNION: "947.50",
    FARMERS: "948.50",
    WOMEN: "937.25",
    VETERANS: "912.75",
    YOUTH: "875.90",
}
ORDER = [FARMERS, UNION, WOMEN, FRONT, VETERANS, YOUTH]
