"""Somebody at a browser, who does what people do: reads, follows links, fills in, presses buttons.

Words are given as message ids and looked for in the visitor's language, as the catalogue says
them: a better Vietnamese word breaks no journey, a missing link does.
"""

import re

from django.utils.translation import gettext, override
from playwright.sync_api import expect

from .looking import DESK, Ear, settle


class Visitor:
    """A page and its owner. Wherever they arrive, the page is looked at before they go on."""

    def __init__(self, page, origin, judged, size=DESK):
        self.page, self.origin, self.judged, self.size = page, origin, judged, size
        self.language = "vi"
        self.ear = Ear(page)

    def word(self, message, **values):
        """The message in the visitor's language, with its values."""
        with override(self.language):
            return gettext(message) % values if values else gettext(message)

    def another_window(self):
        """The same person, with a second page open beside this one."""
        page = self.page.context.new_page()
        return Visitor(page, self.origin, self.judged, self.size).open(self.page.url)

    # Going somewhere

    def open(self, address, *, status=200):
        """Come by a typed or a handed-over address; `status` is the answer that is right."""
        address = address if "://" in address else self.origin + address
        if status >= 400:
            self.ear.expected.add(address)
        answer = self.page.goto(address, wait_until="load")
        assert answer.status == status, f"{address} answered {answer.status}"
        self.settle()
        return self

    def follow(self, message, *, within=None, **values):
        """Press the link of this name."""
        return self._go(self.link(message, within=within, **values))

    def press(self, message, *, within=None, **values):
        """Press the button of this name, which sends a form."""
        name = _whole(self.word(message, **values))
        return self._go((within or self.page.locator("main")).get_by_role("button", name=name))

    def _go(self, place):
        self.page.bring_to_front()  # a window behind another one is drawn once in a second
        with self.page.expect_navigation(wait_until="load"):
            place.click()
        self.settle()
        return self

    def settle(self):
        settle(self.page, self.ear, self.judged)
        if self.page.viewport_size != self.size:
            self.page.set_viewport_size(self.size)
        assert self.page.locator("html").get_attribute("lang") == self.language

    # Reading

    def link(self, message, *, within=None, **values):
        """The link of this name on the page, whether it is there or not."""
        name = _whole(self.word(message, **values))
        return (within or self.page.locator("main")).get_by_role("link", name=name)

    def sections(self):
        """The navigation at the top of every page."""
        return self.page.get_by_role("navigation", name=_whole(self.word("Main")))

    def crumbs(self):
        """The way back, above every page."""
        return self.page.get_by_role("navigation", name=_whole(self.word("Where you are")))

    def sees(self, message, **values):
        """The words stand somewhere on the page."""
        words = self.page.locator("main").get_by_text(self.word(message, **values))
        expect(words.first).to_be_visible()
        return self

    def sees_no(self, message, **values):
        """The words stand nowhere on the page."""
        words = self.page.locator("main").get_by_text(self.word(message, **values))
        expect(words).to_have_count(0)
        return self

    def is_at(self, message, **values):
        """The heading of the page."""
        heading = self.page.get_by_role("heading", level=1)
        expect(heading).to_have_text(self.word(message, **values))
        return self

    # Filling in

    def field(self, message, **values):
        return self.page.locator("main").get_by_label(_whole(self.word(message, **values)))

    def write(self, fields):
        """Fill in {message id of the label: text}."""
        for label, text in fields.items():
            self.field(label).fill(text)
        return self

    def choose(self, label, option):
        """Choose from a list the one option that holds these words."""
        options = self.field(label).locator("option")
        chosen = options.filter(has_text=self.word(option)).get_attribute("value")
        self.field(label).select_option(value=chosen)
        return self

    # What everybody does

    def sign_in(self, name, password):
        self.open("/")
        self.write({"User name or e-mail": name, "Password": password})
        return self.press("Sign in")

    def sign_out(self):
        return self.press("Sign out", within=self.open_menu("person"))

    def open_menu(self, name):
        """Open the menu of this class at the top of the page, look at it and return it."""
        menu = self.page.locator(f"details.menu.{name}")
        menu.locator("summary").click()
        self.settle()
        return menu

    def search(self, words):
        """In the box at the top of every page, which Ctrl + / leads to."""
        self.page.keyboard.press("Control+/")
        self.page.keyboard.type(words)
        with self.page.expect_navigation(wait_until="load"):
            self.page.keyboard.press("Enter")
        self.settle()
        return self

    def download(self, name):
        """Press the link of a file; return the name under which it is saved, and its bytes."""
        link = self.link(name)
        self.ear.expected.add(self.origin + link.get_attribute("href"))
        with self.page.expect_download() as arriving:
            link.click()
        return arriving.value.suggested_filename, arriving.value.path().read_bytes()

    def speak(self, language, name):
        """Press the language in the footer."""
        self.language = language
        return self._go(self.page.get_by_role("contentinfo").get_by_role("button", name=name))


def _whole(words):
    """The whole name; a field that must be filled in has a star, a hidden part a space."""
    name = re.escape(words).replace(":", r"\s*:").replace("/", r"\/")
    return re.compile(rf"^\s*{name}\s*\*?\s*$", re.IGNORECASE)
