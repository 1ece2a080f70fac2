"""The tables of the pages of covenants and movements as plain values, for Excel."""

from django.utils.translation import gettext as _

from blocs.page_tables import last_of, of_year
from files.tables import Cells

from .commending import Direction, Level, Recipients, direct_share, total


def covenant_tables(context):
    """What the covenant says, and beside it who has signed, once it was opened for signing."""
    says = _commitments(context)
    return (says, _signatures(context)) if context["places"] else says


def _signatures(context):
    columns = [
        (_("Member"), Cells.TEXT), (_("State"), Cells.SHORT), (_("Version"), Cells.WHOLE),
        (_("Signed by"), Cells.TEXT), (_("Position"), Cells.TEXT),
        (_("Confirmed at"), Cells.MOMENT), (_("Signed on"), Cells.DAY),
        (_("Reservations"), Cells.LONG), ("SHA-256", Cells.TEXT),
    ]  # fmt: skip
    rows = [(place.member.name, *_signature(place, place.signed)) for place in context["places"]]
    return of_year(context["year"], "ky-giao-uoc", _("Signatures"), columns, rows)


def _signature(place, signed):
    if signed is None:
        return _("not signed"), *(None,) * 7
    said = (
        _("Commitment %(number)s: %(reason)s") % {"number": each.number, "reason": each.reason}
        for each in place.reserved
    )
    return (
        _("confirmed in the system") if signed.is_confirmed else _("signed on paper"),
        place.version,
        signed.full_name or _("the organisation; no person is named"),
        signed.position,
        signed.at if signed.is_confirmed else None,
        None if signed.is_confirmed else signed.signed_on,
        "; ".join(said),
        signed.sha256,
    )


def _commitments(context):
    """A line for each target; a commitment without targets has one of its own."""
    columns = [
        (_("Commitment"), Cells.WHOLE), (_("What it says"), Cells.LONG),
        (_("Of the member alone"), Cells.TEXT), (_("Member"), Cells.TEXT),
        (_("Target"), Cells.TEXT), (_("Plan"), Cells.NUMBER), (_("Unit"), Cells.SHORT),
        (_("Lower is better"), Cells.SHORT),
    ]  # fmt: skip
    rows = []
    for line in context["lines"]:
        start = (line.pledge.number, line.pledge.text, line.owner)
        targets = [(name, *_target(target)) for name, target in line.targets]
        rows += [(*start, *each) for each in targets or [(None,) * 5]]
    return of_year(context["year"], "giao-uoc", _("Covenant"), columns, rows)


def _target(target):
    lower = _("yes") if target.lower_is_better else None
    return target.name, target.figure, target.unit, lower


def progress_table(context):
    """A line for each target of a member; a commitment without targets has one of its own."""
    columns = [
        (_("Member"), Cells.TEXT), (_("Commitment"), Cells.WHOLE), (_("Status"), Cells.SHORT),
        (_("Reported on"), Cells.DAY), (_("Late"), Cells.SHORT), (_("Target"), Cells.TEXT),
        (_("Plan"), Cells.NUMBER), (_("Reached"), Cells.NUMBER), (_("Unit"), Cells.SHORT),
        (_("Share of the plan"), Cells.PERCENT), (_("Supporting files"), Cells.WHOLE),
    ]  # fmt: skip
    rows = []
    for row in context.get("rows", ()):
        for line, cell in zip(context["progress"].lines, row["cells"], strict=True):
            rows += _progress(row["member"], line, cell) if cell else []
    title = f"{_('Progress')}: {context['span'].label}"
    return of_year(context["year"], "tien-do-giao-uoc", title, columns, rows)


def _progress(member, line, cell):
    status = cell.status_label if cell.status else _("not reported")
    late = _("yes") if cell.is_late else None
    start = (member.name, line.number, status, cell.reported_on, late)
    if not cell.figures:
        return [(*start, *(None,) * 5, cell.files)]
    return [
        (
            *start,
            figure.name,
            figure.planned,
            figure.actual,
            figure.unit,
            None if figure.percent is None else figure.percent / 100,
            cell.files,
        )
        for figure in cell.figures
    ]


def movement_table(context):
    columns = [
        (_("Launched by"), Cells.SHORT), (_("Name"), Cells.LONG), (_("Kind"), Cells.SHORT),
        (_("First day"), Cells.DAY), (_("Last day of it"), Cells.DAY),
        (_("Period as the paper says"), Cells.TEXT), (_("Members that reported"), Cells.WHOLE),
        (_("Members"), Cells.WHOLE), (_("State"), Cells.SHORT),
    ]  # fmt: skip
    rows = [
        (
            label,
            each.name,
            each.get_kind_display(),
            each.period and each.period.lower,
            last_of(each.period),
            each.period_stated,
            each.result_count,
            context["member_count"],
            each.withdrawn_id and _("withdrawn from the year"),
        )
        for label, movements in context["groups"]
        for each in movements
    ]
    return of_year(context["year"], "phong-trao", _("Movements and campaigns"), columns, rows)


def result_table(context):
    """A line for each figure of a member; who reported in words, or not at all, has one too."""
    columns = [
        (_("Member"), Cells.TEXT), (_("Results"), Cells.LONG),
        (_("What the figure counts"), Cells.TEXT), (_("Value"), Cells.NUMBER),
        (_("Unit"), Cells.SHORT),
    ]  # fmt: skip
    rows = []
    for line in context["lines"]:
        result, name = line["result"], line["seat"].organisation.name
        if result is None:
            rows.append((name, _("not reported yet"), None, None, None))
            continue
        figures = [(what, value, unit) for what, unit, value in result.figure_lines]
        rows += [(name, result.text, *each) for each in figures or [(None,) * 3]]
    movement = context["movement"]
    return of_year(
        context["year"], f"ket-qua-phong-trao-{movement.pk}", movement.name, columns, rows
    )


def commendation_table(context):
    """Each member with what it gave and received, by level and class."""
    columns = [
        (_("Member"), Cells.TEXT), (_("Given or received"), Cells.TEXT), (_("Level"), Cells.TEXT),
        *((each.label, Cells.WHOLE) for each in Recipients), (_("Individuals"), Cells.WHOLE),
        (_("Working directly"), Cells.PERCENT),
    ]  # fmt: skip
    rows = []
    for seat, report, _may in context["members"]:
        own = report.plain_counts if report else ()
        for direction, level in dict.fromkeys((c.direction, c.level) for c in own):
            found = [c for c in own if (c.direction, c.level) == (direction, level)]
            rows.append((seat.organisation.name, *_counted(direction, level, found)))
        if not own:
            rows.append((seat.organisation.name, _("not reported yet"), *(None,) * 9))
    title = f"{_('Commendations in numbers')}: {context['span'].label}"
    return of_year(context["year"], "so-lieu-khen-thuong", title, columns, rows)


def _counted(direction, level, counts):
    share = direct_share(counts)
    persons = [count for count in counts if count.recipients != Recipients.COLLECTIVE]
    return (
        Direction(direction).label, Level(level).label,
        *(total(counts, recipients=each) for each in Recipients), total(persons),
        share and share.percent / 100,
    )  # fmt: skip
