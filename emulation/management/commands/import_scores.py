"""Import a score workbook from the command line, by the same code as the pages."""

from functools import partial
from pathlib import Path

from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import SimpleUploadedFile
from django.core.management.base import BaseCommand, CommandError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from accounts.models import User
from accounts.refusal import Refused
from blocs.models import EmulationYear
from blocs.reach import Reach
from blocs.workflow import NotChair
from files.gate import accept
from files.kinds import TABLES, largest
from scoring import entry_plan, plan
from scoring.arriving import is_foreign
from scoring.models import SheetUpload, Stage
from scoring.sure import preview_sure_check, preview_sure_sheet, preview_sure_table
from scoring.workflow import (
    NotTheirs,
    WrongWorkbook,
    preview_check,
    preview_self,
    preview_upload,
    save_sheets,
    save_upload,
)

REFUSED, MISUSED = 1, 2
STAGES = [Stage.AGREED.value, Stage.SELF.value, Stage.CHECKED.value]


class Command(BaseCommand):
    """Exit status 0: saved, or nothing to change; 1: refused; 2: wrongly called."""

    help = (
        "Imports a filled-in score workbook, or a table of another layout where nothing has to be "
        "asked. Problems stand on standard error, one a line."
    )

    def add_arguments(self, parser):
        """As on the pages: who uploads, for which bloc and year."""
        parser.add_argument("file", type=Path)
        parser.add_argument("--bloc", required=True, metavar="SLUG")
        parser.add_argument("--year", required=True, type=int)
        parser.add_argument("--as", required=True, dest="username", metavar="USERNAME")
        parser.add_argument("--stage", choices=STAGES, default=STAGES[0])
        parser.add_argument("--reason", default="", help="why staff act in place of the chair")
        parser.add_argument("--remove-empty", action="store_true", help="empty cells remove scores")
        parser.add_argument("--dry-run", action="store_true", help="check and list, save nothing")

    def handle(
        self, *, file, bloc, year, username, reason, remove_empty, dry_run, stage, **options
    ):
        """Preview and save in one transaction; a dry run goes back to the start."""
        year, person = _year(bloc, year), _person(username)
        upload = _upload(file)
        try:
            with transaction.atomic():
                preview, save = self.verbs(stage, year, upload, person, reason)
                changes = self.carry_out(preview(), save, remove_empty, dry_run)
                transaction.set_rollback(dry_run or not changes)
        except ValidationError as error:
            raise self.refused([f"{file.name}: {text}" for text in error.messages]) from error
        except WrongWorkbook as wrong:
            raise self.refused(
                [f"{each.cell or file.name}: {each.sentence}" for each in wrong.problems]
            ) from wrong
        except (Refused, NotChair, NotTheirs) as refusal:
            raise self.refused([str(refusal)]) from refusal
        self.report(changes, dry_run)

    def verbs(self, stage, year, upload, person, reason):
        """Return the verbs that preview and save a file at a stage, for this person and moment."""
        accepted, act = accept(upload, kinds=TABLES), {"by": person, "at": timezone.now()}
        own, what = is_foreign(accepted), {"accepted": accepted, **act}
        if stage == Stage.SELF:
            verb = preview_sure_sheet if own else preview_self
            return partial(verb, _seat(year, person, act["at"]), **what), partial(
                save_sheets, **act
            )
        act["reason"] = what["reason"] = reason
        if stage == Stage.CHECKED:
            verb = preview_sure_check if own else preview_check
            return partial(verb, year, **what), partial(save_sheets, **act)
        verb = preview_sure_table if own else preview_upload
        return partial(verb, year, **what), partial(save_upload, **act)

    def carry_out(self, preview, save, remove_empty, dry_run):
        """Return the changes that were, or would be, made."""
        reads = entry_plan if isinstance(preview, SheetUpload) else plan
        planned = reads.from_json(preview.plan)
        chosen = [each for each in planned if remove_empty or not each.is_removal]
        if kept := len(planned) - len(chosen):
            self.stdout.write(_("%(count)d empty cells: the stored scores stay.") % {"count": kept})
        if chosen and not dry_run:
            removals = {each.key for each in chosen if each.is_removal}
            save(preview, removals=removals)
        return chosen

    def report(self, changes, dry_run):
        """Say in one line what was done."""
        sentence = (
            _("%(count)d changes would be saved.") if dry_run else _("%(count)d changes saved.")
        )
        self.stdout.write(sentence % {"count": len(changes)})

    def refused(self, lines):
        """Print each problem on a line of its own; return the error that ends the command."""
        for line in lines:
            self.stderr.write(line)
        return CommandError(_("Nothing was saved."), returncode=REFUSED)


def _year(slug, year):
    years = EmulationYear.objects.select_related("bloc")
    found = years.filter(bloc__slug=slug, year=year).first()
    if found is None:
        message = _("There is no bloc “%(bloc)s” with the year %(year)s.")
        raise CommandError(message % {"bloc": slug, "year": year}, returncode=MISUSED)
    return found


def _seat(year, person, at):
    """The member whose representative the person is: of several nobody knows which is meant."""
    represented = Reach.on(person, timezone.localdate(at)).represented
    seats = list(year.seats.filter(organisation__in=represented, left_on=None))
    if len(seats) != 1:
        message = _("“%(name)s” represents %(count)d members of this year; one is needed here.")
        values = {"name": person.username, "count": len(seats)}
        raise CommandError(message % values, returncode=MISUSED)
    return seats[0]


def _person(username):
    found = User.objects.filter(username=username, is_active=True).first()
    if found is None:
        message = _("There is no person with the user name “%(name)s”.")
        raise CommandError(message % {"name": username}, returncode=MISUSED)
    return found


def _upload(path):
    """The file as an upload; of one that is too large only its size is needed."""
    try:
        with path.open("rb") as file:
            return SimpleUploadedFile(path.name, file.read(largest(TABLES[0]) + 1))
    except OSError as error:
        message = _("The file %(path)s cannot be read: %(problem)s.")
        values = {"path": path, "problem": error.strerror}
        raise CommandError(message % values, returncode=MISUSED) from error
