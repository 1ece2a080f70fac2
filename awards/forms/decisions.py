"""Forms of decisions on awards: recording, ceremony, revoking."""

from django import forms
from django.utils.translation import gettext_lazy as _

from vietnamese.forms import CharField, DateField

from ..models import Decision
from .council import lines


class DecideForm(forms.ModelForm):
    """Cleaned to what `decide` takes, but for the plan's fingerprint."""

    dated = DateField(label=_("Day of the decision"))
    number = CharField(
        label=_("Number and symbol"), max_length=60, help_text=_("For example 123/QĐ-UBND.")
    )
    signer = CharField(label=_("Signed by"), max_length=120)
    nominations = forms.TypedMultipleChoiceField(
        label=_("Decided on"), coerce=int, widget=forms.CheckboxSelectMultiple
    )
    achievement = CharField(
        label=_("Achievement"),
        max_length=500,
        widget=forms.Textarea(attrs={"rows": 2, "lang": "vi"}),
        help_text=_("As the decision says it; of one achievement there is one award."),
    )

    class Meta:
        model = Decision
        fields = ["number", "dated", "issuer", "signer", "signer_position", "subject"]

    field_order = ["nominations", "achievement"]

    def __init__(self, *args, nominations, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["nominations"].choices = [
            (row.pk, f"{row} · {row.emulation_year.bloc}") for row in nominations
        ]

    def _post_clean(self):
        """The verb writes the row, and explains what the table refuses."""


class CeremonyForm(forms.Form):
    """Cleaned to what `hand_over_awards` takes; all that were not handed over are chosen."""

    handed_on = DateField(label=_("Handed over on"))
    occasion = CharField(
        label=_("On which occasion"),
        max_length=300,
        help_text=_("For example the year-end conference, with its place."),
    )
    awards = forms.TypedMultipleChoiceField(
        label=_("Awards"), coerce=int, widget=forms.CheckboxSelectMultiple
    )

    def __init__(self, *args, awards, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["awards"].choices = [(award.pk, str(award)) for award in awards]
        waiting = [award for award in awards if award.handed_on is None]
        self.initial["awards"] = [award.pk for award in waiting or awards]


class RevokeAwardForm(forms.Form):
    revoked_on = DateField(label=_("Revoked on"))
    revoke_document = CharField(
        label=_("Decision of the revocation: number and day"), max_length=300
    )
    revoke_reason = CharField(label=_("Why is the award revoked?"), widget=lines(3))
