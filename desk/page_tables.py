"""The tables of the desk's pages as plain values, for Excel."""

from django.utils.translation import gettext as _

from files.tables import Cells, Table


def audit_table(context):
    """A line for each value that changed; an event that has none has one of its own."""
    columns = (
        (_("When"), Cells.MOMENT),
        (_("Who"), Cells.TEXT),
        (_("What"), Cells.SHORT),
        (_("Step"), Cells.SHORT),
        (_("Field"), Cells.SHORT),
        (_("Before"), Cells.TEXT),
        (_("After"), Cells.TEXT),
        (_("Why"), Cells.TEXT),
    )
    rows = []
    for entry in context["entries"]:
        lines = [(line.name, line.before, line.after) for line in entry.lines] or [(None,) * 3]
        start = (entry.at, entry.by, entry.what, entry.verb)
        rows += [(*start, *line, entry.why) for line in lines]
    facts = ()
    if context["older"]:
        facts = (_("The newest %(count)s events.") % {"count": len(context["entries"])},)
    return Table("nhat-ky", _("Audit log"), columns, tuple(rows), facts)
