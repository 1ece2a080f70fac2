"""Load the demonstration, and say who may sign in to it."""

from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.management.base import BaseCommand, CommandError
from django.db import IntegrityError
from django.utils import timezone
from django.utils.translation import gettext as _

from accounts.models import User
from emulation.demo.accounts import PASSWORD
from emulation.demo.loading import holds_other_data, load


class Command(BaseCommand):
    """Safe to run again: what is loaded stays as it is."""

    help = "Loads the demonstration: five blocs of articles, one invented bloc and its accounts."

    def add_arguments(self, parser):
        """With --accounts alone nothing is loaded."""
        parser.add_argument(
            "--if-empty",
            action="store_true",
            help="do nothing where there are people or blocs besides the demonstration",
        )
        parser.add_argument(
            "--accounts",
            action="store_true",
            help="list the demonstration accounts; load only if --if-empty is given too",
        )

    def handle(self, *, if_empty, accounts, **options):
        """Load and list, as asked."""
        if if_empty or not accounts:
            self.load(if_empty=if_empty)
        if accounts:
            self.list_accounts()

    def load(self, *, if_empty):
        """Say in one line what was done."""
        if if_empty and holds_other_data():
            self.stdout.write(
                _("The demonstration was not loaded: the site has people or blocs of its own.")
            )
            return
        try:
            loaded = load(at=timezone.now())
        except (ValidationError, IntegrityError) as error:
            raise CommandError(_refusal(error)) from error
        if loaded:
            message = _("The demonstration was loaded: %(count)d blocs.") % {"count": len(loaded)}
        else:
            message = _("The demonstration is there already; nothing was changed.")
        self.stdout.write(message)

    def list_accounts(self):
        """Only those that exist: a site of its own people has none."""
        people = list(User.objects.filter(is_demo=True).order_by("pk"))
        if not people:
            self.stdout.write(_("There are no demonstration accounts here."))
            return
        self.stdout.write(
            _("Demonstration accounts, password of all: %(password)s") % {"password": PASSWORD}
        )
        for person in people:
            self.stdout.write(f"  {person.username:<15} {person.full_name}")
        if not settings.DEMO:
            self.stdout.write(_("They cannot sign in, because DEMO is off."))


def _refusal(error):
    problem = "; ".join(getattr(error, "messages", [])) or str(error).splitlines()[0]
    return _(
        "The demonstration cannot be loaded beside the data of this site: %(problem)s "
        "Nothing was changed. Load it into an empty database."
    ) % {"problem": problem}
