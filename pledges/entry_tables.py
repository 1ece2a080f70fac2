"""The tables of exemplars and registrations as plain values, for Excel."""

from django.utils.translation import gettext as _

from blocs.page_tables import of_year
from files.tables import Cells


def exemplar_table(context):
    columns = [
        (_("Name"), Cells.TEXT), (_("Position"), Cells.TEXT), (_("Description"), Cells.LONG),
        (_("Kind"), Cells.SHORT), (_("Member"), Cells.TEXT), (_("Movement"), Cells.TEXT),
    ]  # fmt: skip
    rows = [
        (
            each.name,
            each.position,
            each.description,
            each.get_kind_display(),
            each.seat.organisation.name,
            each.movement and each.movement.name,
        )
        for each, _may_change in context["rows"]
    ]
    return of_year(context["year"], "dien-hinh", _("Models and exemplars"), columns, rows)


def registration_table(context):
    columns = [
        (_("Member"), Cells.TEXT), (_("Title or award"), Cells.LONG), (_("Note"), Cells.TEXT),
    ]  # fmt: skip
    rows = [(each.seat.organisation.name, each.text, each.note) for each in context["rows"]]
    title = _("Registered titles and awards")
    return of_year(context["year"], "dang-ky-khen-thuong", title, columns, rows)
