"""What each rule finds about the nominations of a year, from facts that were read before. Pure.

The same for the bloc while the list is its own and for the province once it was submitted: until
then rank and points are those of the standing, afterwards those that were submitted.
"""

from collections import Counter
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal

from .conditions import EXCELLENT, conditions_of, is_flag
from .earlier import joined
from .eligibility import Candidate, eligibility
from .models import Method, NominationState
from .proposing import CODES, GOVERNMENT_FLAG, PROVINCE_FLAG, places_of
from .rules import (
    Given,
    considered,
    nominated_once,
    not_awarded_already,
    one_nominee_of_a_bloc,
    unknown_quota,
    voted_on,
    within_the_quota,
)
from .thresholds import needed


@dataclass(frozen=True)
class Facts:
    """Everything that the rules ask about a year: `judged` are some of its `nominations`.

    `flag` and `progress` are None where nobody judged is to have the Government's flag.
    """

    case: object
    quota: object
    flag: object
    history: object
    progress: object
    nominations: tuple
    judged: tuple


def judge(facts):
    """Return {nomination pk: [Finding, …]} in the language that is active."""
    places = _places_on_the_lists(facts)
    return {each.pk: _of_one(each, facts, places[each.pk]) for each in facts.judged}


def _of_one(nomination, facts, place):
    case, kind, name = facts.case, nomination.kind, nomination.member_name
    conditions = conditions_of(kind, facts.quota.quota)
    found = eligibility(_candidate(nomination, facts, conditions), conditions)
    flag, clause = is_flag(kind), conditions.clause
    if not conditions.must_lead:
        found += considered(name, case.against(nomination.seat_id, flag=flag), clause=clause)
    found += _within_numbers(nomination, facts, place, conditions)
    found += not_awarded_already(*_awarded(nomination, facts))
    found += nominated_once(name, _others(nomination, facts))
    found += voted_on(name, votes_of(nomination), clause=clause, is_asked=flag)
    return found


def votes_of(nomination):
    """(agree, all who may vote, needed, where it is written), or None without a ballot."""
    ballot = nomination.ballot
    if ballot is None or nomination.agree is None:
        return None
    least = needed(ballot.threshold, nomination.eligible)
    return nomination.agree, nomination.eligible, least, ballot.basis


def _rank(nomination, case):
    """By the standing of today while the list is the bloc's, then as it was submitted."""
    if nomination.state != NominationState.PROPOSED or case.announced is None:
        return nomination.rank
    place = case.announced.by_seat.get(nomination.seat_id)
    return place and place.rank


def _candidate(nomination, facts, conditions):
    case, history = facts.case, facts.history
    lineage = case.lineage(nomination.seat.organisation_id)
    return Candidate(
        member=nomination.member_name,
        year=case.year.year,
        rank=_rank(nomination, case),
        percents=_percents(facts.progress, nomination.seat_id) if conditions.must_exceed else (),
        disqualifications=case.against(nomination.seat_id, flag=is_flag(nomination.kind)),
        years=tuple(sorted(set(joined(history.years, lineage)))),
        recorded=tuple(sorted(set(joined(history.recorded, lineage)))),
        what=str(EXCELLENT.label),
    )


def _percents(progress, seat):
    """((target, per cent reached or None), …) of all targets of a member's own commitments."""
    found = []
    for line in progress.lines if progress else ():
        cell = line.cell_of(seat)
        for figure in cell.figures if cell else ():
            if figure.actual is None:
                found.append((figure.name, None))
            elif (percent := _percent(figure)) is not None:
                found.append((figure.name, percent))
    return tuple(found)


def _percent(figure):
    """Exactly above or not above 100; None where there is nothing to divide by."""
    part, whole = figure.actual, figure.planned
    if figure.lower_is_better:
        part, whole = whole, part
    if not whole:
        return None
    exact = Decimal(part) * 100 / Decimal(whole)
    return exact if exact > 100 else exact.quantize(Decimal("0.01"), ROUND_HALF_UP)


def _places_on_the_lists(facts):
    """{nomination pk: its number on the list of its kind}, by rank; who has none comes last."""

    def order(each):
        rank = _rank(each, facts.case)
        return (rank is None, rank or 0, each.position)

    counted, found = Counter(), {}
    for each in sorted(facts.nominations, key=order):
        counted[each.kind_id] += 1
        found[each.pk] = counted[each.kind_id]
    return found


def _within_numbers(nomination, facts, place, conditions):
    """R2: nominees for the Government's flag, of bloc and province; else the quota of the bloc."""
    kind, name, quota = nomination.kind, nomination.member_name, facts.quota
    if kind.code == GOVERNMENT_FLAG:
        return _of_the_flag(nomination, facts, place, conditions)
    if kind.code not in CODES.values():
        return []
    if not quota.is_known:
        return [unknown_quota(quota.sentence)]
    most = places_of(quota.quota)[kind.code]
    why = quota.sentence
    return within_the_quota(name, kind.name, place, most, clause=quota.clause, why=why)


def _of_the_flag(nomination, facts, place, conditions):
    """One nominee of the bloc, whoever comes after it is one too many; and the province's share."""
    found, share = [], facts.flag
    if place > 1:
        names = [n.member_name for n in facts.nominations if n.kind_id == nomination.kind_id]
        certain = bool(share) and share.answer.is_certain
        found += one_nominee_of_a_bloc(names, clause=conditions.clause, certain=certain)
    return found + (share.findings if share else [])


def _awarded(nomination, facts):
    """The award that is proposed and those the member has, as the rule against two compares them.

    A bloc nominates for the regular achievement of the year: every regular award of that year is
    for the same one, in whatever words.
    """
    year, name = facts.case.year.year, nomination.member_name
    held = joined(facts.history.awards, facts.case.lineage(nomination.seat.organisation_id))
    regular = str(Method.REGULAR)
    achievement = "; ".join(sorted({text for text, _award in held}))
    proposed = Given(name, achievement, regular, year, nomination.kind.name)
    return proposed, [Given(name, achievement, regular, year, award) for _text, award in held]


def _others(nomination, facts):
    """Further awards on this list for the same member, but for the pair that the quota allows."""
    quota = facts.quota.quota
    pair = {GOVERNMENT_FLAG, PROVINCE_FLAG} if quota and quota.nominee_within else set()
    return [
        each.kind.name
        for each in facts.nominations
        if each.seat_id == nomination.seat_id
        and each.pk != nomination.pk
        and not {each.kind.code, nomination.kind.code} <= pair
        and each.kind.position < nomination.kind.position
    ]
