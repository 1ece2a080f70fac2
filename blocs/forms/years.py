"""Forms of emulation years."""

from django import forms
from django.utils.translation import gettext_lazy as _

from vietnamese.forms import CharField

from ..models import EmulationYear


class YearForm(forms.ModelForm):
    """The name of the bloc in one year, and where it is known from."""

    class Meta:
        model = EmulationYear
        fields = ["name", "source", "inferred"]
        widgets = {"inferred": forms.Textarea(attrs={"rows": 3})}
        help_texts = {
            "name": _("As it stood in the papers of that year."),
            "inferred": _("What does not stand in the source but follows from it."),
        }


class ReopenForm(forms.Form):
    why = CharField(label=_("Why is the year opened again?"), max_length=300)
