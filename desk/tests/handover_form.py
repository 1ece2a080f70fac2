"""The form that records a handover, as a browser fills it in and sends it back."""

import datetime as dt
from types import SimpleNamespace

from django.urls import reverse
from django.utils import timezone

from blocs.tests import make

ONE = dt.timedelta(days=1)


def written(day):
    return f"{day:%d/%m/%Y}"


def a_bloc_with_a_chair(client):
    """A chairs since ten days ago; A, B and C sit in two open years; staff work in English."""
    today = timezone.localdate()
    province = make.province("Thái Sơn")
    bloc = make.bloc("Khối 1", province, slug="khoi-1")
    organisations = [make.organisation(f"Hội {name}", province) for name in "ABC"]
    years = [make.year(bloc, number) for number in (today.year - 1, today.year)]
    seats = {y.year: [make.seat(y, o) for o in organisations] for y in years}
    term = make.term(seats[today.year][0], today - 10 * ONE)
    staff = make.user("nhan-vien", language="en")
    make.staff(staff, province)
    client.force_login(staff)
    return SimpleNamespace(
        today=today, bloc=bloc, years=years, seats=seats[today.year], past=seats[today.year - 1],
        term=term, staff=staff, client=client, url=reverse("desk:handover_create", args=["khoi-1"]),
    )  # fmt: skip


def fields_of(page):
    """What a browser would send back if nothing were changed."""
    items = page.context["items"]
    found = {}
    for form in (page.context["form"], items.management_form, *items):
        for bound in form:
            value = bound.value()
            if isinstance(value, dt.date):
                value = written(value)
            if value is True:
                value = "on"
            if value not in (None, False):
                found[bound.html_name] = value
    return found


def filled(scene, **changes):
    fields = fields_of(scene.client.get(scene.url))
    return {**fields, "receiver": scene.seats[1].pk, **changes}


def confirm(scene, fields):
    """Look at what will happen, then confirm just that."""
    seen = scene.client.post(scene.url, fields)
    assert "digest" in seen.context, seen.context["form"].errors
    return scene.client.post(scene.url, {**fields, "confirmed": seen.context["digest"]})
