"""The pages of exemplars and of commendations in numbers."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from blocs.workflow import close_year
from pledges.models import CommendationCount, CommendationReport, Exemplar
from pledges.tests import make_movements as make

FORM = {"kind": "person", "name": "Ông Nguyễn Văn A", "position": "Trưởng thôn"}


@pytest.fixture
def address(cast):
    def to(name, *rest):
        return reverse(f"pledges:{name}", args=[cast.bloc.slug, cast.year.year, *rest])

    return to


@pytest.mark.parametrize(
    ("who", "offered"),
    [("member", ["front"]), ("chair", ["front", "union", "farmers", "youth"])],
)
def test_one_enters_exemplars_for_ones_own_and_the_chair_for_all(
    client, cast, address, who, offered
):
    client.force_login(cast.people[who])
    form = client.get(address("exemplar_create")).context["form"]
    assert set(form.fields["seat"].queryset) == {cast.seats[name] for name in offered}
    response = client.post(address("exemplar_create"), {**FORM, "seat": cast.seats["front"].pk})
    assert response.url == address("exemplar_list")
    assert Exemplar.objects.get().seat == cast.seats["front"]


def test_nobody_enters_for_another_by_a_forged_form(client, cast, address):
    client.force_login(cast.member)
    forged = client.post(address("exemplar_create"), {**FORM, "seat": cast.seats["union"].pk})
    assert list(forged.context["form"].errors) == ["seat"]
    assert not Exemplar.objects.exists()


def test_a_personal_number_is_refused_and_nothing_is_lost(client, cast, address):
    client.force_login(cast.member)
    data = {**FORM, "seat": cast.seats["front"].pk, "description": "CCCD 034088001234"}
    form = client.post(address("exemplar_create"), data).context["form"]
    assert form.non_field_errors()
    assert form["description"].value() == "CCCD 034088001234"


def test_an_exemplar_is_edited_and_removed(client, cast, address, movement):
    exemplar = make.exemplar(cast.seats["front"])
    client.force_login(cast.member)
    url = address("exemplar_edit", exemplar.pk)
    client.post(url, {**FORM, "movement": movement.pk, "version": 1})
    exemplar.refresh_from_db()
    assert (exemplar.name, exemplar.movement, exemplar.version) == (FORM["name"], movement, 2)
    late = client.post(url, {**FORM, "name": "Muộn", "version": 1})
    assert FORM["name"] in [value for _label, value in late.context["stored"]]
    assert client.post(address("exemplar_remove", exemplar.pk)).status_code == 302
    assert not Exemplar.objects.exists()


def test_the_table_is_typed_and_empty_is_not_nought(client, cast, address):
    client.force_login(cast.member)
    url = address("commendation_edit", cast.seats["front"].pk) + "?ky=half_year"
    typed = {"given-province-direct": "25", "given-grassroots-other_leader": "15",
             "given-state-collective": "0"}  # fmt: skip
    response = client.post(url, {"version": 0, **typed})
    assert response.url == address("commendation_list") + "?ky=half_year"
    counts = CommendationCount.objects.values_list("direction", "level", "recipients", "number")
    assert {"-".join(row[:3]): str(row[3]) for row in counts} == typed
    given, received = client.get(response.url).context["tables"]
    assert (given["share"], received["share"]) == ("62,5 % (25/40)", None)
    assert given["sums"] == [0, None, None, None, 15, 25]
    assert given["members"][0][1:] == (0, 40, "62,5 % (25/40)")
    assert given["members"][1][1:] == (None, None, None)
    whole_year = client.get(address("commendation_list"))
    assert whole_year.context["reported"] == 0
    assert whole_year.content.decode().count("không có số liệu") >= 2


@pytest.mark.parametrize("text", ["-1", "1,5", "x", "1.234", "1000000"])
def test_what_is_no_number_of_commendations_is_refused_in_its_cell(client, cast, address, text):
    client.force_login(cast.member)
    url = address("commendation_edit", cast.seats["front"].pk)
    typed = {"version": 0, "given-state-direct": text, "received-state-direct": "4"}
    response = client.post(url, typed)
    form = response.context["form"]
    assert list(form.errors) == ["given-state-direct"]
    assert form["received-state-direct"].value() == "4"
    assert 'aria-invalid="true"' in response.content.decode()
    assert not CommendationReport.objects.exists()


def test_of_two_who_type_the_second_sees_what_is_stored(client, cast, address):
    make.count(make.report(cast.seats["front"]), 7)
    client.force_login(cast.member)
    url = address("commendation_edit", cast.seats["front"].pk)
    response = client.post(url, {"version": 0, "given-state-direct": "3"})
    assert [value for _label, value in response.context["stored"]] == [7]
    assert client.post(url, {"version": 1, "given-state-direct": "3"}).status_code == 302
    assert CommendationCount.objects.get().number == 3
    assert client.post(url, {"version": 2}).status_code == 302
    assert not CommendationReport.objects.exists()


def test_a_closed_year_is_kept_by_its_keepers_alone(client, cast, address):
    close_year(cast.year, by=cast.staff, at=timezone.now())
    urls = [address("exemplar_create"), address("commendation_edit", cast.seats["front"].pk)]
    for url in urls:
        client.force_login(cast.member)
        assert client.get(url).status_code == 403
        client.force_login(cast.staff)
        assert "source" in client.get(url).context["form"].fields
    client.post(urls[0], {**FORM, "seat": cast.seats["front"].pk, "inferred": "Suy ra"})
    client.post(urls[1], {"version": 0, "given-state-direct": "3"})
    assert Exemplar.objects.get().inferred == "Suy ra"
    assert CommendationCount.objects.get().number == 3


def test_the_number_of_queries_does_not_grow(client, cast, address):
    client.force_login(cast.member)

    def queries():
        with CaptureQueriesContext(connection) as found:
            for url in (address("exemplar_list"), address("commendation_list")):
                client.get(url)
        return len(found)

    make.exemplar(cast.seats["front"])  # an empty list is not even asked for
    few = queries()
    for seat in cast.seats.values():
        for _each in range(8):
            make.exemplar(seat)
        make.count(make.report(seat))
    assert queries() == few
