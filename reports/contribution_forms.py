"""The shape of what a member writes for a report."""

from django import forms
from django.utils.translation import gettext_lazy as _

from vietnamese.forms import CharField

from .outline import LONGEST_TEXT


class ContributionForm(forms.Form):
    """A text for a section, or for the report as a whole; an empty one takes it back.

    `sections` maps keys to headings; `given` is the Given that is written on: its member and
    section are fixed then.
    """

    seat = forms.TypedChoiceField(label=_("Member"), coerce=int)
    section = forms.TypedChoiceField(
        label=_("For the section"), required=False, coerce=int, empty_value=None
    )
    text = CharField(
        label=_("Text"),
        max_length=LONGEST_TEXT,
        required=False,
        widget=forms.Textarea(attrs={"rows": 6}),
    )
    version = forms.IntegerField(min_value=0, widget=forms.HiddenInput)

    def __init__(self, *args, seats, sections, given=None, **kwargs):
        shown = {"seat": seats[0].pk, "version": 0}
        if given:
            shown = {"seat": given.seat, "section": given.section or ""}
            shown |= {"text": given.text, "version": given.version}
        auto_id = f"c{given.pk}-%s" if given else "new-%s"
        super().__init__(*args, initial=shown, auto_id=auto_id, **kwargs)
        self.fields["seat"].choices = [(seat.pk, seat.organisation.name) for seat in seats]
        whole = [("", _("the report as a whole"))]
        self.fields["section"].choices = [*whole, *sections.items()]
        if given or len(seats) == 1:
            self.fields["seat"].widget = forms.HiddenInput()
        if given:
            self.fields["section"].widget = forms.HiddenInput()

    def clean_text(self):
        """A browser ends lines with two letters; one is stored."""
        return self.cleaned_data["text"].replace("\r\n", "\n")

    def show_version(self, version):
        """Send the version that is stored now: who saves again has seen both."""
        self.data = self.data.copy()
        self.data["version"] = version
