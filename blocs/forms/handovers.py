"""Forms of handovers that were held, and of taking one back."""

from django import forms
from django.utils.translation import gettext_lazy as _

from vietnamese.forms import CharField, DateField

from ..models import Handover, Selection, Term
from .sources import SourcedMixin


class PastHandoverForm(SourcedMixin, forms.Form):
    """A handover between two historical terms; cleaned to what `record_past_handover` takes."""

    giver_term = forms.ModelChoiceField(Term.objects.none(), label=_("Giver"))
    receiver_term = forms.ModelChoiceField(Term.objects.none(), label=_("Receiver"))
    held_on = DateField(label=_("Held on"))
    place = CharField(label=_("Place"), max_length=200, required=False)
    selection = forms.ChoiceField(
        label=_("Manner of selection"), choices=Selection, initial=Selection.UNKNOWN
    )
    note = CharField(label=_("Note"), required=False, widget=forms.Textarea(attrs={"rows": 2}))

    def __init__(self, *args, user, bloc, **kwargs):
        super().__init__(*args, **kwargs)
        past = Term.objects.visible_to(user).chairs().filter(bloc=bloc, period=None)
        valid = Handover.objects.valid().filter(bloc=bloc)
        giver, receiver = self.fields["giver_term"], self.fields["receiver_term"]
        giver.queryset = past.exclude(pk__in=valid.values("giver_term"))
        receiver.queryset = past.exclude(pk__in=valid.values("receiver_term"))
        self.givers, self.receivers = _named(giver.queryset), _named(receiver.queryset)
        giver.choices = [("", _("Choose a past term")), *self.givers]
        receiver.choices = [("", _("Choose a past term")), *self.receivers]

    @property
    def can_be_filled(self):
        """Whether there is a giver and another term that received."""
        different = len({*self.givers, *self.receivers}) > 1
        return bool(self.givers and self.receivers and different)

    def clean(self):
        data = super().clean()
        if data.get("giver_term") and data["giver_term"] == data.get("receiver_term"):
            self.add_error("receiver_term", _("Giver and receiver are the same."))
        return data


class RevokeHandoverForm(forms.Form):
    reason = CharField(label=_("Reason"), max_length=300)


def _named(terms):
    terms = terms.select_related("seat__organisation", "seat__emulation_year")
    terms = terms.order_by("-seat__emulation_year__year", "pk")
    return [(t.pk, f"{t.seat.emulation_year.year}: {t.seat.organisation.name}") for t in terms]
