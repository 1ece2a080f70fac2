"""Measure how long a whole province's scores take, and how that compares with one bloc's."""

import datetime as dt
import io
import tempfile
import time
from decimal import Decimal
from pathlib import Path

from django.core.management.base import BaseCommand
from django.db import transaction
from django.db.backends.postgresql.psycopg_any import DateRange
from django.test import override_settings
from django.utils import timezone
from openpyxl import load_workbook

from accounts.models import User
from blocs.models import Bloc, EmulationYear, Organisation, Post, Province, Seat
from files.gate import Accepted
from files.kinds import Kind
from scoring.books import book_of, province_identity
from scoring.models import CriteriaSet, Criterion
from scoring.province_sheets import read_sheets
from scoring.workbook.issue import FIRST, MEMBER, issue_many
from scoring.workflow import do_next_part, save_province_upload, start_province_upload

SECTIONS = 5
SINCE = dt.date(2010, 1, 1)


class Command(BaseCommand):
    """Everything is made, measured and undone in one transaction; no file stays either."""

    help = "Measures issuing, reading and saving the scores of a province; leaves nothing behind."

    def add_arguments(self, parser):
        """How large the province is."""
        parser.add_argument("--blocs", type=int, default=25)
        parser.add_argument("--members", type=int, default=12)
        parser.add_argument("--criteria", type=int, default=60, help="of a bloc, in five sections")

    def handle(self, *, blocs, members, criteria, **options):
        """Print the seconds of each step, for the province and for one bloc, and their ratio."""
        with tempfile.TemporaryDirectory() as folder, transaction.atomic():
            with override_settings(PRIVATE_ROOT=Path(folder) / "private"):
                one = self.measured("Một khối", 1, members, criteria)
                many = self.measured("Cả tỉnh", blocs, members, criteria)
            transaction.set_rollback(True)
        self.stdout.write(f"{'':12}{'one bloc':>12}{f'{blocs} blocs':>12}{'ratio':>8}")
        for step, seconds in one.items():
            ratio = many[step] / seconds if seconds else 0
            self.stdout.write(f"{step:12}{seconds:>11.2f}s{many[step]:>11.2f}s{ratio:>8.1f}")

    def measured(self, name, blocs, members, criteria):
        """Return {step: seconds}; the scores differ in every cell."""
        province = Province.objects.create(name=name, validity=DateRange(SINCE, None))
        person = User.objects.create(username=f"do-{blocs}", full_name="Cán bộ đo")
        Post.objects.create(
            user=person, kind="staff", province=province, period=DateRange(SINCE, None)
        )
        years = [_scored_year(province, n, members, criteria) for n in range(blocs)]
        how, seconds = {"by": person, "at": timezone.now()}, {}
        with _Timed(seconds, "issue"):
            identity = province_identity(province, 2026)
            content = issue_many([book_of(sheet) for sheet in read_sheets(years)], identity)
        content = _filled(content, members)
        file = Accepted("cả tỉnh.xlsx", Kind.EXCEL, content)
        with _Timed(seconds, "arrive"):
            upload = start_province_upload(province, 2026, accepted=file, reason="đo", **how)
        with _Timed(seconds, "read"):
            _work(upload)
        with _Timed(seconds, "save"):
            save_province_upload(upload, **how)
            _work(upload)
        states = set(upload.parts.values_list("state", flat=True))
        self.stdout.write(f"{name}: {len(content) // 1024} KB, {states}")
        return seconds


class _Timed:
    """Writes the seconds of its block into a dictionary."""

    def __init__(self, seconds, step):
        self.seconds, self.step = seconds, step

    def __enter__(self):
        self.begun = time.perf_counter()

    def __exit__(self, *error):
        self.seconds[self.step] = time.perf_counter() - self.begun


def _work(upload):
    while do_next_part(upload, at=timezone.now()):
        pass


def _scored_year(province, number, members, criteria):
    """A bloc with members and criteria in force, by rows: that is not what is measured."""
    name = f"{province.name}: khối thi đua số {number + 1}"
    bloc = Bloc.objects.create(
        name=name, province=province, slug=f"do-{province.pk}-{number}", is_sample=True
    )
    year = EmulationYear.objects.create(bloc=bloc, year=2026, name=name)
    for place in range(members):
        member = Organisation.objects.create(
            name=f"Sở {number + 1}.{place + 1}", province=province, kind="state_agency"
        )
        Seat.objects.create(emulation_year=year, bloc=bloc, organisation=member, position=place + 1)
    made = CriteriaSet.objects.create(emulation_year=year, title="Đo")
    each = criteria // SECTIONS
    for place in range(1, SECTIONS + 1):
        _section(made, place, each)
    return year


def _section(made, place, criteria):
    shared = {"criteria_set": made, "kind": "ordinary"}
    section = Criterion.objects.create(
        **shared, level=1, position=place, code=str(place), text=f"Phần {place}",
        maximum=Decimal(10 * criteria),
    )  # fmt: skip
    for line in range(1, criteria + 1):
        Criterion.objects.create(
            **shared, level=2, position=line, parent=section, code=f"{place}.{line}",
            text=f"Tiêu chí số {line}: kết quả thực hiện nhiệm vụ được giao trong năm",
            maximum=Decimal(10),
        )  # fmt: skip


def _filled(content, members):
    """Points in every cell that is scored, as somebody has typed them."""
    book = load_workbook(io.BytesIO(content))
    for sheet in book.worksheets[:-1]:
        for row in range(FIRST + 1, sheet.max_row):
            if "." in str(sheet.cell(row, 1).value):
                for column in range(MEMBER + 1, MEMBER + 1 + members):
                    sheet.cell(row, column).value = ((row * 7 + column) % 20) / 2
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()
