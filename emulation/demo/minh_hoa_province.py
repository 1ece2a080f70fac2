"""The province's workbook as its staff filled it in: read, and waiting to be saved. All invented.

The members of which the third section is not scored yet have it in the file, so that the page
shows what would change, and whoever tries it may save it, or leave it and upload another.
"""

from dataclasses import replace
from decimal import Decimal

from django.core.files.uploadedfile import SimpleUploadedFile

from files.gate import accept
from files.kinds import BUNDLES
from scoring.books import book_of, province_file_name, province_identity
from scoring.sheet import read_sheet
from scoring.workbook.issue import issue_many
from scoring.workflow import do_next_part, start_province_upload

REASON = "Nhập điểm các khối theo biên bản họp bình xét (minh họa)"
SECTION = "III."
SHARE = Decimal("0.9")  # of the maximum


def load_province_upload(year, *, by, at):
    """Upload the workbook of the year's province by its staff, and have every bloc of it read."""
    province = year.bloc.province
    content = issue_many([_filled_in(year)], province_identity(province, year.year))
    file = SimpleUploadedFile(province_file_name(province, year.year), content)
    how = {"accepted": accept(file, kinds=BUNDLES), "by": by, "at": at, "reason": REASON}
    upload = start_province_upload(province, year.year, **how)
    while do_next_part(upload, at=at):
        pass
    return upload


def _filled_in(year):
    """The bloc's sheet with points where the third section has none."""
    sheet = read_sheet(year)
    missing = {
        (seat.pk, node.pk): node.maximum * SHARE
        for seat in sheet.members
        for node in sheet.leaves
        if node.code.startswith(SECTION) and (seat.pk, node.pk) not in sheet.points
    }
    return replace(book_of(sheet), points={**sheet.points, **missing})
