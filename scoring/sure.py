"""Tables of another layout where nothing has to be asked: taken without a page, or refused.

For the command line. What is only similar is never taken: each question is a problem by its cell.
"""

from django.db import transaction
from django.utils.translation import gettext as _

from accounts.refusal import Refused

from .arriving import why_not_received
from .books import book_of
from .foreign.answers import answers_of
from .foreign.applying import columns_book
from .foreign.grids import Unreadable
from .foreign.guesses import Choice
from .foreign.mapping import to_remember
from .matching import matching_in, questions_of
from .models import Stage
from .sheet import read_sheet
from .stage_books import stage_book
from .workbook.heads import Problem
from .workflow import (
    WrongWorkbook,
    confirm_mapping,
    confirm_sheet_columns,
    preview_received,
    preview_sheet_table,
    receive,
    receive_check,
    receive_self,
)
from .workflow.sheet_files import of_check


def preview_sure_table(year, *, accepted, by, at, reason=""):
    """Preview a bloc's own table, all of whose columns and rows are sure.

    Raises WrongWorkbook with every question or problem, and as the verbs do.
    """
    book = book_of(_sheet(year, Stage.AGREED))
    matching, mapping = _sure(accepted, book)
    received = receive(year, accepted=accepted, by=by, at=at, reason=reason)
    answers = to_remember(matching.proposal, mapping, book)
    confirm_mapping(received, mapping=mapping, answers=answers, by=by, at=at)
    return preview_received(received, by=by, at=at)


def preview_sure_sheet(seat, *, accepted, by, at):
    """The same for a member's own table of its self-score."""
    sheet = _sheet(seat.emulation_year, Stage.SELF)
    matched = _sure(accepted, columns_book(stage_book(sheet, Stage.SELF, [seat])))
    upload = receive_self(seat, accepted=accepted, by=by, at=at)
    return _previewed(upload, *matched, by=by, at=at)


@transaction.atomic
def preview_sure_check(year, *, accepted, by, at, reason=""):
    """The same for a checker's own table of the sheets that it checks."""
    of = of_check(year, by=by, at=at)
    matched = _sure(accepted, columns_book(of.book))
    upload = receive_check(year, accepted=accepted, by=by, at=at, reason=reason)
    return _previewed(upload, *matched, by=by, at=at)


def _previewed(upload, matching, mapping, *, by, at):
    """Without a question there is no answer to be remembered."""
    answers = to_remember(matching.proposal, mapping, matching.book)
    confirm_sheet_columns(upload, mapping=mapping, answers=answers, by=by, at=at)
    return preview_sheet_table(upload, by=by, at=at)


def _sure(accepted, book):
    """Return (Matching, Mapping); raises WrongWorkbook where anything has to be asked."""
    if problem := why_not_received(accepted, book):
        raise WrongWorkbook([problem])
    try:
        matching = matching_in(accepted.content, book, Choice())
    except Unreadable as error:
        raise WrongWorkbook([Problem("", str(error))]) from error
    if matching.proposal.questions:
        raise WrongWorkbook(_questions(matching))
    answers = answers_of(matching.proposal, {}, book)
    if answers.mapping is None:
        raise WrongWorkbook([Problem("", error) for error in answers.errors])
    return matching, answers.mapping


def _questions(matching):
    """Everything that a page would ask, by its cell."""
    questions = questions_of(matching)
    if cell := matching.proposal.asks_decimal:
        questions.append(Problem(cell, _("Say which sign stands before the decimals.")))
    return questions


def _sheet(year, stage):
    sheet = read_sheet(year, stage)
    if sheet is None:
        raise Refused(_("This year has no criteria yet. Enter them first."))
    return sheet
