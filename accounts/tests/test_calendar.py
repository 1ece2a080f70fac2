"""The private address of a calendar: of one person, until it is renewed or the account is shut."""

import pytest
from django.core.signing import Signer

from accounts import people
from accounts.calendar import calendar_token, owner_of, renew_calendar

from . import make


def test_the_address_opens_ones_own_calendar_and_stays_the_same(an):
    binh = make.user("binh")
    assert owner_of(calendar_token(an)) == an
    assert owner_of(calendar_token(binh)) == binh
    assert calendar_token(an) == calendar_token(an) != calendar_token(binh)


def test_a_renewed_address_makes_the_old_one_void(an):
    old = calendar_token(an)
    renewed = renew_calendar(an)
    assert owner_of(old) is None
    assert owner_of(calendar_token(renewed)) == an
    assert an.events.filter(pgh_label="update").count() == 0


def test_a_shut_account_has_no_calendar(an, settings):
    token = calendar_token(an)
    people.deactivate(an, by=None, why="Chuyển công tác")
    assert owner_of(token) is None

    settings.DEMO = False
    assert owner_of(calendar_token(make.user("minhhoa", is_demo=True))) is None


@pytest.mark.parametrize("spoil", [
    lambda token: token[:-1] + ("A" if token[-1] != "A" else "B"),
    lambda token: "W" + token,
    lambda token: token.partition(".")[0],
    lambda _token: "",
    lambda _token: "khong-co.gi",
])  # fmt: skip
def test_a_spoiled_address_opens_nothing(an, spoil):
    assert owner_of(spoil(calendar_token(an))) is None


@pytest.mark.parametrize("value", [1, [1], "x", None, [1, 1, 1], {"a": 1}])
def test_what_is_signed_for_another_purpose_opens_nothing(an, value):
    assert owner_of(Signer(salt="accounts.calendar", sep=".").sign_object(value)) is None
    assert owner_of(Signer(sep=".").sign_object([an.pk, 1])) is None
