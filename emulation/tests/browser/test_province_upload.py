"""The scores of a whole province in one workbook: out, typed into, up, watched, saved, undone."""

import threading

import pytest
from django.db import transaction
from playwright.sync_api import expect

from blocs.workflow.locks import lock_bloc
from scoring.models import ProvinceUpload
from scoring.tests.books import edited
from scoring.tests.province_scene import REASON, more_blocs, scored, states
from scoring.tests.scene import stored

from .looking import PHONE
from .pictures import take
from .test_every_address import signed_in

pytestmark = pytest.mark.browser

NAME = "bang-diem-ca-tinh.xlsx"
# Of the first bloc one score, of the second two, of the third one that is too high.
TYPED = ({"D9": 40}, {"D9": 38, "F9": 36}, {"D9": 950})
READ = ["read", "read", "refused"]


@pytest.fixture
def years(transactional_db, cast, settings):
    """Three blocs by their names: one member, four, one. The work is done beside the request."""
    settings.WORK_IN_BACKGROUND = True
    yield [*more_blocs(cast, 1), *scored(cast)]
    _rests()


def test_from_the_issued_workbook_to_the_undone_scores(arrive, cast, years):
    staff = signed_in(arrive(), cast.staff)
    staff.open(f"/tinh-thanh/{cast.province.pk}/")
    staff.follow(f"{staff.word('Open')} {staff.word('Scores of all blocs')}").is_at(
        "Scores of all blocs %(year)s", year=cast.year.year
    )
    take(staff, "ca-tinh")
    _name, issued = staff.download("Download the workbook of the province")
    content = edited(issued, _type)

    upload = _left_while_it_is_read(staff, content, years)
    _ready(staff, upload)
    _saved(staff, upload, years)
    _undone(staff, years)


def _type(workbook):
    for sheet, cells in zip(workbook.worksheets, TYPED, strict=False):
        for place, value in cells.items():
            sheet[place] = value


def _left_while_it_is_read(staff, content, years):
    """Somebody else is at the last bloc: meanwhile the page is left, and found again."""
    with transaction.atomic():
        lock_bloc(years[-1].bloc_id)
        file = {"name": NAME, "mimeType": "application/octet-stream", "buffer": content}
        staff.page.locator("main [type=file]").set_input_files(file)
        staff.field("Why do you act in place of the chair?").fill(REASON)
        staff.press("Check the file").is_at("What the file changes, bloc by bloc")
        expect(_far(staff)).to_contain_text(_done(staff, 2, 3), timeout=10_000)
        staff.sees("The file is being read.")
        take(staff, "ca-tinh-dang-doc")
        staff.follow("Upload another file").sees("under way")
        staff.follow(NAME)
    expect(_far(staff)).to_contain_text(_done(staff, 3, 3), timeout=10_000)
    _rests()
    return ProvinceUpload.objects.get()


def _ready(staff, upload):
    """What is wrong is named with its cell, and nothing is saved yet; also on a phone."""
    assert states(upload) == READ
    staff.page.set_viewport_size(PHONE)
    row = staff.page.locator("[data-live=parts]")
    row.locator("summary").click()
    expect(row.get_by_role("row").filter(has_text="D9")).to_contain_text("950")
    staff.settle()
    take(staff, "ca-tinh-xem-truoc")
    for part in upload.parts.all():
        assert stored(part.emulation_year) == {}


def _saved(staff, upload, years):
    """The two that were read; the third stays left, with its reason."""
    staff.press("Save the scores of %(number)s bloc", number=2)
    expect(_far(staff)).to_contain_text(staff.word("Nothing more is under way."), timeout=10_000)
    _rests()
    assert states(upload) == ["saved", "saved", "refused"]
    assert [len(stored(year)) for year in years] == [1, 2, 0]
    take(staff, "ca-tinh-da-luu")


def _undone(staff, years):
    """One bloc by itself: the other keeps its scores."""
    name = f"{staff.word('Undo')} {years[1].name}"
    staff.follow(name).write({"Why do you act in place of the chair?": REASON})
    staff.press("Undo the upload").sees("The scores are again as they were before the upload.")
    assert [len(stored(year)) for year in years] == [1, 0, 0]


def _far(staff):
    """How far it is, as the page says without being loaded again."""
    return staff.page.locator("[data-live=said]")


def _done(staff, done, total):
    return staff.word("%(done)s of %(total)s blocs done.", done=done, total=total)


def _rests():
    """Wait until the worker beside the requests has ended: its rows are then written."""
    for each in threading.enumerate():
        if each.name.startswith("province-upload-"):
            each.join(timeout=30)
