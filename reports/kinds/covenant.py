"""Bản giao ước thi đua: the covenant of a bloc for a year (docs/field.md §6.3)."""

from dataclasses import dataclass

from django.utils import timezone

from pledges.board import board
from pledges.showing import lines, names_of
from pledges.wording import FORMAT, sha256
from vietnamese.dates import clerical_date, date_in_words, local_day, short_time
from vietnamese.numbers import write_decimal

from ..numbering import BLANK, day_in_words
from ..papers import Entry, PaperKind, Sheet

TEMPLATE = "reports/covenant.html"
IN_A_ROW = 3


@dataclass(frozen=True)
class Target:
    member: str
    name: str
    unit: str
    planned: str


@dataclass(frozen=True)
class Commitment:
    """A numbered commitment: `owner` is empty where all share it; `text` keeps its lines."""

    number: int
    owner: str
    text: str
    targets: tuple[Target, ...]


@dataclass(frozen=True)
class Party:
    """A member in the list and in the grid of signatures.

    Without a person dots stand there, for a hand to fill in. `confirmed` says who confirmed it in
    the system and when; `note` whether the signature was given under an earlier version.
    """

    number: int
    organisation: str
    full_name: str = ""
    position: str = ""
    confirmed: tuple[str, ...] = ()
    note: str = ""


@dataclass(frozen=True)
class Covenant:
    """What the paper says. `foot` stands at the foot of each page: version and fingerprint."""

    title: str
    bloc: str
    amended: str
    bases: tuple[str, ...]
    day: str
    place: str
    parties: tuple[Party, ...]
    theme: str
    commitments: tuple[Commitment, ...]
    reservations: tuple[str, ...]
    closing_terms: tuple[str, ...]
    copies: str
    rows: tuple[tuple[Party, ...], ...]
    witness: tuple[str, ...]
    foot: str


def sheet(versions, version, *, entry=None, on=None):
    """Put a version of a covenant on a sheet of the bloc's own: no number, no issuer.

    `versions` are all of the covenant, for the signatures that carry over; `on` is the day on
    which the members sit. One query.
    """
    row = version.row
    year = row.covenant.emulation_year
    entry = entry or proposed_entry(version)
    return Sheet(
        kind=PaperKind.COVENANT,
        template=TEMPLATE,
        title=title_of(version),
        organisation="",
        bloc=year.name,
        entry=entry,
        contents=_contents(
            versions, version, year, on or timezone.localdate(), dated=row.dated or entry.dated
        ),
        is_sample=year.bloc.is_sample,
    )


def title_of(version):
    """The title of the PDF and of its file, with the version."""
    year = version.row.covenant.emulation_year
    return f"{version.row.title} - {year.name} - bản {version.number}"[:500]


def proposed_entry(version):
    """Return what a draft carries: the day and place of signing, as far as they are known."""
    return Entry(symbol="", dated=version.row.dated, place=version.row.place)


def fingerprint(version):
    """The fingerprint of the whole text, with the names of the members."""
    return sha256(version.text, names=names_of(version))


def expired_bases(version, day):
    """The cited legal bases that are not in force on the day of the paper."""
    cited = version.row.cited.select_related("basis")
    return [each.basis for each in cited if not each.basis.is_in_force_on(day)]


def _contents(versions, version, year, on, *, dated):
    row = version.row
    parties = _parties(versions, version, on)
    amended = f"(Sửa đổi, bổ sung lần {version.number - 1})" if version.number > 1 else ""
    return Covenant(
        title=row.title,
        bloc=year.name,
        amended=amended,
        bases=tuple(each.basis.citation for each in row.cited.select_related("basis")),
        day=day_in_words(dated),
        place=row.place or BLANK,
        parties=tuple(party for party, _reserved in parties),
        theme=row.theme,
        commitments=tuple(_commitment(line) for line in lines(version)),
        reservations=tuple(
            f"{party.organisation} - nội dung {each.number}: {each.reason}"
            for party, reserved in parties
            for each in reserved
        ),
        closing_terms=tuple(line for line in row.closing_terms.splitlines() if line.strip()),
        copies=BLANK if row.covenant.is_history else f"{row.copies:02d}",
        rows=_in_rows([party for party, _reserved in parties]),
        witness=tuple(line.strip() for line in row.witness.splitlines() if line.strip()),
        foot=f"Bản {version.number} · {FORMAT} · SHA-256 {fingerprint(version)}",
    )


def _parties(versions, version, on):
    """Each member with its reservations; of a draft nobody has signed."""
    return [
        (_party(number, place), place.reserved)
        for number, place in enumerate(board(versions, version, on=on), start=1)
    ]


def _party(number, place):
    signed = place.signed
    if signed is None:
        return Party(number, place.member.name)
    note = f"Đã ký bản {place.version}, không bị ảnh hưởng" if place.carries_over else ""
    confirmed = ()
    if signed.is_confirmed:
        moment = f"{short_time(signed.at)} ngày {clerical_date(local_day(signed.at))}"
        confirmed = ("Đã xác nhận trên hệ thống", moment, f"SHA-256 {signed.sha256[:16]}…")
    elif signed.full_name == "":
        note = note or f"Đã ký trên giấy, {date_in_words(signed.signed_on)}"
    return Party(number, place.member.name, signed.full_name, signed.position, confirmed, note)


def _commitment(line):
    return Commitment(
        number=line.pledge.number,
        owner=line.owner,
        text=line.pledge.text,
        targets=tuple(
            Target(
                name,
                f"{target.name} (không quá)" if target.lower_is_better else target.name,
                target.unit,
                BLANK if target.figure is None else write_decimal(target.figure),
            )
            for name, target in line.targets
        ),
    )


def _in_rows(parties):
    """Two or three signatures a row: three leave less paper, two stand wider for few members."""
    width = 2 if len(parties) in (2, 4) else IN_A_ROW
    return tuple(tuple(parties[i : i + width]) for i in range(0, len(parties), width))
