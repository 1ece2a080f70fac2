"""What becomes of awards: they are handed over, or revoked."""

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from accounts.evidence import because
from accounts.refusal import Refused
from blocs.workflow.locks import refusing

from ..models import Award
from .deciding import held_decision


@transaction.atomic
def hand_over_awards(decision, *, awards, handed_on, occasion, by, at):
    """Record when and on which occasion awards (keys) of a decision were handed over.

    What was recorded before is corrected by it. Raises Refused for a day before the decision or in
    the future, and for awards that were revoked.
    """
    decision = held_decision(decision)
    if not decision.dated <= handed_on <= timezone.localdate(at):
        raise Refused(_("Awards are handed over from the day of the decision on, until today."))
    rows = list(decision.awards.filter(pk__in=awards).order_by("pk"))
    if not rows or len(rows) != len(set(awards)):
        raise Refused(_("Choose awards of this decision, one at least."))
    if any(row.revoked_on for row in rows):
        raise Refused(_("A revoked award is not handed over."))
    with because(by, occasion), refusing():
        for row in rows:
            row.handed_on, row.occasion = handed_on, occasion
            row.save()
    return rows


@transaction.atomic
def revoke_award(award, *, revoked_on, revoke_document, revoke_reason, by, at):
    """Record that an award was revoked (Luật 06/2022, Art. 93); it stays readable, struck through.

    Its money is to be returned. Raises Refused a second time, or for a day outside its life.
    """
    decision = held_decision(award.decision)
    award = Award.objects.get(pk=award.pk)
    if award.revoked_on:
        raise Refused(_("This award is revoked already."))
    if not decision.dated <= revoked_on <= timezone.localdate(at):
        raise Refused(_("An award is revoked from the day of the decision on, until today."))
    if not (revoke_document.strip() and revoke_reason.strip()):
        raise Refused(_("A revocation has a decision and a reason."))
    award.revoked_on, award.revoke_document = revoked_on, revoke_document
    award.revoke_reason = revoke_reason
    with because(by, revoke_reason), refusing():
        award.save()
    return award
