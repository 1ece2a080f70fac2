"""One-time links through which a person sets a password: handed over by staff, or mailed."""

import datetime as dt

from django.conf import settings
from django.contrib.auth.tokens import default_token_generator
from django.core.mail import EmailMessage
from django.db import transaction
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import translation
from django.utils.encoding import force_bytes
from django.utils.http import urlsafe_base64_encode
from django.utils.translation import gettext as _

from .backends import may_sign_in
from .models import PasswordLink, User
from .refusal import Refused

HOURS = settings.PASSWORD_RESET_TIMEOUT // 3600
BETWEEN_MAILS = dt.timedelta(minutes=5)


@transaction.atomic
def make_link(person, *, by, at):
    """Return the path of a link that sets the person's password once, within 24 hours.

    That it was made, when and by whom (None: the person, by e-mail) is kept; the link is not.
    Raises `Refused` for somebody who may not sign in anyway.
    """
    person = User.objects.select_for_update().get(pk=person.pk)
    if not may_sign_in(person):
        raise Refused(_("This account is closed: open it first, then make the link."))
    PasswordLink.objects.create(user=person, made_by=by, made_at=at)
    uid = urlsafe_base64_encode(force_bytes(person.pk))
    token = default_token_generator.make_token(person)
    return reverse("accounts:password_set", kwargs={"uidb64": uid, "token": token})


def made_before(person):
    """The ten latest links of a person, for the page on which staff make the next."""
    return list(person.password_links.select_related("made_by")[:10])


@transaction.atomic
def mail_link(email, *, at, site):
    """Mail a link to the person with this address, if there is one: the caller is not told.

    At most one in five minutes, so that nobody's mailbox is flooded through our page. `site` is
    what stands before the path: https://thidua.example.vn
    """
    person = User.objects.named(email)
    if person is None or not person.email or not may_sign_in(person):
        return
    mailed = person.password_links.filter(made_by=None, made_at__gt=at - BETWEEN_MAILS)
    if mailed.exists():
        return
    link = site + make_link(person, by=None, at=at)
    with translation.override(person.language):
        context = {"person": person, "link": link, "site": site, "hours": HOURS}
        body = render_to_string("accounts/password_mail.txt", context)
        message = EmailMessage(_("Set a new password"), body, to=[person.email])
    transaction.on_commit(lambda: message.send(), robust=True)
