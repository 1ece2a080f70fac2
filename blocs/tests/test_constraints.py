"""What may never be stored, each named by the sentence that the database says.

Every constraint of this room has a row here: the last test compares them with the database.
"""

import datetime as dt
from types import SimpleNamespace

import pytest
from django.apps import apps
from django.db import IntegrityError, connection, transaction
from django.db.backends.postgresql.psycopg_any import DateRange
from django.utils import timezone

from blocs.models import (
    BlocAlias,
    ChairAct,
    Completion,
    Handover,
    HandoverItem,
    HandoverPerson,
    Notice,
    NoticeFile,
    OrganisationAlias,
    OrganisationSuccession,
    ProvinceSuccession,
    Source,
)
from files.models import StoredFile

from . import make
from .constraints import add, change, check_now, filled, names_in_the_database
from .test_conference_constraints import BROKEN as OF_CONFERENCES
from .test_constraints_of_the_year import BROKEN as BROKEN_OF_THE_YEAR

START, DAY = dt.date(2026, 1, 5), dt.date(2026, 12, 21)
NOON = dt.datetime(2026, 12, 20, 12, tzinfo=dt.UTC)


@pytest.fixture
def stored(db):
    """One row of every table; `spare_…` are rows to point to wrongly."""
    s = SimpleNamespace(source=Source.objects.create(title="Báo Thái Sơn", publisher="Báo"))
    _places_and_people(s)
    _bloc_with_terms(s)
    _handover(s)
    _papers(s)
    check_now()
    return s


def _places_and_people(s):
    s.province, s.spare_province = make.province("Thái Sơn"), make.province("Bình Hải")
    s.province_succession = ProvinceSuccession.objects.create(
        predecessor=s.spare_province, successor=s.province, on=START
    )
    names = ("Hội A", "Hội B", "Hội C", "Hội D", "Hội cũ")
    s.a, s.b, s.c, s.spare_organisation, s.old = (
        make.organisation(name, s.province) for name in names
    )
    s.alias = OrganisationAlias.objects.create(organisation=s.a, alias="HA")
    s.succession = OrganisationSuccession.objects.create(
        kind="renamed", predecessor=s.old, successor=s.a, on=START
    )
    s.end = OrganisationSuccession.objects.create(
        kind="dissolved", predecessor=s.spare_organisation, on=START
    )
    s.user = make.user("nhan-vien")
    s.post = make.staff(s.user, s.province)


def _bloc_with_terms(s):
    s.bloc, s.spare_bloc = make.bloc("Khối 1", s.province), make.bloc("Khối 2", s.province)
    s.bloc_alias = BlocAlias.objects.create(bloc=s.bloc, alias="Khối I")
    s.year = make.year(s.bloc, 2026)
    s.seat_a, s.seat_b, s.seat = (make.seat(s.year, each) for each in (s.a, s.b, s.c))
    s.bare_seat = make.seat(s.year, s.old)
    s.giver = make.term(s.seat_a, START, DAY)
    s.chair = make.term(s.seat_b, DAY)
    s.deputy = make.term(s.seat, START, role="deputy")
    s.past_term = make.term(s.seat, None)
    s.foreign_term = make.term(make.seat(make.year(s.spare_bloc), s.a), START, DAY)


def _handover(s):
    s.handover = Handover.objects.create(
        bloc=s.bloc, giver_term=s.giver, receiver_term=s.chair, held_on=DAY, effective_on=DAY,
        recorded_at=NOON, recorded_on=DAY, recorded_by=s.user,
    )  # fmt: skip
    s.witness = HandoverPerson.objects.create(handover=s.handover, side="witness", full_name="Ông")
    s.item = HandoverItem.objects.create(
        handover=s.handover, position=1, kind="papers", text="Quy chế"
    )
    s.completion = Completion.objects.create(
        handover=s.handover, emulation_year=s.year, until=dt.date(2027, 1, 16)
    )


def _papers(s):
    s.act, s.withdrawal, s.spare_act = (
        ChairAct.objects.create(
            emulation_year=s.year, term=s.giver, organisation=s.a, right="notices",
            capacity="chair", what="thử", by=s.user, at=NOON,
        )
        for _ in range(3)
    )  # fmt: skip
    s.notice = Notice.objects.create(
        emulation_year=s.year, title="Thông báo", published=s.act,
        withdrawn=s.withdrawal, withdraw_reason="nhầm",
    )  # fmt: skip
    file = StoredFile.objects.create(
        name="a.pdf", kind="pdf", size=1, sha256="0" * 64, key="1" * 64,
        uploaded_by=s.user, uploaded_at=timezone.now(),
    )  # fmt: skip
    s.notice_file = NoticeFile.objects.create(notice=s.notice, file=file)


NEVER_BEGAN, EMPTY = DateRange(None, DAY), DateRange(empty=True)
NOT_WHOLE = {"revoked_at": NOON}  # neither by whom nor why

# Values of a row are the names of others in `stored`, with @ before them.
CHANGES = [
    ("bloc", {"word": "hoi"}, "bloc_word_is_known"),
    ("bloc", {"slug": "@spare_bloc.slug"}, "blocs_bloc_slug_key"),
    ("year", {"year": 1947}, "year_is_a_calendar_year"),
    ("year", {"year": 2101}, "year_is_a_calendar_year"),
    ("year", {"state": "closed"}, "year_is_dated_once_closed"),
    ("year", {"closed_at": NOON}, "year_is_dated_once_closed"),
    ("seat", {"left_on": DAY}, "seat_changes_in_mid_year_for_a_reason"),
    ("seat", {"joined_on": DAY}, "seat_changes_in_mid_year_for_a_reason"),
    ("seat", {"joined_on": DAY, "left_on": DAY, "reason": "x"}, "seat_is_left_after_it_is_taken"),
    ("bare_seat", {"bloc": "@spare_bloc"}, "seat_is_in_its_years_bloc"),
    ("deputy", {"role": "guest"}, "term_role_is_known"),
    ("deputy", {"selection": "by lot"}, "term_selection_is_known"),
    ("deputy", {"period": NEVER_BEGAN}, "term_period_has_a_first_day"),
    ("deputy", {"period": EMPTY}, "term_period_has_a_first_day"),
    ("deputy", NOT_WHOLE, "term_is_revoked_for_a_reason"),
    ("deputy", {"revoke_reason": "nhầm"}, "term_is_revoked_for_a_reason"),
    ("deputy", {"bloc": "@spare_bloc"}, "term_is_in_its_seats_bloc"),
    ("giver", {"period": DateRange(START, DAY + dt.timedelta(1))}, "bloc_has_one_chair_a_day"),
    ("giver", {"period": DateRange(START, START + dt.timedelta(9))}, "handover_joins_its_terms"),
    ("giver", {"role": "deputy"}, "handover_joins_its_terms"),
    ("handover", {"effective_on": None}, "handover_joins_its_terms"),
    ("handover", {"receiver_term": "@giver"}, "handover_has_two_sides"),
    ("handover", {"deputy_ended_on": DAY}, "handover_ends_a_deputy_it_names"),
    ("handover", {"selection": "by lot"}, "handover_selection_is_known"),
    ("handover", {"recorded_on": dt.date(2027, 1, 1)}, "handover_to_a_past_day_has_a_reason"),
    ("handover", NOT_WHOLE, "handover_is_revoked_for_a_reason"),
    ("handover", {"giver_term": "@foreign_term"}, "giver_is_of_the_handovers_bloc"),
    ("handover", {"receiver_term": "@foreign_term"}, "receiver_is_of_the_handovers_bloc"),
    ("handover", {"deputy_term": "@foreign_term"}, "deputy_is_of_the_handovers_bloc"),
    ("witness", {"side": "guest"}, "handover_side_is_known"),
    ("item", {"kind": "gift"}, "handover_item_kind_is_known"),
    ("notice", {"kind": "poem"}, "notice_kind_is_known"),
    ("notice", {"withdraw_reason": ""}, "notice_is_withdrawn_for_a_reason"),
    ("notice", {"withdrawn": None}, "notice_is_withdrawn_for_a_reason"),
    ("a", {"kind": "club"}, "organisation_kind_is_known"),
    ("succession", {"kind": "lost"}, "succession_kind_is_known"),
    ("succession", {"kind": "dissolved"}, "succession_has_a_successor_unless_dissolved"),
    ("end", {"kind": "merged"}, "succession_has_a_successor_unless_dissolved"),
    ("succession", {"successor": "@old"}, "organisation_does_not_succeed_itself"),
    ("post", {"kind": "guest"}, "post_kind_is_known"),
    ("post", {"province": None}, "post_says_what_it_is_for"),
    ("post", {"organisation": "@a"}, "post_says_what_it_is_for"),
    ("post", {"kind": "administrator"}, "post_says_what_it_is_for"),
    ("post", {"may_sign": True}, "only_a_representative_signs"),
    ("post", {"period": NEVER_BEGAN}, "post_has_a_first_day"),
    ("post", {"period": EMPTY}, "post_has_a_first_day"),
    ("province", {"kind": "kingdom"}, "province_kind_is_known"),
    ("province", {"validity": NEVER_BEGAN}, "province_has_a_first_day"),
    ("province_succession", {"successor": "@spare_province"}, "province_does_not_succeed_itself"),
]

ADDITIONS = [
    ("bloc", {"slug": "khac"}, "bloc_name_is_unique_in_its_province"),
    ("bloc_alias", {}, "bloc_alias_is_entered_once"),
    ("act", {"right": "flags"}, "act_right_is_known"),
    ("act", {"capacity": "friend"}, "act_capacity_is_known"),
    ("act", {"deadline": "someday"}, "act_deadline_is_known"),
    ("act", {"term": None}, "act_names_the_term_it_rests_on"),
    ("act", {"organisation": None}, "act_names_the_term_it_rests_on"),
    ("act", {"capacity": "vacant"}, "act_names_the_term_it_rests_on"),
    ("act", {"capacity": "stand_in", "organisation": None}, "standing_in_has_a_reason"),
    ("completion", {}, "year_is_completed_by_one_side"),
    ("year", {}, "bloc_has_a_year_once"),
    ("seat", {"position": 9}, "organisation_sits_once_a_year"),
    ("seat", {"organisation": "@spare_organisation"}, "seat_has_its_own_place"),
    ("deputy", {}, "organisation_has_a_role_once_a_day"),
    ("chair", {"seat": "@seat_a"}, "bloc_has_one_chair_a_day"),
    ("past_term", {}, "past_term_is_entered_once"),
    ("handover", {"receiver_term": "@deputy"}, "term_is_given_once"),
    ("handover", {"giver_term": "@deputy"}, "term_is_received_once"),
    ("item", {"text": "Khác"}, "handover_item_has_its_own_place"),
    ("notice", {"withdrawn": None, "withdraw_reason": ""}, "blocs_notice_published_id_key"),
    ("notice", {"published": "@spare_act"}, "blocs_notice_withdrawn_id_key"),
    ("notice_file", {}, "blocs_noticefile_file_id_key"),
    ("a", {}, "organisation_is_entered_once"),
    ("alias", {"alias": "ha"}, "alias_is_entered_once"),
    ("succession", {}, "organisation_succession_is_entered_once"),
    ("end", {}, "organisation_succession_is_entered_once"),
    ("post", {"period": DateRange(DAY, None)}, "post_is_held_once_a_day"),
    ("province", {}, "province_is_entered_once"),
    ("province_succession", {}, "province_succession_is_entered_once"),
    ("source", {}, "source_is_entered_once"),
]


@pytest.mark.parametrize(("row", "values", "name"), CHANGES)
def test_no_row_is_changed_into_what_may_not_be(stored, row, values, name):
    with pytest.raises(IntegrityError, match=name), transaction.atomic():
        change(getattr(stored, row), filled(stored, values))


@pytest.mark.parametrize(("row", "values", "name"), ADDITIONS)
def test_no_second_row_is_added_that_may_not_be(stored, row, values, name):
    with pytest.raises(IntegrityError, match=name), transaction.atomic():
        add(getattr(stored, row), filled(stored, values))


def test_no_year_is_in_a_state_that_nobody_knows(stored):
    """Any such state breaks the rule on dates too, which speaks first: here it is silent."""
    with connection.cursor() as cursor:
        cursor.execute("ALTER TABLE blocs_emulationyear DROP CONSTRAINT year_is_dated_once_closed")
    with pytest.raises(IntegrityError, match="year_state_is_known"), transaction.atomic():
        change(stored.year, {"state": "lost"})


def test_what_stands_in_two_provinces_or_periods_is_two(stored):
    """The names that are refused above are free elsewhere."""
    add(stored.bloc, {"slug": "khac", "province": stored.spare_province})
    add(stored.a, {"province": stored.spare_province})
    add(stored.past_term, {"role": "deputy"})
    add(stored.post, {"province": stored.spare_province})


@pytest.mark.django_db
def test_every_constraint_of_this_room_is_broken_above():
    """Those of legal bases, deadlines and activities in test_constraints_of_the_year."""
    broken = {name for *_, name in [*CHANGES, *ADDITIONS]} | {"year_state_is_known"}
    broken |= BROKEN_OF_THE_YEAR
    triggers = {"handover_joins_its_terms"}
    assert broken - triggers | set(OF_CONFERENCES) == names_in_the_database("blocs")


def test_every_trigger_that_holds_an_invariant_is_known():
    """Broken above, in test_handover_database and where evidence is tried; the rest write it."""
    evidence = {
        "insert_insert", "update_update", "delete_delete", "append_only", "never_truncated",
    }  # fmt: skip
    models = apps.get_app_config("blocs").get_models()
    names = {trigger.name for model in models for trigger in getattr(model._meta, "triggers", [])}
    assert names - evidence == {"joins_its_terms", "never_deleted", "only_added"}
