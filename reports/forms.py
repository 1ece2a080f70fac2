"""What the office's register and the signing give a paper."""

from django import forms
from django.utils.translation import gettext_lazy as _

from blocs.models import HandoverSide
from vietnamese.forms import CharField

from .kinds.handover_minutes import CAPACITIES, USUAL_COPIES
from .papers import Signature
from .register_forms import RegisterForm


class MinutesIssueForm(RegisterForm):
    """Cleaned to what `issue_minutes` takes: `issuing()`. Initial values are `proposed`."""

    giver = CharField(label=_("Signs for the giver"), max_length=120)
    receiver = CharField(label=_("Signs for the receiver"), max_length=120)
    witness = CharField(
        label=_("Signs as witness"),
        max_length=120,
        required=False,
        help_text=_("Leave it empty if there was no witness."),
    )
    copies = forms.IntegerField(
        label=_("Number of copies"), min_value=2, max_value=99, initial=USUAL_COPIES
    )

    def __init__(self, *args, people, **kwargs):
        super().__init__(*args, **kwargs)
        self.positions = {(each.side, each.full_name): each.position for each in people}

    def issuing(self):
        """What `issue_minutes` needs, from the cleaned fields."""
        data = self.cleaned_data
        signatures = [
            self._signature(side, data[side]) for side in HandoverSide.values if data[side]
        ]
        return {**self.entered(signatures), "copies": data["copies"]}

    def _signature(self, side, full_name):
        position = self.positions.get((side, full_name), "")
        return Signature(CAPACITIES[side], full_name, position)
