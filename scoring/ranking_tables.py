"""The tables of ranking rules, meetings, announcements and pictures as plain values, for Excel."""

from django.utils.translation import gettext as _

from blocs.page_tables import of_year
from files.tables import Cells


def ranking_rules_tables(context):
    """By what equal totals are ordered, and the grades."""
    return _tie_breaks(context), _grades(context)


def _tie_breaks(context):
    columns = [(_("No."), Cells.WHOLE), (_("What decides"), Cells.LONG)]
    rows = [(number, words) for number, (_tie, words) in enumerate(context["ties"], start=1)]
    return of_year(context["year"], "quy-tac-xep-hang", _("Equal totals"), columns, rows)


def _grades(context):
    columns = [
        (_("Grade"), Cells.TEXT), (_("From per cent"), Cells.PERCENT),
        (_("No criterion below per cent"), Cells.PERCENT),
    ]  # fmt: skip
    rows = [
        (band.name, _share(band.at_least), _share(band.floor))
        for band in context["deciding"].grading.bands
    ]
    return of_year(context["year"], "muc-xep-loai", _("Grades"), columns, rows)


def _share(per_cent):
    """Per cent as the share that a cell of Excel formats."""
    return None if per_cent is None else per_cent / 100


def agreeing_table(context):
    """Each member with what the stage before came to, and what the bloc agrees upon."""
    before = context["before"]
    columns = [
        (_("Organisation"), Cells.TEXT), (_("State"), Cells.SHORT),
        *([(before.label, Cells.NUMBER)] if before else []),
        (_("Agreed by the bloc"), Cells.NUMBER),
        *([(_("Difference"), Cells.NUMBER)] if before else []),
    ]  # fmt: skip
    rows = [
        (
            row["seat"].organisation.name,
            row["seat"].current.get_state_display() if row["seat"].current else _("not begun"),
            *([row["earlier"]] if before else []),
            row["agreed"],
            *([row["more"]] if before else []),
        )
        for row in context["rows"]
    ]
    return of_year(context["year"], "khoi-thong-nhat", _("The bloc has agreed"), columns, rows)


def announcement_tables(context):
    """The announced versions, and what the scores say otherwise by now."""
    return _versions(context), _since(context)


def _versions(context):
    columns = [
        (_("Version"), Cells.WHOLE), (_("Announced on"), Cells.DAY), (_("Paper"), Cells.TEXT),
        (_("By"), Cells.TEXT), (_("Why it replaces the one before"), Cells.LONG),
    ]  # fmt: skip
    rows = [
        (
            each.number,
            each.announced_on,
            each.document,
            str(each.act.by),
            each.replaces_id and each.replace_reason,
        )
        for each in context["announcements"]
    ]
    return of_year(context["year"], "lan-cong-bo", _("Announced standings"), columns, rows)


def _since(context):
    columns = [
        (_("Organisation"), Cells.TEXT), (_("What"), Cells.SHORT), (_("Before"), Cells.SHORT),
        (_("After"), Cells.SHORT),
    ]  # fmt: skip
    words = {
        "rank": _("Rank"), "total": _("Total"), "grade": _("Grade"), "remark": _("Remark"),
    }  # fmt: skip
    rows = [
        (each.member, words.get(each.what, each.what), each.before, each.after)
        for each in context.get("since", ())
    ]
    title = _("What has changed since the last announcement")
    return of_year(context["year"], "thay-doi-sau-cong-bo", title, columns, rows)


def picture_tables(context):
    """What the pictures of a standing show: shares, self-scores, cuts, earlier years."""
    tables = [_heat_map(context), _years(context)]
    if context["asks_self"]:
        tables += [_claims(context), _cuts(context)]
    return tuple(tables)


def _heat_map(context):
    members = (r.member.organisation.label for r in context["sheet"].in_protocol_order)
    columns = [
        (_("Code"), Cells.SHORT), (_("Criterion"), Cells.LONG),
        *((name, Cells.PERCENT) for name in members),
    ]  # fmt: skip
    rows = [
        (row.node.code, row.node.text, *(_share(cell.share) for cell in cells))
        for row, cells in context["heat_map"]
    ]
    return of_year(context["year"], "diem-theo-tieu-chi", _("Members by criteria"), columns, rows)


def _years(context):
    columns = [
        (_("Organisation"), Cells.TEXT), (_("Year"), Cells.PLAIN), (_("Total"), Cells.NUMBER),
        (_("Per cent"), Cells.PERCENT),
    ]  # fmt: skip
    rows = [
        (organisation.name, each.year, each.total, _share(each.share))
        for organisation, years in context["year_shares"]
        for each in years
    ]
    title = _("Each member against its earlier years")
    return of_year(context["year"], "qua-cac-nam", title, columns, rows)


def _claims(context):
    columns = [
        (_("Organisation"), Cells.TEXT), (_("Self-scored"), Cells.NUMBER),
        (_("Agreed by the bloc"), Cells.NUMBER), (_("Difference"), Cells.NUMBER),
        (_("Per cent"), Cells.PERCENT),
    ]  # fmt: skip
    rows = [
        (each.seat.organisation.name, each.own, each.agreed, each.change, _share(each.share))
        for each in context["claims"]
    ]
    title = _("Self-score against agreed")
    return of_year(context["year"], "tu-cham-va-thong-nhat", title, columns, rows)


def _cuts(context):
    columns = [
        (_("Code"), Cells.SHORT), (_("Criterion"), Cells.LONG), (_("Mean cut"), Cells.NUMBER),
        (_("Greatest cut"), Cells.NUMBER), (_("Members cut"), Cells.WHOLE),
        (_("Members"), Cells.WHOLE),
    ]  # fmt: skip
    rows = [
        (each.node.code, each.node.text, each.mean, each.most, each.cuts, each.members)
        for each in context["mean_cuts"]
    ]
    return of_year(context["year"], "muc-cat-giam", _("Mean cut"), columns, rows)
