"""The nominations of a year beside what the standing leads to, for whoever sees the year."""

from blocs.permissions import can_keep_year
from files.exporting import answer
from scoring.recounting import read_kept_standing

from ..answers_of_the_council import answers_of
from ..ballot_tables import nomination_tables
from ..case import case_of
from ..findings import findings_of, nominations_of, notes_of, quota_of
from ..listing import groups_of, next_for, steps_of
from ..permissions import can_nominate, holds_work, reads_province_of
from ..proposing import due_by_quota, places_of
from ..prospect import prospect_of, prospect_of_case
from .finding import find_case


def prospect(request, slug, year):
    year = find_case(request, slug, year)
    case, nominations = case_of(year), list(nominations_of(year))
    context = {
        "year": year,
        "case": case,
        "due": case.due,
        "steps": steps_of(case, nominations),
        "answers": answers_of(year) if case.submission else None,
        "can_nominate": can_nominate(request.user, year),
        "reads_province": reads_province_of(request.user, year.bloc),
        "chair_presses": year.is_open and holds_work(request.user, year),
        "is_history": case.announced is None and not year.is_open,
        "can_keep": can_keep_year(request.user, year),
    }
    context |= _announced(case, nominations) if case.announced else _expected(case, nominations)
    return answer(request, "awards/prospect.html", context, nomination_tables)


def _expected(case, nominations):
    """Before the standing is announced: what the scores of today lead to, and past records."""
    sheet = read_kept_standing(case.year)
    return {
        "sheet": sheet,
        "prospect": sheet and prospect_of(sheet),
        "groups": groups_of(case, nominations, {}, {}),
        "notes": [],
        "next": [],
    }


def _announced(case, nominations):
    answer = quota_of(case)
    quota, found = answer.quota, prospect_of_case(case, answer)
    # What is with the province shows its answers instead.
    noted = {} if case.submission else findings_of(case, nominations, answer)
    groups = groups_of(case, nominations, noted, places_of(quota) if quota else {})
    can_change = case.submission is None
    tie = found.tie
    taken = {group.kind.code: group.standing for group in groups}
    if tie and taken.get(tie.code, 0) >= places_of(quota)[tie.code]:
        tie = None  # the vote has decided
    return {
        "sheet": None,
        "prospect": found,
        "groups": groups,
        "notes": notes_of(noted),
        "tie": tie,
        "can_change": can_change,
        "wanted": due_by_quota(case, nominations, quota) if quota and can_change else [],
        "to_take_over": _to_take_over(case, nominations) if can_change else [],
        "next": _next(case, nominations),
    }


def _to_take_over(case, nominations):
    """Closed ballots of which no nomination on the list has its votes yet."""
    used = {each.ballot_id for each in nominations}
    return [vote for vote in case.votes if vote.is_closed and vote.pk not in used]


def _next(case, nominations):
    """For who left the list, who comes next by the ranking: (nomination, names)."""
    gone = [each for each in nominations if each.is_given_up]
    found = [(each, next_for(each, case, nominations)) for each in gone]
    return [(each, names) for each, names in found if names]
