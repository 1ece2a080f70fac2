"""The form of a nomination of the past: an award, and a member or what the source says."""

from django import forms
from django.utils.translation import gettext as now
from django.utils.translation import gettext_lazy as _

from blocs.forms.sources import SourcedMixin
from vietnamese.forms import CharField


class PastNominationForm(SourcedMixin, forms.Form):
    """Cleaned to what `record_past_nomination` and, with `why`, `correct_past_nomination` take.

    `kinds` are those of collectives, the newest row of each.
    """

    kind = forms.TypedChoiceField(label=_("Award"))
    seat = forms.ModelChoiceField(
        queryset=None,
        label=_("Member"),
        required=False,
        empty_label=_("not known"),
        help_text=_("No submission can use a nomination of which no member is known."),
    )
    member_stated = CharField(
        label=_("Member, as the source states it"),
        max_length=300,
        required=False,
        help_text=_("Where the source does not say which member it was."),
    )
    why = CharField(label=_("Reason for the correction"), max_length=300)

    def __init__(self, *args, kinds, seats, corrects=False, **kwargs):
        super().__init__(*args, **kwargs)
        by_key = {str(kind.pk): kind for kind in kinds}
        named = [(key, kind.name) for key, kind in by_key.items()]
        self.fields["kind"].choices = [("", now("Choose")), *named]
        self.fields["kind"].coerce = by_key.get
        self.fields["seat"].queryset = seats
        if not corrects:
            del self.fields["why"]

    def clean(self):
        data = super().clean()
        if not self.errors and not data.get("seat") and not data.get("member_stated"):
            self.add_error("seat", now("Choose the member, or write what the source says."))
        return data
