"""A province with blocs to score: sheets of its workbook filled in, files of it uploaded."""

import io

from openpyxl import load_workbook

from blocs.tests import make as blocs
from files.gate import accept
from files.kinds import BUNDLES
from files.tests.make import archive, upload
from scoring.books import book_of, province_identity
from scoring.models import ProvinceUpload
from scoring.province_sheets import read_sheets
from scoring.tests import make
from scoring.tests.scene import NOW
from scoring.workbook.issue import issue, issue_many
from scoring.workflow import do_next_part, start_province_upload

REASON = "thay khối trưởng, nhập cả tỉnh"


def scored(cast):
    """Both blocs of the cast have criteria in force; the second has one member and no chair."""
    years = [cast.year, cast.other_bloc.years.get()]
    for year in years:
        make.small_set(year)
    return years


def more_blocs(cast, number):
    """Further blocs of the province with a member and criteria each."""
    years = []
    for place in range(number):
        bloc = blocs.bloc(f"Cụm thi đua số {place + 1}", cast.province)
        years.append(blocs.year(bloc, cast.today.year))
        blocs.seat(years[-1], blocs.organisation(f"Sở {place + 1}", cast.province))
        make.small_set(years[-1])
    return years


def province_workbook(province, years, cells=None):
    """The workbook of these years; `cells` is {year: {address: value}}."""
    identity = province_identity(province, years[0].year)
    content = issue_many([book_of(sheet) for sheet in read_sheets(years)], identity)
    book = load_workbook(io.BytesIO(content))
    for sheet, year in zip(book.worksheets, years, strict=False):
        for address, value in (cells or {}).get(year, {}).items():
            sheet[address] = value
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def bundle(years, cells=None, more=None):
    """A ZIP of the workbooks of these years, and of what else should lie in it."""
    files = dict(more or {})
    for sheet in read_sheets(years):
        book = load_workbook(io.BytesIO(issue(book_of(sheet))))
        for address, value in (cells or {}).get(sheet.year, {}).items():
            book.worksheets[0][address] = value
        out = io.BytesIO()
        book.save(out)
        files[f"các khối/{sheet.year.bloc.slug}.xlsx"] = out.getvalue()
    return archive(files)


def accepted(content, name="cả tỉnh.xlsx"):
    return accept(upload(name, content), kinds=BUNDLES)


def started(cast, content, name="cả tỉnh.xlsx", at=NOW):
    file = accepted(content, name)
    how = {"by": cast.staff, "at": at, "reason": REASON}
    return start_province_upload(cast.province, cast.year.year, accepted=file, **how)


def worked(upload, at=NOW):
    """Do all that waits; return the number of steps."""
    count = 0
    while do_next_part(upload, at=at):
        count += 1
    return count


def states(upload):
    return [part.state for part in upload.parts.all()]


def kept(cast, bloc_upload, text):
    """An upload that was read, as rows: one bloc waits to be saved, the other was left."""
    upload = ProvinceUpload.objects.create(
        province=cast.province,
        year=cast.year.year,
        file=bloc_upload.file,
        reason=text,
        unused=[[text, text]],
        by=cast.staff,
        at=NOW,
    )
    upload.parts.create(
        emulation_year=cast.year, position=1, piece=text, state="read", upload=bloc_upload,
        writes=1, removals=1,
    )  # fmt: skip
    upload.parts.create(
        emulation_year=cast.other_bloc.years.get(), position=2, piece=text, state="refused",
        sentence=text, problems=[["", text]],
    )  # fmt: skip
    return upload
