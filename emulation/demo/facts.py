"""The shape of what an article says about a bloc. What it does not say stays empty."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field

from blocs.models import (
    ActivityKind,
    BlocWord,
    ConferenceRole,
    OrganisationKind,
    PartOfDay,
    Purpose,
    Selection,
)
from pledges.models import Launcher, MovementKind


@dataclass(frozen=True)
class Usual:
    """What every reader knows about such an organisation: its kind and other ways to write it."""

    kind: OrganisationKind
    aliases: tuple[str, ...]


# docs/field.md §8.2
FRONT = Usual(OrganisationKind.FRONT, ("MTTQ", "UBMTTQ", "UB MTTQ", "Mặt trận"))
UNION = Usual(OrganisationKind.POLITICAL_SOCIAL, ("LĐLĐ", "Công đoàn"))
FARMERS = Usual(OrganisationKind.POLITICAL_SOCIAL, ("HND",))
WOMEN = Usual(OrganisationKind.POLITICAL_SOCIAL, ("HLHPN", "LHPN", "Hội Phụ nữ"))
VETERANS = Usual(OrganisationKind.POLITICAL_SOCIAL, ("CCB",))
YOUTH = Usual(
    OrganisationKind.POLITICAL_SOCIAL, ("TĐ", "Đoàn TN", "ĐTN", "Đoàn TNCS HCM", "Tỉnh đoàn")
)
CITY_YOUTH = Usual(YOUTH.kind, (*YOUTH.aliases[:-1], "Thành đoàn"))
RED_CROSS = Usual(OrganisationKind.ASSOCIATION, ("CTĐ",))
ETHNIC_AFFAIRS = Usual(OrganisationKind.STATE_AGENCY, ("BDT", "UBDT"))

ALIASES_INFERRED = "Loại và các tên gọi khác là cách hiểu thường dùng, không có trong bài."


@dataclass(frozen=True)
class Named:
    """An organisation under the very words of the article."""

    name: str
    usual: Usual
    short_name: str = ""
    inferred: str = ""


@dataclass(frozen=True)
class Chaired:
    """Who chaired a year, the article says; from which day to which, it does not."""

    by: str
    selection: Selection = Selection.UNKNOWN
    note: str = ""
    inferred: str = ""


@dataclass(frozen=True)
class MovementFacts:
    """A movement under its name verbatim, with the quotation marks of the article."""

    name: str
    kind: MovementKind = MovementKind.MOVEMENT
    launcher: Launcher = Launcher.UNKNOWN
    launched_by: str = ""
    occasion: str = ""
    inferred: str = ""


@dataclass(frozen=True)
class ActivityFacts:
    """What the bloc planned for a year; in which month, no article says."""

    text: str
    kind: ActivityKind
    inferred: str = ""


@dataclass(frozen=True)
class CovenantFacts:
    """A covenant with its commitments verbatim; `signed_by` names the members, never a person."""

    title: str
    commitments: tuple[str, ...]
    signed_on: dt.date
    signed_by: tuple[str, ...]
    inferred: str = ""


@dataclass(frozen=True)
class NominationFacts:
    """A nomination of which the article names the award (`code` of its kind), not the member.

    `member_stated` are the article's own words for whom it was.
    """

    code: str
    member_stated: str
    inferred: str = ""


@dataclass(frozen=True)
class PersonFacts:
    """Somebody in a role at a conference, with the position that the article gives."""

    role: ConferenceRole
    full_name: str
    position: str


@dataclass(frozen=True)
class ConferenceFacts:
    """A conference of the main year `year`; `purposes` maps years to what it did for them.

    `host` names a member, `present` maps the members that were there to who came for them; `agenda`
    to `conclusions` are the article's own words.
    """

    year: int
    title: str
    purposes: Mapping[int, tuple[Purpose, ...]]
    held_on: dt.date
    part_of_day: PartOfDay = PartOfDay.UNKNOWN
    place: str = ""
    host: str = ""
    agenda: str = ""
    discussion: str = ""
    results: str = ""
    conclusions: str = ""
    people: tuple[PersonFacts, ...] = ()
    present: Mapping[str, str] = field(default_factory=dict)
    inferred: str = ""


@dataclass(frozen=True)
class YearFacts:
    """A year; `members` maps each stated member, in the stated order, to what was inferred."""

    year: int
    members: Mapping[str, str] = field(default_factory=dict)
    chaired: Chaired | None = None
    movements: tuple[MovementFacts, ...] = ()
    activities: tuple[ActivityFacts, ...] = ()
    covenant: CovenantFacts | None = None
    nominations: tuple[NominationFacts, ...] = ()
    inferred: str = ""


@dataclass(frozen=True)
class HandedOver:
    """A handover between the chairs of two years, from which day on being unknown."""

    from_year: int
    to_year: int
    held_on: dt.date
    note: str = ""
    inferred: str = ""


@dataclass(frozen=True)
class SourceFacts:
    """The article itself; author, publisher and day only where they stand on the page."""

    title: str
    publisher: str = ""
    author: str = ""
    published_on: dt.date | None = None
    note: str = ""


@dataclass(frozen=True)
class ReportFacts:
    """A year-end report: a text for each section of the usual outline, none where it is left out.

    Number, day and signature are invented: no article tells of a paper.
    """

    texts: tuple[str, ...]
    number: int
    dated: dt.date
    signed_by: str


@dataclass(frozen=True)
class HalfYearFacts:
    """A half-year report by the outline of docs/field.md §6.1; `areas` are (heading, text).

    Number, day and signature are invented: no article tells of a paper.
    """

    direction: str
    areas: tuple[tuple[str, str], ...]
    activity: str
    assessment: str
    tasks: str
    proposals: str
    number: int
    dated: dt.date
    signed_by: str


@dataclass(frozen=True)
class BlocFacts:
    """A bloc. `province` is its name on the day `as_of`; None where the article leaves it open.

    `has_sample_scores`: its years get sample criteria and invented scores, which no article says.
    `report`: its one year has an issued report on these scores. `half_year`: an issued review.
    """

    slug: str
    name: str
    source: SourceFacts
    as_of: dt.date
    province: str | None
    organisations: tuple[Named, ...]
    years: tuple[YearFacts, ...]
    word: BlocWord = BlocWord.KHOI
    number: int | None = None
    aliases: tuple[str, ...] = ()
    handover: HandedOver | None = None
    conference: ConferenceFacts | None = None
    inferred: str = ""
    has_sample_scores: bool = False
    report: ReportFacts | None = None
    half_year: HalfYearFacts | None = None
