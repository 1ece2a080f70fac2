"""Do what silence means at the end of each stage, and count what came late: once a day."""

from django.core.management.base import BaseCommand
from django.utils import timezone
from django.utils.translation import gettext as _

from scoring.workflow import close_stages, fill_all_lateness


class Command(BaseCommand):
    """May run as often as one likes: what was done is not done again."""

    help = "Does what silence means at the end of each stage, and counts penalties for lateness."

    def add_arguments(self, parser):
        """Whether to change anything."""
        parser.add_argument("--dry-run", action="store_true", help="print it, change nothing")

    def handle(self, *, dry_run, **options):
        """Print a line for each member whom it met; then how many."""
        done = close_stages(at=timezone.now(), dry_run=dry_run)
        late = fill_all_lateness(at=timezone.now(), dry_run=dry_run)
        for year, seat, what in done + late:
            self.stdout.write(f"{year}\t{seat}\t{what}")
        if late:
            text = _("Penalties for lateness counted anew: %(count)s.")
            self.stdout.write(text % {"count": len(late)})
        self.stdout.write(
            _("Members whom the end of a stage met: %(count)s.") % {"count": len(done)}
        )
