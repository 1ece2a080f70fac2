"""The tables of the blocs, one file a subject, each importing only from those above it."""

from .activities import Activity, ActivityKind, ActivityState
from .acts import Capacity, ChairAct, ChairRight
from .attendance import (
    Attendance,
    AttendanceState,
    ConferenceFile,
    ConferencePerson,
    ConferenceRole,
)
from .blocs import Bloc, BlocAlias, BlocWord
from .conferences import Conference, ConferencePurpose, PartOfDay, Purpose
from .deadline_kinds import DeadlineKind
from .deadlines import Deadline, DeadlineRule, Extension
from .handovers import (
    Completion,
    Handover,
    HandoverItem,
    HandoverPerson,
    HandoverSide,
    ItemKind,
)
from .legal_bases import LegalBasis
from .notices import Notice, NoticeFile, NoticeKind
from .organisations import (
    Organisation,
    OrganisationAlias,
    OrganisationKind,
    OrganisationSuccession,
    SuccessionKind,
)
from .posts import Post, PostKind
from .provinces import Province, ProvinceKind, ProvinceSuccession
from .sources import Source
from .terms import Selection, Term, TermRole
from .years import EmulationYear, Seat, YearState

__all__ = [
    "Activity",
    "ActivityKind",
    "ActivityState",
    "Attendance",
    "AttendanceState",
    "Bloc",
    "BlocAlias",
    "BlocWord",
    "Capacity",
    "ChairAct",
    "ChairRight",
    "Completion",
    "Conference",
    "ConferenceFile",
    "ConferencePerson",
    "ConferencePurpose",
    "ConferenceRole",
    "Deadline",
    "DeadlineKind",
    "DeadlineRule",
    "EmulationYear",
    "Extension",
    "Handover",
    "HandoverItem",
    "HandoverPerson",
    "HandoverSide",
    "ItemKind",
    "LegalBasis",
    "Notice",
    "NoticeFile",
    "NoticeKind",
    "Organisation",
    "OrganisationAlias",
    "OrganisationKind",
    "OrganisationSuccession",
    "PartOfDay",
    "Post",
    "PostKind",
    "Province",
    "ProvinceKind",
    "ProvinceSuccession",
    "Purpose",
    "Seat",
    "Selection",
    "Source",
    "SuccessionKind",
    "Term",
    "TermRole",
    "YearState",
]
