"""A source is read by whoever sees a record that names it."""

import pytest
from django.db.models import F
from django.urls import reverse

from blocs.models import (
    Bloc,
    EmulationYear,
    Handover,
    Organisation,
    OrganisationSuccession,
    Province,
    ProvinceSuccession,
    Seat,
    Source,
    Term,
)
from blocs.tests import make
from blocs.tests.who_may import ANYONE, OF_THE_PROVINCE, answers, expected
from blocs.workflow import record_past_handover
from pledges.models import Covenant
from pledges.workflow import (
    record_past_commendations,
    record_past_exemplar,
    record_past_movement,
    record_past_result,
)

EVIL = "<script>alert(1)</script>{{ 7 }}"


def url(source):
    return reverse("desk:source_detail", args=[source.pk])


@pytest.fixture
def source(db):
    return Source.objects.create(title="Bàn giao Khối trưởng", publisher="Báo Thái Sơn")


@pytest.fixture
def named(cast, source):
    """One record of every table names the source."""
    here, farmers = cast.province, cast.organisations.farmers
    old = make.province("Thái Cũ", until=make.LONG_AGO.replace(year=2011))
    ProvinceSuccession.objects.create(predecessor=old, successor=here, on=old.validity.upper)
    old_farmers = make.organisation("Nông hội", here)
    OrganisationSuccession.objects.create(
        predecessor=old_farmers, successor=farmers, kind="renamed", on=make.LONG_AGO
    )
    giver, receiver = (
        make.term(seat, since=None) for seat in cast.last_year.seats.order_by("-pk")[:2]
    )
    handover = record_past_handover(
        giver, receiver, held_on=cast.today, by=cast.staff, at=cast.staff.created_at
    )
    rows = [
        (Bloc, cast.bloc.pk),
        (EmulationYear, cast.year.pk),
        (Seat, cast.seats["farmers"].pk),
        (Term, cast.chair_term.pk),
        (Handover, handover.pk),
        (Organisation, farmers.pk),
        (OrganisationSuccession, F("pk")),
        (Province, here.pk),
        (ProvinceSuccession, F("pk")),
    ]
    for model, pk in rows:
        extra = {"predecessor": old} if model is ProvinceSuccession else {}
        model.objects.filter(pk=pk, **extra).update(source=source)
    return source


@pytest.mark.parametrize("method", ["get", "post"])
def test_who_may(client, cast, named, method):
    answer = expected(may=OF_THE_PROVINCE, blind=ANYONE - OF_THE_PROVINCE)
    assert answers(client, cast.people, url(named), method) == answer


def test_what_nothing_names_is_the_administrators(client, cast, source):
    answer = expected(may={"administrator"}, blind=ANYONE - {"administrator"})
    assert answers(client, cast.people, url(source)) == answer


@pytest.mark.parametrize("name", ["administrator", "staff", "chair"])
def test_the_page_lists_every_record_that_one_sees(
    client, cast, named, name, django_assert_max_num_queries
):
    client.force_login(cast.people[name])
    with django_assert_max_num_queries(12):
        response = client.get(url(named))
    assert [(row["what"], row["shown"]) for row in response.context["page"]] == [
        ("bloc", "Khối thi đua số 1"),
        ("emulationyear", "Khối thi đua số 1"),
        ("seat", "Hội Nông dân"),
        ("term", "Hội Nông dân"),
        ("handover", "Hội Nông dân → Hội LHPN"),
        ("organisation", "Hội Nông dân"),
        ("organisationsuccession", "Nông hội"),
        ("province", "Thái Sơn"),
        *([] if name == "chair" else [("provincesuccession", "Thái Cũ → Thái Sơn")]),
    ]
    text = response.content.decode()
    for address in (
        cast.bloc.get_absolute_url(),
        cast.year.get_absolute_url(),
        reverse("blocs:organisation_detail", args=[cast.organisations.farmers.pk]),
        reverse("blocs:province_detail", args=[cast.province.pk]),
    ):
        assert f'href="{address}"' in text


def test_covenants_movements_and_what_members_report_are_listed_too(client, cast, source):
    year, seat = cast.year, cast.seats["farmers"]
    Covenant.objects.create(emulation_year=year, source=source)
    movement = record_past_movement(year, kind="movement", name=EVIL, source=source, by=None)
    said = {"source": source, "by": None}
    record_past_result(movement, seat=seat, text="Tốt", **said)
    record_past_exemplar(seat, kind="model", name="Mô hình", **said)
    counts = {("given", "province", "direct"): 3}
    record_past_commendations(seat, span="year", counts=counts, **said)

    client.force_login(cast.chair)
    response = client.get(url(source))
    assert [(row["what"], row["shown"]) for row in response.context["page"]] == [
        ("covenant", year.name),
        ("movement", EVIL),
        ("movementresult", f"Hội Nông dân: {EVIL}"),
        ("exemplar", "Mô hình"),
        ("commendationreport", "Hội Nông dân"),
    ]
    shown = response.content.decode()
    at = [year.bloc.slug, year.year]
    for name in ("covenant_detail", "exemplar_list", "commendation_list"):
        assert f'href="{reverse(f"pledges:{name}", args=at)}"' in shown
    assert shown.count(reverse("pledges:movement_detail", args=[*at, movement.pk])) == 2
    assert "<script>alert" not in shown

    client.force_login(cast.outsider)
    assert client.get(url(source)).status_code == 404


def test_one_of_another_bloc_reads_only_the_province(client, cast, named):
    client.force_login(cast.outsider)
    page = client.get(url(named)).context["page"]
    assert [row["what"] for row in page] == ["province"]


def test_many_records_ask_no_more(client, cast, source, django_assert_max_num_queries):
    client.force_login(cast.staff)
    counts = []
    for number in (1, 29):
        for each in range(number):
            make.organisation(f"Hội {number} {each}", cast.province, source=source)
        with django_assert_max_num_queries(12) as caught:
            page = client.get(url(source)).context["page"]
        counts.append((len(page.object_list), len(caught)))
    assert [rows for rows, _queries in counts] == [1, 30]
    assert counts[0][1] == counts[1][1]


def test_hostile_text_shows_as_text(client, cast):
    source = Source.objects.create(title=EVIL, publisher=EVIL, author=EVIL, note=EVIL)
    make.organisation(EVIL, cast.province, source=source)
    client.force_login(cast.staff)
    text = client.get(url(source)).content.decode()
    assert "<script>alert" not in text
    assert text.count("{{ 7 }}") >= 5
