"""Movements with their results, models and exemplars, as a report prints them. Pure."""

from dataclasses import dataclass

from pledges.models import ExemplarKind, MovementKind
from vietnamese.dates import clerical_date, last_day
from vietnamese.numbers import write_decimal

KINDS = {
    MovementKind.MOVEMENT: "Phong trào thi đua",
    MovementKind.CAMPAIGN: "Cuộc vận động",
    MovementKind.DRIVE: "Đợt thi đua",
}
EXEMPLARS = {
    ExemplarKind.MODEL: "Mô hình",
    ExemplarKind.COLLECTIVE: "Tập thể điển hình",
    ExemplarKind.PERSON: "Cá nhân điển hình",
}


@dataclass(frozen=True)
class Movement:
    """A movement: its name, what is known of it in a sentence, results, and who told nothing."""

    name: str
    about: str
    results: tuple[str, ...]
    missing: str


@dataclass(frozen=True)
class Exemplar:
    number: int
    kind: str
    name: str
    member: str
    description: str


def movements(moved, year, report):
    """Return the movements that had begun in the months of the report, or have no days."""
    return tuple(
        Movement(each.name, _about(each), tuple(map(_result, each.results)), _names(each))
        for each in moved.movements
        if each.since is None or report.covers(each.since, year.year)
    )


def exemplars(moved):
    return tuple(
        Exemplar(
            number,
            EXEMPLARS[each.kind],
            f"{each.name}, {each.position}" if each.position else each.name,
            each.member,
            " ".join(each.description.split()),
        )
        for number, each in enumerate(moved.exemplars, start=1)
    )


def _about(movement):
    """Phong trào thi đua; UBND tỉnh phát động; từ ngày …; hưởng ứng …."""
    said = (
        KINDS[movement.kind],
        movement.launched_by and f"{movement.launched_by} phát động",
        movement.occasion,
        _period(movement),
        movement.answers and f"hưởng ứng {movement.answers}",
    )
    return "; ".join(each for each in said if each)


def _period(movement):
    if movement.since is None:
        return movement.period_stated and f"thời gian: {movement.period_stated}"
    until = f" đến hết ngày {clerical_date(last_day(movement.until))}" if movement.until else ""
    return f"từ ngày {clerical_date(movement.since)}{until}"


def _result(result):
    figures = [
        f"{each.name}: {write_decimal(each.value)} {each.unit}".strip() for each in result.figures
    ]
    text = " ".join(result.text.split())
    ended = text if not text or not figures or text.endswith((".", ";")) else f"{text};"
    told = " ".join(each for each in (ended, "; ".join(figures)) if each)
    return f"{result.member}: {told}{'' if told.endswith(('.', ';')) else '.'}"


def _names(movement):
    return ", ".join(movement.missing)
