"""The shape of what people enter about the reports of a year."""

from django import forms
from django.utils.translation import gettext_lazy as _

from blocs.forms.notices import StandInMixin
from vietnamese.forms import CharField

from .models import DataPart
from .outline import LONGEST_TEXT
from .papers import Signature
from .register_forms import RegisterForm


class SectionForm(forms.Form):
    """Heading and text of a section, with the version that its writer saw."""

    heading = CharField(label=_("Heading"), max_length=200)
    body = CharField(
        label=_("Text"),
        max_length=LONGEST_TEXT,
        required=False,
        widget=forms.Textarea(attrs={"rows": 6}),
    )
    version = forms.IntegerField(min_value=1, widget=forms.HiddenInput)

    def __init__(self, *args, section, **kwargs):
        shown = {each: getattr(section, each) for each in ("heading", "body", "version")}
        super().__init__(*args, initial=shown, auto_id=f"s{section.pk}-%s", **kwargs)

    def clean_body(self):
        """A browser ends lines with two letters; one is stored."""
        return self.cleaned_data["body"].replace("\r\n", "\n")


class AddSectionForm(forms.Form):
    heading = CharField(label=_("Heading of the new section"), max_length=200)


class PartForm(forms.Form):
    """Which figures the program puts below a section: those that no other section shows."""

    part = forms.ChoiceField(label=_("Figures put in by the program"), required=False)

    def __init__(self, *args, section, shown, **kwargs):
        super().__init__(*args, auto_id=f"s{section.pk}-%s", **kwargs)
        own = section.part
        free = [(value, label) for value, label in DataPart.choices if value not in shown - {own}]
        self.fields["part"].choices = free
        self.fields["part"].initial = own


class TakeOverForm(forms.Form):
    """Which version of a contribution was read, and the section that it goes into."""

    section = forms.IntegerField()
    version = forms.IntegerField(min_value=1)


class ReportIssueForm(StandInMixin, RegisterForm):
    """Cleaned to what `issue_report` takes: `issuing()`."""

    capacity = CharField(
        label=_("Signed in the capacity of"),
        max_length=100,
        widget=forms.Textarea(attrs={"rows": 2, "lang": "vi"}),
        help_text=_("One or two lines, printed in capitals above the signature."),
    )
    position = CharField(
        label=_("Position of who signs"),
        max_length=90,
        required=False,
        help_text=_("Printed below the capacity, for example: Chủ tịch Hội Nông dân tỉnh."),
    )
    full_name = CharField(label=_("Full name of who signs"), max_length=120)

    field_order = ["number", "symbol", "place", "dated", "capacity", "position", "full_name"]

    def issuing(self):
        """What `issue_report` needs, from the cleaned fields."""
        data = self.cleaned_data
        lines = [*data["capacity"].splitlines(), data["position"]]
        capacity = "\n".join(line.strip() for line in lines if line.strip())
        signature = Signature(capacity, data["full_name"], data["position"])
        return {**self.entered([signature]), "reason": data.get("reason", "")}
