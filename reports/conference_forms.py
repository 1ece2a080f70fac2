"""What the office's register and the signing give the minutes of a conference."""

from django.utils.translation import gettext_lazy as _

from blocs.forms.notices import StandInMixin
from vietnamese.forms import CharField

from .kinds.conference_minutes import PRESIDING, SECRETARY
from .papers import Signature
from .register_forms import RegisterForm


class ConferenceMinutesIssueForm(StandInMixin, RegisterForm):
    """Cleaned to what `issue_conference_minutes` takes: `issuing()`."""

    secretary = CharField(label=_("Signs as secretary"), max_length=120)
    presiding = CharField(label=_("Signs as who presided"), max_length=120)

    field_order = ["number", "symbol", "place", "dated", "secretary", "presiding"]

    def __init__(self, *args, people, **kwargs):
        super().__init__(*args, **kwargs)
        self.positions = {(each.role, each.full_name): each.position for each in people}

    def issuing(self):
        """What `issue_conference_minutes` needs, from the cleaned fields."""
        data = self.cleaned_data
        signatures = [
            Signature(capacity, data[role], self.positions.get((role, data[role]), ""))
            for role, capacity in (("secretary", SECRETARY), ("presiding", PRESIDING))
        ]
        return {**self.entered(signatures), "reason": data.get("reason", "")}
