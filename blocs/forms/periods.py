"""A period as people write it: a first and a last day, both of them included."""

import datetime as dt

from django import forms
from django.db.backends.postgresql.psycopg_any import DateRange
from django.forms.forms import DeclarativeFieldsMetaclass
from django.utils.translation import gettext_lazy as _

from vietnamese.dates import last_day
from vietnamese.forms import DateField


def after(last_on):
    """The day after a last day: `until` of a period [from, until). None, no end, stays None."""
    return last_on + dt.timedelta(days=1) if last_on else None


def period_of(from_on, last_on):
    """The period [from_on, last_on + 1), open where a day is missing; None without any day."""
    if from_on is None and last_on is None:
        return None
    return DateRange(from_on, after(last_on))


def days_of(period):
    """The values of the two fields for a stored period, or for None."""
    if period is None:
        return {"from_on": None, "last_on": None}
    return {"from_on": period.lower, "last_on": period.upper and last_day(period.upper)}


class PeriodMixin(metaclass=DeclarativeFieldsMetaclass):
    """Fields `from_on` and `last_on`; put it before forms.Form or forms.ModelForm.

    A valid form has `cleaned_data["period"]`: a DateRange, or None where both days are empty
    (possible only with `needs_first_day = False`). In a ModelForm `period_field` names the range
    of the instance that the two fields show and set; it takes part in the unique constraints.
    """

    period_field = None
    needs_first_day = True

    from_on = DateField(label=_("From day"))
    last_on = DateField(
        label=_("To the end of day"),
        required=False,
        help_text=_("The last day is included. Leave it empty while no end is known."),
    )

    def __init__(self, *args, **kwargs):
        if self.period_field and (instance := kwargs.get("instance")):
            days = days_of(getattr(instance, self.period_field))
            kwargs["initial"] = {**days, **(kwargs.get("initial") or {})}
        super().__init__(*args, **kwargs)
        self.fields["from_on"].required = self.needs_first_day

    def clean(self):
        data = super().clean()
        data = self.cleaned_data if data is None else data
        from_on, last_on = data.get("from_on"), data.get("last_on")
        if from_on and last_on and last_on < from_on:
            message = _("The last day must not come before the first.")
            self.add_error("last_on", forms.ValidationError(message, code="order"))
        elif not self.errors.keys() & {"from_on", "last_on"}:
            data["period"] = period_of(from_on, last_on)
            if self.period_field:
                setattr(self.instance, self.period_field, data["period"])
        return data

    def _get_validation_exclusions(self):
        known = {self.period_field} if "period" in self.cleaned_data else set()
        return super()._get_validation_exclusions() - known

    def fix_last_day(self, help_text):
        """Show the last day without letting it be changed here, and say why."""
        self.fields["last_on"].disabled = True
        self.fields["last_on"].help_text = help_text
