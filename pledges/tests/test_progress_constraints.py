"""What may never be stored of progress, each named by the sentence that the database says."""

from decimal import Decimal
from types import SimpleNamespace

import pytest
from django.db import DatabaseError, IntegrityError, connection, transaction

from pledges import workflow
from pledges.commending import Span
from pledges.models import ProgressFile, ProgressReport

from . import make


@pytest.fixture
def s(cast):
    """The front's report with a figure and a file; a target of the union, and one of its own."""
    draft = make.draft(cast, own=("union", "Riêng"))
    planned = {cast.seats["front"]: 5, cast.seats["union"]: 7}
    make.target(draft.commitments.get(number=1), planned, by=cast.chair)
    opened = make.open_it(draft, by=cast.chair)
    make.sign(cast, opened)
    version = workflow.put_in_force(opened, by=cast.chair, at=make.now())
    shared, own = version.commitments.get(number=1), version.commitments.get(number=4)
    target = shared.targets.get(seat=cast.seats["front"])
    report = workflow.save_progress(
        shared, seat=cast.seats["front"], span=Span.HALF_YEAR, status="on_track",
        figures={target.pk: Decimal(3)}, uploads=[make.scan()], by=cast.member, at=make.now(),
    )  # fmt: skip
    return SimpleNamespace(
        cast=cast, version=version, shared=shared, own=own, target=target, report=report,
        figure=report.figures.get(), file=report.files.get(),
        second=version.commitments.get(number=2),
    )  # fmt: skip


def refuses(name, change, error=IntegrityError):
    with pytest.raises(error, match=name), transaction.atomic():
        _now(change)


def _now(change):
    change()
    with connection.cursor() as cursor:
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")


def another(row, **changes):
    fields = {field.attname: getattr(row, field.attname) for field in row._meta.concrete_fields}
    fields.pop("id")
    return lambda: type(row).objects.create(**fields | changes)


def changed(row, **changes):
    return lambda: type(row).objects.filter(pk=row.pk).update(**changes)


def test_of_reports(s):
    more = {"commitment_id": s.second.pk}
    refuses("member_reports_on_a_commitment_once_a_span", another(s.report))
    refuses("progress_span_is_known", another(s.report, span="month", **more))
    refuses("progress_status_is_known", another(s.report, status="lost", **more))
    refuses("progress_status_fits_its_span", another(s.report, status="missed", **more))
    refuses("progress_status_fits_its_span", another(s.report, span="year", status="on_track"))


def test_a_report_is_on_what_concerns_the_member_and_came_in_force(s):
    name = "progress_is_on_what_concerns_the_member"
    refuses(name, another(s.report, commitment_id=s.own.pk))
    then = s.cast.last_year
    refuses(name, another(s.report, emulation_year_id=then.pk, commitment_id=s.second.pk))
    draft = workflow.start_amendment(
        s.version.covenant, amendment_reason="x", by=s.cast.chair, at=make.now()
    )
    refuses(name, another(s.report, commitment_id=draft.commitments.get(number=1).pk))
    left = then.seats.get(organisation=s.cast.organisations.women)
    refuses(
        "progress_is_of_a_member_of_its_year",
        another(s.report, seat_id=left.pk, commitment_id=s.second.pk),
    )


def test_a_report_stays_where_it_is(s):
    name = "progress_report_stays_where_it_is"
    refuses(name, changed(s.report, commitment=s.second))
    refuses(name, changed(s.report, seat=s.cast.seats["union"]))
    refuses(name, changed(s.report, span="year", status="achieved"))


def test_of_figures(s):
    refuses("target_has_one_figure_in_a_report", another(s.figure))
    refuses("progress_figure_is_not_below_zero", changed(s.figure, value=-1))
    then = s.cast.last_year.pk
    refuses("progress_figure_is_of_its_reports_year", changed(s.figure, emulation_year_id=then))
    others = s.shared.targets.get(seat=s.cast.seats["union"])
    refuses("progress_figure_is_of_the_members_target", changed(s.figure, target=others))


def test_of_files(s):
    known = "progress_file_is_kept_back_for_a_known_deadline"
    refuses(known, changed(s.file, kept_back_for="never"))
    name = "progress_file_is_withdrawn_for_a_reason"
    refuses(name, changed(s.file, withdrawn_at=make.now()))
    refuses(name, changed(s.file, withdraw_reason="x"))
    refuses(name, changed(s.file, withdrawn_by=s.cast.member))
    refuses("pledges_progressfile_file_id_key", another(s.file))
    refuses(
        "progress_file_is_of_its_reports_year",
        changed(s.file, emulation_year_id=s.cast.last_year.pk),
    )
    refuses("Cannot delete", ProgressFile.objects.all().delete, DatabaseError)
    assert ProgressReport.objects.get().files.count() == 1
