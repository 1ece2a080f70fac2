"""What the office's register and the signing give the counting minutes."""

from django.utils.translation import gettext_lazy as _

from blocs.forms.notices import StandInMixin
from vietnamese.forms import CharField

from .kinds.counting_minutes import HEAD, MEMBER, PRESIDING
from .papers import Signature
from .register_forms import RegisterForm


class CountingMinutesIssueForm(StandInMixin, RegisterForm):
    """Cleaned to what `issue_counting_minutes` takes: `issuing()`."""

    head = CharField(
        label=_("Head of the counters"),
        max_length=120,
        help_text=_("Not a nominee's own representative, where possible."),
    )
    member = CharField(label=_("Member of the counters"), max_length=120)
    presiding = CharField(label=_("Signs as who presided"), max_length=120)

    field_order = ["number", "symbol", "place", "dated", "head", "member", "presiding"]

    def issuing(self):
        data = self.cleaned_data
        signatures = [
            Signature(MEMBER, data["member"]),
            Signature(HEAD, data["head"]),
            Signature(PRESIDING, data["presiding"]),
        ]
        return {**self.entered(signatures), "reason": data.get("reason", "")}
