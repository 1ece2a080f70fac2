"""The first account of an empty site: an administrator, who then gives everyone else theirs."""

import sys
from getpass import getpass

from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError
from django.core.management.base import BaseCommand, CommandError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from accounts.evidence import because
from accounts.models import User, fold
from accounts.people import create_person
from blocs.models import PostKind
from blocs.people import administrators
from blocs.workflow import give_post
from vietnamese.text import nfc


class Command(BaseCommand):
    help = "Make the first account, an administrator from today on."

    def add_arguments(self, parser):
        parser.add_argument("username", help="small letters a–z, digits, dots and hyphens")
        parser.add_argument("full_name", help='in quotation marks: "Nguyễn Văn An"')
        parser.add_argument("--email", default="")
        parser.add_argument(
            "--another", action="store_true", help="although there is an administrator already"
        )

    def handle(self, *, username, full_name, email, another, **options):
        today = timezone.localdate()
        if not another and administrators(on=today).exists():
            raise CommandError(
                _("There is an administrator already. Add --another to make one more.")
            )
        if User.objects.filter(username=fold(username)).exists():
            raise CommandError(
                _("Somebody has the user name %(name)s already: choose another.")
                % {"name": fold(username)}
            )
        account = {"username": username, "full_name": full_name, "email": email}
        password = self._password()
        try:
            validate_password(password, User(**account))
            person = _make(account, password, today)
        except ValidationError as error:
            raise CommandError("\n".join(error.messages)) from None
        self.stdout.write(_("Administrator %(name)s can sign in now.") % {"name": person.username})

    def _password(self):
        """Asked for twice; from a script, the first line of its input."""
        if not sys.stdin.isatty():
            return nfc(sys.stdin.readline().rstrip("\r\n"))
        password = nfc(getpass(_("Password: ")))
        if password != nfc(getpass(_("Password again: "))):
            raise CommandError(_("The two passwords differ: run the command again."))
        return password


@transaction.atomic
def _make(account, password, today):
    person = create_person(**account, by=None)
    person.set_password(password)
    with because(None, "first_admin"):
        person.save(update_fields=["password"])
    give_post(person, kind=PostKind.ADMINISTRATOR, from_on=today, by=None, why="first_admin")
    return person
