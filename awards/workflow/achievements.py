"""The nominee's report on its achievements, its files, and the summary that the list prints.

The nominee's own people write; the chair may in their place (docs/field.md §5.3).
"""

from django.db import transaction
from django.utils.translation import gettext as _

from accounts.evidence import because
from accounts.refusal import Refused
from blocs.models import ChairRight
from blocs.workflow import lock_as_chair
from blocs.workflow.locks import refusing
from files.storing import store
from pledges.workflow.entering import enter_for

from ..models import AchievementReport, NominationFile
from .leaving import waiting


@transaction.atomic
def save_summary(nomination, *, summary, by, at):
    """Write what the list prints of the achievements. No act: issuing the submission is one."""
    lock_as_chair(nomination.emulation_year, right=ChairRight.YEAR_WORK, by=by, at=at)
    found = waiting(nomination)
    found.summary = summary
    with because(by), refusing():
        found.save()
    return found


@transaction.atomic
def save_achievements(
    nomination, *, situation, achievements, earlier_awards, by, at, reason=""
):  # fmt: skip
    """Write the nominee's report in its three parts, or change it until it is submitted.

    Raises NotChair for anybody else, Refused: without achievements, submitted, a closed year.
    """
    entry = _enter(nomination, "Nhập báo cáo thành tích của", by, at, reason)
    if not achievements.strip():
        raise Refused(_("Tell the achievements: a report without any says nothing."))
    report = AchievementReport.objects.filter(nomination=nomination).first()
    report = report or AchievementReport(nomination=nomination)
    report.situation, report.achievements = situation, achievements
    report.earlier_awards, report.by, report.at = earlier_awards, by, at
    with because(by, entry.act.reason if entry.act else ""), refusing():
        report.save()
    return report


@transaction.atomic
def add_nomination_files(nomination, *, title, uploads, by, at, reason=""):
    """Add files to the dossier of a nomination, each under the same words of what it is."""
    _enter(nomination, "Thêm tệp vào hồ sơ đề nghị của", by, at, reason)
    if not uploads:
        raise Refused(_("Choose a file."))
    with because(by, title), refusing():
        return [
            NominationFile.objects.create(
                nomination=nomination, title=title, file=store(upload, by=by, at=at)
            )
            for upload in uploads
        ]


@transaction.atomic
def withdraw_nomination_file(file, *, why, by, at, reason=""):
    """Withdraw a file: it stays on record with the reason, and goes into no dossier any more."""
    _enter(file.nomination, "Rút tệp khỏi hồ sơ đề nghị của", by, at, reason)
    found = NominationFile.objects.get(pk=file.pk)
    if found.withdrawn_why:
        raise Refused(_("This file was already withdrawn."))
    if not why.strip():
        raise Refused(_("Say why the file is withdrawn."))
    found.withdrawn_why = why
    with because(by, why), refusing():
        found.save()
    return found


def _enter(nomination, what, by, at, reason):
    """Let the nominee's people enter something, else the chair in their place."""
    what = f"{what} {nomination.member_name}: {nomination.kind.name}"
    entry = enter_for(nomination.seat, what=what, by=by, at=at, reason=reason)
    waiting(nomination)
    return entry
