"""What the office's register gives every numbered paper, whatever its kind."""

from django import forms
from django.utils.translation import gettext_lazy as _

from vietnamese.forms import CharField, DateField

from .papers import Entry


class RegisterForm(forms.Form):
    """Number, symbol, place and day, and why the paper replaces another (`replaces`, or None).

    The form of a kind adds who signs and gives its verb `issuing()`.
    """

    number = forms.IntegerField(
        label=_("Number of the paper"),
        min_value=1,
        max_value=99999,
        help_text=_("From the register of the office that issues it; the next free one is shown."),
    )
    symbol = CharField(label=_("Symbol"), max_length=40)
    place = CharField(label=_("Place of issue"), max_length=60)
    dated = DateField(label=_("Dated"))
    replace_reason = CharField(label=_("Why the new paper replaces it"), max_length=300)

    def __init__(self, *args, replaces, **kwargs):
        super().__init__(*args, **kwargs)
        replace_reason = self.fields.pop("replace_reason")
        if replaces:
            self.fields["replace_reason"] = replace_reason  # below all others

    def entered(self, signatures):
        """The entry of the paper and the reason for replacing, for the verb that issues it."""
        data = self.cleaned_data
        register = {each: data[each] for each in ("symbol", "number", "dated", "place")}
        return {
            "entry": Entry(**register, signatures=tuple(signatures)),
            "replace_reason": data.get("replace_reason", ""),
        }
