"""What the tests of the articles share: loading them, asking a bloc, and reading its pages."""

import datetime as dt
import html
import re
from functools import partial

from django.test import Client
from django.urls import reverse
from django.utils import translation

from accounts.models import User
from blocs.models import Bloc, Conference, Seat, Term
from blocs.tests import make
from emulation.demo.articles import ARTICLES, load_article

from .once import once

AT = dt.datetime(2026, 11, 22, 4, tzinfo=dt.timezone.utc)
TODAY = dt.date(2026, 11, 22)
READER = "nguoi-nap-bai-viet"
THURSDAY, WEDNESDAY, TUESDAY = 3, 2, 1  # as date.weekday() counts


def loaded_once(*slugs):
    """A fixture: these blocs (none named: all five), for all tests of the file that names it."""
    return once(partial(load_articles, *slugs))


def load_articles(*slugs):
    """Load the blocs, and the administrator who issues the report of one of them."""
    administrator = make.user(READER, language="vi")
    make.administrator(administrator)
    for facts in ARTICLES:
        if facts.slug in slugs or not slugs:
            load_article(facts, at=AT, issued_by=administrator)


def client():
    """The browser of the administrator, who reads Vietnamese."""
    browser = Client()
    browser.force_login(User.objects.get(username=READER))
    return browser


def page(address, *args, **query):
    """What a page says to the administrator, as one line of text."""
    with translation.override("vi"):
        response = client().get(reverse(address, args=args), query)
    assert response.status_code == 200
    main = response.content.decode().partition("<main")[2].partition("</main>")[0]
    return one_line(html.unescape(re.sub(r"<[^>]*>", " ", main.partition(">")[2])))


def one_line(text):
    return " ".join(text.split())


def the_conference(bloc):
    """The one conference of an article, with its purposes."""
    return Conference.objects.with_purposes().select_related("emulation_year").get(bloc=bloc)


def conference_page(bloc):
    return page("blocs:conference_detail", bloc.slug, the_conference(bloc).pk)


def purposes(conference):
    return {(row["year"], row["purpose"]) for row in conference.stated}


def people(conference):
    return [(row.role, row.full_name) for row in conference.people.order_by("place")]


def bloc_at(slug):
    return Bloc.objects.get(slug=slug)


def years(bloc):
    return sorted(bloc.years.values_list("year", flat=True))


def members(bloc, year):
    seats = Seat.objects.filter(emulation_year__bloc=bloc, emulation_year__year=year)
    return list(seats.values_list("organisation__name", flat=True))


def chairs(bloc):
    terms = Term.objects.chairs().filter(bloc=bloc).order_by("seat__emulation_year__year")
    return [(term.seat.emulation_year.year, term.seat.organisation.name) for term in terms]


def today_of(province):
    """The name of the province that this one went over into, up to today."""
    while step := province.successions.select_related("successor").first():
        province = step.successor
    assert TODAY in province.validity
    return province.full_name
