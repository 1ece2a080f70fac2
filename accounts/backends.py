"""Sign-in by user name or e-mail address."""

from django.conf import settings
from django.contrib.auth.backends import BaseBackend
from django.db.models import Count, Q

from .models import User


class NameOrEmailBackend(BaseBackend):
    """Accept the user name or e-mail address, in any case, with the password."""

    def authenticate(self, request, username=None, password=None):
        """Return the person, or None; the time it takes does not tell whether the name exists."""
        if not username or not password:
            return None
        person = User.objects.named(username)
        if person is None or not may_sign_in(person):
            User().set_password(password)  # as much work as a comparison
            return None
        return person if person.check_password(password) else None

    def get_user(self, user_id):
        """Return the person of a live session, or None as soon as they may no longer sign in."""
        unread = Count("personal_notices", filter=Q(personal_notices__read_at=None))
        people = User.objects.annotate(unread_notices=unread)  # for the header of every page
        person = people.filter(pk=user_id).first()
        return person if person and may_sign_in(person) else None


def may_sign_in(person):
    """Accounts of the demonstration are shut unless the site is one (DEMO)."""
    return person.is_active and (settings.DEMO or not person.is_demo)
