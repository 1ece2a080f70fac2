"""The form that records a handover: sides, days, people, what is completed, what is handed over."""

import datetime as dt

from django import forms
from django.utils.translation import gettext_lazy as _

from blocs.forms.periods import after
from blocs.models import HandoverItem, HandoverPerson, HandoverSide, ItemKind, Seat, Selection
from vietnamese.forms import CharField, DateField

ONE_A_LINE = _("One person a line: full name, then a comma and the position.")


class HandoverForm(forms.Form):
    """`giver` is the term that ends, `seats` those who may receive, in suggested order."""

    receiver = forms.ModelChoiceField(label=_("Receiver"), queryset=Seat.objects.none())
    selection = forms.ChoiceField(label=_("Manner of selection"), choices=Selection.choices)
    held_on = DateField(label=_("Day of the handover"))
    place = CharField(label=_("Place"), max_length=200, required=False)
    effective_on = DateField(
        label=_("The receiver acts from"),
        help_text=_(
            "From 00:00 of this day. Usually the day after the handover; today is allowed."
        ),
    )
    past_day_reason = CharField(
        label=_("Reason, if that day is past"), max_length=300, required=False
    )
    giver_people = CharField(
        label=_("For the giver"), widget=forms.Textarea(attrs={"rows": 2}), required=False,
        help_text=ONE_A_LINE,
    )  # fmt: skip
    receiver_people = CharField(
        label=_("For the receiver"), widget=forms.Textarea(attrs={"rows": 2}), required=False,
        help_text=ONE_A_LINE,
    )  # fmt: skip
    witnesses = CharField(
        label=_("Witnesses"), widget=forms.Textarea(attrs={"rows": 2}), required=False,
        help_text=ONE_A_LINE,
    )  # fmt: skip
    note = CharField(
        label=_("Note"), widget=forms.Textarea(attrs={"rows": 2}), max_length=2000, required=False
    )

    def __init__(self, *args, giver, seats, years, today, **kwargs):
        tomorrow = today + dt.timedelta(days=1)
        initial = {"held_on": today, "effective_on": tomorrow, "selection": Selection.ROTATION}
        super().__init__(*args, initial=initial, **kwargs)
        self.giver, self.years = giver, years
        receiver = self.fields["receiver"]
        receiver.queryset = Seat.objects.filter(pk__in=[seat.pk for seat in seats])
        receiver.choices = [("", "---------"), *((s.pk, _seat_label(s)) for s in seats)]
        for year in years:
            self.fields[f"completes_{year.pk}"] = DateField(
                label=_("Year %(year)s: the giver completes it until the end of")
                % {"year": year.year},
                required=False,
                help_text=_("Leave it empty if the receiver completes the year."),
            )

    def handing_over(self):
        """What `hand_over` needs, from the cleaned fields."""
        data = self.cleaned_data
        days = {year: data.get(f"completes_{year.pk}") for year in self.years}
        names = ("receiver", "selection", "held_on", "place", "effective_on", "past_day_reason")
        return {
            **{name: data[name] for name in names},
            "note": data["note"],
            "people": [
                *_people(data["giver_people"], HandoverSide.GIVER),
                *_people(data["receiver_people"], HandoverSide.RECEIVER),
                *_people(data["witnesses"], HandoverSide.WITNESS),
            ],
            "completes": {year: after(last) for year, last in days.items() if last},
        }

    def clean(self):
        data = super().clean()
        for name in ("giver_people", "receiver_people", "witnesses"):
            for line in (data.get(name) or "").splitlines():
                full_name, _comma, position = line.partition(",")
                if len(full_name.strip()) > 120 or len(position.strip()) > 300:
                    self.add_error(name, _("A line is too long: %(line)s…") % {"line": line[:40]})
        return data


SELECT, TEXT = {"class": "form-select"}, {"class": "form-control"}


class ItemForm(forms.Form):
    """One line of the inventory. A line without content is left out."""

    keep = forms.BooleanField(
        label=_("Hand over"),
        required=False,
        initial=True,
        widget=forms.CheckboxInput({"class": "form-check-input"}),
    )
    kind = forms.ChoiceField(
        label=_("kind"),
        choices=ItemKind.choices,
        initial=ItemKind.PAPERS,
        widget=forms.Select(SELECT),
    )
    text = CharField(
        label=_("content"), max_length=1000, required=False, widget=forms.TextInput(TEXT)
    )
    quantity = CharField(
        label=_("quantity"), max_length=60, required=False, widget=forms.TextInput(TEXT)
    )
    note = CharField(label=_("note"), max_length=300, required=False, widget=forms.TextInput(TEXT))


class _Items(forms.BaseFormSet):
    def items(self):
        """Unsaved lines of the inventory, in the order of the page."""
        rows = [form.cleaned_data for form in self if form.cleaned_data.get("text")]
        return [
            HandoverItem(
                kind=row["kind"], text=row["text"], quantity=row["quantity"], note=row["note"]
            )
            for row in rows
            if row["keep"]
        ]


ItemFormSet = forms.formset_factory(ItemForm, formset=_Items, extra=4, max_num=200)


def _people(text, side):
    lines = [line.partition(",") for line in text.splitlines() if line.strip()]
    return [
        HandoverPerson(side=side, full_name=name.strip(), position=position.strip())
        for name, _comma, position in lines
    ]


def _seat_label(seat):
    return f"{seat.organisation.name} ({seat.emulation_year.year})"
