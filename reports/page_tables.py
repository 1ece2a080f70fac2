"""The papers that were issued, as plain values, for Excel."""

from django.utils.translation import gettext as _

from blocs.page_tables import of_year
from files.tables import Cells, Table


def paper_table(context):
    """Every paper of the page in its order, also those that were replaced."""
    columns = (
        (_("Number and symbol"), Cells.SHORT), (_("Title"), Cells.LONG), (_("Dated"), Cells.DAY),
        (_("Issued by"), Cells.TEXT), (_("Issued at"), Cells.MOMENT), (_("State"), Cells.SHORT),
        (_("Replaced by"), Cells.SHORT), (_("Reason"), Cells.TEXT), ("SHA-256", Cells.LONG),
    )  # fmt: skip
    papers = list(context["papers"])
    rows = tuple(_paper(each) for each in papers)
    is_sample = any(each.is_sample for each in papers)
    return Table("van-ban-da-ban-hanh", _("Issued papers"), columns, rows, is_sample=is_sample)


def submission_tables(context):
    """The submissions that were issued, and what the dossier holds for those who may take it."""
    papers = paper_table(context)
    return (papers, _dossier(context)) if context.get("items") else papers


def _dossier(context):
    columns = [(_("No."), Cells.WHOLE), (_("Document"), Cells.LONG), (_("State"), Cells.SHORT),
        (_("Note"), Cells.TEXT)]  # fmt: skip
    rows = [
        (line.number, line.title, _("there") if line.file else _("missing"), line.note)
        for line in context["items"]
    ]
    return of_year(context["year"], "ho-so", _("What the dossier holds"), columns, rows)


def _paper(paper):
    newer = paper.replacement
    return (
        paper.full_number or paper.title,
        paper.title,
        paper.dated,
        _issuer(paper),
        paper.issued_at,
        _("replaced") if newer else _("in force"),
        newer and newer.label,
        newer and newer.replace_reason,
        paper.sha256,
    )


def _issuer(paper):
    if paper.issuer:
        return str(paper.issuer)
    if not paper.type_code:
        return _("The members of the bloc together")
    return _("Staff of the province, for the bloc")
