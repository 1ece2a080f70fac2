"""Registering for awards, and entering the covenant of a year that is over."""

import pytest

from blocs.tests import make as blocs
from pledges.models import Covenant, Registration

from . import make
from .test_covenant_pages import text_of, url


@pytest.fixture
def chair(client, cast):
    client.force_login(cast.chair)
    return cast.chair


def test_each_member_registers_for_itself_and_the_chair_for_all(client, cast, chair):
    make.opened(cast)
    target = url(cast, "registration_list")
    front, union = cast.seats["front"].pk, cast.seats["union"].pk
    client.post(target, {"seat": front, "text": "Cờ thi đua của UBND tỉnh"})
    client.force_login(cast.deputy)
    client.post(target, {"seat": front, "text": "Bằng khen"})
    assert Registration.objects.count() == 1
    client.post(target, {"seat": union, "text": "Bằng khen"})
    assert Registration.objects.count() == 2
    client.post(target, {"seat": union, "text": "Bằng khen"})
    assert Registration.objects.count() == 2
    others = Registration.objects.get(seat=front)
    assert client.post(url(cast, "registration_remove", others.pk)).status_code == 403
    own = Registration.objects.get(seat=union)
    client.post(url(cast, "registration_remove", own.pk))
    assert Registration.objects.get() == others
    assert "01/01/2024" in text_of(client.get(target))


def test_keepers_enter_the_covenant_of_a_closed_year(client, cast):
    blocs.EmulationYear.objects.filter(pk=cast.last_year.pk).update(
        state="closed", closed_at=make.now()
    )
    target = url(cast, "covenant_record_past", year=cast.last_year)
    client.force_login(cast.chair)
    assert client.get(target).status_code == 403
    client.force_login(cast.staff)
    seats = [seat.pk for seat in cast.last_year.seats.all()[:2]]
    client.post(
        target,
        {"title": "Giao ước", "signed_on": "11/4/2017", "commitments": "Một\ndòng hai\n\nHai",
         "signed": seats},
    )  # fmt: skip
    version = Covenant.objects.get().versions.get()
    assert [c.text for c in version.commitments.all()] == ["Một\ndòng hai", "Hai"]
    assert version.signatures.count() == 2
