"""Forms of progress: a report on one commitment, and the withdrawal of a file."""

from django import forms
from django.utils.html import escape
from django.utils.translation import gettext_lazy as _

from blocs.forms.notices import StandInMixin
from files.forms import MultipleFileField
from vietnamese.forms import CharField, DateField, DecimalField
from vietnamese.numbers import show_decimal

from ..progressing import STATUSES
from .entering import EntryForm


class ProgressForm(EntryForm):
    """How far a member has come with a commitment; cleaned to what `save_progress` takes."""

    status = forms.ChoiceField(label=_("How far has it come?"))
    note = CharField(
        label=_("Note"),
        required=False,
        widget=forms.Textarea({"rows": 4}),
        help_text=_("What was done; where it lags, why and what comes next."),
    )
    uploads = MultipleFileField(
        label=_("Supporting files"),
        required=False,
        help_text=_("PDF, pictures, Word or Excel. They are added to those already here."),
    )
    reported_on = DateField(
        label=_("Reported on"), required=False, help_text=_("Leave it empty where it is not known.")
    )

    field_order = ["status"]

    def __init__(self, *args, span, cell, writing, **kwargs):
        """`cell` says what is planned and what was reported so far (`pledges.progress_figures`)."""
        super().__init__(*args, writing=writing, **kwargs)
        if not writing.is_history:
            del self.fields["reported_on"]
        else:
            self.fields["reported_on"].initial = cell.reported_on
        self.fields["status"].choices = [
            ("", _("Choose")),
            *((each.value, each.label.capitalize()) for each in STATUSES[span]),
        ]
        self.fields["status"].initial = cell.status
        self.fields["note"].initial = cell.note
        self.planned = [line for line in cell.figures if line.target]
        for line in self.planned:
            self.fields[f"figure_{line.target}"] = _figure(line)
        names = ["status", *(f"figure_{line.target}" for line in self.planned), "note"]
        self.order_fields([*names, "uploads", "reported_on", "source", "inferred", "reason"])

    def clean(self):
        data = super().clean()
        values = {line.target: data.pop(f"figure_{line.target}", None) for line in self.planned}
        data["figures"] = {pk: value for pk, value in values.items() if value is not None}
        return data


class WithdrawFileForm(StandInMixin, forms.Form):
    withdraw_reason = CharField(label=_("Why is the file withdrawn?"), max_length=300)

    field_order = ["withdraw_reason", "reason"]


def _figure(line):
    # A help text is markup to the form, and the unit is typed by people.
    plan = {"planned": show_decimal(line.planned), "unit": escape(line.unit)}
    way = (
        _("Plan: at most %(planned)s %(unit)s.")
        if line.lower_is_better
        else _("Plan: %(planned)s %(unit)s.")
    )
    return DecimalField(
        label=_("Reached: %(name)s (%(unit)s)") % {"name": line.name, "unit": line.unit},
        help_text=way % plan,
        required=False,
        min_value=0,
        max_digits=15,
        decimal_places=2,
        initial=line.actual,
    )
