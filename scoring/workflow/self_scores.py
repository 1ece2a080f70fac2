"""A member scores itself: entered, with evidence, submitted (docs/field.md §3.1)."""

from django.db import transaction
from django.utils.translation import gettext as _

from accounts.evidence import because
from accounts.refusal import Refused
from blocs.models import DeadlineKind
from files.storing import store
from pledges.models import ProgressFile
from pledges.workflow import keep_back, show_again

from ..entries import entry_of
from ..missing import missing_of_self
from ..models import EvidenceFile, ScoreSheet, SheetState, SheetStep, Stage
from ..models.evidence_files import criterion_today
from ..sheet import read_sheet
from .checking import self_scores
from .entering import changed_entries, check_entries, put_entries_back, write_entries
from .sheet_locks import current_sheet, refuse_unless_drafting, take_own_seat
from .steps import kept_entry, step


@transaction.atomic
def save_self(seat, *, rows, by, at):
    """Store typed rows {pk of a criterion: (shown Entry, new Entry)} of a member's self-score.

    Returns the entries that were stored. Nobody but the member's representatives may: not the
    chair, nor the province. Raises NotTheirs, or Refused: submitted, too late, not allowed.
    """
    hand = take_own_seat(seat, by=by, at=at)
    refuse_unless_drafting(current_sheet(hand), hand)
    sheet = read_sheet(hand.year, Stage.SELF)
    entries = changed_entries(sheet, hand.seat, rows)
    check_entries(sheet, entries)
    if entries:
        write_entries(sheet, Stage.SELF, hand.seat, entries, by=by, at=at)
    return entries


@transaction.atomic
def submit_self(seat, *, by, at):
    """Submit a member's self-score, by who signs for it; from then on it stands.

    Raises NotTheirs, or Refused: too late, submitted already, or with all that is missing.
    """
    hand = take_own_seat(seat, by=by, at=at, signing=True)
    mine = current_sheet(hand)
    refuse_unless_drafting(mine, hand)
    sheet = read_sheet(hand.year, Stage.SELF)
    own = {pk: score for (seat_pk, pk), score in sheet.scores.items() if seat_pk == hand.seat.pk}
    if missing := missing_of_self(sheet.leaves, own, evidenced(hand.seat)):
        codes = ", ".join(each.node.code for each in missing)
        raise Refused(_("Something is still missing: %(codes)s.") % {"codes": codes})
    if mine.state == SheetState.SENT_BACK:
        _drop_outdated_checks(hand, mine)
    return step(mine, SheetStep.SUBMITTED, hand, is_checked=False)


def _drop_outdated_checks(hand, mine):
    """What was checked before a figure changed counts no more: the earlier version keeps it."""
    before = ScoreSheet.objects.get(seat=hand.seat, number=mine.number - 1)
    then = {line["code"]: line for line in before.kept if line["stage"] == Stage.SELF}
    own, checks = self_scores(hand.year), read_sheet(hand.year, Stage.CHECKED)
    changed = [
        node.pk
        for node in checks.leaves
        if (hand.seat.pk, node.pk) in checks.scores
        and entry_of(node, own.get((hand.seat.pk, node.pk))).content
        != kept_entry(node, then.get(node.code)).content
    ]
    if changed:
        why = "Đơn vị đã sửa điểm tự chấm sau khi phiếu bị trả lại"
        kept = dict.fromkeys(changed)
        how = {"by": hand.by, "at": hand.at, "why": why, "before": own}
        put_entries_back(checks, Stage.CHECKED, hand.seat, kept, **how)


@transaction.atomic
def add_evidence(seat, *, criterion, uploads=(), progress_files=(), by, at):
    """Add files to a criterion of a member's self-score, of its own or of its progress.

    A file of its progress is then kept back from the others as its points are, until the last day.
    Raises NotTheirs, or Refused: submitted, too late, a file of somebody else.
    """
    hand = take_own_seat(seat, by=by, at=at)
    refuse_unless_drafting(current_sheet(hand), hand)
    _check_criterion(hand.year, criterion)
    fields = {"emulation_year": hand.year, "seat": hand.seat, "criterion": criterion}
    fields |= {"added_by": by, "added_at": at}
    own = ProgressFile.objects.filter(
        emulation_year=hand.year, report__seat=hand.seat, withdrawn_at=None
    )
    chosen = own.filter(pk__in=[file.pk for file in progress_files])
    if chosen.count() != len(progress_files):
        raise Refused(_("One of these files is not yours, or was withdrawn meanwhile."))
    with because(by):
        found = [
            EvidenceFile.objects.create(file=store(each, by=by, at=at), **fields)
            for each in uploads
        ]
        for file in chosen:
            keep_back(file, until=DeadlineKind.SELF_SCORE, by=by)
        return found + [
            EvidenceFile.objects.create(progress_file=file, **fields) for file in chosen
        ]


@transaction.atomic
def withdraw_evidence(file, *, by, at):
    """Take one's own file out of a self-score that is not submitted; it stays on record.

    Raises NotTheirs, or Refused: submitted, withdrawn before.
    """
    hand = take_own_seat(file.seat, by=by, at=at)
    refuse_unless_drafting(current_sheet(hand), hand)
    file = EvidenceFile.objects.get(pk=file.pk)
    if file.withdrawn_at:
        raise Refused(_("This file was already withdrawn."))
    file.withdrawn_by, file.withdrawn_at = by, at
    with because(by):
        file.save()
    if file.progress_file and not _is_evidence(file.progress_file):
        show_again(file.progress_file, by=by)
    return file


def _is_evidence(progress_file):
    """Whether a file of progress still counts for any criterion."""
    return EvidenceFile.objects.filter(progress_file=progress_file, withdrawn_at=None).exists()


def evidenced(seat):
    """The criteria for which a member has a file that counts."""
    files = EvidenceFile.objects.filter(seat=seat, refused_at=None, withdrawn_at=None)
    return set(files.values_list(criterion_today(), flat=True))


def _check_criterion(year, criterion):
    leaves = read_sheet(year, Stage.SELF).leaves
    if criterion.pk not in {node.pk for node in leaves}:
        raise Refused(_("A member or criterion has been removed meanwhile. Load the page again."))
