"""Covenants for whoever opens every page: this year's draft, last year's being amended."""

from types import SimpleNamespace

from pledges import workflow
from pledges.commending import Span
from pledges.models import Registration

from . import make


def covenants(cast, text, at):
    """`text` stands in every free text.

    This year: a draft with a target. Last year: version 1 signed by the front in the system and by
    the others on paper, in force, with a late report of the front; version 2, which touches all,
    is open for signing.
    """
    by = {"by": cast.chair, "at": at}
    draft = make.draft(cast, texts=(text,))
    commitment = draft.commitments.get()
    figures = {cast.seats["front"].pk: 5}
    workflow.set_targets(commitment, name=text, unit=text[:60], planned=figures, **by)
    registration = workflow.register_award(
        draft.covenant, seat=cast.seats["front"], text=text, note=text, **by
    )
    fields = dict.fromkeys(("title", "theme", "place", "witness", "closing_terms"), text)
    then = make.draft(cast, year=cast.last_year, texts=(text, text))
    workflow.save_head(then, **fields, dated=cast.today, copies=3, bases=[], revision=1, **by)
    front, women = (
        cast.last_year.seats.get(organisation=getattr(cast.organisations, name))
        for name in ("front", "women")
    )
    workflow.set_targets(
        then.commitments.get(number=1), name=text, unit=text[:60], planned={front.pk: 8}, **by
    )
    then = make.open_it(make.fresh(then), by=cast.chair)
    workflow.sign_covenant(
        then, seat=front, seen=make.seen(then, front), reservations={1: text},
        by=cast.former_chair, at=at,
    )  # fmt: skip
    signature = workflow.record_paper_signature(
        then, seat=women, signed_on=cast.today, upload=make.scan(), full_name=text, position=text,
        **by,
    )  # fmt: skip
    for seat in cast.last_year.seats.exclude(pk__in=[front.pk, women.pk]):
        workflow.record_paper_signature(
            then, seat=seat, signed_on=cast.today, upload=make.scan(), **by
        )
    then = workflow.put_in_force(then, **by)
    report = _progress(then, front, text, by=cast.former_chair, at=at)
    make.amended(cast, then, f"{text} {text}", reason=text)
    Registration.objects.create(covenant=then.covenant, seat=front, text=text)
    return SimpleNamespace(
        commitment=commitment,
        signs=front,
        signature=signature,
        registration=registration,
        progress=report,
        progress_file=report.files.last(),
    )


def _progress(version, seat, text, *, by, at):
    """A report on the first commitment with figure, note and two files, one of them withdrawn."""
    commitment = version.commitments.get(number=1)
    report = workflow.save_progress(
        commitment,
        seat=seat,
        span=Span.YEAR,
        status="achieved",
        figures={commitment.targets.get(seat=seat).pk: 9},
        note=text,
        uploads=[make.scan(), make.scan()],
        by=by,
        at=at,
    )
    workflow.withdraw_progress_file(report.files.first(), withdraw_reason=text, by=by, at=at)
    return report
