"""A page taken apart: what is wrong with its markup, what it says, where it leads."""

from html.parser import HTMLParser
from typing import NamedTuple

VOID = {
    "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track",
    "wbr",
}  # fmt: skip
TYPED = {"input", "select", "textarea"}
SPOKEN = {"alt", "aria-label", "placeholder", "title", "data-label", "data-busy"}


class Target(NamedTuple):
    """Where a link or a form leads, and by which method."""

    method: str
    url: str


class Page(HTMLParser):
    """`texts` are what a person reads or hears in the page's own language, one for each element.

    What stands in an element with another `lang` is left out. `data_tables` counts the tables with
    rows in which nothing is typed.
    """

    def __init__(self, html):
        super().__init__()
        self.problems, self.texts, self.targets = [], [], []
        self._drawn = self.data_tables = 0
        self._tables = []
        self.lang, self._tags, self._langs, self._seen, self._ids = None, [], [], [], set()
        self.feed(html)
        self.close()
        self._judge(html)

    def handle_starttag(self, tag, attrs):
        attrs = dict(attrs)
        self._drawn += tag == "title" and "svg" in self._tags
        self._seen.append(tag)
        if tag == "html":
            self.lang = attrs.get("lang")
        if tag not in VOID:
            self._tags.append(tag)
            self._langs.append(attrs.get("lang") or (self._langs or [self.lang])[-1])
        self._forbid(tag, attrs)
        self._lead(tag, attrs)
        self._tabulate(tag, attrs)
        for name in SPOKEN & attrs.keys():
            self._say(attrs[name])
        if tag == "input" and attrs.get("type") in ("submit", "button"):
            self._say(attrs.get("value"))

    def handle_endtag(self, tag):
        if tag in VOID:
            return
        if not self._tags or self._tags[-1] != tag:
            self.problems.append(f"</{tag}> closes {self._tags[-1:]}")
        if tag == "table" and self._tables:
            self.data_tables += self._tables.pop() == {"rows"}
        if tag in self._tags:
            while self._tags.pop() != tag:
                self._langs.pop()
            self._langs.pop()

    def handle_data(self, data):
        if not {"script", "style"} & set(self._tags[-1:]):
            self._say(data)
        elif data.strip():
            self.problems.append(f"inline <{self._tags[-1]}>")

    def _say(self, text):
        text = " ".join((text or "").split())
        if text and (self._langs or [self.lang])[-1] == self.lang:
            self.texts.append(text)

    def _forbid(self, tag, attrs):
        """Nothing inline, as the Content-Security-Policy wants it; no id twice."""
        self.problems += [f"{name} on <{tag}>" for name in attrs if name.startswith("on")]
        self.problems += [f"style on <{tag}>"] * ("style" in attrs)
        self.problems += [f"a <{tag}> without src"] * (tag == "script" and not attrs.get("src"))
        self.problems += [f"inline <{tag}>"] * (tag == "style")
        if "id" in attrs:
            self.problems += [f"id {attrs['id']} twice"] * (attrs["id"] in self._ids)
            self._ids.add(attrs["id"])

    def _lead(self, tag, attrs):
        if tag == "a" and "href" in attrs:
            self.targets.append(Target("get", attrs["href"] or ""))
        elif tag == "form":
            self.targets.append(Target(attrs.get("method", "get").lower(), attrs.get("action", "")))

    def _tabulate(self, tag, attrs):
        """Note of the table that is being read whether it has rows, and whether one types in it."""
        if tag == "table":
            self._tables.append(set())
        elif self._tables and tag == "td":
            self._tables[-1].add("rows")
        elif self._tables and tag in TYPED and attrs.get("type") != "hidden":
            self._tables[-1].add("typed")

    def _judge(self, html):
        whole = html.lstrip().lower().startswith("<!doctype html>") and not self._tags
        self.problems += [] if whole else [f"not a whole page, open: {self._tags}"]
        if self._seen.count("h1") != 1:
            self.problems.append(f"{self._seen.count('h1')} <h1>")
        if self._seen.count("title") - self._drawn != 1:  # a drawing has a title of its own
            self.problems.append("no <title>, or several")
        for target in self.targets:
            if target.url.startswith("#") and target.url[1:] not in self._ids:
                self.problems.append(f"{target.url} leads nowhere")
