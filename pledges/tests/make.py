"""Builders: a covenant in whatever state a test starts from."""

import datetime as dt
from decimal import Decimal

from django.utils import timezone

from files import gate
from files.tests.make import PDF, upload
from pledges import workflow
from pledges.models import CovenantVersion
from pledges.reading import versions_of
from pledges.wording import sha256

TEXTS = (
    'Thực hiện chủ đề “Đẩy mạnh thu hút đầu tư" của Thành ủy:\n- nội dung thứ nhất;\n- thứ hai.',
    "Xây dựng tổ chức vững mạnh; phát triển đoàn viên, hội viên.",
    "Tham gia đầy đủ các hoạt động của khối.",
)
MONTH = dt.timedelta(days=30)
# Who signs for which member of the cast.
SIGNERS = {"front": "former_chair", "union": "deputy", "farmers": "chair", "youth": "coming_chair"}


def now():
    return timezone.now()


def draft(cast, *, texts=TEXTS, own=None, year=None, by=None):
    """A draft with these shared commitments; `own` is (member, text): that member's own, last."""
    by, year = by or cast.chair, year or cast.year
    version = workflow.begin_covenant(year, by=by, at=now())
    for text in texts:
        workflow.add_commitment(version, text=text, by=by, at=now())
    if own:
        seat, text = cast.seats[own[0]], own[1]
        workflow.add_commitment(version, text=text, seat=seat, by=by, at=now())
    return fresh(version)


def target(commitment, planned, *, by, name="Kết nạp hội viên mới", unit="người", **more):
    """A target with figures: {seat: 1200}."""
    figures = {seat.pk: figure and Decimal(figure) for seat, figure in planned.items()}
    return workflow.set_targets(
        commitment, name=name, unit=unit, planned=figures, by=by, at=now(), **more
    )


def opened(cast, **more):
    """Open for signing for a month."""
    return open_it(draft(cast, **more), by=more.get("by") or cast.chair)


def open_it(version, *, by, days=30, **more):
    sign_by = timezone.localdate() + dt.timedelta(days=days)
    return workflow.open_signing(version, sign_by=sign_by, by=by, at=now(), **more)


def sign(cast, version, *members, at=None, **more):
    """Let these members sign, all four without any; return the last signature."""
    signed = None
    for name in members or SIGNERS:
        seat, person = cast.seats[name], getattr(cast, SIGNERS[name])
        signed = workflow.sign_covenant(
            version, seat=seat, seen=seen(version, seat), by=person, at=at or now(), **more
        )
    return signed


def in_force(cast, **more):
    version = opened(cast, **more)
    sign(cast, version)
    return workflow.put_in_force(version, by=cast.chair, at=now())


def amended(cast, version, text="Nội dung đã sửa.", *, number=1, reason="Giao chỉ tiêu mới"):
    """An amendment open for signing, in which one commitment has another text."""
    following = workflow.start_amendment(
        version.covenant, amendment_reason=reason, by=cast.chair, at=now()
    )
    commitment = following.commitments.get(number=number)
    workflow.save_commitment(
        commitment, text=text, seat=commitment.seat, revision=1, by=cast.chair, at=now()
    )
    return open_it(following, by=cast.chair)


def read(version):
    """The Version as it stands, and all versions of its covenant."""
    versions = versions_of(version.covenant.emulation_year)
    return next(each for each in versions if each.row.pk == version.pk), versions


def seen(version, seat):
    return sha256(read(version)[0].text.of(seat.pk))


def scan():
    return gate.accept(upload("chu-ky.pdf", PDF))


def on_paper(cast, version, member, **more):
    fields = {"signed_on": cast.today, "upload": scan(), "by": cast.chair, "at": now()}
    return workflow.record_paper_signature(version, seat=cast.seats[member], **fields | more)


def fresh(version):
    versions = CovenantVersion.objects.select_related("covenant__emulation_year__bloc")
    return versions.get(pk=version.pk)
