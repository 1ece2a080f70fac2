"""Báo cáo sơ kết 6 tháng, báo cáo tổng kết năm: the reports of a bloc (docs/field.md §6)."""

from dataclasses import dataclass

from scoring.codes import roman
from scoring.recounting import read_kept_standing

from ..models import DataPart, ReportSection
from ..numbering import day_in_words, symbol
from ..outline import usual_outline
from ..papers import TYPE_CODES, Entry, Sheet, Signature
from ..parts.gathering import Figures, gather
from ..prose import Block, blocks
from ..report_kinds import REPORT_KINDS

TEMPLATE = "reports/report.html"


@dataclass(frozen=True)
class Section:
    """A section as printed: `part` names the figures below its text, of `DataPart`."""

    numeral: str
    heading: str
    blocks: tuple[Block, ...]
    part: str


@dataclass(frozen=True)
class Report:
    """What the report says: what people wrote, and the figures of the parts that it shows."""

    year: str
    dated: str
    bloc_word: str
    subject: tuple[str, str]
    sections: tuple[Section, ...]
    figures: Figures
    recipients: tuple[str, ...]

    @property
    def subject_in_text(self):
        """The subject within a sentence."""
        return f"{self.subject[0][0].lower()}{self.subject[0][1:]}; {self.subject[1]}"

    @property
    def appendix(self):
        """The table of all scores; it goes where the ranking goes."""
        shown = any(section.part == DataPart.RANKING for section in self.sections)
        return self.figures.scores if shown else None


def sheet(year, kind, *, issuer, entry=None):
    """Draw up a report of a year on a sheet; `issuer` is the chair organisation, or None.

    A constant number of queries, with the year's bloc and province at hand.
    """
    report, entry = REPORT_KINDS[kind], entry or proposed_entry(year, kind, issuer=issuer)
    shown = [section for section in sections_of(year, kind) if not section.is_left_out]
    # Without a section that shows them scores are nobody's business here.
    shows_scores = any(section.part == DataPart.RANKING for section in shown)
    scores = read_kept_standing(year) if shows_scores else None
    subject = report.subject_of(year.year)
    return Sheet(
        kind=kind,
        template=TEMPLATE,
        title=f"Báo cáo {subject[0][0].lower()}{subject[0][1:]} - {year.name}",
        organisation=issuer.name if issuer else "",
        bloc=year.name,
        entry=entry,
        contents=Report(
            year=str(year.year),
            dated=day_in_words(entry.dated),
            bloc_word=year.bloc.get_word_display(),
            subject=subject,
            sections=tuple(
                Section(roman(place), each.heading, blocks(each.body), each.part)
                for place, each in enumerate(shown, start=1)
            ),
            figures=gather(year, report, {section.part for section in shown}, scores),
            recipients=_recipients(year.bloc),
        ),
        is_sample=scores.is_sample if scores else year.bloc.is_sample,
    )


def proposed_entry(year, kind, *, issuer):
    """Return what a draft carries: the usual symbol, the province, the chair's capacity."""
    province = year.bloc.province
    return Entry(
        symbol=symbol(TYPE_CODES[kind], year.bloc.word),
        place=province.name if province else "",
        signatures=(Signature(usual_capacity(year.bloc, has_chair=issuer is not None)),),
    )


def usual_capacity(bloc, *, has_chair):
    """TM. Khối thi đua, Khối trưởng: in two lines; without a chair only the first."""
    on_behalf = f"TM. {bloc.get_word_display().capitalize()} thi đua"
    return f"{on_behalf}\n{bloc.chair_word.capitalize()}" if has_chair else on_behalf


def sections_of(year, kind):
    """Return the stored sections in their order; the usual outline while nobody has begun."""
    stored = ReportSection.objects.filter(emulation_year=year, kind=kind)
    return list(stored.order_by("position")) or list(outline_of(year, kind))


def outline_of(year, kind):
    """Return the usual outline of a report of the year, in the bloc's own word."""
    return usual_outline(kind, year.year, year.bloc.get_word_display())


def is_empty(section):
    """Whether a section that is printed would be a heading alone."""
    return not (section.is_left_out or section.part or section.body.strip())


def _recipients(bloc):
    word = bloc.get_word_display()
    return (
        "Hội đồng Thi đua - Khen thưởng (để báo cáo)",
        "Sở Nội vụ (để báo cáo)",
        f"Các đơn vị thành viên {word}",
        f"Lưu: VT, hồ sơ {word}",
    )
