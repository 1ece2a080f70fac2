"""The tables of ballots and nominations of a bloc as plain values, for Excel.

Of a ballot only what its page shows: before the close the nominees, after it the count.
"""

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from blocs.page_tables import of_year
from files.tables import Cells, Table
from vietnamese.text import slug

VERDICTS = {
    "chosen": gettext_lazy("chosen"),
    "tied": gettext_lazy("equal: second round"),
    "over_quota": gettext_lazy("enough votes, but others have more"),
}


def ballot_list_table(context):
    columns = [
        (_("What is voted on"), Cells.LONG), (_("Round"), Cells.WHOLE), (_("State"), Cells.SHORT),
        (_("Voting ends"), Cells.MOMENT), (_("Have a vote"), Cells.WHOLE),
    ]  # fmt: skip
    rows = [
        (each.title, each.round, each.get_state_display(), each.closes_at, each.eligible)
        for each in context["ballots"]
    ]
    return of_year(context["year"], "bo-phieu", _("Ballots"), columns, rows)


def ballot_table(context):
    if result := context.get("result"):
        return _result(context, result)
    columns = [
        (_("Member"), Cells.TEXT), (_("Points"), Cells.NUMBER), (_("Rank"), Cells.WHOLE),
    ]  # fmt: skip
    rows = [(str(each), each.points, each.rank) for each in context["nominees"]]
    return _of_ballot(context, _("Nominees"), columns, rows)


def _result(context, result):
    columns = [
        (_("Nominee"), Cells.TEXT), (_("Points"), Cells.NUMBER), (_("Rank"), Cells.WHOLE),
        (_("Agree"), Cells.WHOLE), (_("Disagree"), Cells.WHOLE), (_("No opinion"), Cells.WHOLE),
        (_("Have a vote"), Cells.WHOLE), (_("Needed"), Cells.WHOLE), (_("Share"), Cells.PERCENT),
        (_("Outcome"), Cells.TEXT),
    ]  # fmt: skip
    rows = [
        (
            str(each.nominee),
            each.nominee.points,
            each.nominee.rank,
            each.line.agree,
            each.line.disagree,
            each.line.silent,
            result.eligible,
            result.outcome.needed,
            each.percent / 100,
            VERDICTS.get(each.verdict, _("not enough votes")),
        )
        for each in result.lines
    ]
    return _of_ballot(context, _("Result"), columns, rows)


def _of_ballot(context, what, columns, rows):
    ballot = context["ballot"]
    title = f"{what}: {ballot.title}"
    return of_year(context["year"], f"bo-phieu-{ballot.pk}", title, columns, rows)


def nomination_tables(context):
    """The nominations with how far each is, and what the ranking leads to by the quota."""
    tables = [_nominations(context)]
    if context["answers"]:
        tables.append(_answers(context))
    if context["prospect"] and context["prospect"].lines:
        tables.append(_prospect(context))
    return tuple(tables)


def _nominations(context):
    columns = [
        (_("Award"), Cells.LONG), (_("Member"), Cells.TEXT), (_("Rank"), Cells.WHOLE),
        (_("Points"), Cells.NUMBER), (_("Votes in favour"), Cells.WHOLE),
        (_("Have a vote"), Cells.WHOLE), (_("Share"), Cells.PERCENT), (_("State"), Cells.SHORT),
        (_("Reason"), Cells.TEXT), (_("Open findings"), Cells.WHOLE),
    ]  # fmt: skip
    rows = [
        (
            group.kind.name,
            line.nomination.member_name,
            line.rank,
            line.points,
            line.nomination.agree,
            line.nomination.eligible,
            None if line.percent is None else line.percent / 100,
            line.nomination.get_state_display(),
            line.nomination.reason,
            len(line.open_findings),
        )
        for group in context["groups"]
        for line in group.lines
    ]
    return of_year(context["year"], "de-nghi-khen-thuong", _("Nominations"), columns, rows)


def _answers(context):
    columns = [
        (_("Member"), Cells.TEXT), (_("Award"), Cells.LONG), (_("Now at"), Cells.SHORT),
        (_("Since"), Cells.MOMENT), (_("Agree"), Cells.WHOLE), (_("Needed"), Cells.WHOLE),
        (_("Members of the council"), Cells.WHOLE), (_("Reason"), Cells.TEXT),
        (_("Decision"), Cells.SHORT), (_("Dated"), Cells.DAY), (_("Award revoked"), Cells.DAY),
    ]  # fmt: skip
    rows = [_answer(each) for each in context["answers"].nominations]
    title = _("How far the nominations are")
    return of_year(context["year"], "tra-loi-cua-tinh", title, columns, rows)


def _answer(row):
    vote, given = row.vote or {}, row.given
    return (
        row.member_name,
        row.kind.name,
        row.get_state_display(),
        row.since,
        *(vote.get(name) for name in ("agree", "needed", "members")),
        row.reason,
        given and given.decision.number,
        given and given.decision.dated,
        given and given.revoked_on,
    )


def _prospect(context):
    columns = [
        (_("Award"), Cells.LONG), (_("Member"), Cells.TEXT), (_("Rank"), Cells.WHOLE),
        (_("Points"), Cells.NUMBER), (_("Put forward"), Cells.SHORT),
    ]  # fmt: skip
    rows = []
    for line in context["prospect"].lines:
        rows += [(str(line.label), *each, _("yes")) for each in line.certain]
        rows += [(str(line.label), name, None, None, _("For a vote")) for name in line.tied]
    title = _("Expected by the quota")
    return of_year(context["year"], "du-kien-theo-chi-tieu", title, columns, rows)


def past_nominations_table(context):
    """What is on record of the nominations of all years, newest first, with its source."""
    columns = [
        (_("Year"), Cells.PLAIN), (_("Member"), Cells.TEXT), (_("Award"), Cells.LONG),
        (_("Source"), Cells.TEXT),
    ]  # fmt: skip
    rows = [
        (
            year.year,
            row.member_name,
            row.kind.name,
            str(row.source) if row.source else _("Our own record"),
        )
        for year in context["years"]
        for row in year.past_nominations
    ]
    bloc = context["bloc"]
    return Table(
        f"de-nghi-nam-truoc-{slug(bloc.slug)}",
        _("Nominations of past years"),
        tuple(columns),
        tuple(rows),
        facts=(bloc.name,),
        is_sample=bloc.is_sample,
    )
