"""Acting by the chair's right: in which capacity, on which term, and who is refused."""

import datetime as dt
from types import SimpleNamespace

import pytest
from django.db.backends.postgresql.psycopg_any import DateRange

from accounts.refusal import Refused
from blocs import workflow
from blocs.models import ChairAct, ChairRight, Term

from . import make

START, DAY, UNTIL = dt.date(2026, 1, 5), dt.date(2026, 12, 21), dt.date(2027, 1, 16)
EVE = DAY - dt.timedelta(days=1)


def noon(day):
    return dt.datetime.combine(day, dt.time(5), tzinfo=dt.UTC)  # 12:00 in Vietnam


@pytest.fixture
def scene(db):
    """A chairs a bloc of three since 5 January 2026; everyone has a representative."""
    province, elsewhere = make.province("Thái Sơn"), make.province("Bình Hải")
    year = make.year(make.bloc(province=province))
    coming = make.year(year.bloc, 2027)
    people = {
        name: make.user(f"user-{name}")
        for name in [
            "a",
            "b",
            "c",
            "left",
            "staff",
            "foreign",
            "observer",
            "administrator",
            "nobody",
        ]
    }
    seats = {}
    for name in ("a", "b", "c"):
        organisation = make.organisation(f"Hội {name}", province)
        make.representative(people[name], organisation)
        seats[name] = make.seat(year, organisation)
    make.representative(people["left"], seats["a"].organisation, START, DAY)
    make.staff(people["staff"], province)
    make.staff(people["foreign"], elsewhere)
    make.observer(people["observer"], province)
    make.administrator(people["administrator"])
    term = make.term(seats["a"], START)
    return SimpleNamespace(year=year, coming=coming, seats=seats, term=term, people=people)


def act(scene, who, day=EVE, *, year=None, right=ChairRight.NOTICES, reason=""):
    return workflow.act_as_chair(
        year or scene.year,
        right=right,
        what="thử",
        by=scene.people[who],
        at=noon(day),
        reason=reason,
    )


def told(done):
    return done.capacity, done.term, done.organisation, done.reason


def hand_over(scene, **changes):
    fields = {"receiver": scene.seats["b"], "held_on": EVE, "effective_on": DAY, **changes}
    handover = workflow.hand_over(scene.term, **fields, by=scene.people["staff"], at=noon(EVE))
    return handover.receiver_term


def test_the_chair_acts_on_its_term_and_for_its_organisation(scene):
    done = act(scene, "a", reason="không cần")

    assert told(done) == ("chair", scene.term, scene.seats["a"].organisation, "")
    assert (done.by, done.at, done.what) == (scene.people["a"], noon(EVE), "thử")


def test_the_giver_completes_that_years_work_and_the_new_chair_has_the_rest(scene):
    work, a, b = ChairRight.YEAR_WORK, *(scene.seats[name].organisation for name in "ab")
    term = hand_over(scene, completes={scene.year: UNTIL})

    assert told(act(scene, "a", DAY, right=work)) == ("completing", scene.term, a, "")
    assert told(act(scene, "b", DAY)) == ("chair", term, b, "")
    assert told(act(scene, "b", UNTIL, right=work)) == ("chair", term, b, "")
    for who, right in (("b", work), ("a", ChairRight.NOTICES)):
        with pytest.raises(workflow.NotChair):
            act(scene, who, DAY, right=right)


@pytest.mark.parametrize("who", ["staff", "administrator"])
def test_staff_stand_in_for_a_chair_with_a_reason(scene, who):
    for reason in ("", "   "):
        with pytest.raises(Refused, match="Say why you act in place of the chair"):
            act(scene, who, reason=reason)

    done = act(scene, who, reason="Khối trưởng đi vắng")

    assert told(done) == ("stand_in", scene.term, None, "Khối trưởng đi vắng")
    assert ChairAct.objects.get() == done


def test_whoever_stands_in_for_a_completing_giver_rests_on_its_term(scene):
    hand_over(scene, completes={scene.year: UNTIL})
    done = act(scene, "staff", DAY, right=ChairRight.YEAR_WORK, reason="thay")
    assert told(done) == ("stand_in", scene.term, None, "thay")


@pytest.mark.parametrize("who", ["staff", "administrator"])
def test_a_bloc_without_chair_is_acted_for_without_reason(scene, who):
    day = START - dt.timedelta(days=1)
    assert told(act(scene, who, day)) == ("vacant", None, None, "")


def test_staff_who_represent_the_chair_act_as_chair(scene):
    make.representative(scene.people["staff"], scene.seats["a"].organisation)
    assert act(scene, "staff").capacity == "chair"


@pytest.mark.parametrize("who", ["b", "c", "foreign", "observer", "nobody"])
@pytest.mark.parametrize("day", [START - dt.timedelta(days=1), EVE])
def test_nobody_else_acts_with_or_without_a_chair(scene, who, day):
    with pytest.raises(workflow.NotChair, match="Only the chair"):
        act(scene, who, day, reason="vì muốn")
    assert not ChairAct.objects.exists()


def test_a_representative_acts_as_long_as_the_post_lasts(scene):
    assert act(scene, "left").capacity == "chair"
    with pytest.raises(workflow.NotChair):
        act(scene, "left", DAY)
    assert act(scene, "a", DAY).capacity == "chair"


def test_a_deputy_does_not_act(scene):
    make.term(scene.seats["c"], START, role="deputy")
    with pytest.raises(workflow.NotChair):
        act(scene, "c")


def test_the_chair_acts_for_every_open_year_of_the_bloc(scene):
    assert act(scene, "a", year=scene.coming).capacity == "chair"


@pytest.mark.parametrize("who", ["a", "staff", "administrator"])
def test_in_a_closed_year_nobody_acts(scene, who):
    workflow.close_year(scene.year, by=scene.people["staff"], at=noon(EVE))
    with pytest.raises(Refused, match="is closed"):
        act(scene, who, reason="vì muốn")
    assert act(scene, who, year=scene.coming, reason="vì muốn").emulation_year == scene.coming


def test_a_revoked_term_gives_no_right(scene):
    workflow.revoke_term(scene.term, by=scene.people["staff"], at=noon(EVE), reason="Nhầm")
    with pytest.raises(workflow.NotChair):
        act(scene, "a")


@pytest.mark.parametrize("has_chair", [True, False])
def test_the_page_says_in_which_capacity_it_was_done(client, scene, has_chair):
    """Standing in is shown with its reason; for a bloc without chair, that it had none."""
    if not has_chair:
        Term.objects.update(period=DateRange(START, DAY))
    reason = "Khối trưởng đi vắng" if has_chair else ""
    notice = workflow.publish_notice(
        scene.year, kind="notice", title="Thông báo", text="", by=scene.people["staff"],
        at=noon(DAY), reason=reason,
    )  # fmt: skip
    person = scene.people["c"]
    person.language = "en"
    person.save()
    client.force_login(person)

    page = client.get(f"/van-ban/{notice.pk}/").content.decode()

    assert ("acted in place of the chair" in page) is has_chair
    assert ("Khối trưởng đi vắng" in page) is has_chair
    assert ("For the khối, which has no khối trưởng" in page) is not has_chair
