"""Forms of who was at a conference, and of its files."""

from django import forms
from django.utils.translation import gettext_lazy as _

from files.forms import MultipleFileField
from vietnamese.forms import CharField

from ..conferring import AttendanceLine, PersonLine
from ..models import AttendanceState, ConferenceRole
from .notices import StandInMixin

SELECT, TEXT = {"class": "form-select"}, {"class": "form-control"}
MOST_PEOPLE = 200


class SeenForm(StandInMixin, forms.Form):
    """`seen` is the digest of the list that the page showed, so that nobody writes over another."""

    seen = forms.CharField(widget=forms.HiddenInput, required=False, max_length=16)


class PersonForm(forms.Form):
    """A person in a role. A line without a name is left out; `remove` takes one from the list."""

    full_name = CharField(
        label=_("full name"), max_length=120, required=False, widget=forms.TextInput(TEXT)
    )
    role = forms.ChoiceField(
        label=_("role"),
        choices=ConferenceRole,
        initial=ConferenceRole.DELEGATE,
        widget=forms.Select(SELECT),
    )
    position = CharField(
        label=_("position"), max_length=300, required=False, widget=forms.TextInput(TEXT)
    )
    seat = forms.TypedChoiceField(
        label=_("member"),
        coerce=int,
        empty_value=None,
        required=False,
        widget=forms.Select(SELECT),
    )
    organisation = CharField(
        label=_("another organisation"),
        max_length=300,
        required=False,
        widget=forms.TextInput(TEXT),
    )
    remove = forms.BooleanField(
        label=_("remove"),
        required=False,
        widget=forms.CheckboxInput({"class": "form-check-input"}),
    )

    def __init__(self, *args, seats, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["seat"].choices = [("", "---------"), *seats]

    def clean(self):
        data = super().clean()
        if data.get("remove"):
            return data
        if data.get("seat") and data.get("organisation"):
            message = _("Choose the member, or write another organisation: not both.")
            self.add_error("organisation", message)
        said = data.get("position") or data.get("seat") or data.get("organisation")
        if said and not data.get("full_name") and "full_name" not in self.errors:
            self.add_error("full_name", _("Write the full name, or tick “remove”."))
        return data

    def line(self):
        """The PersonLine of a valid form; None where nobody is to stand."""
        data = self.cleaned_data
        if data.get("remove") or not data.get("full_name"):
            return None
        names = ("role", "full_name", "position", "seat", "organisation")
        return PersonLine(**{name: data[name] for name in names})


class _People(forms.BaseFormSet):
    def lines(self):
        """The PersonLines of a valid formset, in the order of the page."""
        return [line for form in self if (line := form.line())]


PeopleFormSet = forms.formset_factory(
    PersonForm, formset=_People, extra=4, max_num=MOST_PEOPLE, validate_max=True
)


class AttendanceForm(SeenForm):
    """A state and a name for each member, in protocol order; cleaned to `attendance` and `seen`."""

    def __init__(self, *args, seats, **kwargs):
        super().__init__(*args, **kwargs)
        self.seats = list(seats)
        for seat in self.seats:
            self.fields[f"state_{seat.pk}"] = forms.ChoiceField(
                label=_("attendance"),
                choices=[("", _("not recorded")), *AttendanceState.choices],
                initial=seat.noted_state or "",
                required=False,
                widget=forms.Select(SELECT),
            )
            self.fields[f"by_{seat.pk}"] = CharField(
                label=_("who attended"),
                max_length=300,
                initial=seat.noted_by or "",
                required=False,
                widget=forms.TextInput(TEXT),
            )

    @property
    def rows(self):
        """`[(seat, field of its state, field of who attended)]`."""
        return [(seat, self[f"state_{seat.pk}"], self[f"by_{seat.pk}"]) for seat in self.seats]

    def clean(self):
        data, lines = super().clean(), []
        for seat in self.seats:
            state, name = data.pop(f"state_{seat.pk}", ""), data.pop(f"by_{seat.pk}", "")
            if state:
                lines.append(AttendanceLine(seat.pk, state, name))
            elif name:
                message = _("Say whether the member attended, or clear the name.")
                self.add_error(f"state_{seat.pk}", message)
        data["attendance"] = lines
        return data


class AddFilesForm(StandInMixin, forms.Form):
    """Cleaned to what `add_conference_files` takes."""

    uploads = MultipleFileField(label=_("Pictures and files"))
    caption = CharField(
        label=_("Caption"),
        max_length=300,
        required=False,
        help_text=_("Stands under each of the files chosen this time."),
    )

    field_order = ["uploads", "caption", "reason"]


class WithdrawFileForm(StandInMixin, forms.Form):
    withdraw_reason = CharField(label=_("Why is the file withdrawn?"), max_length=300)

    field_order = ["withdraw_reason", "reason"]
