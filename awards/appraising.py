"""What the rules find about a nomination that the province has before it, with what it holds.

Sentences are kept in Vietnamese where they are overridden, and shown in the language of the page.
"""

import datetime as dt
import hashlib
from dataclasses import dataclass

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import OuterRef, Q
from django.db.models.functions import JSONObject
from django.utils.dateparse import parse_datetime
from django.utils.translation import gettext as _
from django.utils.translation import override

from scoring.models import Disqualification

from .eligibility import Candidate, Conditions, eligibility
from .models import Award, AwardType, FindingOverride, Method, Recipient
from .overview import GOVERNMENT_FLAG, government_flag
from .rules import Finding, Given, one_nominee_of_a_bloc
from .thresholds import is_reached, needed


@dataclass(frozen=True)
class Overridden:
    """Who overrode a finding when, and why."""

    reason: str
    by: str
    at: dt.datetime


@dataclass(frozen=True)
class Found:
    """A finding as the page says it, the sentence that is kept, and what overrode it, if anything.

    `mark` is the short form under which a form names it.
    """

    finding: Finding
    sentence: str
    override: Overridden | None = None

    @property
    def mark(self):
        whole = f"{self.finding.rule}:{self.sentence}"
        return hashlib.sha256(whole.encode()).hexdigest()[:12]

    @property
    def stops(self):
        """Whether it is a limit of the law that nobody has overridden."""
        return self.finding.is_hard and self.override is None


def achievement_of(year):
    """The achievement for which a member is commended by its bloc, as awards are recorded."""
    return f"Thành tích xuất sắc trong phong trào thi đua năm {year}"


def with_facts(nominations):
    """Bring with each nomination what the rules ask about it, and what was overridden."""
    barred = Disqualification.objects.filter(
        emulation_year=OuterRef("emulation_year"), seat=OuterRef("seat"), revoked=None
    )
    overridden = FindingOverride.objects.filter(nomination=OuterRef("pk")).order_by("pk")
    override = JSONObject(
        rule="rule", sentence="sentence", reason="reason", by="by__full_name", at="at"
    )
    award = JSONObject(achievement="achievement", method="method", year="year", award="kind__name")
    return nominations.select_related(
        "kind__basis", "ballot", "seat__organisation", "emulation_year__bloc__province"
    ).annotate(
        barred=ArraySubquery(
            barred.order_by("pk").values(row=JSONObject(facts="facts", document="document"))
        ),
        overridden=ArraySubquery(overridden.values(row=override)),
        earlier=ArraySubquery(_earlier().order_by("pk").values(row=award)),
    )


def _earlier():
    """Awards that stand of the member in the same year, without the one of the nomination."""
    rows = Award.objects.valid().filter(
        Q(organisation=OuterRef("seat__organisation"))
        | Q(organisation_name=OuterRef("seat__organisation__name")),
        year=OuterRef("emulation_year__year"),
        recipient=Recipient.COLLECTIVE,
    )
    return rows.exclude(nomination=OuterRef("pk"))


def findings_of(nominations, *, today):
    """Return {nomination: [Found, …]} for `with_facts` nominations of one year: three queries."""
    nominations = list(nominations)
    if not nominations:
        return {}
    year = nominations[0].emulation_year
    flag = government_flag(year.bloc.province, year.year, today=today)
    return {row.pk: _found(row, flag) for row in nominations}


def _found(row, flag):
    shown = _findings(row, flag)
    with override("vi"):
        kept = _findings(row, flag)
    known = {(each["rule"], each["sentence"]): each for each in row.overridden}
    found = []
    for one, two in zip(shown, kept, strict=True):
        over = known.get((two.rule, two.sentence))
        found.append(Found(one, two.sentence, over and _overridden(over)))
    return found


def _overridden(row):
    return Overridden(row["reason"], row["by"], parse_datetime(row["at"]))


def _findings(row, flag):
    """What the rules say of one nomination, in the language of the moment."""
    name, kind, year = row.member_name, row.kind, row.emulation_year.year
    candidate = Candidate(
        name,
        year,
        row.rank,
        disqualifications=tuple("{facts} ({document})".format(**each) for each in row.barred),
        earlier=tuple(Given(name, **each) for each in row.earlier),
    )
    must_lead = kind.type == AwardType.FLAG
    conditions = Conditions(kind.name, kind.clause_text, must_lead=must_lead)
    proposed = Given(name, achievement_of(year), Method.REGULAR, year, kind.name)
    found = eligibility(candidate, conditions, proposed)
    if kind.code == GOVERNMENT_FLAG:
        found += _of_the_flag(row, flag)
    return found + _votes(row)


def _of_the_flag(row, flag):
    """R2: of the bloc one nominee, of the province no more than the share."""
    rivals = [*flag.nominees, *flag.coming]
    own = [each.member_name for each in rivals if each.emulation_year_id == row.emulation_year_id]
    share = flag.answer
    found = one_nominee_of_a_bloc(own, clause=share.clause, certain=share.is_certain)
    return found + flag.findings


def _votes(nomination):
    """R6: the ballot of the bloc gave as many votes as its own rule asks for."""
    ballot, eligible = nomination.ballot, nomination.eligible
    if ballot is None or not eligible or is_reached(ballot.threshold, nomination.agree, eligible):
        return []
    words = {
        "member": nomination.member_name,
        "agree": nomination.agree,
        "eligible": eligible,
        "needed": needed(ballot.threshold, eligible),
    }
    sentence = _(
        "%(member)s has %(agree)s of %(eligible)s votes of all who may vote, and %(needed)s are "
        "needed."
    )
    return [Finding("R6", ballot.basis, sentence % words)]
