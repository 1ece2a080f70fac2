"""Recording a handover: what is proposed, what will happen, and only then doing it."""

import pytest
from django.urls import reverse
from django.utils import timezone

from blocs import workflow
from blocs.models import Completion, Handover, Term
from blocs.tests import make

from .handover_form import ONE, a_bloc_with_a_chair, confirm, fields_of, filled, written


@pytest.fixture
def scene(db, client):
    return a_bloc_with_a_chair(client)


def test_nothing_is_recorded_before_it_was_shown_and_confirmed(scene):
    effective = scene.today + 5 * ONE
    page = scene.client.post(scene.url, filled(scene, effective_on=written(effective)))

    assert not Handover.objects.exists()
    told = page.content.decode()
    assert f"Hội A is chair until the end of the day before {written(effective)}." in told
    assert f"Hội B is chair from 00:00 of {written(effective)}" in told
    assert "Hội A goes on reading what it could read." in told


def test_confirming_records_what_was_shown(scene):
    answer = confirm(scene, filled(scene, place="Hội trường", selection="agreed", note="Đã đủ"))

    handover = Handover.objects.get()
    assert answer.url == reverse("blocs:handover_detail", args=[handover.pk])
    assert (handover.giver_term, handover.receiver_term.seat) == (scene.term, scene.seats[1])
    assert (handover.held_on, handover.effective_on) == (scene.today, scene.today + ONE)
    assert (handover.place, handover.selection, handover.note) == ("Hội trường", "agreed", "Đã đủ")
    assert handover.recorded_by == scene.staff


@pytest.mark.parametrize("changes", [{"place": "Nơi khác"}, {"items-0-quantity": "2 bản"}])
def test_whoever_changes_something_after_looking_is_asked_again(scene, changes):
    fields = filled(scene)
    digest = scene.client.post(scene.url, fields).context["digest"]

    page = scene.client.post(scene.url, {**fields, **changes, "confirmed": digest})

    assert not Handover.objects.exists()
    assert page.context["digest"] != digest
    scene.client.post(scene.url, {**fields, **changes, "confirmed": page.context["digest"]})
    assert Handover.objects.count() == 1


def test_a_chair_that_changed_hands_meanwhile_is_asked_again(scene):
    """What was shown named another giver."""
    fields = filled(scene)
    digest = scene.client.post(scene.url, fields).context["digest"]
    meanwhile = workflow.hand_over(
        scene.term, receiver=scene.seats[2], held_on=scene.today, effective_on=scene.today,
        by=None, at=timezone.now(),
    )  # fmt: skip

    page = scene.client.post(scene.url, {**fields, "confirmed": digest})

    assert page.status_code == 200
    assert list(Handover.objects.all()) == [meanwhile]


def test_today_and_a_past_day_list_the_acts_they_straddle(scene):
    chair = make.user("khoi-truong")
    make.representative(chair, scene.seats[0].organisation)
    for days, title in ((3, "Việc cũ"), (1, "Việc hôm qua"), (0, "Việc hôm nay")):
        workflow.publish_notice(
            scene.years[1], kind="notice", title=title, text="", by=chair,
            at=timezone.now() - days * ONE,
        )  # fmt: skip

    def straddled(effective_on):
        fields = filled(scene, effective_on=written(effective_on), past_day_reason="QĐ đến muộn")
        return [act.what for act in scene.client.post(scene.url, fields).context["straddled"]]

    assert straddled(scene.today + ONE) == []
    assert straddled(scene.today) == ["Ban hành “Việc hôm nay”"]
    assert straddled(scene.today - ONE) == ["Ban hành “Việc hôm nay”", "Ban hành “Việc hôm qua”"]


@pytest.mark.parametrize(
    ("changes", "sentence"),
    [
        ({"effective_on": -1}, "Say why the receiver is to act from a day in the past"),
        ({"effective_on": -10, "past_day_reason": "muộn"}, "chair for at least one day"),
        ({"held_on": 1}, "once it has been held"),
    ],
)
def test_a_refusal_keeps_everything_that_was_typed(scene, changes, sentence):
    changes = {
        name: written(scene.today + value * ONE) if isinstance(value, int) else value
        for name, value in changes.items()
    }
    typed = {
        **changes,
        "place": "Hội trường tầng 2",
        "giver_people": "Trần Văn An, Chủ tịch",
        "witnesses": "Lê Thị Bình",
        "items-2-text": "Con dấu <cũ>",
    }
    page = confirm(scene, filled(scene, **typed))

    assert not Handover.objects.exists()
    assert scene.term.events.count() == 1  # nothing was even tried and undone
    text = page.content.decode()
    assert sentence in text
    for value in (
        "Hội trường tầng 2",
        "Trần Văn An, Chủ tịch",
        "Lê Thị Bình",
        "Con dấu &lt;cũ&gt;",
    ):
        assert value in text
    assert fields_of(page)["receiver"] == str(scene.seats[1].pk)


def test_a_form_that_cannot_be_read_keeps_everything_too(scene):
    page = scene.client.post(scene.url, filled(scene, held_on="hôm qua", place="Tầng 2"))
    assert "digest" not in page.context
    assert page.context["form"].errors.keys() == {"held_on"}
    assert fields_of(page)["place"] == "Tầng 2"


def test_who_completes_an_open_year_is_asked_for_each(scene):
    """By default the receiver; else the giver, to the end of the day that was typed."""
    last = scene.today + 30 * ONE
    fields = filled(scene, **{f"completes_{scene.years[0].pk}": written(last)})
    told = scene.client.post(scene.url, fields).context["sentences"]
    assert any(f"completes scores and papers of {scene.years[0].year}" in s for s in told)

    confirm(scene, fields)

    completion = Completion.objects.get()
    assert (completion.emulation_year, completion.until) == (scene.years[0], last + ONE)


def test_the_preview_names_the_last_day_that_was_typed(scene):
    last = scene.today + 30 * ONE
    fields = filled(scene, **{f"completes_{scene.years[0].pk}": written(last)})
    [sentence] = [
        each
        for each in scene.client.post(scene.url, fields).context["sentences"]
        if "completes" in each
    ]
    assert written(last) in sentence


def test_a_closed_year_is_not_asked_for(scene):
    workflow.close_year(scene.years[0], by=scene.staff, at=timezone.now())
    fields = scene.client.get(scene.url).context["form"].fields
    assert [name for name in fields if name.startswith("completes_")] == [
        f"completes_{scene.years[1].pk}"
    ]


def test_receivers_come_in_the_order_of_their_turn(scene):
    """B chaired last year, C never: C first; who left and the giver's own seat are left out."""
    make.term(scene.past[1], None)
    gone = make.seat(
        scene.years[1], make.organisation("Hội D"), left_on=scene.today, reason="Sáp nhập"
    )
    choices = scene.client.get(scene.url).context["form"].fields["receiver"].choices
    offered = [pk for pk, _label in choices if pk]

    assert offered[:2] == [scene.seats[2].pk, scene.seats[1].pk]
    assert set(offered[2:]) == {seat.pk for seat in scene.past}  # then the years before
    assert gone.pk not in offered
    assert scene.seats[0].pk not in offered


def test_a_receiver_that_was_not_offered_is_refused(scene):
    stranger = make.seat(make.year(make.bloc("Khối 2")), make.organisation("Hội X"))
    page = scene.client.post(scene.url, filled(scene, receiver=stranger.pk))
    assert page.context["form"].errors.keys() == {"receiver"}


def test_a_bloc_without_a_chair_is_told_to_appoint_one(scene):
    Term.objects.all().delete()
    page = scene.client.get(scene.url).content.decode()
    assert reverse("blocs:term_appoint", args=[scene.bloc.slug]) in page


def test_two_confirmations_record_one_handover(scene):
    """A double click: the second one meets another giver and is asked again."""
    fields = filled(scene)
    digest = scene.client.post(scene.url, fields).context["digest"]
    for _ in range(2):
        scene.client.post(scene.url, {**fields, "confirmed": digest})
    assert Handover.objects.count() == 1


@pytest.mark.parametrize(
    ("who", "status"), [("chair", 403), ("member", 403), ("observer", 403), ("outsider", 404)]
)
def test_nobody_else_records_a_handover(client, cast, who, status):
    client.force_login(getattr(cast, who))
    url = reverse("desk:handover_create", args=[cast.bloc.slug])
    assert (client.get(url).status_code, client.post(url).status_code) == (status, status)
