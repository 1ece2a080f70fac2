"""The year-end report of a demonstrated year: written and issued through the verbs, by a person."""

from reports.kinds.year_end import usual_capacity
from reports.numbering import symbol
from reports.papers import TYPE_CODES, Entry, PaperKind, Signature
from reports.workflow import begin_report, issue_year_end, leave_out_section, save_section


def issue_report(year, facts, *, by, at):
    """Write the sections and issue the report of an open year without chair, for the bloc.

    `by` keeps the records of the bloc. A section without text is left out.
    """
    sections = begin_report(year, by=by, at=at)
    for section, text in zip(sections, facts.texts, strict=True):
        if text:
            save_section(
                section,
                heading=section.heading,
                body=text,
                version=section.version,
                by=by,
                at=at,
            )
        else:
            leave_out_section(section, left_out=True, by=by, at=at)
    return issue_year_end(year, entry=_entry(year.bloc, facts), by=by, at=at)


def _entry(bloc, facts):
    return Entry(
        symbol=symbol(TYPE_CODES[PaperKind.YEAR_END], bloc.word),
        number=facts.number,
        dated=facts.dated,
        place=bloc.province.name,
        signatures=(Signature(usual_capacity(bloc, has_chair=False), facts.signed_by),),
    )
