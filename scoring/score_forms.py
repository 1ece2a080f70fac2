"""The shape of what people enter about scores."""

import json

from django import forms
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _

from blocs.forms.notices import StandInMixin
from files.forms import FileField
from files.kinds import BUNDLES, TABLES
from vietnamese.forms import CharField
from vietnamese.numbers import UnreadableNumber, read_decimal

PREFIX = "d-"
LONGEST = 30


class WorkbookForm(StandInMixin, forms.Form):
    workbook = FileField(label=_("Filled-in score workbook"), kinds=TABLES)

    field_order = ["workbook", "reason"]


class BundleForm(StandInMixin, forms.Form):
    bundle = FileField(
        label=_("Workbook of the province, or a ZIP of the blocs' workbooks"), kinds=BUNDLES
    )

    field_order = ["bundle", "reason"]


class ActForm(StandInMixin, forms.Form):
    """Nothing but the reason of staff who stand in for a chair."""


class ReopenForm(forms.Form):
    why = CharField(label=_("Why are the scores opened again?"), max_length=300)


class CellsForm(StandInMixin, forms.Form):
    """Cells typed into the table: cleans to `cells` as `save_scores` takes them, and `why`.

    The field `was` says in JSON what the page showed, so that only what the person changed is
    saved; a field of the table is called by its key, d-<seat>-<criterion>.
    """

    why = CharField(label=_("Remark kept with these scores"), max_length=300, required=False)
    was = forms.CharField(widget=forms.HiddenInput, required=False, max_length=200_000)

    def clean(self):
        data = super().clean()
        shown = _read_shown(data.pop("was", ""))
        cells, problems = {}, {}
        for name in self.data:
            if not name.startswith(PREFIX):
                continue
            key, text = name.removeprefix(PREFIX), self.data[name]
            if text.strip() == shown.get(key, ""):
                continue
            try:
                cells[_place(key)] = _points(shown.get(key, "")), _points(text)
            except ValueError as error:
                problems[key] = str(error)
        if problems:
            self.wrong = set(problems)
            raise forms.ValidationError(list(problems.values()))
        data["cells"] = cells
        return data

    wrong = frozenset()


def _read_shown(text):
    try:
        shown = json.loads(text or "{}")
    except ValueError:
        shown = None
    if not isinstance(shown, dict) or not all(isinstance(v, str) for v in shown.values()):
        raise forms.ValidationError(_now("The page was sent incompletely. Load it again."))
    return shown


def _place(key):
    seat, _dash, criterion = key.partition("-")
    if not (seat.isascii() and seat.isdigit() and criterion.isascii() and criterion.isdigit()):
        raise ValueError(_now("The page was sent incompletely. Load it again."))
    if len(key) > LONGEST:
        raise ValueError(_now("The page was sent incompletely. Load it again."))
    return int(seat), int(criterion)


def _points(text):
    if not text.strip():
        return None
    if len(text) > LONGEST:
        raise UnreadableNumber("invalid", _now("This is not a number of points."))
    return read_decimal(text)
