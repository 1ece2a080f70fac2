"""Scores typed into the table: each is saved by itself, and what it adds up to follows at once."""

import pytest
from django.utils import timezone
from playwright.sync_api import expect

from blocs.models import Bloc
from emulation.demo.accounts import PASSWORD
from emulation.demo.minh_hoa import SLUG
from scoring.sheet import read_sheet
from scoring.table import key_of

pytestmark = pytest.mark.browser


def test_the_sums_follow_what_is_typed_and_show_their_caps(demonstration, arrive):
    year = Bloc.objects.get(slug=SLUG).years.get(year=timezone.localdate().year)
    sheet = read_sheet(year)
    seat, nodes = sheet.members[0], {row.node.code: row.node for row in sheet.rows}
    person = arrive().sign_in("khoitruong", PASSWORD)
    person.open(f"/khoi/{SLUG}/{year.year}/diem/nhap/")
    penalties = person.page.locator(f'[data-section="{key_of(seat, nodes["V"])}"]')

    for code, sum_shown in (("V.2", "−100,00"), ("V.3", "200,00 → 100,00 trần")):
        cell = person.page.locator(f'[name="d-{key_of(seat, nodes[code])}"]')
        cell.fill("100")
        cell.press("Tab")
        expect(penalties).to_have_text(sum_shown)

    total = person.page.locator(f'[data-total="{seat.pk}"]').text_content()
    person.page.reload()
    person.settle()
    expect(penalties).to_have_text("200,00 → 100,00 trần")
    expect(person.page.locator(f'[data-total="{seat.pk}"]')).to_have_text(total)
