"""The verbs that change a person's account. Who may use them is decided by the callers."""

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from .evidence import because
from .models import User, fold
from .refusal import Refused


@transaction.atomic
def create_person(*, username, full_name, email="", phone="", is_demo=False, by, at=None):
    """Store a person who cannot sign in until they set a password through a one-time link.

    Raises `ValidationError` for a user name or e-mail address that is taken or malformed.
    """
    person = User(
        username=fold(username),
        full_name=full_name,
        email=email,
        phone=phone,
        is_demo=is_demo,
        created_at=at or timezone.now(),
    )
    person.set_unusable_password()
    person.full_clean()
    with because(by):
        person.save(force_insert=True)
    return person


@transaction.atomic
def update_person(person, *, by, why="", **changes):
    """Change full_name, email, phone, username or language; raise `ValidationError` as above."""
    if unknown := changes.keys() - {"full_name", "email", "phone", "username", "language"}:
        raise TypeError(f"update_person does not change {', '.join(sorted(unknown))}")
    person = _lock(person)
    if "username" in changes:
        changes["username"] = fold(changes["username"])
    for name, value in changes.items():
        setattr(person, name, value)
    person.full_clean(exclude=["password"])
    with because(by, why):
        person.save()
    return person


@transaction.atomic
def deactivate(person, *, by, why):
    """Shut the account: live sessions end with their next request. Nobody shuts their own."""
    if by and by.pk == person.pk:
        raise Refused(_("You cannot close your own account: ask another administrator."))
    return _set_active(person, False, by=by, why=why)


@transaction.atomic
def reactivate(person, *, by, why):
    """Open an account again; the password is the one it had."""
    return _set_active(person, True, by=by, why=why)


def _set_active(person, is_active, *, by, why):
    person = _lock(person)
    if not why.strip():
        raise Refused(_("Give the reason: it is kept with the change."))
    if person.is_active == is_active:
        state = _("This account is open already.") if is_active else _("It is closed already.")
        raise Refused(state)
    person.is_active = is_active
    with because(by, why.strip()):
        person.save(update_fields=["is_active"])
    return person


def _lock(person):
    return User.objects.select_for_update().get(pk=person.pk)
