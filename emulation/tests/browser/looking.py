"""What is looked at on every page, at a desk and on a phone: nothing of it may be wrong."""

from .structure import structure

DESK, PHONE = {"width": 1280, "height": 900}, {"width": 360, "height": 780}
WCAG = {"type": "tag", "values": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]}
COLOURS = ["color-contrast", "link-in-text-block"]
STYLES = """[[...document.querySelectorAll("link[rel=stylesheet]")].map(
  link => [link.getAttribute("href"), link.sheet ? link.sheet.cssRules.length : 0]),
  getComputedStyle(document.body).fontFamily]"""
OF_ALL = {
    "runOnly": WCAG,
    "rules": {rule: {"enabled": False} for rule in COLOURS},
    "resultTypes": ["violations"],
}
OF_COLOURS = {"runOnly": {"type": "rule", "values": COLOURS}, "resultTypes": ["violations"]}
# Of the elements with these marks (see `structure`), or of the whole page.
RUN_AXE = """([rules, marks]) => axe.run(
  marks ? {include: marks.flatMap(mark => coloured.get(mark))} : document, rules
).then(found => found.violations)"""
TOO_WIDE = """document.scrollingElement.scrollWidth > innerWidth
  ? [...document.querySelectorAll("main *, header *, footer *")]
    .filter(each => each.getBoundingClientRect().right > innerWidth && !each.closest(".scroll"))
    .map(each => each.outerHTML.slice(0, 120)).slice(-3).concat("somewhere")
  : []"""


class Ear:
    """Hears what the page and the network complain about; `expected` lists what we asked for."""

    def __init__(self, page):
        self.complaints, self.expected = [], set()
        page.on("console", self._console)
        page.on("pageerror", lambda error: self.complaints.append(f"error on the page: {error}"))
        page.on("requestfailed", self._failed)
        page.on("response", self._response)

    def _console(self, message):
        spoken = f"console {message.type}: {message.text} ({message.location.get('url')})"
        if message.type in ("warning", "error") and not self._is_expected(message.location["url"]):
            self.complaints.append(spoken)

    def _failed(self, request):
        if not self._is_expected(request.url):
            self.complaints.append(f"request failed: {request.url}: {request.failure}")

    def _response(self, response):
        if response.status >= 400 and not self._is_expected(response.url):
            self.complaints.append(f"answer {response.status}: {response.url}")

    def _is_expected(self, address):
        return address in self.expected

    def take(self):
        """Return the complaints since the last time."""
        taken, self.complaints = self.complaints, []
        return taken


def settle(page, ear, judged):
    """Look at the page at both widths, by day and in the dark; fail on any fault.

    Axe judges once in a run what is built alike: a page at each width, and the colours of an
    element in its place (see `structure`).
    """
    page.wait_for_load_state("load")
    faults = _unstyled(page)
    built, coloured = structure(page)
    for size in (PHONE, DESK):
        page.set_viewport_size(size)
        width = size["width"]
        found = _too_wide(page) + _axe(page, judged, f"{width}:", [built], OF_ALL)
        found += _axe(page, judged, f"{width}:", coloured, OF_COLOURS)
        faults += [f"{width} px: {fault}" for fault in found]
    if judged.new_of(f"dark:{mark}" for mark in coloured):
        page.emulate_media(color_scheme="dark")
        found = _axe(page, judged, "dark:", coloured, OF_COLOURS)
        faults += [f"dark: {fault}" for fault in found]
        page.emulate_media(color_scheme="light")
    faults += ear.take()
    assert not faults, "\n".join([f"{page.url} “{page.title()}”", *faults])


def _axe(page, judged, light, marks, rules):
    """The faults of what has these marks, if in this light anything of it is new."""
    new = judged.new_of(light + mark for mark in marks)
    if not new:
        return []
    some = [mark.removeprefix(light) for mark in new] if rules is OF_COLOURS else None
    faults = [
        f"{fault['id']}: {fault['help']}: {node['html'][:200]} {node['failureSummary']}"
        for fault in page.evaluate(RUN_AXE, [rules, some])
        for node in fault["nodes"]
    ]
    judged.add([] if faults else new)
    return faults


def _too_wide(page):
    return [f"the page is wider than the screen at {each}" for each in page.evaluate(TOO_WIDE)]


def _unstyled(page):
    """A page whose styles did not arrive passes every other check: nothing is coloured, or wide."""
    styles, face = page.evaluate(STYLES)
    faults = [f"no styles from {address}" for address, rules in styles if not rules]
    if "Be Vietnam Pro" not in face:
        faults.append("the page does not wear our face")
    return faults
