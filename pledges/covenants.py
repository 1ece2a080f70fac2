"""The covenant as other work rests on it: what is in force, and what it asks of a member."""

from django.db.models import Prefetch, Q

from .models import Commitment, CovenantState, CovenantVersion, Target


def covenant_in_force(year):
    """Return the CovenantVersion in force for a year, or None.

    While an amendment is drawn up or signed, the version before it is still in force.
    """
    versions = CovenantVersion.objects.select_related("covenant__emulation_year__bloc")
    return versions.filter(covenant__emulation_year=year, state=CovenantState.IN_FORCE).first()


def last_covenant(year):
    """Return the version that holds or held at the end: in force, else the last one closed."""
    versions = CovenantVersion.objects.select_related("covenant__emulation_year__bloc")
    versions = versions.filter(covenant__emulation_year=year, in_force_on__isnull=False)
    return versions.order_by("number").last()


def commitments_of(version, seat):
    """The commitments that concern a member, in order, each with `own_targets`: that member's."""
    own = Prefetch("targets", Target.objects.filter(seat=seat), to_attr="own_targets")
    commitments = Commitment.objects.filter(covenant_version=version)
    return commitments.filter(Q(seat=None) | Q(seat=seat)).prefetch_related(own)
