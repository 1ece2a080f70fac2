"""How the record calls a covenant; Vietnamese, whatever language the page speaks."""


def called(version):
    """Return "Giao ước thi đua năm 2026", an amendment with its number."""
    year = version.covenant.emulation_year.year
    amended = f" (bản {version.number})" if version.number > 1 else ""
    return f"Giao ước thi đua năm {year}{amended}"
