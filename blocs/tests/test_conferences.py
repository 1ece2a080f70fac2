"""Recording conferences: by the chair's right, or as history; correcting, revoking, files."""

import datetime as dt

import pytest
from django.utils import timezone

from accounts.refusal import Refused
from blocs import workflow
from blocs.conferring import AttendanceLine, PersonLine, digest
from blocs.models import ChairAct, Conference, Source
from blocs.workflow.conference_lists import attendance_of, people_of
from files import gate
from files.tests.make import PDF, picture, upload

from . import conferring

PAST = {"held_on": None, "part_of_day": "unknown", "place": "", "host": None}


def now():
    return timezone.now()


def change(conference, by, **fields):
    """A correction of one conference whose other words stay."""
    names = (*workflow.conferences.WORDS, "version")
    stored = {name: getattr(conference, name) for name in names}
    purposes = {}
    for row in conference.purposes.select_related("emulation_year"):
        purposes.setdefault(row.emulation_year, []).append(row.purpose)
    fields = {"purposes": purposes, "by": by, "at": now(), **fields}
    return workflow.change_conference(conference, **{**stored, **fields})


def test_the_chair_records_a_conference_that_serves_two_years(cast):
    conference = conferring.conference(cast)

    found = Conference.objects.get()
    assert found == conference
    assert (found.bloc, found.emulation_year, found.version) == (cast.bloc, cast.year, 1)
    assert {(row.purpose, row.emulation_year) for row in found.purposes.all()} == {
        ("year_end_review", cast.last_year), ("signing", cast.year), ("launching", cast.year),
    }  # fmt: skip
    assert people_of(found) == conferring.people(cast)
    assert {line.seat: line.state for line in attendance_of(found)} == {
        cast.seats["front"].pk: "present",
        cast.seats["union"].pk: "absent_with_leave",
        cast.seats["farmers"].pk: "by_proxy",
    }
    act = found.recorded
    assert (act.right, act.capacity, act.by, found.recorded_by) == (
        "year_work", "chair", cast.chair, cast.chair,
    )  # fmt: skip
    assert not found.is_past


def test_what_nobody_recorded_stays_empty(cast):
    conference = workflow.record_conference(
        cast.year, purposes={cast.year: ["other"]}, by=cast.chair, at=now()
    )
    conference.refresh_from_db()
    assert {name: getattr(conference, name) for name in PAST} == PAST
    assert (conference.agenda, conference.people.count()) == ("", 0)
    assert conference.title == f"Cuộc họp năm {cast.year.year}"


def test_the_evidence_names_who_and_why(cast):
    conference = conferring.conference(cast, by=cast.staff, reason="Khối trưởng đi vắng")
    for row in (conference, conference.purposes.first(), conference.people.first()):
        context = row.events.get().pgh_context
        assert (context["by"], context["why"]) == (cast.staff.pk, "Khối trưởng đi vắng")


def test_who_may_record_is_who_holds_the_years_work_that_day(cast):
    for person in (cast.deputy, cast.member, cast.coming_chair, cast.observer, cast.outsider):
        with pytest.raises(workflow.NotChair):
            conferring.conference(cast, by=person)
    with pytest.raises(Refused, match="in place of the chair"):
        conferring.conference(cast, by=cast.staff)
    tomorrow = now() + dt.timedelta(days=1)
    assert conferring.conference(cast, by=cast.coming_chair, at=tomorrow).recorded.by
    assert Conference.objects.count() == 1


@pytest.mark.parametrize(
    ("fields", "sentence"),
    [
        ({"purposes": {}}, "at least one purpose"),
        ({"held_on": dt.date(2199, 1, 1)}, "once it has been held"),
    ],
)
def test_what_no_conference_can_be_is_refused(cast, fields, sentence):
    with pytest.raises(Refused, match=sentence):
        conferring.conference(cast, **fields)
    assert (Conference.objects.count(), ChairAct.objects.count()) == (0, 0)


def test_a_purpose_of_another_bloc_is_refused(cast):
    with pytest.raises(Refused, match="its own bloc"):
        conferring.conference(cast, purposes={cast.other_bloc.years.get(): ["signing"]})


def test_a_misspelt_word_is_not_lost_without_a_sound(cast):
    with pytest.raises(TypeError, match="no conclusion"):
        conferring.conference(cast, conclusion="Kết luận")


def test_nothing_is_recorded_in_a_closed_year_but_history(cast):
    conference = conferring.conference(cast)
    workflow.close_year(cast.year, by=cast.staff, at=now())
    with pytest.raises(Refused, match="is closed"):
        conferring.conference(cast)
    for step in (
        lambda: change(conference, cast.chair, place="Nơi khác"),
        lambda: workflow.record_people(conference, people=[], by=cast.chair, at=now()),
        lambda: workflow.revoke_conference(
            conference, revoke_reason="nhầm", by=cast.chair, at=now()
        ),
    ):
        with pytest.raises(Refused, match="is closed"):
            step()


def test_the_past_is_recorded_without_act_and_kept_in_the_closed_year(cast):
    workflow.close_year(cast.last_year, by=cast.staff, at=now())
    source = Source.objects.create(title="Báo Thái Sơn")
    conference = conferring.past_conference(
        cast, by=cast.staff, source=source, inferred="Ngày họp", held_on=dt.date(2018, 1, 4)
    )

    changed = change(conference, cast.staff, place="Hội trường", source=None, inferred="")
    workflow.record_people(changed, people=[PersonLine("guest", "An")], by=cast.staff, at=now())
    seat = cast.last_year.seats.first()
    workflow.record_attendance(
        changed, attendance=[AttendanceLine(seat.pk, "present")], by=cast.staff, at=now()
    )

    conference.refresh_from_db()
    assert conference.is_past
    assert (conference.place, conference.source, conference.version) == ("Hội trường", None, 2)
    assert (conference.people.count(), conference.attendance.count()) == (1, 1)
    assert ChairAct.objects.count() == 0


def test_a_person_does_not_get_around_the_chair_by_calling_it_history(cast):
    with pytest.raises(Refused, match="This year is open"):
        conferring.past_conference(cast, by=cast.staff)
    assert conferring.past_conference(cast).recorded_by is None


def test_a_correction_is_an_act_and_grows_the_version(cast):
    conference = conferring.conference(cast)

    changed = change(
        conference, cast.chair, place="Nơi khác", purposes={cast.year: ["signing", "cross_check"]}
    )

    assert (changed.place, changed.version) == ("Nơi khác", 2)
    assert {row.purpose for row in changed.purposes.all()} == {"signing", "cross_check"}
    assert [act.what.split()[0] for act in ChairAct.objects.order_by("pk")] == ["Ghi", "Sửa"]


def test_what_is_the_same_is_not_written_again(cast):
    conference = conferring.conference(cast)
    same = change(conference, cast.chair, version=99)
    workflow.record_people(
        conference, people=conferring.people(cast), seen="", by=cast.chair, at=now()
    )
    assert same.version == 1
    assert (ChairAct.objects.count(), conference.events.count()) == (1, 1)


def test_of_two_who_correct_it_the_second_is_told_and_sees_what_stands(cast):
    conference = conferring.conference(cast)
    change(conference, cast.chair, conclusions="Của người thứ nhất")

    with pytest.raises(workflow.ConferenceChanged) as refusal:
        change(conference, cast.chair, conclusions="Của người thứ hai", version=1)

    assert refusal.value.conference.conclusions == "Của người thứ nhất"
    conference.refresh_from_db()
    assert conference.conclusions == "Của người thứ nhất"


def test_of_two_who_write_a_list_the_second_is_told_and_sees_what_stands(cast):
    conference = conferring.conference(cast)
    seen = digest(people_of(conference))
    first, second = [PersonLine("presiding", "An")], [PersonLine("presiding", "Bình")]
    workflow.record_people(conference, people=first, seen=seen, by=cast.chair, at=now())

    with pytest.raises(workflow.ListChanged) as refusal:
        workflow.record_people(conference, people=second, seen=seen, by=cast.chair, at=now())

    assert refusal.value.lines == first == people_of(conference)
    # The members are another list: who notes them down is not in the way.
    workflow.record_attendance(
        conference, attendance=[], seen=digest(attendance_of(conference)), by=cast.chair, at=now()
    )
    assert attendance_of(conference) == []


def test_who_stays_on_the_list_keeps_the_row(cast):
    conference = conferring.conference(cast)
    rows = {row.full_name: row.pk for row in conference.people.filter(role__in=["guest"])}
    people = [PersonLine("witness", "Mới"), *reversed(conferring.people(cast)[3:])]

    workflow.record_people(conference, people=people, by=cast.chair, at=now())

    assert people_of(conference) == people
    assert conference.people.get(role="guest").pk == rows["Phạm Thu"]


def test_a_conference_is_revoked_for_a_reason_and_stays(cast):
    conference = conferring.conference(cast)
    with pytest.raises(Refused, match="Say why"):
        workflow.revoke_conference(conference, revoke_reason=" ", by=cast.chair, at=now())

    workflow.revoke_conference(conference, revoke_reason="Nhập hai lần", by=cast.chair, at=now())

    conference.refresh_from_db()
    assert (conference.revoke_reason, conference.revoked_by) == ("Nhập hai lần", cast.chair)
    assert list(Conference.objects.valid()) == []
    for step in (
        lambda: change(conference, cast.chair, place="x"),
        lambda: workflow.record_people(conference, people=[], by=cast.chair, at=now()),
        lambda: workflow.revoke_conference(
            conference, revoke_reason="nữa", by=cast.chair, at=now()
        ),
    ):
        with pytest.raises(Refused, match="was revoked"):
            step()


def test_pictures_come_through_the_gate_and_go_with_a_reason(cast):
    conference = conferring.conference(cast)
    uploads = [
        gate.accept(upload("anh.jpg", picture())),
        gate.accept(upload("chuong-trinh.pdf", PDF)),
    ]

    photo, paper = workflow.add_conference_files(
        conference, uploads=uploads, caption="Ký giao ước", by=cast.chair, at=now()
    )

    assert (photo.is_picture, paper.is_picture, str(photo)) == (True, False, "Ký giao ước")
    with pytest.raises(Refused, match="Say why"):
        workflow.withdraw_conference_file(photo, withdraw_reason="", by=cast.chair, at=now())
    workflow.withdraw_conference_file(photo, withdraw_reason="Nhầm ảnh", by=cast.chair, at=now())
    photo.refresh_from_db()
    assert (photo.withdrawn_by, photo.withdraw_reason) == (cast.chair, "Nhầm ảnh")
    with pytest.raises(Refused, match="already withdrawn"):
        workflow.withdraw_conference_file(photo, withdraw_reason="x", by=cast.chair, at=now())
    with pytest.raises(workflow.NotChair):
        workflow.withdraw_conference_file(paper, withdraw_reason="x", by=cast.member, at=now())


def test_a_conference_does_not_become_a_store_of_pictures(cast, monkeypatch):
    conference = conferring.conference(cast)
    monkeypatch.setattr("blocs.workflow.conferring.MOST_FILES", 1)
    uploads = [gate.accept(upload(f"{n}.pdf", PDF)) for n in range(2)]
    with pytest.raises(Refused, match="at most 1 files"):
        workflow.add_conference_files(conference, uploads=uploads, by=cast.chair, at=now())


def test_it_is_seen_by_who_reads_any_of_its_years(cast):
    both = conferring.conference(cast)
    present = conferring.conference(cast, title="Năm nay", purposes={cast.year: ["other"]})
    seen = {
        name: set(Conference.objects.visible_to(person)) for name, person in cast.people.items()
    }
    everything = {both, present}
    for name in ("administrator", "staff", "observer", "chair", "deputy", "member", "coming_chair"):
        assert seen[name] == everything, name
    assert seen["former_member"] == {both}
    for name in ("foreign_staff", "outsider", "nobody"):
        assert seen[name] == set(), name


def test_the_timeline_puts_unknown_days_last_both_ways(cast):
    days = [None, dt.date(2018, 1, 4), dt.date(2016, 12, 14)]
    unknown, second, first = (conferring.past_conference(cast, held_on=day) for day in days)
    assert list(Conference.objects.in_time()) == [first, second, unknown]
    assert list(Conference.objects.latest_first()) == [second, first, unknown]
