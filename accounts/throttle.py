"""Sign-in is slowed down for a name at an address, and more slowly for a name from anywhere.

Never for an address alone: a whole office may stand behind one router. django-axes keeps the
failures and stops the attempt; its own count knows one window only, so the counting is here.
"""

import datetime as dt
import ipaddress

from axes.handlers.database import AxesDatabaseHandler
from axes.helpers import get_client_username
from axes.models import AccessFailureLog
from axes.utils import reset
from django.conf import settings
from django.db.models import Q

from .models import User, fold

HERE = 10, dt.timedelta(minutes=15)
ANYWHERE = 50, dt.timedelta(hours=1)
KEPT = dt.timedelta(days=90)


class SignInThrottle(AxesDatabaseHandler):
    """Ten failures within 15 minutes at one address, fifty within an hour anywhere, then 429.

    What is tried while the name waits is not counted: it does not make the wait longer.
    """

    def get_failures(self, request, credentials=None):
        """Return at least `AXES_FAILURE_LIMIT` when this name has to wait at this address."""
        name, now = get_client_username(request, credentials), request.axes_attempt_time
        here = {"username": name, "ip_address": request.axes_ip_address}
        for (limit, window), where in [(ANYWHERE, {"username": name}), (HERE, here)]:
            failures = AccessFailureLog.objects.filter(attempt_time__gt=now - window, **where)
            if failures.count() >= limit:
                request.sign_in_wait = window
                return settings.AXES_FAILURE_LIMIT
        return 0

    def reset_user_attempts(self, request, credentials=None):
        """A sign-in forgives the failures of that name at that address, no others."""
        name = get_client_username(request, credentials)
        here = {"username": name, "ip_address": request.axes_ip_address}
        AccessFailureLog.objects.filter(**here).delete()
        return super().reset_user_attempts(request, credentials)

    def reset_attempts(self, *, ip_address=None, username=None, ip_or_username=False):
        log = AccessFailureLog.objects.all()
        if ip_or_username:
            log = log.filter(Q(ip_address=ip_address) | Q(username=username))
        else:
            log = log.filter(**({"ip_address": ip_address} if ip_address else {}))
            log = log.filter(**({"username": username} if username else {}))
        log.delete()
        return super().reset_attempts(
            ip_address=ip_address, username=username, ip_or_username=ip_or_username
        )

    def remove_out_of_limit_failure_logs(self, *, username, limit=None):
        """Drop by age: axes drops by number, the newest first, and so would forget an attack."""
        log = AccessFailureLog.objects.order_by("-attempt_time")
        if newest := log.filter(username=username).first():
            log.filter(attempt_time__lt=newest.attempt_time - KEPT).delete()
        return 0


def forgive(person):
    """Let a person who has just set a new password through one of our links sign in at once."""
    reset(username=person.username)


def counted_name(request, credentials):
    """Return the name that failures are counted under: a person's e-mail counts as their name."""
    name = fold((credentials or {}).get("username") or "")
    person = User.objects.named(name) if "@" in name else None
    return person.username if person else name[:255]


def client_address(request):
    """Return the client's address, or None where there is none (a socket, a test).

    Behind our proxy it is the last entry of X-Forwarded-For: that one the proxy wrote itself,
    those before it are whatever the client claims.
    """
    address = request.META.get("REMOTE_ADDR", "")
    if settings.BEHIND_PROXY:
        address = request.META.get("HTTP_X_FORWARDED_FOR", "").rsplit(",", 1)[-1] or address
    try:
        return str(ipaddress.ip_address(address.strip()))
    except ValueError:
        return None


def wait(request):
    """Return how long the window is that made this request wait; otherwise the shorter one."""
    return getattr(request, "sign_in_wait", HERE[1])
