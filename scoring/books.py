"""From the rows of a year to the workbook that is issued for it."""

from vietnamese.text import slug

from .models import Stage
from .workbook.layout import PROGRAM, Book, Member


def book_of(sheet, stage=Stage.AGREED):
    """Return the `Book` of a `Sheet`: members in protocol order, with all their names."""
    year = sheet.year
    return Book(
        slug=year.bloc.slug,
        bloc=year.name,
        year=year.year,
        stage=str(stage),
        version=sheet.version,
        sections=sheet.sections,
        members=tuple(_member(seat) for seat in sheet.members),
        points=sheet.points,
        is_sample=sheet.is_sample,
    )


def file_name(year):
    return f"bang-diem-{slug(year.bloc.slug)}-{year.year}.xlsx"


def province_file_name(province, year):
    return f"bang-diem-{slug(province.name)}-{year}.xlsx"


def province_identity(province, year):
    """What the hidden sheet of a province's workbook says; each sheet says its own in itself."""
    return {"program": PROGRAM, "province": str(province.pk), "year": str(year)}


def _member(seat):
    organisation = seat.organisation
    return Member(seat.pk, organisation.name, (organisation.short_name, *seat.aliases))
