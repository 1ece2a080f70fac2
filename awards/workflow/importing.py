"""Awards of past years from an Excel file: previewed, saved as shown, undone as a whole."""

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from accounts.evidence import because
from accounts.refusal import Refused
from blocs.models import Province
from blocs.workflow.locks import refusing
from files.storing import store

from ..history import plan_of
from ..models import Award, Decision, HistoryImport


@transaction.atomic
def receive_history(province, *, workbook, scan=None, note, by, at):
    """Keep a workbook of past awards as a preview, with the scan it rests on; nothing is entered.

    `workbook` and `scan` are what the gate accepted.
    """
    with because(by, note):
        return HistoryImport.objects.create(
            province=province,
            file=store(workbook, by=by, at=at),
            scan=store(scan, by=by, at=at) if scan else None,
            note=note,
            by=by,
            at=at,
        )


@transaction.atomic
def save_history(history_import, *, fingerprint, by, at):
    """Enter the awards as the plan of this fingerprint showed them; return how many are new.

    Raises Refused where the file has problems, was handled before, or would now do something else.
    """
    history_import = _pending(history_import)
    province = history_import.province
    content = history_import.file.path.read_bytes()
    plan = plan_of(content, province, today=timezone.localdate(at))
    if plan.problems:
        raise Refused(_("The file has problems. Correct it and upload it again."))
    if plan.fingerprint != fingerprint:
        raise Refused(_("The records have changed meanwhile. Look again at what will happen."))
    with because(by, history_import.note), refusing():
        history_import.saved_at = at
        history_import.save()
        decisions = dict(plan.decisions)
        for each in plan.new:
            if each.decision not in decisions:
                decisions[each.decision] = _decision(each, plan, province)
        Award.objects.bulk_create(
            each.row.award(decisions[each.decision], history_import=history_import)
            for each in plan.new
        )
    return len(plan.new)


@transaction.atomic
def drop_history(history_import, *, by, at):
    """Put a preview away; its file stays on record."""
    history_import = _pending(history_import)
    why = "Bỏ bản xem trước"
    with because(by, why):
        history_import.undone_at, history_import.undone_why = at, why
        history_import.save()
    return history_import


@transaction.atomic
def undo_history(history_import, *, why, by, at):
    """Take out all awards of an import, and the decisions on which no other award rests.

    Raises Refused where it is not saved, or an award of it has since been revoked by a decision.
    """
    history_import = _locked(history_import)
    if not history_import.is_saved:
        raise Refused(_("This import is not saved, or was undone before."))
    if history_import.awards.exclude(revoked_on=None).exists():
        raise Refused(_("An award of this import has been revoked by a decision; it must stay."))
    with because(by, why), refusing():
        decisions = list(history_import.awards.order_by().values_list("decision", flat=True))
        history_import.awards.all().delete()
        empty = Decision.objects.filter(pk__in=decisions, is_historical=True, awards=None)
        empty.filter(file=None, is_public=False).delete()
        history_import.undone_at, history_import.undone_why = at, why
        history_import.save()
    return history_import


def _decision(planned, plan, province):
    """The decision of the first of its rows; the issuer where any row says it, else by the kind."""
    number, dated = planned.decision
    said = (each.issuer for each in plan.new if each.decision == planned.decision)
    issuer = next(filter(None, said), planned.row.kind.issuer)
    subject = f"Khen thưởng năm {planned.row.year} (số liệu lịch sử)"
    fields = {"number": number, "dated": dated, "issuer": issuer, "subject": subject}
    return Decision.objects.create(province=province, is_historical=True, **fields)


def _locked(history_import):
    """One import of a province at a time: the second sees what the first entered."""
    Province.objects.select_for_update(no_key=True).get(pk=history_import.province_id)
    imports = HistoryImport.objects.select_related("province", "file")
    return imports.get(pk=history_import.pk)


def _pending(history_import):
    history_import = _locked(history_import)
    if not history_import.is_pending:
        raise Refused(_("This import was handled already."))
    return history_import
