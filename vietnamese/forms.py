"""Form fields for Vietnamese text, days and numbers."""

from decimal import Decimal

from django import forms
from django.utils.translation import gettext_lazy as _

from .dates import read_date
from .numbers import UnreadableNumber, read_decimal, write_decimal
from .text import nfc


class CharField(forms.CharField):
    """Text in composed letters, whatever keyboard, phone or PDF it is from (docs/field.md §8.3)."""

    def to_python(self, value):
        value = super().to_python(value)
        return nfc(value) if isinstance(value, str) else value

    def widget_attrs(self, widget):
        """Leave maxlength out: a browser counts decomposed letters and cuts them without a word."""
        attrs = super().widget_attrs(widget)
        attrs.pop("maxlength", None)
        return attrs


class DateField(forms.DateField):
    """A day written as in Vietnam, in either language: 05/06/2026 is 5 June."""

    widget = forms.DateInput(format="%d/%m/%Y", attrs={"autocomplete": "off"})
    default_error_messages = {
        "invalid": _("Write the day as day/month/year, for example 05/06/2026."),
    }

    def to_python(self, value):
        """Return a date or None; refuse what is no day in the calendar."""
        if not isinstance(value, str) or not value.strip():
            return super().to_python(value.strip() if isinstance(value, str) else value)
        try:
            return read_date(value)
        except ValueError:
            raise forms.ValidationError(self.error_messages["invalid"], code="invalid") from None


class DecimalField(forms.DecimalField):
    """A number with two decimals at most, in either language: 9,5 and 9.5 are the same."""

    widget = forms.TextInput(attrs={"inputmode": "decimal", "autocomplete": "off"})

    def to_python(self, value):
        """Return a Decimal or None; what can be read in two ways is refused, nothing is rounded."""
        if not isinstance(value, str) or not value.strip():
            return super().to_python(value.strip() if isinstance(value, str) else value)
        try:
            return read_decimal(value)
        except UnreadableNumber as error:
            raise forms.ValidationError(str(error), code=error.code) from None

    def prepare_value(self, value):
        return write_decimal(value, grouped=False) if isinstance(value, Decimal) else value
