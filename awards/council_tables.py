"""The tables of the province's commendation as plain values, for Excel."""

from django.utils.translation import gettext as _

from files.tables import Cells, Table
from vietnamese.dates import short_date


def overview_table(context):
    """All blocs of a province in a year: who leads, what was submitted, how far it is."""
    columns = [
        (_("Bloc"), Cells.TEXT), (_("Leads the bloc"), Cells.TEXT), (_("Submission"), Cells.SHORT),
        (_("Which submission"), Cells.WHOLE), (_("Submitted"), Cells.MOMENT),
        (_("Nominations"), Cells.LONG), (_("How far"), Cells.LONG),
    ]  # fmt: skip
    rows = [
        (
            line.year.bloc.name,
            line.leader,
            line.where[1],
            line.submission and line.submission.number,
            line.submission and line.submission.at,
            "; ".join(f"{kind.name}: {number}" for kind, number in line.kinds),
            "; ".join(f"{label}: {number}" for _state, label, number in line.states),
        )
        for line in context["overview"].lines
    ]
    title = _("Commendation of %(year)s") % {"year": context["year"]}
    return _of_province(context, "khen-thuong", title, columns, rows)


def submission_table(context):
    """The nominations of a submission with opinions, findings and states."""
    columns = [
        (_("Member"), Cells.TEXT), (_("Award"), Cells.LONG), (_("Rank"), Cells.WHOLE),
        (_("Points"), Cells.NUMBER), (_("Votes in favour"), Cells.WHOLE),
        (_("Have a vote"), Cells.WHOLE), (_("Opinions of agencies"), Cells.LONG),
        (_("What the rules find"), Cells.LONG), (_("State"), Cells.SHORT),
    ]  # fmt: skip
    rows = [
        (
            row.member_name,
            row.kind.name,
            row.rank,
            row.points,
            row.agree,
            row.eligible,
            "; ".join(_opinion(each, context["today"]) for each in opinions),
            " ".join(str(each.shown.sentence) for each in findings),
            row.get_state_display(),
        )
        for row, findings, opinions in context["lines"]
    ]
    name = f"to-trinh-{context['submission'].pk}"
    return _of_province(context, name, context["of_label"], columns, rows)


def _opinion(opinion, today):
    if opinion.verdict:
        return f"{opinion.agency}: {opinion.get_verdict_display()}"
    if opinion.due_on and opinion.due_on < today:
        overdue = _("overdue since %(day)s") % {"day": short_date(opinion.due_on)}
        return f"{opinion.agency}: {overdue}"
    return f"{opinion.agency}: {_('not answered yet')}"


def session_table(context):
    """What the council voted on each nomination."""
    columns = [
        (_("Nomination"), Cells.LONG), (_("Bloc"), Cells.TEXT), (_("Agree"), Cells.WHOLE),
        (_("Disagree"), Cells.WHOLE), (_("No opinion"), Cells.WHOLE), (_("Needed"), Cells.WHOLE),
        (_("Result"), Cells.SHORT), (_("Reason"), Cells.TEXT),
    ]  # fmt: skip
    rows = [
        (
            str(vote.nomination),
            vote.nomination.emulation_year.bloc.name,
            vote.agree,
            vote.disagree,
            vote.silent,
            vote.needed,
            _("passed") if vote.has_passed else _("not passed"),
            vote.reason,
        )
        for vote in context["votes"]
    ]
    session = context["session"]
    return _of_province(context, f"phien-hop-{session.pk}", str(session), columns, rows)


def decision_table(context):
    """The awards of a decision with their money, where it was handed over, and what was revoked."""
    columns = [
        (_("Recipient"), Cells.TEXT), (_("Bloc"), Cells.TEXT), (_("Year"), Cells.PLAIN),
        (_("Award"), Cells.LONG), (_("Achievement"), Cells.LONG), (_("Award money"), Cells.MONEY),
        (_("Handed over"), Cells.DAY), (_("Occasion"), Cells.TEXT), (_("Award revoked"), Cells.DAY),
        (_("Reason for revoking"), Cells.TEXT),
    ]  # fmt: skip
    rows = [
        (
            award.recipient_name,
            award.emulation_year and award.emulation_year.bloc.name,
            award.year,
            award.kind.name,
            award.achievement,
            award.money,
            award.handed_on,
            award.occasion,
            award.revoked_on,
            award.revoke_reason,
        )
        for award in context["awards"]
    ]
    decision = context["decision"]
    title = _("Decision %(decision)s") % {"decision": decision}
    return _of_province(context, f"quyet-dinh-{decision.pk}", title, columns, rows)


def _of_province(context, name, title, columns, rows):
    province, year = context["province"], context["year"]
    facts = (province.full_name, _("Year %(year)s") % {"year": year})
    return Table(f"{name}-{year}", title, tuple(columns), tuple(rows), facts, province.is_sample)
