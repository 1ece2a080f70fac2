"""Go on with uploads of provinces that were interrupted, as the page does when it is opened."""

from django.core.management.base import BaseCommand
from django.utils.translation import gettext as _

from scoring.models import ProvinceUpload
from scoring.working import work


class Command(BaseCommand):
    """May run at any time, beside a serving process too: no bloc is done twice."""

    help = "Goes on with uploads of provinces that were interrupted."

    def handle(self, **options):
        """Print a line for each upload, with how many blocs were done."""
        waiting = ProvinceUpload.objects.unfinished().select_related("province", "by", "file")
        blocs = 0
        for upload in waiting.order_by("at"):
            blocs += (count := work(upload))
            self.stdout.write(f"{upload.province}\t{upload.year}\t{upload}\t{count}")
        self.stdout.write(_("Blocs that were read or saved: %(count)s.") % {"count": blocs})
