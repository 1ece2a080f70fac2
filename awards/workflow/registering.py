"""Decisions that came past any bloc, and mistakes in the registry: recorded and corrected by staff.

Lifelong, extraordinary, thematic awards and those of the vertical line are entered here, each with
all dimensions of the statistics (R9). A mistake is corrected with a reason; evidence keeps both.
"""

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from accounts.evidence import because
from accounts.refusal import Refused
from blocs.workflow.locks import SENTENCES, refusing
from files.storing import store

from ..law import Law
from ..models import Award, Decision
from ..rows import keys_of
from .deciding import held_decision

SENTENCES |= {
    "decision_has_a_signer": lambda: _("Write who signed the decision."),
    "award_is_of_a_collective_or_a_person": lambda: _(
        "Of a person say the full name, sex and class; of a collective none of them."
    ),
}


@transaction.atomic
def record_decision(province, *, rows=(), upload=None, by, at, **fields):
    """Record a decision as it was signed, with its awards (`AwardRow`), and return it.

    `fields` are those of Decision. `is_historical` marks a decision of the past, entered from old
    files. Raises Refused where it is entered already or lies in the future.
    """
    _not_to_come(fields["dated"], at)
    with because(by), refusing():
        file = store(upload, by=by, at=at) if upload else None
        decision = Decision.objects.create(province=province, file=file, **fields)
        _add(decision, rows)
    return decision


@transaction.atomic
def add_awards(decision, *, rows, by):
    """Add awards to a decision on record, and return them. Raises Refused for one that is there."""
    decision = held_decision(decision)
    with because(by), refusing():
        return _add(decision, rows)


@transaction.atomic
def correct_award(award, *, row, why, by, at):
    """Put right what is recorded of an award, from an `AwardRow`. Raises Refused.

    Kind and recipient of an award that a bloc nominated follow from its nomination.
    """
    decision = held_decision(award.decision)
    award = Award.objects.select_related("kind").get(pk=award.pk)
    if award.nomination_id and row.kind.code != award.kind.code:
        raise Refused(_("The kind of this award follows from its nomination by the bloc."))
    if row.key in keys_of(decision.awards.exclude(pk=award.pk)):
        raise Refused(_there(row))
    if row.kind.pk != award.kind_id:
        award.money = _money(Law(), row.kind, decision)
    award.recipient = row.kind.recipient
    for name in row.__dataclass_fields__:
        setattr(award, name, getattr(row, name))
    with because(by, _reason(why)), refusing():
        award.save()
        _note(decision, why, at)
    return award


@transaction.atomic
def remove_award(award, *, why, by, at):
    """Take out an award that was entered by mistake; what really was given is revoked instead."""
    decision = held_decision(award.decision)
    award = Award.objects.get(pk=award.pk)
    if not award.may_be_removed:
        raise Refused(_("Something rests on this award: have it revoked by a decision instead."))
    with because(by, _reason(why)):
        award.delete()
        _note(decision, why, at)


@transaction.atomic
def publish_decision(decision, *, announcement, by):
    """Let everybody who signs in find the decision and its awards. Raises Refused without any."""
    decision = held_decision(decision)
    if not decision.awards.exists():
        raise Refused(_("The decision has no awards yet. Enter them first."))
    with because(by):
        decision.is_public, decision.announcement = True, announcement
        decision.save()
    return decision


@transaction.atomic
def take_back_decision(decision, *, why, by):
    """Show a decision again only to those who read its province."""
    decision = held_decision(decision)
    if not decision.is_public:
        raise Refused(_("The decision is not public."))
    with because(by, _reason(why)):
        decision.is_public = False
        decision.save()
    return decision


def _note(decision, why, at):
    """Who reads the decision sees that something of it was put right, when and why."""
    decision.corrected_at, decision.corrected_why = at, why
    decision.save()


def _add(decision, rows):
    law, known, made = Law(), keys_of(decision.awards.all()), []
    for row in rows:
        if row.key in known:
            raise Refused(_there(row))
        if row.year > decision.dated.year:
            raise Refused(_("The year of the achievement lies after the decision."))
        known.add(row.key)
        made.append(row.award(decision, money=_money(law, row.kind, decision)))
    for award in made:
        award.save()
    return made


def _money(law, kind, decision):
    """By the day of the decision (R7); of past records nobody knows what was paid."""
    return None if decision.is_historical else law.money(kind, decision.dated).amount


def _not_to_come(dated, at):
    if dated > timezone.localdate(at):
        raise Refused(_("The day of the decision lies in the future."))


def _reason(why):
    if not why.strip():
        raise Refused(_("Say why it is corrected."))
    return why


def _there(row):
    words = {"name": row.person_name or row.organisation_name, "kind": row.kind.name}
    return _("“%(name)s” has “%(kind)s” of that year in this decision already.") % words
