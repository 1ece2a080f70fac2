"""Builders: one row each, with what a test does not care about filled in."""

from django.db.backends.postgresql.psycopg_any import DateRange

from pledges.models import (
    CommendationCount,
    CommendationReport,
    Exemplar,
    Movement,
    MovementResult,
    ResultFigure,
)


def movement(year, name="Phong trào “Dân vận khéo”", **fields):
    return Movement.objects.create(emulation_year=year, bloc_id=year.bloc_id, name=name, **fields)


def result(movement, seat, text="Đã làm", **fields):
    fields = {"emulation_year_id": movement.emulation_year_id, **fields}
    return MovementResult.objects.create(movement=movement, seat=seat, text=text, **fields)


def figure(result, name="Nhà đại đoàn kết", value=12, unit="nhà", **fields):
    fields = {"emulation_year_id": result.emulation_year_id, **fields}
    return ResultFigure.objects.create(result=result, name=name, value=value, unit=unit, **fields)


def exemplar(seat, name="Mô hình “Con đường hoa”", **fields):
    fields = {"emulation_year_id": seat.emulation_year_id, **fields}
    return Exemplar.objects.create(seat=seat, name=name, **fields)


def report(seat, span="year", **fields):
    fields = {"emulation_year_id": seat.emulation_year_id, **fields}
    return CommendationReport.objects.create(seat=seat, span=span, **fields)


def count(report, number=1, **fields):
    cell = {"direction": "given", "level": "province", "recipients": "direct", **fields}
    cell = {"emulation_year_id": report.emulation_year_id, **cell}
    return CommendationCount.objects.create(report=report, number=number, **cell)


def days(since, until):
    return DateRange(since, until)
