"""Writing a report of a bloc to a file, by the same code as the pages: shared by two commands."""

from pathlib import Path

from django.core.management.base import BaseCommand, CommandError
from django.utils.translation import gettext as _

from blocs.models import EmulationYear
from reports.kinds import report
from reports.pdf import render_pdf
from reports.report_views import issuer_of
from reports.workflow import current_paper

MISUSED = 2


class ReportCommand(BaseCommand):
    """Exit status 0: written; 2: wrongly called. Nothing in the database is changed."""

    report_kind = None

    def add_arguments(self, parser):
        """For which bloc and year, and where to."""
        parser.add_argument("--bloc", required=True, metavar="SLUG")
        parser.add_argument("--year", required=True, type=int)
        parser.add_argument("--output", required=True, type=Path, metavar="FILE")

    def handle(self, *, bloc, year, output, **options):
        """Say on one line what was written."""
        year = _year(bloc, year)
        if paper := current_paper(kind=self.report_kind, emulation_year=year):
            content = paper.file.path.read_bytes()
            sentence = _("%(path)s: the issued report %(number)s.")
            values = {"path": output, "number": paper.full_number}
        else:
            sheet = report.sheet(year, self.report_kind, issuer=issuer_of(year))
            content = render_pdf(sheet.template, {"sheet": sheet})
            sentence, values = _("%(path)s: a draft; no report is issued yet."), {"path": output}
        _write(output, content)
        self.stdout.write(sentence % values)


def _year(slug, year):
    years = EmulationYear.objects.select_related("bloc__province")
    found = years.filter(bloc__slug=slug, year=year).first()
    if found is None:
        message = _("There is no bloc “%(bloc)s” with the year %(year)s.")
        raise CommandError(message % {"bloc": slug, "year": year}, returncode=MISUSED)
    return found


def _write(path, content):
    try:
        path.write_bytes(content)
    except OSError as error:
        message = _("The file %(path)s cannot be written: %(problem)s.")
        values = {"path": path, "problem": error.strerror}
        raise CommandError(message % values, returncode=MISUSED) from error
