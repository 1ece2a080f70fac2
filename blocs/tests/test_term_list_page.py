"""The roster: who was chair, by year and on any day."""

import datetime as dt

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from . import make
from .who_may import ANYONE, answers, expected

BLIND = {"foreign_staff", "outsider", "nobody"}


@pytest.fixture
def url(cast):
    return reverse("blocs:term_list", args=[cast.bloc.slug])


@pytest.fixture
def history(cast):
    """A bloc with one historical chair (2017), a dated one, a gap, and one that goes on."""
    bloc = make.bloc("Khối lịch sử", cast.province, slug="lich-su")
    organisations = cast.organisations
    for number, organisation, since, until in (
        (2017, organisations.front, None, None),
        (2019, organisations.union, dt.date(2019, 1, 5), dt.date(2020, 1, 10)),
        (2020, organisations.women, dt.date(2020, 3, 1), None),
    ):
        make.term(make.seat(make.year(bloc, number), organisation), since, until)
    make.year(bloc, 2018)
    return bloc


def answer(client, bloc, day):
    shown = client.get(reverse("blocs:term_list", args=[bloc.slug]), {"ngay": day}).context
    chair = shown["chair"]
    return chair.known.value, chair.term and str(chair.term.seat)


def test_who_may(client, cast, url):
    assert answers(client, cast.people, url) == expected(may=ANYONE - BLIND, blind=BLIND)


@pytest.mark.parametrize(
    ("day", "known", "who"),
    [
        ("04/01/2019", "unknown", None),
        ("05/01/2019", "chair", "Liên đoàn Lao động"),
        ("9-1-2020", "chair", "Liên đoàn Lao động"),
        ("10/01/2020", "nobody", None),
        ("29/02/2020", "nobody", None),
        ("01/03/2020", "chair", "Hội LHPN"),
        ("01/01/2199", "chair", "Hội LHPN"),
        ("12/06/2017", "unknown", None),
    ],
)
def test_the_chair_on_any_day(client, cast, history, day, known, who):
    client.force_login(cast.observer)
    assert answer(client, history, day) == (known, who)


def test_without_a_day_it_answers_for_today(client, cast, url):
    client.force_login(cast.member)
    shown = client.get(url).context
    assert (shown["day"], shown["chair"].term) == (cast.today, cast.chair_term)
    assert [str(term.seat) for term in shown["deputies"]] == ["Liên đoàn Lao động"]


def test_a_day_that_is_none_says_how_to_write_it_and_keeps_the_text(client, cast, url):
    client.force_login(cast.member)
    shown = client.get(url, {"ngay": "31/02/2026"}).context
    assert (list(shown["form"].errors), shown["form"]["ngay"].value()) == (["ngay"], "31/02/2026")
    assert shown["day"] == cast.today


def test_the_years_say_who_chaired_and_the_unknown_is_said(client, cast, history):
    client.force_login(cast.staff)
    url = reverse("blocs:term_list", args=[history.slug])
    years = client.get(url).context["years"]
    assert [(each.year.year, [str(t.seat) for t in each.chairs]) for each in years] == [
        (2020, ["Hội LHPN"]),
        (2019, ["Liên đoàn Lao động"]),
        (2018, []),
        (2017, ["Ủy ban MTTQ"]),
    ]
    page = client.get(url).content.decode()
    assert "05/01/2019" in page
    assert "09/01/2020" in page  # the last day, not the day after


def test_the_gaps_stand_between_the_chairs(client, cast, history):
    client.force_login(cast.staff)
    shown = client.get(reverse("blocs:term_list", args=[history.slug])).context
    assert [(s.since, s.until, s.term and str(s.term.seat)) for s in shown["stretches"]] == [
        (dt.date(2020, 3, 1), None, "Hội LHPN"),
        (dt.date(2020, 1, 10), dt.date(2020, 3, 1), None),
        (dt.date(2019, 1, 5), dt.date(2020, 1, 10), "Liên đoàn Lao động"),
    ]


def test_a_revoked_term_is_struck_through_with_its_reason_and_answers_nothing(
    client, cast, history
):
    seat = history.seats.get(organisation=cast.organisations.front)
    make.term(
        seat,
        dt.date(2018, 1, 1),
        dt.date(2018, 6, 1),
        revoked_at=dt.datetime(2026, 1, 1, tzinfo=dt.timezone.utc),
        revoked_by=cast.staff,
        revoke_reason="Nhập nhầm <năm>",
    )
    client.force_login(cast.staff)
    assert answer(client, history, "01/02/2018") == ("unknown", None)
    page = client.get(reverse("blocs:term_list", args=[history.slug])).content.decode()
    assert "<s>Ủy ban MTTQ</s>" in page
    assert "Nhập nhầm &lt;năm&gt;" in page


def test_a_former_member_reads_the_terms_of_its_years_and_no_later_ones(client, cast, url):
    client.force_login(cast.former_member)
    shown = client.get(url).context
    assert [each.year for each in shown["years"]] == [cast.last_year]
    assert [str(s.term.seat) for s in shown["stretches"]] == ["Ủy ban MTTQ"]
    new_year = dt.date(cast.today.year, 1, 1)
    eve = new_year - dt.timedelta(days=1)
    assert answer(client, cast.bloc, eve.strftime("%d/%m/%Y")) == ("chair", "Ủy ban MTTQ")
    assert answer(client, cast.bloc, new_year.strftime("%d/%m/%Y")) == ("closed", None)
    assert "Hội Nông dân" not in client.get(url).content.decode()


def test_a_former_member_does_not_learn_of_a_later_gap(client, cast, history):
    client.force_login(cast.former_member)  # of the women's union: it reads 2020 alone
    shown = client.get(reverse("blocs:term_list", args=[history.slug])).context
    assert [str(s.term and s.term.seat) for s in shown["stretches"]] == ["Hội LHPN"]
    assert answer(client, history, "15/02/2020") == ("closed", None)


def test_the_buttons_are_the_keepers(client, cast, url):
    for person, offered in ((cast.staff, True), (cast.chair, False), (cast.observer, False)):
        client.force_login(person)
        page = client.get(url).content.decode()
        assert (reverse("blocs:term_edit", args=[cast.chair_term.pk]) in page) == offered
        assert (reverse("blocs:term_appoint", args=[cast.bloc.slug]) in page) == offered


def test_the_list_asks_the_same_of_the_database_with_two_terms_and_with_thirty(client, cast, url):
    client.force_login(cast.staff)
    with CaptureQueriesContext(connection) as few:
        client.get(url)
    for number in range(1990, 2020):
        make.term(make.seat(make.year(cast.bloc, number), cast.organisations.front), None)
    with CaptureQueriesContext(connection) as many:
        client.get(url)
    assert len(few) == len(many) <= 12
