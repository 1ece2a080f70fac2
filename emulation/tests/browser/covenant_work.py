"""The work on a covenant as people do it: its draft, signing it, its board and its papers."""

import re

from django.utils import timezone

from pledges.reading import versions_of
from reports.kinds.covenant import fingerprint
from reports.tests.measuring import Measured

from .pictures import take
from .year_work import text_of


def open_covenant(person, bloc):
    """By the home page and the page of the year."""
    return person.open("/").follow(bloc).follow("Open the covenant")


def part(person, heading, **values):
    """The section of the page that bears this heading."""
    name = re.compile(rf"^{re.escape(person.word(heading, **values))}(\s|$)")
    title = person.page.get_by_role("heading", name=name)
    return person.page.locator("main section").filter(has=title).last


# The draft


def add_commitment(chair, text, of=""):
    """Write a commitment of all, or of one member (`of`)."""
    adding = part(chair, "Add a commitment")
    adding.get_by_role("textbox").fill(text)
    if of:
        adding.get_by_label(chair.word("Commitment of")).select_option(label=of)
    chair.press("Add", within=adding)


def rewrite_commitment(chair, number, text):
    card = part(chair, "Commitment %(number)s", number=number)
    card.get_by_role("textbox").fill(text)
    chair.press(f"{chair.word('Save')} {number}", within=card)
    return chair.sees("Commitment %(number)s is saved.", number=number)


def save_head(chair, fields):
    """Title, theme and what else stands above the commitments."""
    heading = chair.word("Title, theme, bases and signing")
    return chair.write(fields).press(f"{chair.word('Save')} {heading}").sees("Saved.")


def set_target(chair, number, name, unit, figures):
    """Give a commitment a target with a figure for each member: {member: figure}."""
    chair.follow(f"{chair.word('Targets')} (0) {number}")
    chair.write({"Name of the target": name, "Unit": unit, **figures})
    take(chair, "giao-uoc-chi-tieu")
    chair.press("Save").sees("The targets are saved.")
    return chair.follow("Back to the draft")


def open_signing(chair, last_day):
    chair.follow("Open for signing").write({"Members sign until": last_day})
    return chair.press("Open for signing").sees("Signing is open.")


# Signing


def words_on(person):
    """Every text on the page that stands as it was typed, in order."""
    return person.page.locator("main .pledge .verbatim").all_inner_texts()


def reserve(person, number, why):
    """Open the reservation on a commitment, tick it and say why."""
    pledge = part(person, "Commitment %(number)s", number=number)
    pledge.get_by_text(person.word("Sign with a reservation on this")).click()
    person.field("Reservation on commitment %(number)s", number=number).check()
    reason_for(person, number).fill(why)


def reason_for(person, number):
    return person.field("Reason for the reservation on commitment %(number)s", number=number)


def sign(person, password):
    """Type the password once more and sign."""
    return person.write({"Your password": password}).press("Sign")


def place_on_board(person, member):
    """The words of a member's row in the grid of signatures."""
    board = part(person, "Signatures")
    row = board.get_by_role("row").filter(has=person.page.get_by_role("rowheader", name=member))
    return " ".join(row.inner_text().split())


# Papers


def issue_paper(chair):
    """From the page of the covenant: issue its paper; return the file."""
    chair.follow("Papers (PDF)").follow("Issue the covenant")
    chair.press("Issue").sees("The covenant is issued.")
    return _downloaded(chair)


def download_paper(person):
    """The issued paper of the version on the page."""
    return _downloaded(person.follow("Papers (PDF)"))


def _downloaded(person):
    link = person.page.locator("main table").get_by_role("link")
    _name, content = person.download(" ".join(link.inner_text().split()))
    return content


def holds_version(content, year, number, texts):
    """The paper has every commitment word by word; each page names version and fingerprint."""
    version = next(each for each in versions_of(year) if each.number == number)
    words = text_of(content)
    foot = re.compile(rf"Bản {number} · \S+ · SHA-256 {fingerprint(version)}")
    assert len(foot.findall(words)) == len(Measured(content).pages)
    body = " ".join(re.sub(r"Bản \d+ · \S+ · SHA-256 \w+( \d+)?", "", words).split())
    for text in texts:
        assert " ".join(text.split()) in body, (text, body)
    return words


def today():
    return timezone.localdate()
