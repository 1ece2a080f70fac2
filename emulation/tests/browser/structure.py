"""How a page is built: its elements and attributes, whatever its words and the number of its rows.

The pages of two notices are built alike, and those of a bloc with four members and with forty:
what axe says of the first it says of the second, and takes as long to say it.
"""

import hashlib

# Of a word or an address only whether there is one, of a reference whether it leads somewhere;
# equal neighbours (rows, options) count once, and marks with two owners are told.
SKETCH = """() => {
  const REFERENCES = ["for", "aria-labelledby", "aria-describedby", "aria-controls", "list"];
  const WORDS = ["href", "src", "alt", "title", "placeholder", "aria-label", "value", "action",
    "content", "datetime", "download", "max", "min", "maxlength", "d", "points", "width", "height",
    "x", "y", "x1", "x2", "y1", "y2", "cx", "cy", "r", "viewBox", "transform", "dy", "dx"];
  const leads = value => value.split(/\\s+/).every(id => document.getElementById(id));
  const told = ({name, value}) => {
    if (name === "id" || name === "name" || name.startsWith("data-")) return name;
    if (REFERENCES.includes(name)) return name + (leads(value) ? "=there" : "=nowhere");
    if (WORDS.includes(name)) return name + (value.trim() ? "=some" : "=none");
    return name + "=" + value;
  };
  const speaks = element => [...element.childNodes].some(
    node => node.nodeType === Node.TEXT_NODE && node.data.trim());
  const sketch = element => {
    const within = [...element.children].map(sketch);
    const distinct = within.filter((each, place) => each !== within[place - 1]);
    return `<${element.localName} ${[...element.attributes].map(told).sort().join(" ")}`
      + `${speaks(element) ? " words" : ""}>${distinct.join("")}</>`;
  };
  const marks = [...document.querySelectorAll("[id]")].map(element => element.id);
  const twice = marks.filter((mark, place) => marks.indexOf(mark) !== place);
  return `${!!document.title} ${twice.length} ${sketch(document.documentElement)}`;
}"""


def structure(page):
    """A digest of how the page is built."""
    return hashlib.sha256(page.evaluate(SKETCH).encode()).hexdigest()
