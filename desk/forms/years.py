"""The form that opens an emulation year."""

from django import forms
from django.utils.translation import gettext_lazy as _

from blocs.models import Organisation
from vietnamese.forms import CharField


class OpenYearForm(forms.Form):
    """The year to open: its number, the bloc's name in it, and who sits in it from the start."""

    year = forms.IntegerField(label=_("Emulation year"), min_value=1948, max_value=2100)
    name = CharField(label=_("Name of the bloc in this year"), max_length=200)
    organisations = forms.ModelMultipleChoiceField(
        label=_("Members taken over from the last year, in protocol order"),
        queryset=Organisation.objects.none(),
        widget=forms.CheckboxSelectMultiple,
        required=False,
        help_text=_("Untick who no longer belongs to the bloc. Others can be added afterwards."),
    )
    copy_criteria = forms.BooleanField(
        label=_("Take over the criteria of the last year"), required=False
    )

    def __init__(self, *args, proposed, **kwargs):
        members = [organisation.pk for organisation in proposed.organisations]
        initial = {
            "year": proposed.year,
            "name": proposed.bloc.name,
            "organisations": members,
            "copy_criteria": proposed.criteria_from is not None,
        }
        super().__init__(*args, initial=initial, **kwargs)
        self.fields["year"].localize = False
        self.fields["year"].widget = forms.TextInput(attrs={"inputmode": "numeric"})
        self.order = {pk: place for place, pk in enumerate(members)}
        field = self.fields["organisations"]
        field.queryset = Organisation.objects.filter(pk__in=members)
        field.choices = [(org.pk, org.name) for org in proposed.organisations]
        if not members:
            del self.fields["organisations"]
        if proposed.criteria_from is None:
            del self.fields["copy_criteria"]

    def opening(self):
        """What `open_with_criteria` needs, the members back in protocol order."""
        chosen = self.cleaned_data.get("organisations", [])
        return {
            "year": self.cleaned_data["year"],
            "name": self.cleaned_data["name"],
            "organisations": sorted(chosen, key=lambda org: self.order[org.pk]),
            "copy_criteria": self.cleaned_data.get("copy_criteria", False),
        }
