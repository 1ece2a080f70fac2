"""How a page is built: its elements and attributes, whatever its words and the number of its rows.

The pages of two notices are built alike, and those of a bloc with four members and with forty:
what axe says of the first it says of the second, and takes as long to say it. The colours of a
word follow from the elements around it, which most pages have in common.
"""

import hashlib
from pathlib import Path

# Of a word or an address only whether there is one, of a reference whether it leads somewhere;
# equal neighbours (rows, options) count once, and marks with two owners are told. Beside the
# sketch of the page, `coloured` keeps its elements with words by what gives colours: whatever our
# style sheet looks at, of the element and of all around it.
SKETCH = """() => {
  const REFERENCES = ["for", "aria-labelledby", "aria-describedby", "aria-controls", "list"];
  const WORDS = ["href", "src", "alt", "title", "placeholder", "aria-label", "value", "action",
    "content", "datetime", "download", "max", "min", "maxlength", "d", "points", "width", "height",
    "x", "y", "x1", "x2", "y1", "y2", "cx", "cy", "r", "viewBox", "transform", "dy", "dx"];
  const FIELDS = ["input", "select", "textarea"];
  const LOOKS = ["class", "type", "style", "open", "disabled", "readonly", "hidden", "scope"];
  const leads = value => value.split(/\\s+/).every(id => document.getElementById(id));
  const told = ({name, value}) => {
    if (name === "id" || name === "name" || name.startsWith("data-")) return name;
    if (REFERENCES.includes(name)) return name + (leads(value) ? "=there" : "=nowhere");
    if (WORDS.includes(name)) return name + (value.trim() ? "=some" : "=none");
    return name + "=" + value;
  };
  const speaks = element => [...element.childNodes].some(
    node => node.nodeType === Node.TEXT_NODE && node.data.trim());
  const mark = (before, text) => {
    for (const letter of text) before = Math.imul(before ^ letter.codePointAt(0), 0x01000193);
    return before;
  };
  const styles = ({name}) => LOOKS.includes(name) || name.startsWith("data-")
    || (name.startsWith("aria-") && !REFERENCES.includes(name) && !WORDS.includes(name));
  const around = new Map();
  const sketch = (element, outer) => {
    const attributes = [...element.attributes];
    const itself = element.localName + " " + attributes.map(told).sort().join(" ");
    const looks = element.localName + attributes.filter(styles).map(told).sort().join(" ");
    const place = outer.map(each => mark(each, looks));
    if (speaks(element) || FIELDS.includes(element.localName)) {
      const key = place.map(each => each >>> 0).join("-");
      around.set(key, [...(around.get(key) || []), element]);
    }
    const within = [...element.children].map(child => sketch(child, place));
    const distinct = within.filter((each, place) => each !== within[place - 1]);
    return `<${itself}${speaks(element) ? " words" : ""}>${distinct.join("")}</>`;
  };
  const marks = [...document.querySelectorAll("[id]")].map(element => element.id);
  const twice = marks.filter((mark, place) => marks.indexOf(mark) !== place);
  const whole = sketch(document.documentElement, [0x811c9dc5, 0x2545f491]);
  window.coloured = around;
  return [`${!!document.title} ${twice.length} ${whole}`, [...around.keys()]];
}"""


def structure(page):
    """A digest of how the page is built, and the marks of its elements with words."""
    whole, coloured = page.evaluate(SKETCH)
    return hashlib.sha256(whole.encode()).hexdigest(), coloured


class Judged:
    """What was found sound in this run, by whichever worker: a file of marks that all add to."""

    def __init__(self, path: Path):
        self._path, self._read, self._marks = path, 0, set()
        path.touch()

    def new_of(self, marks):
        """Those that nobody has judged yet."""
        with self._path.open(encoding="ascii") as file:
            file.seek(self._read)
            whole, _newline, _begun = file.read().rpartition("\n")
        if whole:
            self._read += len(whole) + 1
            self._marks.update(whole.split("\n"))
        return [mark for mark in marks if mark not in self._marks]

    def add(self, marks):
        with self._path.open("a", encoding="ascii") as file:
            file.write("".join(f"{mark}\n" for mark in marks))
