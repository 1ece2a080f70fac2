"""The tables of the law of awards as plain values, for Excel."""

from decimal import Decimal

from django.utils.translation import gettext as _

from files.tables import Cells, Table
from vietnamese.dates import short_date

from .models import ShareKey


def law_tables(context):
    """The money of the chosen day, the quotas of its year, and the shares: a sheet each."""
    return _money(context), _quotas(context), _shares(context)


def _quotas(context):
    columns = (
        (_("Holds for"), Cells.TEXT),
        (_("Members from"), Cells.WHOLE),
        (_("Members up to"), Cells.WHOLE),
        (_("Government's flag"), Cells.WHOLE),
        (_("Flags"), Cells.WHOLE),
        (_("Certificates"), Cells.WHOLE),
        (_("Certificates, share of the members"), Cells.PERCENT),
        (_("From the year"), Cells.PLAIN),
        (_("Basis"), Cells.TEXT),
        (_("To be confirmed"), Cells.SHORT),
    )
    rows = tuple(_quota(line.row, line.cautions) for line in context["quotas"])
    year = context["day"].year
    facts = (_("Year %(year)s") % {"year": year},)
    provinces = (line.row.province for line in context["quotas"])
    is_sample = any(province and province.is_sample for province in provinces)
    title = _("Quotas by size of bloc")
    return Table("chi-tieu", title, columns, rows, facts, is_sample)


def _quota(row, cautions):
    share = row.certificates_percent
    return (
        row.province.full_name if row.province else _("The whole country"),
        row.sizes.lower,
        row.sizes.upper and row.sizes.upper - 1,
        row.nominees,
        row.flags,
        row.certificates,
        share and Decimal(share) / 100,
        row.years.lower,
        row.clause_text,
        _("yes") if cautions else None,
    )


def _shares(context):
    columns = (
        (_("Share"), Cells.LONG),
        (_("Per cent"), Cells.PERCENT),
        (_("Basis"), Cells.TEXT),
        (_("To be confirmed"), Cells.SHORT),
    )
    rows = tuple(
        (
            ShareKey(key).label,
            None if each.figure is None else each.figure / 100,
            each.clause,
            _("yes") if each.cautions else None,
        )
        for key, each in zip(ShareKey, context["shares"], strict=True)
    )
    return Table("ty-le", _("Shares"), columns, rows, (_on(context),))


def _on(context):
    return _("On the day %(day)s") % {"day": short_date(context["day"])}


def _money(context):
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
    title = _("Kinds of award and their money")
    return Table("muc-tien-thuong", title, columns, rows, (_on(context),))
