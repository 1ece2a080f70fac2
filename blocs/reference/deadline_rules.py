"""The usual deadlines of an emulation year, until a province or a bloc sets its own.

No instrument fixes them for the whole country: they follow the calendar of docs/field.md §2.2 and
are assumptions to be confirmed (§13). An administrator changes them at `/thoi-han-chung/`.
"""

FROM_YEAR = 1948  # the first year that there can be: for every year until somebody sets another
BASIS = "Mức mặc định của phần mềm theo thông lệ, không phải quy định; tỉnh cần xác nhận."
USUAL = {  # kind: month, day, years later
    "signing": (3, 31, 0),
    "half_year_report": (7, 15, 0),
    "self_score": (11, 15, 0),
    "cross_check": (11, 30, 0),
    "meeting": (12, 31, 0),
    "year_end_report": (12, 31, 0),
    "dossier": (1, 31, 1),
}


def load_deadline_rules(DeadlineRule):
    """Store what is not there yet, in one query; nothing stored is changed."""
    DeadlineRule.objects.bulk_create(
        [
            DeadlineRule(
                kind=kind,
                from_year=FROM_YEAR,
                month=month,
                day=day,
                years_later=years_later,
                basis=BASIS,
            )
            for kind, (month, day, years_later) in USUAL.items()
        ],
        ignore_conflicts=True,
    )
