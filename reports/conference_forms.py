"""What the office's register and the signing give the minutes of a conference."""

from django import forms
from django.utils.translation import gettext_lazy as _

from blocs.forms.notices import StandInMixin
from vietnamese.forms import CharField, DateField

from .kinds.conference_minutes import PRESIDING, SECRETARY
from .papers import Entry, Signature


class ConferenceMinutesIssueForm(StandInMixin, forms.Form):
    """Cleaned to what `issue_conference_minutes` takes: `issuing()`."""

    number = forms.IntegerField(
        label=_("Number of the paper"),
        min_value=1,
        max_value=99999,
        help_text=_("From the register of the office that issues it; the next free one is shown."),
    )
    symbol = CharField(label=_("Symbol"), max_length=40)
    place = CharField(label=_("Place of issue"), max_length=60)
    dated = DateField(label=_("Dated"))
    secretary = CharField(label=_("Signs as secretary"), max_length=120)
    presiding = CharField(label=_("Signs as who presided"), max_length=120)
    replace_reason = CharField(label=_("Why the new paper replaces it"), max_length=300)

    field_order = ["number", "symbol", "place", "dated", "secretary", "presiding"]

    def __init__(self, *args, people, replaces, **kwargs):
        super().__init__(*args, **kwargs)
        self.positions = {(each.role, each.full_name): each.position for each in people}
        if not replaces:
            del self.fields["replace_reason"]

    def issuing(self):
        """What `issue_conference_minutes` needs, from the cleaned fields."""
        data = self.cleaned_data
        sides = (("secretary", SECRETARY), ("presiding", PRESIDING))
        return {
            "entry": Entry(
                symbol=data["symbol"],
                number=data["number"],
                dated=data["dated"],
                place=data["place"],
                signatures=tuple(
                    Signature(capacity, data[role], self.positions.get((role, data[role]), ""))
                    for role, capacity in sides
                ),
            ),
            "replace_reason": data.get("replace_reason", ""),
            "reason": data.get("reason", ""),
        }
