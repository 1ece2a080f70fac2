"""Bộ hồ sơ: everything that goes with a submission, as one ZIP that is made while it is sent.

A constant number of queries, however many nominees. What nobody has written or issued is named in
the index as missing; nothing is invented. The same data make the same bytes (docs/field.md §5.3).
"""

import datetime as dt
import hashlib
import zipfile
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import Exists, OuterRef, Q
from django.db.models.functions import JSONObject

from awards.models import NominationFile
from blocs.models import Conference, ConferencePurpose, Purpose
from files.models import StoredFile
from scoring.standing_table import announced_table
from scoring.workbook.standing import write_standing
from vietnamese.dates import clerical_date, local_day
from vietnamese.text import slug

from .kinds.dossier_papers import IndexLine, achievements_sheet, index_sheet, member_sheets
from .models import Paper
from .papers import PaperKind
from .pdf import render_pdf

INDEX, SUMS = "00-Muc-luc.pdf", "SHA256SUMS.txt"
# A moment of the zip's own beginning: when something was packed is no part of it.
MOMENT = (1980, 1, 1, 0, 0, 0)
CHUNK = 256 * 1024


@dataclass(frozen=True)
class Item:
    """One thing of the dossier. `read` returns its bytes, or is None where it is missing."""

    title: str
    name: str
    read: Callable | None = None
    note: str = ""


def papers_of(year):
    """The issued papers that belong to a dossier, with file: those in force and replaced ones.

    Minutes of conferences that served the appraisal or the year-end review of the year are among
    them. One query.
    """
    purposes = ConferencePurpose.objects.filter(
        conference=OuterRef("pk"),
        purpose__in=(Purpose.APPRAISAL, Purpose.YEAR_END_REVIEW),
        emulation_year=year,
    )
    meetings = Conference.objects.valid().filter(Exists(purposes))
    kinds = [
        PaperKind.SUBMISSION, PaperKind.COUNTING_MINUTES, PaperKind.COVENANT, PaperKind.YEAR_END,
    ]  # fmt: skip
    papers = Paper.objects.filter(
        Q(emulation_year=year, kind__in=kinds) | Q(conference__in=meetings)
    )
    return list(papers.for_page())


def in_force(papers, kind):
    return [each for each in papers if each.kind == kind and each.replacement is None]


def items(case, nominations, papers):
    """The things of the dossier in their order; the nominations come from `with_files`."""
    return [
        *_submission(case, papers),
        *_minutes(nominations, papers),
        *_scores(case),
        *_other_papers(papers),
        *_reports(nominations),
        *_files(nominations),
    ]


def with_files(nominations):
    """Bring the files that were not withdrawn with the nominations, in the same query."""
    rows = NominationFile.objects.filter(nomination=OuterRef("pk"), withdrawn_why="")
    row = JSONObject(title="title", name="file__name", key="file__key")
    return nominations.annotate(file_rows=ArraySubquery(rows.order_by("pk").values(row=row)))


def titles(found):
    """What is attached to a submission: all that is there but itself."""
    return [each.title for each in found if each.read and not each.name.startswith("01-")]


def lines_of(found):
    """The lines of the index, in the order of the dossier."""
    return [
        IndexLine(number, each.title, each.name if each.read else "", each.note)
        for number, each in enumerate(found, start=1)
    ]


def stream(case, found):
    """Yield the bytes of the ZIP: index, things, checksums. Only one thing is held at a time."""
    pipe, sums = _Pipe(), []
    with zipfile.ZipFile(pipe, "w", zipfile.ZIP_DEFLATED) as archive:
        index = index_sheet(case.year, lines_of(found))
        there = [Item("", INDEX, partial(_render, index)), *(each for each in found if each.read)]
        for each in there:
            content = each.read()
            sums.append(f"{hashlib.sha256(content).hexdigest()}  {each.name}\n")
            _write(archive, each.name, content)
            yield from pipe.taken()
        _write(archive, SUMS, "".join(sums).encode())
    yield from pipe.taken()


class _Pipe:
    """Where the archive writes to, forward only; what was written is taken out in pieces."""

    def __init__(self):
        self.waiting = bytearray()

    def write(self, data):
        self.waiting += data
        return len(data)

    def flush(self):
        """Nothing is held back."""

    def taken(self):
        content, self.waiting = bytes(self.waiting), bytearray()
        for start in range(0, len(content), CHUNK):
            yield content[start : start + CHUNK]


def _write(archive, name, content):
    entry = zipfile.ZipInfo(name, MOMENT)
    entry.compress_type = zipfile.ZIP_DEFLATED
    entry.external_attr = 0o644 << 16
    archive.writestr(entry, content)


def _submission(case, papers):
    current = case.submission
    found = [each for each in papers if current and each.submission_id == current.pk]
    yield _of_paper("Tờ trình", "01-To-trinh.pdf", found[0] if found else None)


def _minutes(nominations, papers):
    meetings = in_force(papers, PaperKind.CONFERENCE_MINUTES)
    yield from _numbered("Biên bản họp bình xét", "02-Bien-ban-hop", meetings)
    used = {each.ballot_id for each in nominations if each.ballot_id}
    minutes = {p.ballot_id: p for p in in_force(papers, PaperKind.COUNTING_MINUTES)}
    counted = [minutes.get(pk) for pk in sorted(used)]
    yield from _numbered("Biên bản kiểm phiếu", "03-Bien-ban-kiem-phieu", counted)


def _scores(case):
    sums, sheets = "Bảng tổng hợp điểm", "Bảng chấm điểm của từng đơn vị"
    if case.announced is None:
        yield Item(sums, "", note="chưa công bố kết quả xếp hạng")
        yield Item(sheets, "", note="chưa công bố kết quả xếp hạng")
        return
    table = announced_table(case.year, case.announced.standing)
    moment = dt.datetime.combine(case.announced.on, dt.time())
    yield Item(sums, "04-Bang-tong-hop-diem.xlsx", partial(write_standing, table, created=moment))
    paper = member_sheets(case.year, case.announced)
    yield Item(sheets, "05-Bang-cham-diem-tung-don-vi.pdf", partial(_render, paper))


def _other_papers(papers):
    covenants = in_force(papers, PaperKind.COVENANT)
    reports = in_force(papers, PaperKind.YEAR_END)
    last = covenants[-1] if covenants else None  # the newest version that was issued
    yield _of_paper("Bản giao ước thi đua", "06-Giao-uoc-thi-dua.pdf", last)
    report = reports[0] if reports else None
    yield _of_paper("Báo cáo tổng kết năm", "07-Bao-cao-tong-ket.pdf", report)


def _reports(nominations):
    for number, each in enumerate(nominations, start=1):
        title = f"Báo cáo thành tích của {each.member_name} ({each.kind.name})"
        if getattr(each, "report", None) is None:
            yield Item(title, "", note="chưa có báo cáo")
            continue
        day = clerical_date(local_day(each.report.at))
        name = f"08-Bao-cao-thanh-tich/{number:02d}-{_short(each)}.pdf"
        sheet = achievements_sheet(each)
        yield Item(title, name, partial(_render, sheet), f"lập ngày {day}")


def _files(nominations):
    for number, each in enumerate(nominations, start=1):
        for place, row in enumerate(each.file_rows, start=1):
            stem, _dot, extension = row["name"].rpartition(".")
            name = f"{place:02d}-{slug(stem)[:60] or 'tep'}.{slug(extension) or 'bin'}"
            folder = f"09-Tai-lieu-kem-theo/{number:02d}-{_short(each)}"
            title = f"{row['title']} ({each.member_name})"
            path = StoredFile(key=row["key"]).path
            yield Item(title, f"{folder}/{name}", path.read_bytes)


def _short(nomination):
    return f"{slug(nomination.member_name)[:50].strip('-')}-{slug(nomination.kind.code)}"


def _of_paper(title, name, paper):
    if paper is None:
        return Item(title, "", note="chưa ban hành")
    number = f"số {paper.full_number}, " if paper.full_number else ""
    note = f"{number}ngày {clerical_date(paper.dated)}"
    return Item(title, name, paper.file.path.read_bytes, note)


def _numbered(title, name, papers):
    """One, or several under numbers; none is missing, and so is each that is not issued."""
    if not papers:
        yield Item(title, "", note="chưa ban hành")
    for number, paper in enumerate(papers, start=1):
        suffix = f"-{number}" if len(papers) > 1 else ""
        yield _of_paper(title, f"{name}{suffix}.pdf", paper)


def _render(sheet):
    return render_pdf(sheet.template, {"sheet": sheet})
