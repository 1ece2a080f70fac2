"""Form fields for names and passwords."""

from django import forms
from django.utils.translation import gettext_lazy as _

from vietnamese.forms import CharField
from vietnamese.text import nfc

from .models import fold


class NameField(CharField):
    """A user name or e-mail address as it is compared: composed, trimmed, small letters."""

    def to_python(self, value):
        return fold(super().to_python(value) or "")

    def widget_attrs(self, widget):
        plain = {"autocapitalize": "none", "spellcheck": "false", "autocomplete": "username"}
        return {**super().widget_attrs(widget), **plain}


class PasswordField(forms.CharField):
    """A password in composed letters, so that one typed on a Mac is the same on Windows."""

    def __init__(self, *, autocomplete, **kwargs):
        widget = forms.PasswordInput(attrs={"autocomplete": autocomplete})
        super().__init__(strip=False, max_length=1000, widget=widget, **kwargs)

    def to_python(self, value):
        return nfc(super().to_python(value))

    def widget_attrs(self, widget):
        return {}


class AccountNameField(CharField):
    """Shows whose account it is, to the reader and to the keeper of passwords; changes nothing."""

    def __init__(self):
        widget = forms.TextInput(attrs={"readonly": True, "autocomplete": "username"})
        super().__init__(label=_("User name"), required=False, widget=widget)
