"""A report of a demonstrated year: written and issued through the verbs, by a person."""

from reports.kinds.report import usual_capacity
from reports.numbering import symbol
from reports.papers import TYPE_CODES, Entry, Signature
from reports.workflow import (
    begin_report,
    choose_part,
    issue_report,
    leave_out_section,
    save_section,
)

NO_PLACE = "Địa danh minh họa"  # of a bloc whose province nobody has stated


def write_report(year, kind, texts, *, parts=None, by, at):
    """Begin a report and write its sections: `texts` are those of the usual outline, in order.

    A section whose text is empty is left out; of None it shows its figures alone. `parts` names the
    figures that stay, all of them where it is None.
    """
    how = {"by": by, "at": at}
    for section, text in zip(begin_report(year, kind, **how), texts, strict=True):
        if text:
            words = {"heading": section.heading, "body": text, "version": section.version}
            save_section(section, **words, **how)
        elif text is not None:
            leave_out_section(section, left_out=True, **how)
        if section.part and parts is not None and section.part not in parts:
            choose_part(section, part="", **how)


def issue_demo_report(year, kind, facts, *, has_chair=False, by, at):
    """Issue the written report of an open year; `by` is its chair, or keeps the bloc's records."""
    bloc = year.bloc
    entry = Entry(
        symbol=symbol(TYPE_CODES[kind], bloc.word),
        number=facts.number,
        dated=facts.dated,
        place=bloc.province.name if bloc.province else NO_PLACE,
        signatures=(Signature(usual_capacity(bloc, has_chair=has_chair), facts.signed_by),),
    )
    return issue_report(year, kind, entry=entry, is_sample=True, by=by, at=at)
