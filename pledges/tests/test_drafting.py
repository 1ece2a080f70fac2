"""The draft of a covenant: who writes it, what is refused, two who write at once."""

import datetime as dt

import pytest

from accounts.refusal import Refused
from blocs.models import LegalBasis
from blocs.tests import make as blocs
from blocs.tests.together import at_once, kinds_of
from blocs.workflow import NotChair
from pledges import workflow
from pledges.models import Covenant, CovenantVersion, Target

from . import make


def writing(cast, by=None):
    return {"by": by or cast.chair, "at": make.now()}


def head(version, **changes):
    fields = {name: getattr(version, name) for name in workflow.drafting.HEAD}
    return {**fields, "bases": [], "revision": version.revision} | changes


def numbers(version):
    return [(each.number, each.text) for each in version.commitments.order_by("number")]


def test_a_covenant_begins_with_what_is_usual(cast):
    LegalBasis.objects.update(is_usual=False)
    LegalBasis.objects.create(
        number="6/2022", title="Luật", citation="Luật Thi đua, khen thưởng", is_usual=True,
        in_force_on=dt.date(2024, 1, 1),
    )  # fmt: skip
    LegalBasis.objects.create(
        number="98/2023", title="Nghị định", citation="Nghị định 98", is_usual=True,
        in_force_on=dt.date(2024, 1, 1), ended_on=dt.date(2025, 7, 1),
    )  # fmt: skip
    version = workflow.begin_covenant(cast.year, **writing(cast))
    assert (version.number, version.state) == (1, "draft")
    assert version.title == f"Bản giao ước thi đua năm {cast.year.year}"
    assert version.place == "Thái Sơn"
    assert "bình xét thi đua cuối năm" in version.closing_terms
    assert [each.basis.number for each in version.cited.all()] == ["6/2022"]
    with pytest.raises(Refused, match="already begun"):
        workflow.begin_covenant(cast.year, **writing(cast))


@pytest.mark.parametrize("who", ["deputy", "member", "observer", "outsider", "foreign_staff"])
def test_who_does_not_hold_the_years_work_writes_nothing(cast, who):
    version = make.draft(cast)
    by = {"by": getattr(cast, who), "at": make.now()}
    commitment = version.commitments.get(number=1)
    for verb in (
        lambda: workflow.save_head(version, **head(version), **by),
        lambda: workflow.add_commitment(version, text="x", **by),
        lambda: workflow.save_commitment(commitment, text="x", revision=1, **by),
        lambda: workflow.move_commitment(commitment, up=False, **by),
        lambda: workflow.remove_commitment(commitment, **by),
        lambda: workflow.begin_covenant(cast.last_year, **by),
        lambda: workflow.open_signing(version, sign_by=cast.today, **by),
    ):
        with pytest.raises(NotChair):
            verb()


def test_staff_write_in_place_of_the_chair(cast):
    version = make.draft(cast, by=cast.staff)
    assert version.commitments.count() == 3


def test_a_text_is_kept_as_it_was_typed_but_composed(cast):
    text = "Mở đầu “trích \"lồng” 'nữa'\u00a0;\n  - dòng hai\n\n\tdòng ba  "
    version = workflow.begin_covenant(cast.year, **writing(cast))
    kept = workflow.add_commitment(version, text=text + "ho\u0323i", **writing(cast))
    kept.refresh_from_db()
    assert kept.text == text + "họi"


def test_commitments_are_numbered_without_gaps_however_they_move(cast):
    version = make.draft(cast, texts=("A", "B", "C"))
    a, b, _c = version.commitments.order_by("number")
    workflow.move_commitment(a, up=True, **writing(cast))
    workflow.move_commitment(b, up=True, **writing(cast))
    assert numbers(version) == [(1, "B"), (2, "A"), (3, "C")]
    workflow.remove_commitment(a, **writing(cast))
    assert numbers(version) == [(1, "B"), (2, "C")]
    with pytest.raises(Refused, match="removed meanwhile"):
        workflow.move_commitment(a, up=True, **writing(cast))
    added = workflow.add_commitment(version, text="D", **writing(cast))
    assert added.number == 3


def test_an_empty_commitment_and_a_seat_of_another_year_are_refused(cast):
    version = make.draft(cast)
    with pytest.raises(Refused, match="needs a text"):
        workflow.add_commitment(version, text="  \n", **writing(cast))
    stranger = cast.last_year.seats.first()
    with pytest.raises(Refused, match="does not sit"):
        workflow.add_commitment(version, text="x", seat=stranger, **writing(cast))
    with pytest.raises(Refused, match="needs a title"):
        workflow.save_head(version, **head(version, title=" "), **writing(cast))


def test_there_are_not_too_many_commitments(cast, monkeypatch):
    monkeypatch.setattr("pledges.workflow.commitments.MOST_COMMITMENTS", 3)
    version = make.draft(cast)
    with pytest.raises(Refused, match="at most 3"):
        workflow.add_commitment(version, text="x", **writing(cast))


def test_of_two_who_write_the_second_is_told_and_nothing_is_lost(cast):
    version = make.draft(cast)
    first = version.commitments.get(number=1)
    workflow.save_commitment(first, text="Của người thứ nhất", revision=1, **writing(cast))
    with pytest.raises(workflow.DraftChanged) as refusal:
        workflow.save_commitment(
            first, text="Của người thứ hai", revision=1, **writing(cast, cast.staff)
        )
    assert refusal.value.stored.text == "Của người thứ nhất"
    same = workflow.save_commitment(
        first, text="Của người thứ nhất", revision=1, **writing(cast, cast.staff)
    )
    assert same.revision == 2

    workflow.save_head(version, **head(version, theme="Một"), **writing(cast))
    with pytest.raises(workflow.DraftChanged) as refusal:
        workflow.save_head(version, **head(version, theme="Hai"), **writing(cast, cast.staff))
    assert refusal.value.stored.theme == "Một"


def test_the_bases_of_a_head_are_those_given(cast):
    law, decree = (
        LegalBasis.objects.create(number=n, title=n, citation=n) for n in ("Luật", "Nghị định")
    )
    version = make.draft(cast)
    version = workflow.save_head(version, **head(version, bases=[law, decree]), **writing(cast))
    version = workflow.save_head(version, **head(version, bases=[decree]), **writing(cast))
    assert [each.basis for each in version.cited.all()] == [decree]


def test_targets_are_planned_for_the_members_that_have_a_figure(cast):
    version = make.draft(cast, own=("union", "Riêng"))
    shared, own = version.commitments.get(number=1), version.commitments.get(number=4)
    front, union = cast.seats["front"], cast.seats["union"]
    make.target(shared, {front: 100, union: 50}, by=cast.chair)
    make.target(
        shared, {front: 120, union: None}, by=cast.chair, name="Hội viên", lower_is_better=True,
        before="Kết nạp hội viên mới",
    )  # fmt: skip
    [target] = Target.objects.all()
    assert (target.seat, target.name, target.planned) == (front, "Hội viên", 120)
    assert target.lower_is_better
    make.target(shared, {front: None}, by=cast.chair, name="Hội viên", before="Hội viên")
    assert not Target.objects.exists()

    with pytest.raises(Refused, match="does not concern"):
        make.target(own, {front: 5}, by=cast.chair)
    with pytest.raises(Refused, match="below zero"):
        make.target(own, {union: -1}, by=cast.chair)
    with pytest.raises(Refused, match="name and a unit"):
        make.target(own, {union: 1}, by=cast.chair, unit=" ")
    make.target(own, {union: 1}, by=cast.chair)
    with pytest.raises(Refused, match="of that name"):
        make.target(own, {union: 2}, by=cast.chair)
    shared_now = version.commitments.get(number=4)
    workflow.save_commitment(shared_now, text="Riêng", seat=front, revision=1, **writing(cast))
    assert not shared_now.targets.exists()  # the union's target went with its commitment


def test_last_years_text_is_taken_over_with_targets_to_be_planned_anew(cast):
    old = workflow.begin_covenant(cast.last_year, **writing(cast))
    front_then = cast.last_year.seats.get(organisation=cast.organisations.front)
    women_then = cast.last_year.seats.get(organisation=cast.organisations.women)
    workflow.add_commitment(old, text="Chung", **writing(cast))
    workflow.add_commitment(old, text="Của Hội LHPN", seat=women_then, **writing(cast))
    mine = workflow.add_commitment(old, text="Của MTTQ", seat=front_then, **writing(cast))
    make.target(mine, {front_then: 7}, by=cast.chair)
    workflow.save_head(make.fresh(old), **head(old, theme="Chủ đề cũ"), **writing(cast))

    version = workflow.begin_covenant(cast.year, **writing(cast))
    workflow.take_over(version, origin=make.fresh(old), **writing(cast))
    assert numbers(version) == [(1, "Chung"), (2, "Của MTTQ")]
    assert make.fresh(version).theme == "Chủ đề cũ"
    [target] = Target.objects.filter(commitment__covenant_version=version)
    assert (target.seat, target.planned) == (cast.seats["front"], None)
    with pytest.raises(Refused, match="already has commitments"):
        workflow.take_over(version, origin=make.fresh(old), **writing(cast))
    with pytest.raises(Refused, match=r"no figure yet, in the commitments: 2\."):
        make.open_it(version, by=cast.chair)


def test_only_an_earlier_covenant_of_the_same_bloc_is_taken_over(cast):
    here = make.draft(cast)
    last = workflow.begin_covenant(cast.last_year, **writing(cast))
    with pytest.raises(Refused, match="Only an earlier covenant"):
        workflow.take_over(last, origin=here, **writing(cast))


def test_nobody_writes_in_a_closed_year(cast):
    version = make.draft(cast)
    blocs.EmulationYear.objects.filter(pk=cast.year.pk).update(state="closed", closed_at=make.now())
    with pytest.raises(Refused, match="is closed"):
        workflow.add_commitment(version, text="x", **writing(cast))


@pytest.mark.parametrize("round_", range(3))
def test_two_who_begin_at_once_begin_one_covenant(transactional_db, cast, round_):
    answers = at_once(
        lambda: workflow.begin_covenant(cast.year, **writing(cast)),
        lambda: workflow.begin_covenant(cast.year, **writing(cast, cast.staff)),
    )
    assert kinds_of(answers) == ["CovenantVersion", "Refused"]
    assert (Covenant.objects.count(), CovenantVersion.objects.count()) == (1, 1)


@pytest.mark.parametrize("round_", range(3))
def test_two_who_add_at_once_get_two_numbers(transactional_db, cast, round_):
    version = make.draft(cast)
    at_once(
        lambda: workflow.add_commitment(version, text="D", **writing(cast)),
        lambda: workflow.add_commitment(version, text="E", **writing(cast, cast.staff)),
    )
    assert [number for number, _text in numbers(version)] == [1, 2, 3, 4, 5]
