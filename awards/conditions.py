"""What each kind of award asks of a member, where it can be checked (docs/field.md §1.3, §1.10).

The clause is that of the dated row of the kind: where the row is only assumed nothing is certain,
so that it may warn but not stop anybody.
"""

from .eligibility import Conditions
from .models import AwardLine, AwardType, YearRating
from .proposing import GOVERNMENT_FLAG, PROVINCE_CERTIFICATE, PROVINCE_FLAG, leading_places

# docs/field.md §1.5: two consecutive years of excellent results behind a certificate of merit.
YEARS_BEHIND_A_CERTIFICATE = 2


def is_flag(kind):
    return kind.type == AwardType.FLAG


def conditions_of(kind, quota=None):
    """Return the Conditions of a kind of award; `quota` says how many ranks its flags reach."""
    leads = is_flag(kind) and kind.line == AwardLine.PROVINCE
    two_years = kind.code == PROVINCE_CERTIFICATE
    return Conditions(
        award=kind.name,
        clause=kind.clause_text,
        must_lead=leads,
        must_exceed=kind.code == GOVERNMENT_FLAG,
        years_needed=YEARS_BEHIND_A_CERTIFICATE if two_years else 0,
        certain=not kind.is_assumed,
        places=leading_places(quota) if quota and kind.code == PROVINCE_FLAG else 1,
    )


# Flags and titles whose standard is an excellent result: they show it as a stored result does.
SHOW_EXCELLENCE = ("CO_CP", "CO_TINH", "TTLDXS")
EXCELLENT = YearRating.EXCELLENT
