"""Forms of emulation years."""

from django import forms
from django.utils.translation import gettext_lazy as _

from vietnamese.forms import CharField

from ..models import EmulationYear
from .sources import ORIGIN, SourcedMixin


class YearForm(SourcedMixin, forms.ModelForm):
    """The name of the bloc in one year, and where it is known from."""

    class Meta:
        model = EmulationYear
        fields = ["name", *ORIGIN]
        help_texts = {"name": _("As it stood in the papers of that year.")}


class ReopenForm(forms.Form):
    why = CharField(label=_("Why is the year opened again?"), max_length=300)
