"""The findings of the rules about every nomination of a year, and which of them were overridden.

The one place where bloc and province judge. Four queries at most, whatever the number of
nominations. A finding is kept and recognised by its Vietnamese sentence, whatever language the page
speaks: other figures make another finding.
"""

import datetime as dt
import hashlib
from dataclasses import dataclass

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import OuterRef
from django.db.models.functions import JSONObject
from django.utils import translation
from django.utils.dateparse import parse_datetime

from pledges.commending import Span
from pledges.progress_figures import progress_of

from .earlier import read_history
from .government_flag import flag_of
from .judging import Facts, judge
from .law import Law
from .models import FindingOverride, Nomination, NominationState
from .proposing import GOVERNMENT_FLAG
from .rules import Finding
from .shares import shares_of

WITH_THE_PROVINCE = (NominationState.SUBMITTED, NominationState.APPRAISED)
JUDGED = (NominationState.PROPOSED, *WITH_THE_PROVINCE)


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
        """Whether somebody has to say why it does not stand in the way."""
        return self.override is None and not self.kept.is_note

    @property
    def holds_the_list(self):
        """Whether the bloc cannot submit: what concerns the province as a whole it is only told."""
        return self.is_open and not self.kept.is_of_province

    @property
    def stops(self):
        """Whether it is a limit of the law that stands against this very nomination."""
        return self.holds_the_list and self.kept.is_hard

    @property
    def stops_the_council(self):
        """Whether it is a limit of the law on all that the province proposes to the State."""
        return self.is_open and self.kept.is_hard and self.kept.is_of_province

    @property
    def is_the_provinces(self):
        """Whether the province alone overrides it."""
        return self.kept.is_hard or self.kept.is_of_province

    @property
    def mark(self):
        """The short form under which a form names it: of exactly this sentence."""
        whole = f"{self.kept.rule}:{self.kept.sentence}"
        return hashlib.sha256(whole.encode()).hexdigest()[:12]


def findings_of(case, nominations, quota=None):
    """Return {nomination pk: (Noted, …)} of the nominations that wait, until the council's answer.

    `case` comes from `case_of`, `nominations` are all of its year, from `nominations_of`; `quota`
    is the answer of the law where it is at hand. What is not submitted is judged by the announced
    standing, and not without one.
    """
    standing = tuple(each for each in nominations if each.seat_id and not each.is_given_up)
    judged = tuple(each for each in standing if is_judged(each, case))
    if not judged:
        return {}
    facts = _read(case, standing, judged, quota)
    shown = judge(facts)
    with translation.override("vi"):
        kept = judge(facts)
    return {each.pk: _noted(each, shown[each.pk], kept[each.pk]) for each in judged}


def is_judged(nomination, case):
    waits = nomination.state in WITH_THE_PROVINCE or (is_listed(nomination) and case.announced)
    return bool(waits and nomination.seat_id)


def is_listed(nomination):
    """Whether it is on the bloc's list, of a known member, and not submitted."""
    return nomination.state == NominationState.PROPOSED and nomination.seat_id is not None


def notes_of(noted):
    """What is no condition of one line, a sentence each, once for all nominations of a list.

    What is to be looked up by hand, and what concerns all blocs of the province.
    """
    rows = (each for found in noted.values() for each in found)
    told = (each for each in rows if each.kept.is_note or each.kept.is_of_province)
    return list(dict.fromkeys(each.shown.sentence for each in told if each.override is None))


def _noted(nomination, shown, kept):
    overridden = {(row.rule, row.sentence): row for row in overrides_of(nomination)}
    return tuple(
        Noted(one, other, overridden.get((other.rule, other.sentence)))
        for one, other in zip(shown, kept, strict=True)
    )


def quota_of(case):
    """What a bloc of this size may propose in the year: one query."""
    return Law().quota_for(case.year.bloc.province, case.size, case.year.year)


def _read(case, standing, judged, quota):
    law, year, province = Law(shares=shares_of(case.share_rows)), case.year, case.year.bloc.province
    organisations = {one for each in judged for one in case.lineage(each.seat.organisation_id)}
    for_the_flag = any(each.kind.code == GOVERNMENT_FLAG for each in judged)
    flag = None
    if for_the_flag and province:
        flag = flag_of(case.flag_lines, year.year, today=case.on, law=law)
    return Facts(
        case=case,
        quota=quota or law.quota_for(province, case.size, year.year),
        flag=flag,
        history=read_history(organisations, year.year),
        progress=progress_of(year, period=Span.YEAR) if for_the_flag else None,
        nominations=standing,
        judged=judged,
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


def past_overrides(nomination, noted):
    """The Overrides of what the rules no longer find: of other figures, or before the council."""
    known = {each.override for each in noted}
    return [each for each in overrides_of(nomination) if each not in known]
