"""Decisions on awards: made from passed nominations, corrected, declared void."""

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from accounts.evidence import because
from accounts.refusal import Refused
from blocs.workflow.locks import SENTENCES, refusing
from files.storing import store

from ..deciding import COLLECTIVE, plan_of
from ..law import Law
from ..models import Award, Decision, Method, Nomination, NominationState
from .moving import held_nominations, move

SENTENCES |= {
    "decision_is_entered_once": lambda: _(
        "A decision of this number and day is recorded already: open it instead."
    ),
}


@transaction.atomic
def decide(province, *, nominations, achievement, fingerprint=None, by, at, **fields):
    """Record a decision on passed nominations (keys) and the awards that follow; return it.

    `fields`: number, dated, issuer, signer, signer_position, subject. Each award bears the name of
    its organisation on that day and the money of that day. `fingerprint` is that of the plan that
    was shown. Raises Refused for what the council has not passed, or a kind not given on that day.
    """
    rows = held_nominations(nominations)
    _check(rows, province, fields["dated"], at)
    plan = plan_of(rows, dated=fields["dated"], achievement=achievement)
    if fingerprint is not None and fingerprint != plan.fingerprint:
        raise Refused(_("Something has changed meanwhile. Look again at what will be recorded."))
    with because(by, fields["number"]), refusing():
        decision = Decision.objects.create(province=province, **fields)
        for line in plan.lines:
            _award(decision, line, achievement)
            move(line.nomination, NominationState.DECIDED, by=by, at=at, why=decision.number)
    return decision


@transaction.atomic
def correct_decision(decision, *, why, upload=None, by, at, **fields):
    """Correct what was typed wrongly of a decision, for a reason that is shown.

    With another day, names and money are those of that day; an award handed over or revoked before
    it stands against that. Of awards that no bloc nominated only the money follows the day.
    """
    decision = held_decision(decision)
    _say_why(why)
    dated = fields.get("dated", decision.dated)
    moved = dated != decision.dated
    if dated > timezone.localdate(at):
        raise Refused(_("The decision is dated in the future."))
    for name, value in fields.items():
        setattr(decision, name, value)
    decision.corrected_at, decision.corrected_why = at, why.strip()
    with because(by, why), refusing():
        if upload:
            decision.file = store(upload, by=by, at=at)
        decision.save()
        if moved:
            _follow_the_day(decision)
    return decision


@transaction.atomic
def void_decision(decision, *, why, by, at):
    """Declare a decision void that should not have been entered; it stays readable, marked.

    Its nominations are passed ones without decision again. Raises Refused once an award of it was
    handed over or revoked: what has happened is corrected instead.
    """
    decision = held_decision(decision)
    _say_why(why)
    awards = list(decision.awards.order_by("pk"))
    if any(award.handed_on or award.revoked_on for award in awards):
        raise Refused(_("Awards of it were handed over or revoked: correct the decision instead."))
    keys = {award.nomination_id for award in awards} - {None}
    with because(by, why), refusing():
        decision.void_at, decision.void_why = at, why.strip()
        decision.save()
        Award.objects.filter(decision=decision).update(nomination=None)
        for row in held_nominations(keys):
            move(row, NominationState.PASSED, by=by, at=at, why=why.strip())
    return decision


@transaction.atomic
def add_decision_scan(decision, *, upload, by, at):
    """File the signed decision; a newer scan takes the place of an older one."""
    decision = held_decision(decision)
    with because(by):
        decision.file = store(upload, by=by, at=at)
        decision.save()
    return decision


def held_decision(decision):
    """Lock a decision and read it as it now stands; refuse one whose entry is void."""
    decision = Decision.objects.select_for_update(no_key=True).get(pk=decision.pk)
    if decision.void_at:
        raise Refused(_("The entry of this decision is void: nothing of it changes any more."))
    return decision


def _say_why(why):
    if not why.strip():
        raise Refused(_("Say why: the reason stands on the page of the decision."))


def _check(rows, province, dated, at):
    if not rows:
        raise Refused(_("Choose what is decided on: one nomination at least."))
    if dated > timezone.localdate(at):
        raise Refused(_("The decision is dated in the future."))
    for row in rows:
        here = row.emulation_year.bloc.province_id == province.pk
        if row.state != NominationState.PASSED or not here:
            words = {"name": row.member_name}
            raise Refused(_("%(name)s was not passed by the council, or is decided.") % words)


def _award(decision, line, achievement):
    if line.kind is None:
        raise Refused(line.findings[-1].sentence)
    row = line.nomination
    if line.kind.recipient != COLLECTIVE:
        words = {"kind": line.kind.label}
        raise Refused(_("%(kind)s: a bloc nominates its members, not persons.") % words)
    return Award.objects.create(
        decision=decision,
        kind=line.kind,
        nomination=row,
        emulation_year=row.emulation_year,
        year=row.emulation_year.year,
        recipient=COLLECTIVE,
        recipient_class=COLLECTIVE,
        method=Method.REGULAR,
        organisation=line.organisation,
        organisation_name=line.name,
        achievement=achievement,
        money=line.money.amount,
    )


def _follow_the_day(decision):
    _follow_of_nominations(decision)
    if decision.is_historical:  # of past records nobody knows what was paid
        return
    law = Law()
    direct = decision.awards.select_related("kind").filter(nomination=None).exclude(money=None)
    for award in direct:
        award.money = law.money(award.kind, decision.dated).amount
        award.save()


def _follow_of_nominations(decision):
    """Names, kinds and money of the awards that came from nominations, as of the new day."""
    awards = {row.nomination_id: row for row in decision.awards.exclude(nomination=None)}
    for award in awards.values():
        if any(day and day < decision.dated for day in (award.handed_on, award.revoked_on)):
            raise Refused(_("An award was handed over or revoked before this day."))
    rows = Nomination.objects.filter(pk__in=awards).select_related(
        "kind__basis", "seat__organisation", "emulation_year__bloc"
    )
    for line in plan_of(list(rows), dated=decision.dated, achievement="").lines:
        if line.kind is None:
            raise Refused(line.findings[-1].sentence)
        award = awards[line.nomination.pk]
        award.kind, award.money = line.kind, line.money.amount
        award.organisation, award.organisation_name = line.organisation, line.name
        award.save()
