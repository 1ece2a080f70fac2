"""The tables of the desk's pages as plain values, for Excel."""

from django.utils.translation import gettext as _

from blocs.page_tables import of_year
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


def source_table(context):
    """The records that name a source."""
    columns = (
        (_("Record"), Cells.LONG), (_("Kind"), Cells.TEXT), (_("Emulation year"), Cells.PLAIN),
    )  # fmt: skip
    rows = tuple(
        (row["shown"], _kind(row["what"]), row["in_year"] or None) for row in context["page"]
    )
    facts = (str(context["source"]),)
    return Table("ho-so-theo-nguon", _("Records taken from it"), columns, rows, facts)


def _kind(what):
    """What a record is, in the words of the page."""
    words = {
        "bloc": _("Bloc"),
        "emulationyear": _("Emulation year"),
        "seat": _("Member of the bloc"),
        "term": _("Term of chair or deputy"),
        "handover": _("Handover"),
        "conference": _("Conference"),
        "activity": _("Activity"),
        "covenant": _("Covenant"),
        "movement": _("Movement or campaign"),
        "movementresult": _("Result in a movement"),
        "exemplar": _("Model or exemplar"),
        "commendationreport": _("Commendations in numbers"),
        "nomination": _("Award nomination"),
        "decision": _("Decision"),
        "legalbasis": _("Legal basis"),
        "organisation": _("Organisation"),
        "province": _("Province"),
    }
    return words.get(what, _("What became of it"))


def reminder_tables(context):
    """Who would be reminded now, and who was before: two sheets."""
    return _reminders(context), _told(context)


def _reminders(context):
    moments = {"overdue": _("overdue"), "last_days": _("last days")}
    columns = [
        (_("Person"), Cells.TEXT), (_("About what"), Cells.LONG), (_("Moment"), Cells.SHORT),
        (_("E-mail"), Cells.TEXT),
    ]  # fmt: skip
    rows = [
        (
            each.user.full_name,
            each.text,
            moments.get(each.kind, _("in good time")),
            _mail(each.user),
        )
        for each in context["reminders"]
    ]
    return of_year(context["year"], "nhac-viec", _("Who would be reminded now"), columns, rows)


def _told(context):
    columns = [
        (_("Person"), Cells.TEXT), (_("About what"), Cells.LONG), (_("Told at"), Cells.MOMENT),
        (_("Mailed at"), Cells.MOMENT), (_("E-mail"), Cells.TEXT),
    ]  # fmt: skip
    rows = [
        (each.user.full_name, each.text, each.created_at, each.mailed_at, _mail(each.user))
        for each in context["told"]
    ]
    return of_year(context["year"], "da-nhac", _("Who was reminded"), columns, rows)


def _mail(user):
    return user.email or _("no address: in the application only")
