"""Every page that anybody may open, as everybody who may: whole, in one language, without traps."""

import copy
from collections import Counter
from typing import NamedTuple
from urllib.parse import urljoin, urlsplit

import pytest
from django.conf import settings
from django.db import connection
from django.http import HttpResponse
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import Resolver404, resolve
from django.utils.html import escape

from .every_page.hostile import FILE_NAME, HOSTILE, poison
from .every_page.markup import Page, Target
from .every_page.tables import EXCEPTIONS, untaken
from .every_page.words import Ear
from .who_may import table
from .who_may.addresses import address
from .who_may.scene import build
from .who_may.visitor import undone

FILES = {
    "awards:nomination_file",
    "awards:council_decision_file",
    "awards:council_decision_money",
    "awards:council_opinion_file",
    "awards:council_session_file",
    "awards:registry_decision_file",
    "awards:registry_import_file",
    "awards:registry_import_scan",
    "awards:registry_import_template",
    "awards:registry_statistics_workbook",
    "blocs:conference_file",
    "blocs:notice_file",
    "desk:calendar_file",
    "reports:conference_minutes",
    "pledges:progress_file@last_year",
    "pledges:signature_file@last_year",
    "reports:achievement_draft",
    "reports:ballot_blank",
    "reports:ballot_minutes_draft",
    "reports:covenant_draft",
    "reports:dossier",
    "reports:handover_minutes",
    "reports:paper_file",
    "reports:report_draft",
    "reports:report_draft@half_year",
    "reports:submission_draft",
    "scoring:criteria_workbook",
    "scoring:province_workbook",
    "scoring:province_upload_file",
    "scoring:standing_workbook",
    "scoring:evidence_file",
    "scoring:workbook",
    "scoring:upload_file",
    "scoring:self_workbook",
    "scoring:check_workbook",
    "scoring:sheet_upload_file",
    "scoring:sheet_upload_marked",
    "scoring:received_marked",
    "scoring:upload_marked",
}
MOST_QUERIES = 12
SHOWN_LINKS, ALIVE = 10, (200, 302)
HEADERS = {
    "Content-Security-Policy": {
        "default-src 'self'",
        "img-src 'self' data:",
        "script-src 'self'",
        "style-src 'self'",
        "object-src 'none'",
        "base-uri 'none'",
        "frame-ancestors 'none'",
        "form-action 'self'",
    },
    "X-Frame-Options": {"DENY"},
    "X-Content-Type-Options": {"nosniff"},
    "Referrer-Policy": {"same-origin"},
    "Cross-Origin-Opener-Policy": {"same-origin"},
}


@pytest.fixture
def scene(everything, settings):
    settings.SESSION_ENGINE = "django.contrib.sessions.backends.signed_cookies"
    return everything


def browser(scene, kind, language="vi"):
    client = Client()
    client.cookies[settings.LANGUAGE_COOKIE_NAME] = language
    if person := scene.people.get(kind):
        person.language = language
        person.save()
        client.force_login(person)
    return client


def is_page(row, kind):
    """Whether this kind of person may open it, and it is no file."""
    return table.ROWS[row][kind].get == 200 and row not in FILES


class Opened(NamedTuple):
    """A page as it was opened, taken to pieces."""

    row: str
    url: str
    response: HttpResponse
    page: Page
    queries: int


def opened(scene, kind, language="vi"):
    """Every page that this kind of person may open; the database refuses every change meanwhile."""
    client = browser(scene, kind, language)
    for row in table.ROWS:
        if is_page(row, kind):
            url = address(row, scene)
            with undone(read_only=True), CaptureQueriesContext(connection) as queries:
                response = client.get(url, secure=True)
            yield Opened(row, url, response, Page(response.content.decode()), len(queries))


@pytest.mark.parametrize("kind", table.KINDS)
def test_every_page_is_sound(scene, kind):
    """One reading of the pages in each language, for all that is asked of them."""
    vietnamese, english = (list(opened(scene, kind, language)) for language in ("vi", "en"))
    assert [*_unsound(vietnamese), *_mixed(vietnamese, english)] == []
    assert _dead(scene, kind, vietnamese) == []


def _unsound(pages):
    """What is broken, unguarded or dear."""
    for row, _url, response, page, queries in pages:
        if response.status_code != 200:
            yield f"{row}: {response.status_code}"
        yield from (f"{row}: {problem}" for problem in (*page.problems, *untaken(row, page)))
        for header, expected in HEADERS.items():
            if {part.strip() for part in response[header].split(";")} != expected:
                yield f"{row}: {header}: {response[header]}"
        if queries > MOST_QUERIES:
            yield f"{row}: {queries} queries"


def _mixed(vietnamese, english):
    """What is not said in the language of the page."""
    ear, problems = Ear(), set()
    said = {"vi": {}, "en": {}}
    for language, pages in (("vi", vietnamese), ("en", english)):
        for row, _url, response, page, _queries in pages:
            if (page.lang, response["Content-Language"]) != (language, language):
                problems.add(f"{row}: lang={page.lang}")
            texts = said[language][row] = {text for text in page.texts if ear.chrome(text)}
            wrong = {text: ear.wrong(text, language) for text in texts}
            problems |= {
                f"{row}, {language}: “{part}” in “{t}”" for t, part in wrong.items() if part
            }
    for row, texts in said["vi"].items():
        problems |= {f"{row}: “{text}” in both" for text in texts & said["en"][row]}
    return sorted(problems)


def _dead(scene, kind, pages):
    """The links and buttons that lead nowhere."""
    targets, known = _targets(pages), _known(scene, kind)
    assert targets
    client, dead = browser(scene, kind), [t for t in targets if known.get(t, 200) not in ALIVE]
    signed_in = copy.deepcopy(client.cookies)
    for (method, url), row in targets.items():
        if Target(method, url) in known:
            continue
        client.cookies = copy.deepcopy(signed_in)
        with undone():
            response = getattr(client, method)(url, secure=True)
            response.getvalue()
        if response.status_code not in ALIVE:
            dead.append(f"{row}: {method} {url}: {response.status_code}")
    return dead


def _known(scene, kind):
    """{target: answer} of the addresses that `test_who_may` opens."""
    return {
        Target(method, address(row, scene)): getattr(answers, method)
        for row, answers in table.of(kind).items()
        for method in ("get", "post")
    }


def _targets(pages):
    """{target: row} of the links and forms of all pages; of those to one view, the first ten."""
    found, of_view = {}, Counter()
    for row, url, _response, page, _queries in pages:
        for target in page.targets:
            whole = target._replace(url=urljoin(url, target.url))
            if urlsplit(whole.url).netloc or target.url.startswith("#") or whole in found:
                continue
            of_view[view := _view(whole)] += 1
            if of_view[view] <= SHOWN_LINKS:
                found[whole] = row
    opened = {Target("get", page.url) for page in pages}
    return {target: row for target, row in found.items() if target not in opened}


def _view(target):
    try:
        return target.method, resolve(urlsplit(target.url).path).view_name
    except Resolver404:
        return target


def test_every_table_that_is_left_on_its_page_is_on_a_page_that_is_there():
    pages = {row.partition("@")[0] for kind in table.KINDS for row in table.of(kind)}
    assert EXCEPTIONS.keys() - pages == set()


@pytest.mark.parametrize("kind", ["administrator", "staff", "chair", "former_member"])
def test_hostile_text_shows_as_text(cast, kind):
    scene = build(cast, title=HOSTILE)
    poison(scene)
    problems = []
    for row, _url, response, page, _queries in opened(scene, kind):
        html = response.content.decode()
        if escape(HOSTILE) not in html:
            problems.append(f"{row}: does not show it")
        if "alert(1)" in html.replace(escape(HOSTILE), "").replace(escape(FILE_NAME), ""):
            problems.append(f"{row}: not escaped")
        problems += [f"{row}: {problem}" for problem in page.problems]
    assert problems == []
