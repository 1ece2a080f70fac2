"""Forms of movements, of their results and of exemplars."""

from django import forms
from django.utils.translation import gettext_lazy as _

from blocs.forms.periods import PeriodMixin, days_of
from blocs.models import Seat
from vietnamese.forms import CharField, DecimalField

from ..models import ExemplarKind, Launcher, Movement, MovementKind
from .entering import EntryForm

FACTS = ("kind", "name", "launcher", "launched_by", "occasion", "period_stated", "answers")


class MovementField(forms.ModelChoiceField):
    def label_from_instance(self, movement):
        return f"{movement.emulation_year.year} · {movement.name}"


def _lines(label, rows=3, **kwargs):
    return CharField(label=label, required=False, widget=forms.Textarea({"rows": rows}), **kwargs)


class MovementForm(PeriodMixin, EntryForm):
    """A movement of a year; cleaned to what `add_movement` takes."""

    needs_first_day = False

    kind = forms.ChoiceField(label=_("Kind"), choices=MovementKind)
    name = CharField(
        label=_("Name of the movement"),
        max_length=500,
        help_text=_("Exactly as it is written, with its quotation marks."),
    )
    launcher = forms.ChoiceField(label=_("Launched by"), choices=Launcher, initial=Launcher.UNKNOWN)
    launched_by = CharField(
        label=_("Name of the launcher"),
        max_length=200,
        required=False,
        help_text=_("For example: Vietnam General Confederation of Labour."),
    )
    occasion = CharField(
        label=_("Occasion"),
        max_length=500,
        required=False,
        help_text=_("An anniversary or event that the movement celebrates."),
    )
    period_stated = CharField(
        label=_("Period as written"),
        max_length=100,
        required=False,
        help_text=_("Where no days are known, for example: period 2021-2025."),
    )
    answers = MovementField(
        Movement.objects.none(),
        label=_("Answers the movement"),
        required=False,
        empty_label=_("None"),
        help_text=_("Choose the movement of a higher level that this one answers."),
    )

    field_order = [
        "kind", "name", "launcher", "launched_by", "occasion", "from_on", "last_on",
        "period_stated", "answers", "source", "inferred", "reason", "version",
    ]  # fmt: skip

    def __init__(self, *args, uppers, movement=None, **kwargs):
        """`uppers` are the movements that this one may answer."""
        if movement:
            shown = {name: getattr(movement, name) for name in FACTS}
            kwargs["initial"] = {**shown, **days_of(movement.period)}
            kwargs["version"] = movement.version
        super().__init__(*args, **kwargs)
        self.fields["answers"].queryset = uppers
        self.fields["from_on"].help_text = _("Leave it empty where it is not known.")

    def clean(self):
        data = super().clean()
        data.pop("from_on", None)
        data.pop("last_on", None)
        return data


class ResultForm(EntryForm):
    """A member's result: a text, and lines of name, unit and value; cleaned to `save_result`."""

    text = _lines(_("Results in words"), rows=6)

    field_order = ["text"]
    MOST_FIGURES, SPARE = 20, 3

    def __init__(self, *args, result=None, figures=(), **kwargs):
        super().__init__(*args, version=result.version if result else 0, **kwargs)
        if result:
            self.fields["text"].initial = result.text
        for number in range(self._number_of_lines(figures)):
            given = figures[number] if number < len(figures) else ("", "", None)
            for part, value in zip(("name", "unit", "value"), given, strict=True):
                self.fields[f"{part}_{number}"] = _part(part, number + 1, value)

    def _number_of_lines(self, figures):
        """On the way back as many lines as were sent: what was typed is not lost."""
        sent = sum(1 for n in range(self.MOST_FIGURES) if f"name_{n}" in (self.data or {}))
        return min(max(sent, len(figures) + (0 if sent else self.SPARE)), self.MOST_FIGURES)

    @property
    def lines(self):
        """The fields of each figure, for the table of the page."""
        numbers = range(sum(1 for name in self.fields if name.startswith("name_")))
        return [[self[f"{part}_{n}"] for part in ("name", "unit", "value")] for n in numbers]

    @property
    def below(self):
        """The fields that stand below the figures."""
        names = ("source", "inferred", "reason", "version")
        return [self[name] for name in names if name in self.fields]

    def clean(self):
        data = super().clean()
        data["figures"] = []
        for number in range(len(self.lines)):
            keys = [f"{part}_{number}" for part in ("name", "unit", "value")]
            name, unit, value = (data.pop(key, None) for key in keys)
            if self.errors.keys() & set(keys) or not (name or unit or value is not None):
                continue
            if not name:
                self.add_error(keys[0], _("Say what was counted."))
            elif value is None:
                self.add_error(keys[2], _("Enter the value, or empty the line."))
            else:
                data["figures"].append((name, unit, value))
        return data


def _part(part, number, value):
    if part == "value":
        return DecimalField(
            label=_("Value, line %(number)s") % {"number": number},
            max_digits=15,
            decimal_places=2,
            required=False,
            initial=value,
        )
    label = _("What was counted, line %(number)s") if part == "name" else _("Unit, line %(number)s")
    longest = 200 if part == "name" else 40
    label = label % {"number": number}
    return CharField(label=label, max_length=longest, required=False, initial=value)


class ExemplarForm(EntryForm):
    """A model or an exemplar; cleaned to what `add_exemplar` takes, with the member as `seat`."""

    seat = forms.ModelChoiceField(
        Seat.objects.none(), label=_("Member"), empty_label=_("Choose the member")
    )
    kind = forms.ChoiceField(label=_("Kind"), choices=ExemplarKind)
    name = CharField(
        label=_("Name"),
        max_length=300,
        help_text=_("Of a person only name and position: no identity or telephone number."),
    )
    position = CharField(label=_("Position of the person"), max_length=200, required=False)
    movement = forms.ModelChoiceField(
        Movement.objects.none(),
        label=_("Movement"),
        required=False,
        empty_label=_("None in particular"),
    )
    description = _lines(_("What makes it exemplary"), rows=5)

    field_order = [
        "seat", "kind", "name", "position", "movement", "description", "source", "inferred",
        "reason", "version",
    ]  # fmt: skip

    def __init__(self, *args, seats, movements, exemplar=None, **kwargs):
        """`seats` are those for which the person may enter; a stored one keeps its member."""
        if exemplar:
            names = ("kind", "name", "position", "movement", "description")
            kwargs["initial"] = {name: getattr(exemplar, name) for name in names}
            kwargs["version"] = exemplar.version
        super().__init__(*args, **kwargs)
        self.fields["movement"].queryset = movements
        if exemplar:
            del self.fields["seat"]
            return
        self.fields["seat"].queryset = Seat.objects.filter(pk__in=[each.pk for each in seats])
        self.fields["seat"].choices = [
            ("", _("Choose the member")),
            *((each.pk, each.organisation.name) for each in seats),
        ]
        if len(seats) == 1:
            self.fields["seat"].initial = seats[0].pk
