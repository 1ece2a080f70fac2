"""Every address, opened as every kind of person, by GET and by POST: nothing is open by accident.

The table is in `who_may/of_*.py`; an address without a row fails here.
"""

import logging

import pytest
from django.db import DatabaseError

from accounts.models import User

from .test_every_page import is_page
from .who_may import table
from .who_may.addresses import address, addresses
from .who_may.visitor import Visitor, undone

# What these do shows in the answer itself (undoing an upload and the steps of a covenant begin the
# act before it is refused and taken back); any other POST that answers 200 was not carried out.
DONE_WITHOUT_REDIRECT = {
    "blocs:person_password_link",
    "blocs:person_password_link@administrator",
    "scoring:upload_undo",
    "scoring:sheet_upload_undo",
    "pledges:covenant_drop",
    "pledges:covenant_open",
    "pledges:covenant_enter@last_year",
    "pledges:covenant_close@last_year",
    "scoring:checks_take_over",
    "scoring:scores_publish",
    "awards:nomination_by_quota",
}


@pytest.fixture
def scene(everything, settings, caplog):
    caplog.set_level(logging.ERROR, "django.request")  # refusals are what is asked for here
    settings.SESSION_ENGINE = "django.contrib.sessions.backends.signed_cookies"
    return everything


def test_every_address_has_a_row_and_every_row_an_address():
    assert {row.partition("@")[0] for row in table.ROWS} == set(addresses())


def test_every_member_of_the_cast_has_a_column(cast):
    assert set(table.KINDS) == {"anonymous", *cast.people}


@pytest.mark.parametrize("kind", table.KINDS)
def test_who_may_open_what(scene, kind):
    """The pages that answer 200 to a GET are opened by `test_every_page`, which asks for that."""
    visitor = Visitor(scene.people.get(kind))
    expected = table.of(kind)

    answers = {}
    for row, (_get, post) in expected.items():
        url = address(row, scene)
        done = post == 302 or (post == 200 and row in DONE_WITHOUT_REDIRECT)
        carried_out = kind != "anonymous" and done
        get = 200 if is_page(row, kind) else visitor.get(url)
        answers[row] = table.Answers(get, visitor.post(url, read_only=not carried_out))

    assert answers == expected


def test_the_database_refuses_what_a_visitor_must_not_change(cast):
    with pytest.raises(DatabaseError, match="read-only"), undone(read_only=True):
        User.objects.update(phone="1")
    User.objects.update(phone="1")
