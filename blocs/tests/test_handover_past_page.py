"""Recording a handover of the past between two terms without days."""

import pytest
from django.urls import reverse

from blocs.models import Handover, Source

from . import make
from .who_may import answers, expected

KEEPERS = {"administrator", "staff"}
BLIND = {"foreign_staff", "outsider", "nobody"}


@pytest.fixture
def url(cast):
    return reverse("blocs:handover_record_past", args=[cast.bloc.slug])


@pytest.fixture
def past(cast):
    """The front chaired in 2016, the women's union in 2017."""
    return [
        make.term(make.seat(make.year(cast.bloc, number), organisation), None)
        for number, organisation in (
            (2016, cast.organisations.front),
            (2017, cast.organisations.women),
        )
    ]


def data(past, **changes):
    giver, receiver = past
    filled = {
        "giver_term": giver.pk,
        "receiver_term": receiver.pk,
        "held_on": "12/01/2017",
        "place": "Hội trường",
        "selection": "agreed",
        "note": "",
        "source": "",
        "inferred": "",
    }
    return {**filled, **changes}


@pytest.mark.parametrize("method", ["get", "post"])
def test_who_may(client, cast, url, past, method):
    assert answers(client, cast.people, url, method) == expected(may=KEEPERS, blind=BLIND)


def test_two_past_terms_are_joined(client, cast, url, past):
    source = Source.objects.create(title="Báo Thái Sơn")
    client.force_login(cast.staff)
    response = client.post(url, data(past, source=source.pk, inferred="Năm suy ra"))
    handover = Handover.objects.get()
    assert response.url == reverse("blocs:handover_detail", args=[handover.pk])
    assert (handover.giver_term, handover.receiver_term) == tuple(past)
    assert (handover.effective_on, handover.source, handover.recorded_by) == (
        None,
        source,
        cast.staff,
    )
    shown = client.get(response.url)
    assert shown.context["state"] == "past"
    assert "Báo Thái Sơn" in shown.content.decode()


def test_only_past_terms_that_are_not_yet_joined_are_offered(client, cast, url, past):
    client.force_login(cast.staff)
    fields = client.get(url).context["form"].fields
    offered = [[pk for pk, _name in fields[side].choices if pk] for side in
               ("giver_term", "receiver_term")]  # fmt: skip
    assert offered == [[past[1].pk, past[0].pk]] * 2
    client.post(url, data(past))
    response = client.post(url, data(past))
    assert list(response.context["form"].errors) == ["giver_term", "receiver_term"]
    assert Handover.objects.count() == 1


def test_wrong_input_is_named_at_its_field(client, cast, url, past):
    dated = cast.chair_term
    client.force_login(cast.staff)
    for field, value in (
        ("receiver_term", past[0].pk),
        ("giver_term", dated.pk),
        ("held_on", "2017-01-12"),
        ("held_on", ""),
        ("place", "x" * 201),
    ):
        response = client.post(url, data(past, **{field: value}))
        assert list(response.context["form"].errors) == [field], (field, value)
    assert not Handover.objects.exists()


def test_without_two_past_terms_the_page_says_the_first_step(client, cast, url):
    client.force_login(cast.staff)
    page = client.get(url).content.decode()
    assert reverse("blocs:term_record_past", args=[cast.bloc.slug]) in page
    assert 'name="held_on"' not in page
