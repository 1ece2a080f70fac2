"""The private address of a person's calendar: signed, kept nowhere, void once it is renewed."""

from django.core.signing import BadSignature, Signer
from django.db import transaction

from .backends import may_sign_in
from .models import User

_signer = Signer(salt="accounts.calendar", sep=".")


def calendar_token(person):
    """The part of the address that opens this person's calendar, the same until it is renewed."""
    return _signer.sign_object([person.pk, person.calendar_version])


def owner_of(token):
    """Whose calendar a token opens; None for one that is wrong or void, or of a shut account."""
    try:
        pk, version = _signer.unsign_object(token)
    except (BadSignature, ValueError, TypeError):
        return None
    person = User.objects.filter(pk=pk, calendar_version=version).first()
    return person if person and may_sign_in(person) else None


@transaction.atomic
def renew_calendar(person):
    """Make every earlier address void; return the person, whose token is a new one."""
    person = User.objects.select_for_update().get(pk=person.pk)
    person.calendar_version += 1
    person.save(update_fields=["calendar_version"])
    return person
