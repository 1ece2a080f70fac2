"""The work of a chair on its year, as people do it: scores in Excel, the ranking, the report."""

import io
import re

from openpyxl import load_workbook
from playwright.sync_api import expect

from reports.tests.measuring import Measured
from scoring.tests.books import edited

from .pictures import take

MAXIMUM = 3  # the column of the workbook, counted from 1
ORDINARY = ("I", "II", "III")  # the sections of sample A that everybody is scored by


class Excel:
    """A downloaded workbook on the desk of somebody who fills it in; `content` is what is saved."""

    def __init__(self, name, content):
        self.name, self.content = name, content

    def type(self, cells):
        """Type into cells: {"H22": "9,5"}."""
        self.edit(lambda sheet: [sheet.__setitem__(place, text) for place, text in cells.items()])

    def edit(self, change):
        """Let `change(sheet)` do something to the sheet that people see, and save."""
        self.content = edited(self.content, lambda workbook: change(workbook.worksheets[0]))

    def empty_cells(self):
        """The addresses of the yellow cells that must be filled in and are not."""
        return [cell.coordinate for cell in _empty(self._open().worksheets[0])]

    def _open(self):
        return load_workbook(io.BytesIO(self.content))

    def fill_the_rest(self):
        """Give each member a little less than the one before it."""
        self.edit(_fill)

    @property
    def file(self):
        return {"name": self.name, "mimeType": "application/octet-stream", "buffer": self.content}


def yellow(sheet):
    """The cells for ordinary points: without those of bonus and penalty, which may stay empty."""
    return [
        cell
        for row in sheet.iter_rows(min_col=MAXIMUM + 1)
        for cell in row
        if not cell.protection.locked and _section_of(sheet, cell) in ORDINARY
    ]


def _section_of(sheet, cell):
    return str(sheet.cell(cell.row, 1).value).split(".")[0]


def _empty(sheet):
    return [cell for cell in yellow(sheet) if cell.value is None]


def _fill(sheet):
    for cell in _empty(sheet):
        cell.value = sheet.cell(cell.row, MAXIMUM).value - (cell.column - MAXIMUM) / 2


def download_workbook(person):
    """From the page of the scores."""
    return Excel(*person.download("Download the score workbook"))


def check(person, excel):
    """Choose the workbook on the page of the upload, and have it checked."""
    person.field("Filled-in score workbook").set_input_files(excel.file)
    return person.press("Check the file")


def save_scores(person):
    """Save what the preview shows, and go on to the ranking."""
    person.press("Save the scores").sees("The scores have been saved.")
    return person.follow("Scores and ranking", within=person.page.locator("form .actions"))


def ranks(person):
    """The column of the ranks, as it stands on the page."""
    return person.page.locator("table.ranking td.rank").all_inner_texts()


def begin_report(person, which="Open the year-end report"):
    """From the page of the year to the editor of one of its reports."""
    person.follow(which).follow("Write the report")
    return person.press("Begin with this outline")


def write_section(person, heading, text):
    """Type a text into a section; it is saved by itself as soon as one goes on."""
    section = _section(person, heading)
    section.get_by_label(person.word("Text"), exact=True).fill(text)
    person.page.keyboard.press("Tab")
    saved = person.word("saved at %(time)s", time="")
    expect(section.locator("[data-status]")).to_contain_text(saved, timeout=10_000)


def leave_out(person, heading):
    person.press(f"{person.word('Leave out')} {heading}", within=_section(person, heading))


def issue(person, fields, picture=""):
    """Fill in the form of issuing; return the number and symbol of the paper."""
    person.follow("Issue the report").write(fields)
    if picture:
        take(person, picture)
    number, symbol = (
        person.field(label).input_value() for label in ("Number of the paper", "Symbol")
    )
    full_number = f"{int(number):02d}/{symbol}"
    person.press("Issue").sees("%(number)s is issued.", number=full_number)
    return full_number


def is_refused(person, fields, unwritten, which="Year-end report"):
    """The report is not issued while a section is empty: it is named, and one goes back."""
    person.follow("Issue the report").write(fields).press("Issue")
    person.sees(
        "Nothing is written yet in: %(headings)s. Write these sections, or leave them out.",
        headings=unwritten,
    )
    person.follow(which, within=person.crumbs()).follow("Write the report")


def issued_report(person, full_number):
    """Download the report from its page."""
    _name, content = person.download(f"{person.word('Download')} {full_number}")
    return content


def text_of(content):
    """The words of a PDF in one line: where lines break is a matter of other tests."""
    return " ".join(Measured(content).text().split())


def _section(person, heading):
    return person.page.locator("main section[id^=s]").filter(
        has=person.page.get_by_role("heading", name=re.compile(rf"^([IVX]+\. )?{heading}$"))
    )
