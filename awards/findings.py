"""The findings of the rules about every nomination of a year, and which of them were overridden.

Five queries at most, whatever the number of nominations. A finding is kept and recognised by its
Vietnamese sentence, whatever language the page speaks: other figures make another finding.
"""

import datetime as dt
from collections import Counter
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import OuterRef
from django.db.models.functions import JSONObject
from django.utils import translation
from django.utils.dateparse import parse_datetime

from pledges.commending import Span
from pledges.progress_figures import progress_of

from .conditions import EXCELLENT, conditions_of, is_flag
from .earlier import History, read_history
from .eligibility import Candidate, eligibility
from .law import Law
from .models import FindingOverride, Method, Nomination, NominationState
from .proposing import GOVERNMENT_FLAG, PROVINCE_FLAG, places_of
from .rules import (
    Finding,
    Given,
    considered,
    nominated_once,
    not_awarded_already,
    one_nominee_of_a_bloc,
    voted_on,
    within_the_quota,
)
from .thresholds import needed


@dataclass(frozen=True)
class Override:
    """Who overrode a finding, when and why; `organisation` is that of the chair, "" of staff."""

    rule: str
    sentence: str
    reason: str
    is_hard: bool
    at: dt.datetime
    by: str
    organisation: str


@dataclass(frozen=True)
class Noted:
    """A finding in the language of the page and as it is kept; `override` is None while open."""

    shown: Finding
    kept: Finding
    override: Override | None = None

    @property
    def is_open(self):
        return self.override is None


@dataclass(frozen=True)
class Facts:
    """Everything the rules ask about the nominations of a year."""

    case: object
    quota: object
    history: History
    progress: object
    nominations: tuple


def findings_of(case, nominations, quota=None):
    """Return {nomination pk: (Noted, …)} of the nominations that are not given up nor submitted.

    `case` comes from `case_of`, the nominations from `nominations_of`; `quota` is the answer of the
    law where it is at hand. Without an announced standing there is nothing to judge by.
    """
    waiting = [each for each in nominations if is_judged(each)]
    if not waiting or case.announced is None:
        return {}
    facts = _read(case, waiting, quota or quota_of(case))
    shown = judge(facts)
    with translation.override("vi"):
        kept = judge(facts)
    return {each.pk: _noted(each, shown[each.pk], kept[each.pk]) for each in waiting}


def is_judged(nomination):
    return nomination.state == NominationState.PROPOSED and nomination.seat_id is not None


def judge(facts):
    """Return {nomination pk: [Finding, …]} in the language that is active. Pure."""
    places = _places_on_the_lists(facts)
    return {each.pk: _of_one(each, facts, places[each.pk]) for each in facts.nominations}


def _noted(nomination, shown, kept):
    overridden = {(row.rule, row.sentence): row for row in overrides_of(nomination)}
    return tuple(
        Noted(one, other, overridden.get((other.rule, other.sentence)))
        for one, other in zip(shown, kept, strict=True)
    )


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
    if flag:
        found += voted_on(name, votes_of(nomination), clause=clause)
    return found


def votes_of(nomination):
    """(agree, all who may vote, needed) of the ballot of a nomination, or None without one."""
    if nomination.ballot is None or nomination.agree is None:
        return None
    least = needed(nomination.ballot.threshold, nomination.eligible)
    return nomination.agree, nomination.eligible, least


def _candidate(nomination, facts, conditions):
    case, organisation = facts.case, nomination.seat.organisation_id
    place = case.announced.by_seat.get(nomination.seat_id)
    lineage = case.lineage(organisation)
    years = sorted({year for one in lineage for year in facts.history.years.get(one, ())})
    return Candidate(
        member=nomination.member_name,
        year=case.year.year,
        rank=place and place.rank,
        percents=_percents(facts.progress, nomination.seat_id) if conditions.must_exceed else (),
        disqualifications=case.against(nomination.seat_id, flag=is_flag(nomination.kind)),
        years=tuple(years),
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
    by_seat = facts.case.announced.by_seat

    def order(each):
        place = by_seat.get(each.seat_id)
        return (place is None or place.rank is None, (place and place.rank) or 0, each.position)

    counted, found = Counter(), {}
    for each in sorted(facts.nominations, key=order):
        counted[each.kind_id] += 1
        found[each.pk] = counted[each.kind_id]
    return found


def _within_numbers(nomination, facts, place, conditions):
    """R2 of a bloc: one nominee for the Government's flag, and what the quota of its size says."""
    kind, name, quota = nomination.kind, nomination.member_name, facts.quota
    if kind.code == GOVERNMENT_FLAG:
        names = [n.member_name for n in facts.nominations if n.kind_id == kind.pk]
        return one_nominee_of_a_bloc(names, clause=conditions.clause) if place > 1 else []
    most = places_of(quota.quota).get(kind.code) if quota.is_known else None
    if most is None:
        return []
    why = quota.sentence
    return within_the_quota(name, kind.name, place, most, clause=quota.clause, why=why)


def _awarded(nomination, facts):
    """The award that is proposed and those the member has, as the rule against two compares them.

    A bloc nominates for the regular achievement of the year: every regular award of that year is
    for the same one, in whatever words.
    """
    year, name = facts.case.year.year, nomination.member_name
    held = [
        award
        for one in sorted(facts.case.lineage(nomination.seat.organisation_id))
        for award in facts.history.awards.get(one, ())
    ]
    texts = {text for text, _award in held}
    regular = str(Method.REGULAR)
    achievement = "; ".join(sorted(texts))
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


def quota_of(case):
    """What a bloc of this size may propose in the year: one query."""
    return Law().quota_for(case.year.bloc.province, case.size, case.year.year)


def _read(case, nominations, quota):
    organisations = {one for each in nominations for one in case.lineage(each.seat.organisation_id)}
    exceeding = any(each.kind.code == GOVERNMENT_FLAG for each in nominations)
    return Facts(
        case=case,
        quota=quota,
        history=read_history(organisations, case.year.year),
        progress=progress_of(case.year, period=Span.YEAR) if exceeding else None,
        nominations=tuple(nominations),
    )


def nominations_of(year):
    """The nominations of a year with all that lists, rules and papers ask: one query."""
    rows = FindingOverride.objects.filter(nomination=OuterRef("pk")).order_by("pk")
    override = JSONObject(
        rule="rule", sentence="sentence", reason="reason", is_hard="is_hard", at="at",
        by="by__full_name", organisation="act__organisation__name",
    )  # fmt: skip
    nominations = Nomination.objects.filter(emulation_year=year).annotate(
        overridden=ArraySubquery(rows.values(row=override))
    )
    nominations = nominations.select_related(
        "kind__basis", "seat__organisation", "ballot", "source", "report"
    )
    return nominations.order_by("kind__position", "position", "pk")


def overrides_of(nomination):
    """Return the Overrides of a nomination that comes from `nominations_of`, oldest first."""
    return [
        Override(
            **{**row, "at": parse_datetime(row["at"]), "organisation": row["organisation"] or ""}
        )
        for row in nomination.overridden
    ]
