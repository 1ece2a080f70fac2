"""Check that what was signed still stands as it was signed."""

from django.core.management.base import BaseCommand, CommandError

from pledges.verifying import altered, count_signatures


class Command(BaseCommand):
    """Exit status 0: all as it was; 1: something was changed behind the application's back."""

    help = "Recomputes the fingerprint of every signed text and compares every signature's row."

    def handle(self, **options):
        """One line for each row that differs, on standard error."""
        if found := altered():
            raise CommandError("\n".join(found), returncode=1)
        self.stdout.write(f"{count_signatures()} signatures: every text and row is as it was.")
