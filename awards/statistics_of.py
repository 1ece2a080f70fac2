"""The registry counted for the statistics of a province: one query, and one for the names."""

from dataclasses import dataclass

from django.db.models import Count, F
from django.utils.translation import gettext as _

from blocs.models import Bloc
from pledges.commending import Level

from .models import AwardKind, Method
from .statistics import Figures, Tally, figures, groups

DIMENSIONS = {
    "year": F("year"),
    "bloc": F("emulation_year__bloc"),
    "kind": F("kind__code"),
    "method": F("method"),
    "level": F("kind__level"),
    "recipient_class": F("recipient_class"),
    "sex": F("sex"),
}


@dataclass(frozen=True)
class Table:
    """A table of the page and of the workbook: `rows` are (label, Figures)."""

    by: str
    title: str
    rows: tuple


@dataclass(frozen=True)
class Statistics:
    total: Figures
    tables: tuple


def statistics_of(awards):
    """Return the `Statistics` of awards; those that were revoked are to be left out before."""
    tallies = [
        Tally(**{name.removeprefix("of_"): value for name, value in row.items()})
        for row in awards.order_by()
        .values(**{f"of_{name}": field for name, field in DIMENSIONS.items()})
        .annotate(of_number=Count("pk"))
    ]
    return Statistics(figures(tallies), tuple(_tables(tallies)))


def _tables(tallies):
    places = {}
    for code, name, recipient in _kinds():
        places.setdefault(code, (len(places), name, recipient))
    blocs = dict(Bloc.objects.order_by("sort_key").values_list("pk", "name"))
    order = {pk: place for place, pk in enumerate(blocs)}
    label = {
        "year": str,
        "level": lambda key: str(Level(key).label).capitalize(),
        "kind": lambda code: f"{places[code][1]} ({places[code][2]})",
        "method": lambda key: str(Method(key).label).capitalize(),
        "bloc": lambda pk: blocs.get(pk, _("Nominated by no bloc")),
    }
    orders = {
        "year": lambda year: -year,
        "level": list(Level.values).index,
        "kind": lambda code: places[code][0],
        "method": list(Method.values).index,
        "bloc": lambda pk: order.get(pk, len(order)),
    }
    for by, title in _titles().items():
        rows = groups(tallies, by, order=orders[by])
        yield Table(by, title, tuple((label[by](each.key), each.figures) for each in rows))


def _kinds():
    """Code, newest name, recipient in words; in the order of lists."""
    rows = AwardKind.objects.order_by("position", "-period")
    return [(row.code, row.name, row.get_recipient_display()) for row in rows]


def _titles():
    return {
        "year": _("By year"),
        "level": _("By level"),
        "kind": _("By kind of award"),
        "method": _("By method of commendation"),
        "bloc": _("By bloc"),
    }
