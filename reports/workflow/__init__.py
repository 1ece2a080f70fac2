"""The verbs of papers: keyword-only, given the time, atomic. Each refuses with a sentence."""

from .conference_minutes import issue_conference_minutes
from .covenant import issue_covenant
from .issuing import current_paper, issue, next_number
from .minutes import issue_minutes
from .sections import (
    SectionChanged,
    add_section,
    begin_report,
    leave_out_section,
    move_section,
    save_section,
)
from .year_end import issue_year_end

__all__ = [
    "SectionChanged",
    "add_section",
    "begin_report",
    "current_paper",
    "issue",
    "issue_conference_minutes",
    "issue_covenant",
    "issue_minutes",
    "issue_year_end",
    "leave_out_section",
    "move_section",
    "next_number",
    "save_section",
]
