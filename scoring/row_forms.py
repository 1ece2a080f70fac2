"""The shape of a sheet that is filled in row by row: a figure, its target, a reason."""

import json

from django import forms
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _

from blocs.forms.notices import StandInMixin
from files.forms import MultipleFileField
from vietnamese.forms import CharField
from vietnamese.numbers import read_decimal, write_decimal
from vietnamese.text import nfc

from .entries import EMPTY, Entry

LONGEST, LONGEST_REASON, MOST = 30, 300, 10**13
PARTS = "vtnr"  # value, target, not applicable, reason


class RowsForm(StandInMixin, forms.Form):
    """Rows of a sheet: cleans to `rows` {pk of a criterion: (shown Entry, new Entry)}.

    Fields are called by part and criterion: v-12, t-12, n-12, r-12. `was` says in JSON what the
    page showed, so that only what the person changed is saved. `typed` and `wrong` are for the page
    that shows them again.
    """

    was = forms.CharField(widget=forms.HiddenInput, required=False, max_length=400_000)

    wrong = frozenset()

    def __init__(self, *args, pks, **kwargs):
        super().__init__(*args, **kwargs)
        self.pks = pks

    @property
    def typed(self):
        """{pk: [value, target, not applicable, reason]} as it was sent, of rows that were sent."""
        return {pk: self._row(pk) for pk in self.pks if f"v-{pk}" in self.data or self._ticked(pk)}

    def clean(self):
        data = super().clean()
        shown, rows, problems = _read_shown(data.pop("was", "")), {}, {}
        for pk, row in self.typed.items():
            old = shown.get(str(pk), ["", "", "", ""])
            if row == old:
                continue
            try:
                rows[pk] = entry(old), entry(row)
            except ValueError as error:
                problems[pk] = str(error)
        if problems:
            self.wrong = frozenset(problems)
            raise forms.ValidationError(list(problems.values()))
        data["rows"] = rows
        return data

    def _row(self, pk):
        return [nfc(self.data.get(f"{part}-{pk}", "")).strip() for part in PARTS]

    def _ticked(self, pk):
        return f"n-{pk}" in self.data


class WhyForm(StandInMixin, forms.Form):
    """Why a sheet is sent back."""

    why = CharField(
        label=_("What has to be explained or corrected?"),
        max_length=LONGEST_REASON,
        widget=forms.Textarea({"rows": 3}),
    )

    field_order = ["why", "reason"]


class StatementForm(StandInMixin, forms.Form):
    """What one side says of a criterion."""

    text = CharField(label=_("Explanation"), max_length=3000, widget=forms.Textarea({"rows": 5}))

    field_order = ["text", "reason"]


class RefuseFileForm(StandInMixin, forms.Form):
    refuse_reason = CharField(label=_("Why is the file refused?"), max_length=LONGEST_REASON)

    field_order = ["refuse_reason", "reason"]


class EvidenceForm(forms.Form):
    """Files for one criterion: new ones, or those that already support the covenant's progress."""

    uploads = MultipleFileField(label=_("Files"), required=False)
    progress_files = forms.ModelMultipleChoiceField(
        None,
        label=_("Files of your reports on the covenant"),
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )

    def __init__(self, *args, progress_files, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["progress_files"].queryset = progress_files

    def clean(self):
        data = super().clean()
        if not data.get("uploads") and not data.get("progress_files") and not self.errors:
            raise forms.ValidationError(_now("Choose a file."))
        data["progress_files"] = list(data.get("progress_files") or [])
        return data


def shown_row(entry):
    """An Entry as its row of fields shows it."""
    return [_text(entry.value), _text(entry.target), "" if entry.applies else "on", entry.reason]


def entry(row):
    """Return the Entry of a row of texts. Raises ValueError with a sentence."""
    value, target, not_applicable, reason = row
    if len(reason) > LONGEST_REASON:
        raise ValueError(_now("A reason has 300 characters at most."))
    if not_applicable:
        return Entry(applies=False, reason=reason)
    value, target = _number(value), _number(target)
    return EMPTY if value is None else Entry(value, target, True, reason)


def _text(number):
    return "" if number is None else write_decimal(number, grouped=False)


def _number(text):
    if not text:
        return None
    number = read_decimal(text) if len(text) <= LONGEST else None
    if number is None or abs(number) >= MOST:
        raise ValueError(_now("This number is too long."))
    return number


def _read_shown(text):
    try:
        shown = json.loads(text or "{}")
    except ValueError:
        shown = None
    good = isinstance(shown, dict) and all(
        isinstance(row, list) and len(row) == len(PARTS) and all(isinstance(t, str) for t in row)
        for row in shown.values()
    )
    if not good:
        raise forms.ValidationError(_now("The page was sent incompletely. Load it again."))
    return shown
