"""A browser for the journeys. Where there is no Chromium, every one of them is skipped."""

import os
import shutil

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import sync_playwright

from .looking import DESK
from .structure import Judged
from .visitor import Visitor

QUIETLY = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
]
PROGRAMS = ("chromium", "chromium-browser", "google-chrome")


def _program():
    """script/test names the program, or nothing where none runs; alone, we look for it."""
    found = os.environ.get("CHROMIUM")
    return next(filter(None, map(shutil.which, PROGRAMS)), "") if found is None else found


@pytest.fixture(scope="package")
def browser():
    program = _program()
    if not program:
        pytest.skip("no Chromium here (Debian: apt-get install chromium)")
    with pytest.MonkeyPatch.context() as environment, sync_playwright() as playwright:
        # Playwright runs an event loop in this thread; Django would take our queries for its own.
        environment.setenv("DJANGO_ALLOW_ASYNC_UNSAFE", "true")
        chromium = playwright.chromium.launch(executable_path=program, args=QUIETLY)
        yield chromium
        chromium.close()


@pytest.fixture(scope="session")
def judged(request, tmp_path_factory):
    """What was looked at already, of which once in a run is enough: see `looking.settle`."""
    folder = tmp_path_factory.getbasetemp()
    run = folder.parent if hasattr(request.config, "workerinput") else folder
    return Judged(run / "judged")


@pytest.fixture
def arrive(browser, judged, live_server):
    """Call it for everybody who comes: each has a browser of their own."""
    contexts = []

    def open_browser(size=DESK):
        context = browser.new_context(
            locale="vi-VN",
            timezone_id="Asia/Ho_Chi_Minh",
            reduced_motion="reduce",
            accept_downloads=True,
            viewport=size,
        )
        context.set_default_timeout(10_000)
        context.add_init_script(Axe().axe_script)
        contexts.append(context)
        return Visitor(context.new_page(), live_server.url, judged, size)

    yield open_browser
    for context in contexts:
        context.close()


@pytest.fixture
def country(transactional_db):
    """The rows that people make are committed, beside the reference rows of every database."""


@pytest.fixture
def demonstration(browser, transactional_db, loaded_demonstration, settings):
    settings.DEMO = True
