"""The tables of uploads and of what each changes as plain values, for Excel."""

from django.utils.translation import gettext as _

from blocs.page_tables import of_year
from files.tables import Cells, Table


def upload_table(context):
    """The uploads of a bloc's table, the newest first."""
    columns = [
        (_("File"), Cells.TEXT), (_("Uploaded"), Cells.MOMENT), (_("By"), Cells.TEXT),
        (_("Saved"), Cells.MOMENT), (_("Saved by"), Cells.TEXT), (_("Changes"), Cells.WHOLE),
        (_("State"), Cells.SHORT), ("SHA-256", Cells.LONG),
    ]  # fmt: skip
    rows = [
        (
            each.file.name,
            each.previewed.at,
            str(each.previewed.by),
            each.saved and each.saved.at,
            each.saved and str(each.saved.by),
            each.size,
            each.get_state_display(),
            each.file.sha256,
        )
        for each in context["page"]
    ]
    return of_year(context["year"], "lan-tai-len", _("Uploads"), columns, rows)


def sheet_upload_table(context):
    """The newest uploads of a stage's workbook."""
    columns = [
        (_("File"), Cells.TEXT), (_("Uploaded"), Cells.MOMENT), (_("By"), Cells.TEXT),
        (_("Saved"), Cells.MOMENT), (_("Saved by"), Cells.TEXT), (_("Changes"), Cells.WHOLE),
        (_("State"), Cells.SHORT),
    ]  # fmt: skip
    rows = [
        (
            each.file.name,
            each.file.uploaded_at,
            str(each.file.uploaded_by),
            each.saved_at,
            each.saved_by and str(each.saved_by),
            each.size,
            each.get_state_display(),
        )
        for each in context["uploads"]
    ]
    return of_year(context["year"], "lan-tai-len-phieu", _("Earlier uploads"), columns, rows)


def preview_table(context):
    """Every cell that an upload of a bloc's table changes; an emptied one has no new points."""
    columns = [
        (_("Organisation"), Cells.TEXT), (_("Code"), Cells.SHORT), (_("Criterion"), Cells.LONG),
        (_("Old"), Cells.NUMBER), (_("New"), Cells.NUMBER),
    ]  # fmt: skip
    preview, upload = context["preview"], context["upload"]
    rows = [
        (line.member, line.code, line.text, line.change.old, line.change.new)
        for line in (*preview.writes, *preview.removals)
    ]
    title = f"{_('What the workbook changes')}: {upload.file.name}"
    return of_year(context["year"], f"thay-doi-{upload.pk}", title, columns, rows)


def sheet_preview_table(context):
    """Every entry that the workbook of a stage changes, with the points as far as they are told."""
    columns = [
        (_("Organisation"), Cells.TEXT), (_("Code"), Cells.SHORT), (_("Criterion"), Cells.LONG),
        (_("Old figure"), Cells.NUMBER), (_("Old target"), Cells.NUMBER),
        (_("Old points"), Cells.NUMBER), (_("New figure"), Cells.NUMBER),
        (_("New target"), Cells.NUMBER), (_("New points"), Cells.NUMBER),
        (_("Reason"), Cells.LONG),
    ]  # fmt: skip
    preview, upload = context["preview"], context["upload"]
    rows = [
        (
            line.member,
            line.node.code,
            line.node.text,
            *_side(line.old, line.waits),
            *_side(line.new, line.waits),
            line.new.reason or line.old.reason,
        )
        for line in (*preview.writes, *preview.removals)
    ]
    title = f"{_('What the workbook changes')}: {upload.file.name}"
    return of_year(context["year"], f"thay-doi-phieu-{upload.pk}", title, columns, rows)


def _side(side, waits):
    return side.value, side.target, None if waits else side.points


def province_scores_tables(context):
    """The blocs of a province whose year is open, and the newest uploads for all of them."""
    return _open_blocs(context), _province_uploads(context)


def _open_blocs(context):
    columns = (
        (_("Bloc"), Cells.TEXT), (_("Criteria"), Cells.SHORT), (_("Scores"), Cells.SHORT),
    )  # fmt: skip
    rows = tuple(
        (
            each.year.name,
            _("in force") if each.is_scored else _("none yet: not in the workbook"),
            _("locked") if each.is_locked else _("open"),
        )
        for each in context["years"]
    )
    return _of_province(context, "diem-cac-khoi", _("Blocs whose year is open"), columns, rows)


def _province_uploads(context):
    columns = (
        (_("File"), Cells.TEXT), (_("Uploaded"), Cells.MOMENT), (_("By"), Cells.TEXT),
        (_("Blocs"), Cells.WHOLE), (_("Saved"), Cells.WHOLE), (_("Left aside"), Cells.WHOLE),
    )  # fmt: skip
    rows = tuple(
        (each.file.name, each.at, str(each.by), each.blocs, each.saved, each.left)
        for each in context["uploads"]
    )
    return _of_province(context, "lan-tai-len-cua-tinh", _("Uploads"), columns, rows)


def province_upload_tables(context):
    """The blocs of one upload with their states, and every problem of those that were left."""
    return _parts(context), _problems(context)


def _parts(context):
    columns = (
        (_("Bloc"), Cells.TEXT), (_("State"), Cells.SHORT), (_("Changes"), Cells.WHOLE),
        (_("Emptied cells"), Cells.WHOLE), (_("Remarks"), Cells.LONG),
    )  # fmt: skip
    progress = context["progress"]
    rows = [
        (
            part.emulation_year.name,
            _state(part),
            part.writes if part.upload else {"same": 0}.get(part.state),
            part.removals if part.upload else None,
            part.sentence,
        )
        for part in progress.parts
    ]
    missing = _("Blocs that the file does not hold")
    rows += [(each.year.name, missing, None, None, None) for each in progress.missing]
    title = _("What the file changes, bloc by bloc")
    return _of_province(context, f"tai-len-{context['upload'].pk}", title, columns, rows)


def _state(part):
    """As the page says it: after the save, what became of the bloc's own upload."""
    handled = part.state != "refused" and part.upload and not part.upload.is_pending
    return part.upload.get_state_display() if handled else part.get_state_display()


def _problems(context):
    columns = (
        (_("Bloc"), Cells.TEXT), (_("Cell"), Cells.SHORT), (_("What is wrong"), Cells.LONG),
    )  # fmt: skip
    rows = [
        (part.emulation_year.name, cell or _("whole file"), sentence)
        for part in context["progress"].left
        for cell, sentence in part.problems
    ]
    return _of_province(context, "cho-sai", _("Problems"), columns, rows)


def _of_province(context, name, title, columns, rows):
    province, upload = context["province"], context.get("upload")
    year = upload.year if upload else context["year"]
    facts = (province.full_name, _("Year %(year)s") % {"year": year})
    return Table(f"{name}-{year}", title, tuple(columns), tuple(rows), facts, province.is_sample)
