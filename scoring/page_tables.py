"""The tables of the pages of scores as plain values, for Excel. They are read, not uploaded."""

from django.utils.translation import gettext as _

from blocs.page_tables import last_of, of_year
from files.tables import Cells


def sheet_table(context):
    """How far each member's sheet has come, with its totals by stage as the person sees them."""
    columns = [
        (_("Organisation"), Cells.TEXT),
        (_("State"), Cells.SHORT),
        (_("Checked by"), Cells.TEXT),
        *((stage.label, Cells.NUMBER) for stage in context["shown"]),
    ]
    rows = [
        (
            row["seat"].organisation.name,
            row["seat"].current.get_state_display() if row["seat"].current else _("not begun"),
            row["checker"] and row["checker"].organisation.name,
            *(total for _stage, total in row["totals"]),
        )
        for row in context["rows"]
    ]
    return of_year(context["year"], "phieu-diem", _("Score sheets"), columns, rows)


def member_sheet_table(context):
    """One member's points by stage; a stage that the person does not see yet is empty."""
    stages = context["stages"]
    columns = [
        (_("Code"), Cells.SHORT),
        (_("Criterion"), Cells.LONG),
        (_("Maximum"), Cells.NUMBER),
        *((stage.label, Cells.NUMBER) for stage in stages),
    ]
    rows = [
        (
            row.node.code,
            row.node.text,
            row.node.maximum,
            *(
                None if row.node.children or cell.waits else cell.score and cell.score.points
                for cell in row.cells
            ),
        )
        for row in context["rows"]
    ]
    rows.append((_("Total"), None, None, *context["totals"]))
    seat = context["seat"]
    title = f"{_('Score sheet')}: {seat.organisation.name}"
    return of_year(context["year"], f"phieu-diem-{seat.pk}", title, columns, rows)


def disqualification_table(context):
    columns = [
        (_("Organisation"), Cells.TEXT), (_("Kind of fact"), Cells.TEXT),
        (_("Facts"), Cells.LONG), (_("Paper"), Cells.TEXT), (_("First day"), Cells.DAY),
        (_("Last day of it"), Cells.DAY), (_("Effect"), Cells.SHORT),
        (_("Entered"), Cells.MOMENT), (_("Revoked"), Cells.MOMENT), (_("Reason"), Cells.TEXT),
    ]  # fmt: skip
    rows = [
        (
            each.seat.organisation.name,
            each.get_fact_display(),
            each.facts,
            each.document,
            each.period.lower,
            last_of(each.period),
            each.get_effect_display(),
            each.entered.at,
            each.revoked and each.revoked.at,
            each.revoke_reason,
        )
        for each in context["disqualifications"]
    ]
    return of_year(context["year"], "khong-xet", _("Members not considered"), columns, rows)


def _signed(_code, points, is_penalty):
    """The points of a section as they count: a penalty takes from the total."""
    return -points if is_penalty and points else points


def announcement_table(context):
    """An announced standing as it was announced, section by section."""
    found = context["announcement"]
    sections = [each["code"] for each in context["sections"]]
    columns = [
        (_("Rank"), Cells.WHOLE), (_("Organisation"), Cells.TEXT),
        *((code, Cells.NUMBER) for code in sections), (_("Total"), Cells.NUMBER),
        (_("Grade"), Cells.SHORT), (_("Remarks"), Cells.TEXT),
    ]  # fmt: skip
    rows = [
        (
            line["rank"],
            line["name"],
            *(_signed(*section) for section in line["sections"]),
            line["total"],
            line["grade"],
            line["remark"],
        )
        for line in context["lines"]
    ]
    name = f"xep-hang-cong-bo-{found.number}"
    return of_year(context["year"], name, _("Announced standing"), columns, rows)
