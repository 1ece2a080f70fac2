"""What every form of the movements shares: reasons, sources, and the version that was seen."""

from django import forms
from django.utils.translation import gettext_lazy as _

from blocs.forms.notices import StandInMixin
from blocs.models import Source
from vietnamese.forms import CharField


class EntryForm(StandInMixin, forms.Form):
    """Adds the reason of staff who stand in, the source of history, and the version that was seen.

    `version` is that of the record, 0 where there is none yet; None leaves the field out.
    """

    source = forms.ModelChoiceField(
        Source.objects.all(), label=_("Source"), required=False, empty_label=_("Our own record")
    )
    inferred = CharField(
        label=_("What was inferred"),
        required=False,
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text=_("What does not stand in the source but follows from it."),
    )
    version = forms.IntegerField(widget=forms.HiddenInput, min_value=0)

    def __init__(self, *args, writing, version=None, **kwargs):
        super().__init__(*args, stands_in=writing.stands_in, **kwargs)
        if not writing.is_history:
            del self.fields["source"], self.fields["inferred"]
        if version is None:
            del self.fields["version"]
        else:
            self.fields["version"].initial = version

    def show_version(self, version):
        """Send the version that is stored now: who saves again has seen both."""
        self.data = self.data.copy()
        self.data["version"] = version


class RemovingForm(StandInMixin, forms.Form):
    """Nothing but the reason of staff who stand in for a chair."""


class WithdrawMovementForm(StandInMixin, forms.Form):
    withdraw_reason = CharField(label=_("Why is the movement withdrawn?"), max_length=300)

    field_order = ["withdraw_reason", "reason"]
