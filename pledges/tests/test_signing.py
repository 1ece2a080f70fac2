"""Signing: who, over which text, until when; on paper; with reservations; two at once."""

import datetime as dt

import pytest
from django.utils import timezone

from accounts.refusal import Refused
from blocs.models import ChairAct, Deadline, Extension, OrganisationSuccession
from blocs.tests import make as blocs
from blocs.tests.together import at_once, kinds_of
from blocs.workflow import NotChair
from pledges import workflow
from pledges.models import Signature

from . import make

DAY = dt.timedelta(days=1)


def deadline(cast, day):
    Deadline.objects.create(emulation_year=cast.year, kind="signing", due_on=day)


def extend(cast, day, seat=None):
    Extension.objects.create(
        emulation_year=cast.year, kind="signing", seat=seat, until=day, reason="Theo đề nghị",
        by=cast.staff, at=make.now(),
    )  # fmt: skip


def test_a_member_signs_by_name_position_moment_and_text(cast):
    version = make.opened(cast)
    at = make.now()
    signed = make.sign(cast, version, "front", at=at)
    signed.refresh_from_db()
    assert (signed.way, signed.person, signed.at) == ("confirmed", cast.former_chair, at)
    assert (signed.full_name, signed.position) == (cast.former_chair.full_name, "Chủ tịch")
    assert signed.signed_on == timezone.localdate(at)
    assert signed.sha256 == make.seen(version, cast.seats["front"])


def test_opening_is_an_act_of_the_chair_and_freezes_the_text(cast):
    version = make.opened(cast)
    assert (version.state, version.opened.by, version.opened.capacity) == (
        "signing", cast.chair, "chair",
    )  # fmt: skip
    assert version.opened.what == f"Mở ký Giao ước thi đua năm {cast.year.year}"
    with pytest.raises(Refused, match="Change it by an amendment"):
        workflow.add_commitment(version, text="Thêm", by=cast.chair, at=make.now())
    with pytest.raises(Refused, match="open already"):
        make.open_it(version, by=cast.chair)


def test_staff_open_in_place_of_the_chair_with_a_reason(cast):
    version = make.draft(cast)
    with pytest.raises(Refused, match="in place of the chair"):
        make.open_it(version, by=cast.staff)
    assert make.fresh(version).state == "draft"
    opened = make.open_it(version, by=cast.staff, reason="Khối trưởng đi vắng")
    assert opened.opened.capacity == "stand_in"


def test_nothing_is_not_opened(cast):
    version = make.draft(cast, texts=())
    with pytest.raises(Refused, match="nothing to sign yet"):
        make.open_it(version, by=cast.chair)


def test_an_opening_needs_a_last_day_unless_the_deadline_still_helps(cast):
    version = make.draft(cast)
    at = {"by": cast.chair, "at": make.now()}
    with pytest.raises(Refused, match="until when the members sign"):
        workflow.open_signing(version, **at)
    deadline(cast, cast.today - DAY)
    with pytest.raises(Refused, match="until when the members sign"):
        workflow.open_signing(version, **at)
    with pytest.raises(Refused, match="lies in the past"):
        workflow.open_signing(version, sign_by=cast.today - DAY, **at)
    extend(cast, cast.today)
    assert workflow.open_signing(version, **at).sign_by is None
    assert make.sign(cast, version, "union")


def test_an_opening_is_withdrawn_before_anybody_signed(cast):
    version = make.opened(cast)
    by = {"by": cast.chair, "at": make.now()}
    version = workflow.withdraw_opening(version, **by)
    assert (version.state, version.opened, version.sign_by) == ("draft", None, None)
    assert ChairAct.objects.filter(what__startswith="Rút lại việc mở ký").exists()
    with pytest.raises(Refused, match="not open for signing"):
        workflow.withdraw_opening(version, **by)
    version = make.open_it(version, by=cast.chair)
    make.sign(cast, version, "union")
    with pytest.raises(Refused, match="by an amendment only"):
        workflow.withdraw_opening(version, **by)


@pytest.mark.parametrize(
    "who", ["administrator", "staff", "observer", "chair", "deputy", "member", "outsider", "nobody"]
)
def test_nobody_signs_for_another_organisation_or_without_being_entitled(cast, who):
    version, seat = make.opened(cast), cast.seats["front"]
    with pytest.raises(workflow.NotSignatory):
        workflow.sign_covenant(
            version, seat=seat, seen=make.seen(version, seat), by=getattr(cast, who), at=make.now()
        )
    assert not Signature.objects.exists()


def test_a_post_that_has_ended_signs_no_more(cast):
    version = make.opened(cast)
    post = cast.former_chair.posts.get()
    post.period = type(post.period)(post.period.lower, cast.today)
    post.save()
    with pytest.raises(workflow.NotSignatory):
        make.sign(cast, version, "front")


def test_what_was_seen_is_what_is_signed(cast):
    version, seat = make.draft(cast), cast.seats["front"]
    seen = make.seen(version, seat)
    first = version.commitments.get(number=1)
    workflow.save_commitment(first, text="Khác", revision=1, by=cast.chair, at=make.now())
    version = make.open_it(version, by=cast.chair)
    with pytest.raises(Refused, match="has changed since you opened this page"):
        workflow.sign_covenant(version, seat=seat, seen=seen, by=cast.former_chair, at=make.now())
    assert not Signature.objects.exists()


def test_a_draft_and_what_is_closed_are_not_signed(cast):
    version, seat = make.draft(cast), cast.seats["front"]
    with pytest.raises(Refused, match="is a draft"):
        make.sign(cast, version, "front")
    version = make.open_it(version, by=cast.chair)
    make.sign(cast, version, "union")
    make.amended(cast, version)
    with pytest.raises(Refused, match="is closed"):
        make.sign(cast, version, "front")
    assert not Signature.objects.filter(seat=seat).exists()


def test_a_version_is_signed_once(cast):
    version = make.opened(cast)
    make.sign(cast, version, "front")
    with pytest.raises(Refused, match="already signed"):
        make.sign(cast, version, "front")
    with pytest.raises(Refused, match="already signed"):
        make.on_paper(cast, version, "front")


def test_after_the_last_day_nobody_signs_unless_it_was_extended(cast):
    deadline(cast, cast.today)
    version = workflow.open_signing(make.draft(cast), by=cast.chair, at=make.now())
    tomorrow = make.now() + DAY
    with pytest.raises(Refused, match="Signing ended on"):
        make.sign(cast, version, "front", at=tomorrow)
    extend(cast, cast.today + DAY, cast.seats["union"])
    with pytest.raises(Refused, match="Signing ended on"):
        make.sign(cast, version, "front", at=tomorrow)
    assert make.sign(cast, version, "union", at=tomorrow)


def test_a_member_signs_with_a_reservation_for_a_reason(cast):
    version = make.opened(cast, own=("union", "Riêng của LĐLĐ"))
    with pytest.raises(Refused, match="concerns the member"):
        make.sign(cast, version, "front", reservations={4: "Không phải của chúng tôi"})
    with pytest.raises(Refused, match="Say why you sign"):
        make.sign(cast, version, "front", reservations={2: " "})
    assert not Signature.objects.exists()
    make.sign(cast, version, "union", reservations={4: "Chưa có kinh phí", 1: "Chờ hướng dẫn"})
    version, _all = make.read(version)
    reserved = version.signed[cast.seats["union"].pk].reserved
    assert [(each.number, each.reason) for each in reserved] == [
        (1, "Chờ hướng dẫn"), (4, "Chưa có kinh phí"),
    ]  # fmt: skip


def test_a_signature_on_paper_is_recorded_by_the_chair_with_its_scan(cast):
    version = make.opened(cast)
    named = make.on_paper(cast, version, "front", full_name="Trần Thị Ánh", position="Chủ tịch")
    assert (named.way, named.full_name, named.act.by) == ("paper", "Trần Thị Ánh", cast.chair)
    assert named.person is None
    assert named.file.size
    nobody = make.on_paper(cast, version, "union", by=cast.staff, reason="Thay khối trưởng")
    assert (nobody.full_name, nobody.act.capacity) == ("", "stand_in")
    assert "Liên đoàn Lao động" in nobody.act.what
    with pytest.raises(NotChair):
        make.on_paper(cast, version, "youth", by=cast.deputy)
    with pytest.raises(Refused, match="scan"):
        make.on_paper(cast, version, "youth", upload=None)
    with pytest.raises(Refused, match="day to come"):
        make.on_paper(cast, version, "youth", signed_on=cast.today + DAY)
    assert Signature.objects.count() == 2


def test_a_paper_signed_in_time_may_be_recorded_later(cast):
    deadline(cast, cast.today)
    version = workflow.open_signing(make.draft(cast), by=cast.chair, at=make.now())
    extend(cast, cast.today - DAY)  # an extension never shortens
    assert make.on_paper(cast, version, "front", signed_on=cast.today)
    Deadline.objects.update(due_on=cast.today - 2 * DAY)
    Extension.objects.create(
        emulation_year=cast.year, kind="signing", until=cast.today - DAY, reason="x",
        by=cast.staff, at=make.now(),
    )  # fmt: skip
    assert make.on_paper(cast, version, "union", signed_on=cast.today - DAY)
    with pytest.raises(Refused, match="Signing ended on"):
        make.on_paper(cast, version, "youth", signed_on=cast.today)


def test_who_has_left_does_not_sign(cast):
    version, seat = make.opened(cast), cast.seats["front"]
    seat.left_on, seat.reason = cast.today, "Chuyển khối"
    seat.save()
    with pytest.raises(Refused, match="has left the bloc"):
        make.sign(cast, version, "front")


def test_nobody_signs_in_a_closed_year(cast):
    version = make.opened(cast)
    blocs.EmulationYear.objects.filter(pk=cast.year.pk).update(state="closed", closed_at=make.now())
    with pytest.raises(Refused, match="is closed"):
        make.sign(cast, version, "front")


def test_a_successor_signs_for_what_it_was(cast):
    """The front's seat stays under its old name; who may sign for the new one signs for it."""
    version = make.opened(cast)
    new = blocs.organisation("Ủy ban MTTQ tỉnh mới", cast.province)
    OrganisationSuccession.objects.create(
        kind="renamed", predecessor=cast.organisations.front, successor=new, on=cast.today
    )
    person = blocs.user("dai-dien-moi")
    post = blocs.representative(person, new)
    post.position = "Chủ tịch mới"
    post.save()
    seat = cast.seats["front"]
    signed = workflow.sign_covenant(
        version, seat=seat, seen=make.seen(version, seat), by=person, at=make.now()
    )
    assert signed.position == "Chủ tịch mới"


@pytest.mark.parametrize("round_", range(4))
def test_of_two_who_sign_the_same_line_at_once_one_is_told(transactional_db, cast, round_):
    version = make.opened(cast)
    second = blocs.user("pho-chu-tich")
    blocs.representative(second, cast.organisations.front)
    seat, seen = cast.seats["front"], make.seen(version, cast.seats["front"])

    def sign(person):
        return workflow.sign_covenant(version, seat=seat, seen=seen, by=person, at=make.now())

    answers = at_once(lambda: sign(cast.former_chair), lambda: sign(second))
    assert kinds_of(answers) == ["Refused", "Signature"]
    assert Signature.objects.count() == 1


@pytest.mark.parametrize("round_", range(4))
def test_a_signature_and_a_withdrawal_at_once_have_an_order(transactional_db, cast, round_):
    version = make.opened(cast)
    answers = at_once(
        lambda: make.sign(cast, version, "front"),
        lambda: workflow.withdraw_opening(version, by=cast.chair, at=make.now()),
    )
    assert "Refused" in kinds_of(answers)
    assert Signature.objects.exists() == (make.fresh(version).state == "signing")
