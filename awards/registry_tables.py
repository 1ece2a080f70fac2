"""The tables of the registry as plain values, for Excel.

Awards stand in the columns of the workbook of past awards, in its Vietnamese words: what was taken
out can be uploaded there again, and only what was edited is new.
"""

from django.utils.translation import gettext as _

from files.tables import Cells, Table

from .register_book.layout import CLASSES, HEADS, METHODS, RECIPIENTS, SEXES

WIDTHS = {
    "year": Cells.PLAIN, "number": Cells.SHORT, "dated": Cells.DAY, "code": Cells.SHORT,
    "recipient": Cells.SHORT, "sex": Cells.SHORT, "achievement": Cells.LONG,
}  # fmt: skip


def registry_table(context):
    awards, is_sample = context["page"].rows, context["is_sample"]
    return _awards("khen-thuong", _("Registry of awards"), awards, is_sample=is_sample)


def organisation_tables(context):
    """The awards of an organisation, and its yearly results."""
    organisation, record = context["organisation"], context["record"]
    is_sample = bool(organisation.province and organisation.province.is_sample)
    about = {"facts": (organisation.name,), "is_sample": is_sample}
    columns = (
        (_("Year"), Cells.PLAIN), (_("Organisation"), Cells.TEXT), (_("Result"), Cells.TEXT),
        (_("Document"), Cells.TEXT),
    )  # fmt: skip
    results = tuple(
        (each.year, each.organisation.name, each.get_rating_display(), each.document)
        for each in record.results
    )
    name = f"khen-thuong-don-vi-{organisation.pk}"
    awards = _awards(name, _("Awards"), record.awards, **about)
    return awards, Table("ket-qua", _("Yearly results"), columns, results, **about)


def person_table(context):
    award = context["award"]
    facts = (award.person_name, award.organisation_name)
    name, is_sample = f"khen-thuong-ca-nhan-{award.pk}", award.decision.province.is_sample
    return _awards(name, _("Awards"), context["record"].awards, facts=facts, is_sample=is_sample)


def decision_table(context):
    """The awards of one decision."""
    decision = context["decision"]
    awards = list(context["page"])
    for award in awards:
        award.decision = decision
    name, is_sample = f"khen-thuong-quyet-dinh-{decision.pk}", decision.province.is_sample
    return _awards(
        name, _("Who was commended"), awards, facts=(decision.subject,), is_sample=is_sample
    )


def _awards(name, title, awards, *, facts=(), is_sample=False):
    columns = [(head, WIDTHS.get(key, Cells.TEXT)) for key, head in HEADS.items()]
    columns += [(_("Handed over"), Cells.DAY), (_("Award revoked"), Cells.DAY)]
    columns += [(_("Reason for revoking"), Cells.TEXT)]
    rows = tuple(_award(each) for each in awards)
    return Table(name, title, tuple(columns), rows, facts, is_sample)


def _award(award):
    said = {
        "year": award.year,
        "number": award.decision.number,
        "dated": award.decision.dated,
        "issuer": award.decision.issuer,
        "kind": award.kind.name,
        "recipient": RECIPIENTS[award.recipient],
        "person": award.person_name,
        "position": award.person_position,
        "organisation": award.organisation_name,
        "code": award.organisation_id and str(award.organisation_id),
        "sex": SEXES.get(award.sex),
        "recipient_class": CLASSES.get(award.recipient_class),
        "method": METHODS[award.method],
        "achievement": award.achievement,
    }
    revoked = (award.handed_on, award.revoked_on, award.revoke_reason)
    return (*(said[key] for key in HEADS), *revoked)


def decision_list_table(context):
    columns = (
        (_("Number and symbol"), Cells.SHORT), (_("Dated"), Cells.DAY), (_("Subject"), Cells.LONG),
        (_("Issuing authority"), Cells.TEXT), (_("Awards"), Cells.WHOLE),
        (_("Awards revoked"), Cells.WHOLE), (_("Public"), Cells.SHORT),
        (_("From past records"), Cells.SHORT),
    )  # fmt: skip
    rows = tuple(
        (
            each.number,
            each.dated,
            each.subject,
            each.issuer,
            each.award_count,
            each.revoked_count,
            _("yes") if each.is_public else None,
            _("yes") if each.is_historical else None,
        )
        for each in context["page"]
    )
    title = _("Decisions on awards")
    return Table("quyet-dinh-khen-thuong", title, columns, rows, is_sample=context["is_sample"])


def import_list_table(context):
    columns = (
        (_("File"), Cells.TEXT), (_("Where the figures come from"), Cells.LONG),
        (_("Province"), Cells.TEXT), (_("Uploaded"), Cells.MOMENT), (_("By"), Cells.TEXT),
        (_("Awards"), Cells.WHOLE),
    )  # fmt: skip
    found = list(context["page"])
    rows = tuple(
        (
            each.file.name,
            each.note,
            each.province.full_name,
            each.at,
            str(each.by),
            each.award_count,
        )
        for each in found
    )
    is_sample = any(each.province.is_sample for each in found)
    return Table(
        "danh-sach-da-tai-len", _("Lists that were uploaded"), columns, rows, is_sample=is_sample
    )


def import_table(context):
    """What an uploaded list would enter, or everything that is wrong in it."""
    plan, province = context.get("plan"), context["import"].province
    if plan and plan.problems:
        columns = ((_("Cell"), Cells.SHORT), (_("What is wrong"), Cells.LONG))
        rows = tuple((each.cell or _("whole file"), each.sentence) for each in plan.problems)
    else:
        columns = (
            (_("Row"), Cells.PLAIN), (_("Full name"), Cells.TEXT), (_("Organisation"), Cells.TEXT),
            (_("Kind of award"), Cells.LONG), (_("Year"), Cells.PLAIN),
            (_("Decision"), Cells.SHORT), (_("Dated"), Cells.DAY),
            (_("Organisation on record"), Cells.SHORT),
        )  # fmt: skip
        rows = tuple(_planned(each) for each in plan.new) if plan else ()
    facts = (context["import"].file.name, province.full_name)
    title = _("What will be entered")
    return Table(
        f"xem-truoc-{context['import'].pk}", title, columns, rows, facts, province.is_sample
    )


def _planned(each):
    row, line = each.row, each.line
    return (
        line.row,
        row.person_name,
        row.organisation_name,
        row.kind.name,
        row.year,
        line.number,
        line.dated,
        _("yes") if row.organisation else _("as text"),
    )
