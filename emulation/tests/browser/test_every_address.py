"""Every page of the table of who may, looked at as its people open it."""

import pytest
from django.conf import settings
from django.test import Client

from emulation.tests.test_every_page import is_page
from emulation.tests.who_may import table
from emulation.tests.who_may.addresses import address
from emulation.tests.who_may.scene import build

pytestmark = pytest.mark.browser


def open_to(kind):
    """The rows whose pages this kind of person may open."""
    return [row for row in table.ROWS if is_page(row, kind)]


def signed_in(visitor, person):
    """Bring the session along: how one signs in is the matter of other journeys."""
    client = Client()
    client.force_login(person)
    name = settings.SESSION_COOKIE_NAME
    cookie = {"name": name, "value": client.cookies[name].value, "url": visitor.origin}
    visitor.page.context.add_cookies([cookie])
    return visitor


def test_every_page_is_sound_for_an_administrator(transactional_db, arrive, cast):
    scene, visitor = build(cast), signed_in(arrive(), cast.administrator)
    for row in open_to("administrator"):
        visitor.open(address(row, scene))


@pytest.mark.parametrize("kind", ["chair", "member"])
def test_the_pages_of_the_year_are_sound_for_its_members(transactional_db, arrive, cast, kind):
    scene, visitor = build(cast), signed_in(arrive(), cast.people[kind])
    for row in ("desk:home", "desk:year_detail", "blocs:notice_detail", "scoring:standing"):
        visitor.open(address(row, scene))


def test_every_page_is_sound_for_a_stranger(transactional_db, arrive, cast):
    scene, visitor = build(cast), arrive()
    for row in open_to("anonymous"):
        visitor.open(address(row, scene))
