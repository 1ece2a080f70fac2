"""The verbs of papers: keyword-only, given the time, atomic. Each refuses with a sentence."""

from .conference_minutes import issue_conference_minutes
from .contributions import ContributionChanged, NotOwnMember, contribute, take_over
from .counting_minutes import issue_counting_minutes
from .covenant import issue_covenant
from .issuing import current_paper, issue, next_number
from .minutes import issue_minutes
from .report import issue_report
from .sections import (
    SectionChanged,
    add_section,
    begin_report,
    choose_part,
    leave_out_section,
    move_section,
    save_section,
)
from .submission import issue_submission

__all__ = [
    "ContributionChanged",
    "NotOwnMember",
    "SectionChanged",
    "add_section",
    "begin_report",
    "choose_part",
    "contribute",
    "current_paper",
    "issue",
    "issue_conference_minutes",
    "issue_counting_minutes",
    "issue_covenant",
    "issue_minutes",
    "issue_report",
    "issue_submission",
    "leave_out_section",
    "move_section",
    "next_number",
    "save_section",
    "take_over",
]
