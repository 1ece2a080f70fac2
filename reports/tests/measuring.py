"""Measure a PDF: what stands where, in millimetres from the top left corner, and in which face."""

import io
from collections import namedtuple

import pdfplumber
from pdfminer.pdftypes import resolve1
from pdfminer.psparser import literal_name

MM = 72 / 25.4
Word = namedtuple("Word", "text left right top bottom")


class Measured:
    """A PDF that was read once; `pages` are pdfplumber's."""

    def __init__(self, content):
        self._pdf = pdfplumber.open(io.BytesIO(content))
        self.pages = self._pdf.pages
        self.catalog = self._pdf.doc.catalog
        self.info = self._pdf.metadata

    def sizes(self):
        return [(round(page.width / MM), round(page.height / MM)) for page in self.pages]

    def words(self, page):
        """The upright words of a page (numbered from 0), in the order of reading."""
        upright = self.pages[page].filter(lambda each: each.get("upright", True))
        return [
            Word(w["text"], w["x0"] / MM, w["x1"] / MM, w["top"] / MM, w["bottom"] / MM)
            for w in upright.extract_words(use_text_flow=False)
        ]

    def text(self, page=None):
        pages = range(len(self.pages)) if page is None else [page]
        return "\n".join(" ".join(word.text for word in self.words(each)) for each in pages)

    def letters(self):
        return [letter for page in self.pages for letter in page.chars]

    def share_of(self, page, grey):
        """How much of a page, drawn small, is of this grey: a watermark lies behind the letters."""
        dots = self.pages[page].to_image(resolution=36).original.convert("L").histogram()
        return sum(dots[grey - 1 : grey + 2]) / sum(dots)

    def faces(self):
        """The names of the faces, without the letters that mark a part of a face."""
        return {letter["fontname"].partition("+")[2] for letter in self.letters()}

    def embedded(self):
        """{face: whether its drawings are in the file}."""
        found = {}
        for page in self.pages:
            found |= _embedded(page.page_obj.resources)
        return found

    def metadata(self):
        return resolve1(self.catalog["Metadata"]).get_data().decode()

    def language(self):
        return resolve1(self.catalog["Lang"]).decode()

    def is_tagged(self):
        marked = resolve1(self.catalog["MarkInfo"])["Marked"]
        return bool(marked) and "StructTreeRoot" in self.catalog

    def tags(self):
        """The names of the structure elements that occur."""
        names, waiting = set(), [resolve1(self.catalog["StructTreeRoot"])]
        while waiting:
            node = resolve1(waiting.pop())
            if isinstance(node, list):
                waiting += node
            elif isinstance(node, dict):
                if "S" in node:
                    names.add(literal_name(node["S"]))
                waiting.append(node.get("K"))
        return names


def _embedded(resources):
    found = {}
    for font in (resolve1(resolve1(resources).get("Font")) or {}).values():
        font = resolve1(font)
        [inner] = resolve1(font["DescendantFonts"])
        descriptor = resolve1(resolve1(inner)["FontDescriptor"])
        name = literal_name(font["BaseFont"]).partition("+")[2]
        found[name] = "FontFile2" in descriptor
    return found
