"""Builders: nominations of the cast's bloc on every step of their way through the province."""

import datetime as dt
from types import SimpleNamespace

from awards import workflow
from awards.models import Decision, Nomination

from . import make, nominating

LIST = {"farmers": "CO_CP", "union": "CO_TINH", "front": "BK_TINH"}
SESSION = {
    "name": "Phiên họp Hội đồng Thi đua - Khen thưởng tỉnh",
    "members": 15,
    "present": 13,
    "written": 2,
    "document": "Biên bản số 3/BB-HĐTĐKT",
}
DECISION = {
    "number": "123/QĐ-UBND",
    "issuer": "Chủ tịch Ủy ban nhân dân tỉnh",
    "signer": "Trần Văn An",
    "signer_position": "Chủ tịch",
    "subject": "Về việc tặng thưởng năm",
}
ACHIEVEMENT = "Thành tích xuất sắc trong phong trào thi đua"


def submitted(cast, chosen=None, **fields):
    """A submission of the cast's year; its nominations by the names of their members."""
    submission = nominating.submission(cast.year, cast.chair, make.now())
    rows = {
        name: make.nomination(
            cast.year, cast.seats[name], code, state="submitted", submission=submission, rank=rank,
            **fields,
        )
        for rank, (name, code) in enumerate((chosen or LIST).items(), start=1)
    }  # fmt: skip
    return SimpleNamespace(submission=submission, rows=rows, keys=[row.pk for row in rows.values()])


def appraised(cast, chosen=None, **fields):
    found = submitted(cast, chosen, **fields)
    for row in found.rows.values():
        workflow.appraise(
            row, is_favourable=True, conclusion="Đủ điều kiện", appraised_on=cast.today,
            by=cast.staff, at=make.now(),
        )  # fmt: skip
    return found


def session(cast, **fields):
    fields = {**SESSION, "held_on": cast.today, **fields}
    return workflow.record_session(
        cast.province, cast.year.year, by=cast.staff, at=make.now(), **fields
    )


def voted(cast, found, **changes):
    """A session in which all agree, but for members named with (agree, disagree, why)."""
    held = session(cast)
    votes = {row.pk: changes.get(name, (15, 0, "")) for name, row in found.rows.items()}
    return workflow.save_votes(held, votes=votes, by=cast.staff, at=make.now())


def passed(cast, chosen=None, **changes):
    found = appraised(cast, chosen)
    found.session = workflow.finish_session(
        voted(cast, found, **changes), by=cast.staff, at=make.now()
    )
    return found


def decided(cast, found, *, dated=None, achievement=ACHIEVEMENT, **fields):
    keys = [row.pk for row in found.rows.values() if fresh(row).state == "passed"]
    return workflow.decide(
        cast.province,
        nominations=keys,
        achievement=achievement,
        by=cast.staff,
        at=make.now(),
        **{**DECISION, "dated": dated or cast.today, **fields},
    )


def days_ago(cast, days):
    return cast.today - dt.timedelta(days=days)


def fresh(row):
    return (Nomination if isinstance(row, Nomination) else Decision).objects.get(pk=row.pk)
