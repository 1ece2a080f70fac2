"""What the office's register and the signing give a paper."""

from django import forms
from django.utils.translation import gettext_lazy as _

from blocs.models import HandoverSide
from vietnamese.forms import CharField, DateField

from .kinds.handover_minutes import CAPACITIES, USUAL_COPIES
from .papers import Entry, Signature


class MinutesIssueForm(forms.Form):
    """Cleaned to what `issue_minutes` takes: `issuing()`. Initial values are `proposed`."""

    number = forms.IntegerField(
        label=_("Number of the paper"),
        min_value=1,
        max_value=99999,
        help_text=_("From the register of the office that issues it; the next free one is shown."),
    )
    symbol = CharField(label=_("Symbol"), max_length=40)
    place = CharField(label=_("Place of issue"), max_length=60)
    dated = DateField(label=_("Dated"))
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
    replace_reason = CharField(label=_("Why the new paper replaces it"), max_length=300)

    def __init__(self, *args, people, replaces, **kwargs):
        super().__init__(*args, **kwargs)
        self.positions = {(each.side, each.full_name): each.position for each in people}
        if not replaces:
            del self.fields["replace_reason"]

    def issuing(self):
        """What `issue_minutes` needs, from the cleaned fields."""
        data = self.cleaned_data
        sides = [side for side in HandoverSide.values if data[side]]
        return {
            "entry": Entry(
                symbol=data["symbol"],
                number=data["number"],
                dated=data["dated"],
                place=data["place"],
                signatures=tuple(self._signature(side, data[side]) for side in sides),
            ),
            "copies": data["copies"],
            "replace_reason": data.get("replace_reason", ""),
        }

    def _signature(self, side, full_name):
        position = self.positions.get((side, full_name), "")
        return Signature(CAPACITIES[side], full_name, position)
