"""Báo cáo tổng kết năm: the year-end summary of a bloc (docs/field.md §6.2)."""

from dataclasses import dataclass

from django.db.models import F, FilteredRelation, Q

from blocs.models import Seat, TermRole
from scoring.sheet import read_sheet
from vietnamese.dates import clerical_date, last_day

from ..models import DataPart, ReportSection
from ..numbering import day_in_words, symbol
from ..outline import roman, usual_outline
from ..papers import TYPE_CODES, Entry, PaperKind, Sheet, Signature
from ..prose import Block, blocks
from . import year_end_figures as figures

TEMPLATE = "reports/year_end.html"


@dataclass(frozen=True)
class Member:
    number: int
    name: str
    office: str
    note: str


@dataclass(frozen=True)
class Section:
    """A section as printed: `part` names the figures below its text, of `DataPart`."""

    numeral: str
    heading: str
    blocks: tuple[Block, ...]
    part: str


@dataclass(frozen=True)
class YearEnd:
    """What the report says. `ranking` and `scores` are None where nobody has criteria to score."""

    year: str
    next_year: str
    dated: str
    bloc_word: str
    sections: tuple[Section, ...]
    members: tuple[Member, ...]
    ranking: figures.Ranking | None
    scores: figures.Scores | None
    recipients: tuple[str, ...]

    @property
    def appendix(self):
        """The table of all scores; it goes where the ranking goes."""
        shown = any(section.part == DataPart.RANKING for section in self.sections)
        return self.scores if shown else None


def sheet(year, *, issuer, entry=None):
    """Draw up the report of a year on a sheet; `issuer` is the chair organisation, or None.

    Five queries, with the year's bloc and province at hand.
    """
    scores, entry = read_sheet(year), entry or proposed_entry(year, issuer=issuer)
    return Sheet(
        kind=PaperKind.YEAR_END,
        template=TEMPLATE,
        title=f"Báo cáo tổng kết công tác thi đua, khen thưởng năm {year.year} - {year.name}",
        organisation=issuer.name if issuer else "",
        bloc=year.name,
        entry=entry,
        contents=_contents(year, scores, entry),
        is_sample=scores.is_sample if scores else year.bloc.is_sample,
    )


def proposed_entry(year, *, issuer):
    """Return what a draft carries: the usual symbol, the province, the chair's capacity."""
    province = year.bloc.province
    return Entry(
        symbol=symbol(TYPE_CODES[PaperKind.YEAR_END], year.bloc.word),
        place=province.name if province else "",
        signatures=(Signature(usual_capacity(year.bloc, has_chair=issuer is not None)),),
    )


def usual_capacity(bloc, *, has_chair):
    """TM. Khối thi đua, Khối trưởng: in two lines; without a chair only the first."""
    on_behalf = f"TM. {bloc.get_word_display().capitalize()} thi đua"
    return f"{on_behalf}\n{bloc.chair_word.capitalize()}" if has_chair else on_behalf


def sections_of(year):
    """Return the stored sections in their order; the usual outline while nobody has begun."""
    stored = ReportSection.objects.filter(emulation_year=year, kind=PaperKind.YEAR_END)
    return list(stored.order_by("position")) or list(
        usual_outline(year.year, year.bloc.get_word_display())
    )


def is_empty(section):
    """Whether a section that is printed would be a heading alone."""
    return not (section.is_left_out or section.part or section.body.strip())


def _contents(year, scores, entry):
    shown = [section for section in sections_of(year) if not section.is_left_out]
    return YearEnd(
        year=str(year.year),
        next_year=str(year.year + 1),
        dated=day_in_words(entry.dated),
        bloc_word=year.bloc.get_word_display(),
        sections=tuple(
            Section(roman(place), each.heading, blocks(each.body), each.part)
            for place, each in enumerate(shown, start=1)
        ),
        members=_members(year),
        ranking=scores and figures.ranking(scores),
        scores=figures.scores(scores) if scores and scores.members else None,
        recipients=_recipients(year.bloc),
    )


def _recipients(bloc):
    word = bloc.get_word_display()
    return (
        "Hội đồng Thi đua - Khen thưởng (để báo cáo)",
        "Sở Nội vụ (để báo cáo)",
        f"Các đơn vị thành viên {word}",
        f"Lưu: VT, hồ sơ {word}",
    )


def _members(year):
    """Every member of the year with its offices and changes, from one query."""
    terms = FilteredRelation("terms", condition=Q(terms__revoked_at=None))
    rows = Seat.objects.filter(emulation_year=year).annotate(valid=terms)
    rows = rows.order_by("position", "valid__period", "valid__pk").values(
        "pk", "joined_on", "left_on", "reason",
        name=F("organisation__name"), role=F("valid__role"), period=F("valid__period"),
    )  # fmt: skip
    by_seat = {}
    for row in rows:
        by_seat.setdefault(row["pk"], []).append(row)
    several = {role: sum(row["role"] == role for row in rows) > 1 for role in TermRole.values}
    return tuple(
        Member(number, held[0]["name"], _offices(held, year.bloc, several), _changes(held[0]))
        for number, held in enumerate(by_seat.values(), start=1)
    )


def _offices(held, bloc, several):
    words = {TermRole.CHAIR: bloc.chair_word, TermRole.DEPUTY: bloc.deputy_word}
    offices = [
        words[row["role"]].capitalize() + (_days(row["period"]) if several[row["role"]] else "")
        for row in held
        if row["role"]
    ]
    return "; ".join(offices) or "Thành viên"


def _days(period):
    if period is None:
        return ""
    until = f" đến hết ngày {clerical_date(last_day(period.upper))}" if period.upper else ""
    return f" (từ ngày {clerical_date(period.lower)}{until})"


def _changes(row):
    joined = row["joined_on"] and f"tham gia từ ngày {clerical_date(row['joined_on'])}"
    left = row["left_on"] and f"thôi tham gia từ ngày {clerical_date(row['left_on'])}"
    said = "; ".join(each for each in (joined, left) if each)
    return f"{said[0].upper()}{said[1:]} ({row['reason']})" if said else ""
