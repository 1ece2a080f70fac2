"""What may never be stored of a covenant, each named by the sentence that the database says."""

import ast
import re
from pathlib import Path
from types import SimpleNamespace

import pytest
from django.db import DatabaseError, IntegrityError, connection, transaction

from blocs.models import LegalBasis
from files.storing import store
from pledges import workflow
from pledges.models import (
    CitedBasis,
    Commitment,
    CovenantVersion,
    Registration,
    Reservation,
    Signature,
    Target,
)

from . import make

# What is refused by a trigger of ours, under its own name.
NAMED = re.compile(r"CONSTRAINT = '(\w+)'")


@pytest.fixture
def stored(cast):
    """This year's covenant as a draft with a target and a basis; last year's signed by one."""
    s = SimpleNamespace(cast=cast)
    s.draft = make.draft(cast, own=("union", "Riêng"))
    s.covenant = s.draft.covenant
    s.commitment = s.draft.commitments.get(number=1)
    s.own = s.draft.commitments.get(number=4)
    make.target(s.commitment, {cast.seats["front"]: 5, cast.seats["union"]: 7}, by=cast.chair)
    s.target = Target.objects.get(seat=cast.seats["front"])
    s.basis = LegalBasis.objects.create(number="1", title="Luật", citation="Luật")
    s.cited = CitedBasis.objects.create(covenant_version=s.draft, basis=s.basis, position=1)
    s.registration = Registration.objects.create(
        covenant=s.covenant, seat=cast.seats["front"], text="Cờ thi đua của UBND tỉnh"
    )
    s.open = make.open_it(make.draft(cast, year=cast.last_year, texts=("A", "B")), by=cast.chair)
    s.front = cast.last_year.seats.get(organisation=cast.organisations.front)
    s.women = cast.last_year.seats.get(organisation=cast.organisations.women)
    s.signed = workflow.sign_covenant(
        s.open, seat=s.front, seen=make.seen(s.open, s.front), reservations={2: "Chưa rõ"},
        by=cast.former_chair, at=make.now(),
    )  # fmt: skip
    s.reservation = s.signed.reservations.get()
    s.open_commitment = s.open.commitments.get(number=1)
    return s


def refuses(name, change):
    with pytest.raises(IntegrityError, match=name), transaction.atomic():
        _now(change)


def _now(change):
    change()
    with connection.cursor() as cursor:
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")


def stores(row, **changes):
    """A copy of a row, or the row itself, with what should be wrong with it."""

    def change():
        for name, value in changes.items():
            setattr(row, name, value)
        row.save()

    return change


def another(row, **changes):
    fields = {field.attname: getattr(row, field.attname) for field in row._meta.concrete_fields}
    fields.pop("id")
    return lambda: type(row).objects.create(**fields | changes)


def test_of_covenants_and_versions(stored):
    s = stored
    refuses("pledges_covenant_emulation_year_id_key", another(s.covenant))
    refuses("covenant_state_is_known", stores(make.fresh(s.draft), state="lost"))
    refuses("covenant_has_a_title", stores(make.fresh(s.draft), title=""))
    refuses("covenant_is_amended_for_a_reason", stores(make.fresh(s.draft), number=2))
    refuses("covenant_is_amended_for_a_reason", stores(make.fresh(s.draft), reason="Vì sao"))
    day = s.cast.today
    refuses("covenant_days_fit_its_state", stores(make.fresh(s.draft), in_force_on=day))
    refuses("covenant_days_fit_its_state", stores(make.fresh(s.open), state="in_force"))
    refuses("covenant_days_fit_its_state", stores(make.fresh(s.open), state="closed"))
    refuses("covenant_version_has_its_own_number", another(s.draft))
    refuses("covenant_has_one_version_under_way", another(s.draft, number=2, reason="x"))
    refuses("covenant_cites_a_basis_once", another(s.cited))
    for act, name in (
        ("opened", "pledges_covenantversion_opened_id_key"),
        ("entered", "pledges_covenantversion_entered_id_key"),
        ("closed", "pledges_covenantversion_closed_id_key"),
    ):
        rows = CovenantVersion.objects.filter(pk=s.draft.pk)
        refuses(name, lambda a=act, r=rows: _same_act(s, a, r))


def _same_act(s, act, rows):
    given = s.open.opened_id
    CovenantVersion.objects.filter(pk=s.open.pk).update(**{f"{act}_id": given})
    rows.update(**{f"{act}_id": given})


def test_one_version_is_in_force_at_a_time(stored):
    s = stored
    first = make.fresh(s.open)
    first.state, first.in_force_on = "in_force", s.cast.today
    first.save()
    second = workflow.start_amendment(
        first.covenant, amendment_reason="x", by=s.cast.chair, at=make.now()
    )
    second = make.open_it(second, by=s.cast.chair)
    change = stores(second, state="in_force", in_force_on=s.cast.today)
    refuses("covenant_has_one_version_in_force", change)


def test_a_version_keeps_its_course(stored):
    s = stored
    refuses("covenant_version_begins_as_a_draft", another(s.open, number=2, reason="x"))
    for state, day in (("in_force", "in_force_on"), ("closed", "closed_on")):
        change = stores(make.fresh(s.draft), **{"state": state, day: s.cast.today})
        refuses("covenant_keeps_its_course", change)
    refuses("signed_text_is_never_reopened", stores(make.fresh(s.open), state="draft"))
    CovenantVersion.objects.filter(pk=s.open.pk).update(state="closed", closed_on=s.cast.today)
    for state in ("draft", "signing"):
        change = stores(make.fresh(s.open), state=state, closed_on=None)
        refuses("covenant_keeps_its_course", change)


def test_numbers_run_from_one_when_signing_opens(stored):
    s = stored
    rows = CovenantVersion.objects.filter(pk=s.draft.pk)
    Commitment.objects.filter(pk=s.own.pk).update(number=9)  # in a draft that may be
    refuses("commitments_run_from_one", lambda: rows.update(state="signing"))
    s.draft.commitments.all().delete()
    refuses("commitments_run_from_one", lambda: rows.update(state="signing"))


def test_every_target_has_a_plan_when_signing_opens(stored):
    s = stored
    Target.objects.filter(pk=s.target.pk).update(planned=None)  # in a draft that may be
    rows = CovenantVersion.objects.filter(pk=s.draft.pk)
    refuses("opened_targets_have_a_plan", lambda: rows.update(state="signing"))


def test_of_commitments_targets_and_registrations(stored):
    s = stored
    stranger = s.women
    refuses("commitment_has_its_own_number", another(s.commitment))
    refuses("commitment_has_a_text", another(s.commitment, number=5, text=""))
    s.commitment.continues = s.own
    s.commitment.save()
    twice = another(s.commitment, number=5)
    refuses("commitment_is_continued_once", twice)
    refuses("seat_is_of_the_covenants_year", another(s.own, number=5, seat_id=stranger.pk))
    refuses("member_has_a_target_once", another(s.target))
    refuses("target_has_a_name_and_a_unit", another(s.target, name=""))
    refuses("target_has_a_name_and_a_unit", another(s.target, name="x", unit=""))
    refuses("target_is_not_below_zero", another(s.target, name="x", planned=-1))
    refuses("seat_is_of_the_covenants_year", another(s.target, seat_id=stranger.pk))
    refuses("member_registers_for_an_award_once", another(s.registration))
    refuses("registration_names_an_award", another(s.registration, text=""))
    refuses("seat_is_of_the_covenants_year", another(s.registration, seat_id=stranger.pk))


def test_numbers_may_cross_within_a_transaction(stored):
    a, b = stored.draft.commitments.filter(number__lte=2).order_by("number")
    with transaction.atomic():
        Commitment.objects.filter(pk=a.pk).update(number=2)
        Commitment.objects.filter(pk=b.pk).update(number=1)


def test_nothing_of_an_opened_version_changes(stored):
    s = stored
    now = make.fresh(s.open)
    for name, value in (
        ("title", "Khác"), ("theme", "Khác"), ("place", "Khác"), ("dated", s.cast.today),
        ("witness", "Khác"), ("closing_terms", "Khác"), ("copies", 9), ("revision", 7),
        ("covenant_id", s.covenant.pk),
    ):  # fmt: skip
        rows = CovenantVersion.objects.filter(pk=now.pk)
        refuses("covenant_text_is_frozen", lambda r=rows, n=name, v=value: r.update(**{n: v}))
    commitment = s.open_commitment
    refuses("covenant_text_is_frozen", stores(commitment, text="Khác"))
    refuses("covenant_text_is_frozen", lambda: Commitment.objects.get(pk=commitment.pk).delete())
    refuses("covenant_text_is_frozen", another(commitment, number=3))
    moved = Commitment.objects.filter(pk=s.commitment.pk)
    refuses("covenant_text_is_frozen", lambda: moved.update(covenant_version=s.open, number=3))
    refuses(
        "covenant_text_is_frozen",
        another(s.target, commitment_id=commitment.pk, seat_id=s.front.pk),
    )
    refuses("covenant_text_is_frozen", another(s.cited, covenant_version_id=s.open.pk))
    raw = f"DELETE FROM pledges_covenantversion WHERE id = {int(s.open.pk)}"  # noqa: S608
    refuses("covenant_text_is_frozen", lambda: connection.cursor().execute(raw))


def test_targets_of_an_opened_version_are_frozen_too(stored):
    make.open_it(stored.draft, by=stored.cast.chair)
    refuses("covenant_text_is_frozen", stores(stored.target, planned=6))
    refuses("covenant_text_is_frozen", lambda: Target.objects.all().delete())
    refuses("covenant_text_is_frozen", lambda: CitedBasis.objects.all().delete())


def test_of_signatures(stored):
    s = stored
    refuses("member_signs_a_version_once", another(s.signed))
    women = {"seat_id": s.women.pk}
    refuses("signature_way_is_known", another(s.signed, **women, way="stamp"))
    for wrong in (
        {"person_id": None}, {"full_name": ""}, {"act_id": s.open.opened_id}, {"way": "paper"},
    ):  # fmt: skip
        refuses("signature_is_confirmed_or_on_paper", another(s.signed, **women, **wrong))
    paper = {"way": "paper", "person_id": None, "act_id": s.open.opened_id}
    refuses("signature_is_confirmed_or_on_paper", another(s.signed, **women, **paper))
    refuses("signature_sha256_is_one", another(s.signed, **women, sha256="A" * 64))
    sits = s.cast.seats["front"]
    refuses("seat_is_of_the_covenants_year", another(s.signed, seat_id=sits.pk))
    draft = {"covenant_version_id": s.draft.pk, "seat_id": sits.pk}
    refuses("only_an_open_covenant_is_signed", another(s.signed, **draft))


def test_a_scan_and_an_act_belong_to_one_signature(stored):
    s = stored
    first = workflow.record_paper_signature(
        s.open, seat=s.women, signed_on=s.cast.today, upload=make.scan(), by=s.cast.chair,
        at=make.now(),
    )  # fmt: skip
    farmers = s.cast.last_year.seats.get(organisation=s.cast.organisations.farmers)
    other = store(make.scan(), by=s.cast.chair, at=make.now())
    refuses("pledges_signature_act_id_key", another(first, seat_id=farmers.pk, file_id=other.pk))
    act = {"seat_id": farmers.pk, "act_id": s.open.opened_id}
    refuses("pledges_signature_file_id_key", another(first, **act))


def test_of_reservations(stored):
    s = stored
    refuses("reservation_is_made_once", another(s.reservation))
    blank = another(s.reservation, commitment_id=s.open_commitment.pk, reason="")
    refuses("reservation_has_a_reason", blank)
    refuses(
        "reservation_is_on_what_was_signed",
        another(s.reservation, commitment_id=s.commitment.pk),
    )


def test_a_reservation_is_not_on_another_members_commitment(cast):
    version = make.opened(cast, own=("union", "Riêng"))
    signed = make.sign(cast, version, "front")
    own = version.commitments.get(number=4)
    refuses(
        "reservation_is_on_what_was_signed",
        lambda: Reservation.objects.create(signature=signed, commitment=own, reason="x"),
    )


@pytest.mark.parametrize("row", ["signed", "reservation"])
def test_what_was_signed_is_neither_changed_nor_deleted(stored, row):
    rows = type(getattr(stored, row)).objects.filter(pk=getattr(stored, row).pk)
    column = {"signed": "position", "reservation": "reason"}[row]
    for change in (lambda: rows.update(**{column: "Khác"}), lambda: rows.get().delete()):
        with pytest.raises(DatabaseError, match=r"Cannot (update|delete)"), transaction.atomic():
            change()


def test_every_refusal_of_a_trigger_is_provoked_here():
    said = {
        name
        for model in (CovenantVersion, CitedBasis, Commitment, Target, Registration)
        for trigger in (*model._meta.triggers, *Signature._meta.triggers)
        for name in NAMED.findall(trigger.func or "")
    } | {n for t in Reservation._meta.triggers for n in NAMED.findall(t.func or "")}
    here = ast.walk(ast.parse(Path(__file__).read_text("utf-8")))
    named = {node.value for node in here if isinstance(node, ast.Constant)}
    assert len(said) == 9
    assert said - named == set()
