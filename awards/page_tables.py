"""The tables of the law of awards as plain values, for Excel."""

from django.utils.translation import gettext as _

from files.tables import Cells, Table
from vietnamese.dates import short_date


def money_table(context):
    """The kinds of award with their money on the chosen day."""
    columns = (
        (_("Exact name"), Cells.LONG),
        (_("Recipient"), Cells.SHORT),
        (_("Given by"), Cells.TEXT),
        (_("Multiple"), Cells.NUMBER),
        (_("Money"), Cells.MONEY),
        (_("Basis"), Cells.TEXT),
        (_("Basis of the money"), Cells.TEXT),
        (_("To be confirmed"), Cells.SHORT),
    )
    rows = tuple(
        (
            kind.name,
            kind.get_recipient_display(),
            kind.issuer,
            answer.multiple and answer.multiple.figure,
            answer.amount,
            kind.clause_text,
            answer.multiple and answer.multiple.clause,
            _("yes") if kind.is_assumed or answer.cautions else None,
        )
        for kind, answer in context["money"]
    )
    facts = (_("On the day %(day)s") % {"day": short_date(context["day"])},)
    return Table("muc-tien-thuong", _("Kinds of award and their money"), columns, rows, facts)
