"""Remind everybody of what is missing and due about now: once a day, from a timer."""

from django.conf import settings
from django.core.management.base import BaseCommand
from django.utils import timezone
from django.utils.translation import gettext as _

from accounts.models import PersonalNotice
from desk.reminding import reminders_due, send


class Command(BaseCommand):
    """May run as often as one likes, and twice at once: nobody is told the same thing twice."""

    help = "Reminds those with something missing, in the application and by mail, each once."

    def add_arguments(self, parser):
        """Whether to send anything."""
        parser.add_argument("--dry-run", action="store_true", help="print them, send nothing")

    def handle(self, *, dry_run, **options):
        """Print a line for each reminder that is sent, or would be; then how many."""
        due = reminders_due(timezone.localdate())
        if dry_run:
            known = _known(due)
            lines = [_line(r, r.url) for r in due if r.key not in known]
        else:
            new = send(due, at=timezone.now(), site=settings.SITE_ADDRESS)
            lines = [_line(notice, notice.path) for notice in new]
        for line in lines:
            self.stdout.write(line)
        sentence = (
            _("Reminders to send: %(count)s.") if dry_run else _("Reminders sent: %(count)s.")
        )
        self.stdout.write(sentence % {"count": len(lines)})


def _line(told, path):
    return f"{told.user.username}\t{told.kind}\t{told.text}\t{path}"


def _known(reminders):
    notices = PersonalNotice.objects.filter(item__in={each.item for each in reminders})
    return set(notices.values_list("user", "kind", "item"))
