"""What a province's upload holds: a workbook of many sheets, or a ZIP of workbooks. Pure."""

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from files.archives import file_in, files_in
from files.gate import Accepted, accept, clean_name
from files.kinds import WORKBOOK, Kind

from .workbook.cells import UnreadableWorkbook
from .workbook.pieces import Piece, cut, pieces_of

LONGEST = 300  # of the name of a piece


def contents_of(accepted):
    """Return (pieces, unused) of an accepted file.

    Each piece is for a bloc, as its identity says; `unused` is [[name, sentence]] of what is no
    score workbook that was issued here. Raises ValidationError where nothing can be opened.
    """
    if accepted.kind == Kind.ZIP:
        return _of_zip(accepted)
    try:
        pieces = pieces_of(accepted.content)
    except UnreadableWorkbook as error:
        raise ValidationError(_sentence(error)) from error
    used = [piece for piece in pieces if piece.identity.get("bloc")]
    strange = [[piece.title, not_issued()] for piece in pieces if piece not in used]
    return used, strange


def piece_of(name, kind, content, title):
    """Return the workbook of one bloc, as it is kept with the bloc's own upload.

    `name`, `kind` and `content` are those of the stored file, `title` that of the piece. Raises
    ValidationError.
    """
    if kind == Kind.ZIP:
        return _opened(content, title)
    if title:
        try:
            content = cut(content, title)
        except UnreadableWorkbook as error:
            raise ValidationError(_sentence(error)) from error
        stem = name.rpartition(".")[0]
        name = clean_name(f"{stem} - {title}.xlsx")
    return Accepted(name, Kind.EXCEL, content)


def not_issued():
    return _("This was not issued here as a score sheet, so it is not read.")


def _of_zip(accepted):
    used, unused = [], []
    for title in files_in(accepted.content):
        try:
            found = pieces_of(_opened(accepted.content, title).content)
        except ValidationError as error:
            unused.append([title, " ".join(error.messages)])
        except UnreadableWorkbook as error:
            unused.append([title, _sentence(error)])
        else:
            whole = [piece.identity for piece in found if not piece.title]
            if whole and len(title) <= LONGEST:
                used.append(Piece(title, whole[0]))
            else:
                unused.append([title[:LONGEST], not_issued()])
    return used, unused


def _opened(content, title):
    """One workbook of a ZIP, through the same gate as an upload of its own."""
    found = file_in(content, title)
    if found is None:
        raise ValidationError(_("This file in the ZIP is damaged."))
    return accept(found, kinds=WORKBOOK)


def _sentence(error):
    return str(error) or _(
        "Excel's own parts of the file are damaged. Open it in Excel, save it, try again."
    )
