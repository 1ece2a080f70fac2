"""Builders of nominations: an announced standing, rows of every state, a year ready to submit."""

from decimal import Decimal

from django.apps import apps
from django.utils import timezone

from awards import workflow
from awards.models import (
    AwardKind,
    BallotState,
    Nomination,
    NominationState,
    NominationStep,
    Submission,
)
from blocs.models import ChairAct
from files import gate
from files.storing import store
from files.tests.make import PDF, upload
from pledges.tests import make as covenants
from pledges.workflow import put_in_force, save_progress
from scoring.models import Announcement, CriteriaSet
from scoring.tests.make import criteria_set


def act(year, by, at=None, what="Việc của khối"):
    """An act as if the bloc had no chair: no term is needed."""
    return ChairAct.objects.create(
        emulation_year=year, right="year_work", capacity="vacant", what=what, by=by,
        at=at or timezone.now(),
    )  # fmt: skip


def announced(cast, ranks, year=None):
    """Announce a standing {member of the cast: rank or None}; who leads has 99 points."""
    year = year or cast.year
    made = CriteriaSet.objects.filter(emulation_year=year).first() or criteria_set(year)
    seats = {name: cast.seats[name] for name in ranks}
    lines = [
        {
            "seat": seats[name].pk,
            "name": str(seats[name]),
            "rank": rank,
            "total": f"{100 - (rank or 50):.2f}",
            "grade": "",
            "remark": "",
            "points": {"I": f"{100 - (rank or 50):.2f}"},
        }
        for name, rank in ranks.items()
    ]
    row = {"code": "I", "text": "Phần I", "kind": "ordinary", "level": 1, "maximum": "100.00"}
    before = year.announcements.order_by("-number").first()
    return Announcement.objects.create(
        emulation_year=year,
        criteria_set=made,
        number=before.number + 1 if before else 1,
        announced_on=cast.today,
        standing={"criteria": made.title, "version": "1", "rows": [row], "lines": lines},
        act=act(year, cast.staff),
        replaces=before,
        replace_reason="Sửa điểm" if before else "",
    )


def kind(code):
    return AwardKind.objects.get(code=code)


def nomination(year, seat, code="CO_TINH", **fields):
    """A nomination as a row, in whatever state; 99 points, first."""
    values = {
        "emulation_year": year,
        "seat": seat,
        "kind": kind(code),
        "position": year.nominations.count() + 1,
        "points": Decimal("99.00") if seat else None,
        "rank": 1 if seat else None,
        "summary": "Hoàn thành xuất sắc nhiệm vụ",
        **fields,
    }
    return Nomination.objects.create(**values)


def submission(year, by, at=None):
    """A submission as a row, without its nominations."""
    at = at or timezone.now()
    number = year.submissions.count() + 1
    return Submission.objects.create(
        emulation_year=year, number=number, submitted_at=at, act=act(year, by, at)
    )


def sent_back(given, by, why="Thiếu báo cáo thành tích"):
    """The province sends it back: the nominations are on the list again."""
    return workflow.send_submission_back(given, reason=why, by=by, at=timezone.now())


def step(given, state=NominationState.PROPOSED, **fields):
    return NominationStep.objects.create(nomination=given, state=state, at=timezone.now(), **fields)


def signed_minutes(cast, ballot, number=1):
    """Counting minutes as if they had been issued."""
    assert ballot.state == BallotState.CLOSED
    accepted = gate.accept(upload("bien-ban-kiem-phieu.pdf", PDF))
    # The papers stand to the right: their table is asked for by its name.
    return apps.get_model("reports.Paper").objects.create(
        kind="counting", type_code="BB", bloc=cast.bloc, emulation_year=ballot.emulation_year,
        ballot=ballot, issuer=cast.organisations.farmers, number=number, symbol="BB-KTĐ",
        dated=cast.today, place="Thái Sơn", title="Biên bản kiểm phiếu",
        file=store(accepted, by=cast.chair, at=timezone.now()), sha256="0" * 64,
        issued_by=cast.chair, issued_at=timezone.now(),
    )  # fmt: skip


def reported_targets(cast, name, targets):
    """A covenant in force in which a member has targets: [(name, planned, reached or None)]."""
    seat, reached = cast.seats[name], {}
    version = covenants.draft(cast)
    commitment = version.commitments.get(number=1)
    for target, planned, actual in targets:
        covenants.target(commitment, {seat: planned}, by=cast.chair, name=target)
        if actual is not None:
            reached[commitment.targets.get(name=target).pk] = Decimal(actual)
    opened = covenants.open_it(version, by=cast.chair)
    covenants.sign(cast, opened)
    version = put_in_force(opened, by=cast.chair, at=timezone.now())
    how = {"span": "year", "status": "achieved", "by": cast.member, "at": timezone.now()}
    save_progress(version.commitments.get(number=1), seat=seat, figures=reached, **how)
