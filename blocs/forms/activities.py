"""Forms of activities: the plan, what became of it, and the past."""

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from vietnamese.forms import CharField, DateField

from ..models import Activity, ActivityState, Seat
from .notices import StandInMixin

# Most years begin to be planned in January and end, with their last work, in March of the next.
LAST_MONTH_AFTER = 3


class ActivityFields(forms.ModelForm):
    """What people write of an activity; `year` is its emulation year.

    Month and calendar year are one choice, `when`: "6-0" is June of the year, "1-1" January after.
    """

    when = forms.ChoiceField(label=_("Month"))

    class Meta:
        model = Activity
        fields = [
            "text", "kind", "planned_on", "owner_seat", "owner", "host_seat", "host",
        ]  # fmt: skip
        field_classes = {"planned_on": DateField}
        help_texts = {
            "planned_on": _("Only where the day is known already."),
            "owner": _("Only where it is no member."),
            "host": _("Only where it is not at a member's."),
        }

    field_order = ["text", "kind", "when", "planned_on", "owner_seat", "owner", "host_seat", "host"]

    def __init__(self, *args, year, today, **kwargs):
        super().__init__(*args, **kwargs)
        shown = self.instance
        after = max(LAST_MONTH_AFTER, shown.month or 0) if shown.years_later else LAST_MONTH_AFTER
        months = [(month, 0) for month in range(1, 13)] + [(m, 1) for m in range(1, after + 1)]
        words = gettext("Month %(month)s/%(year)s")
        self.fields["when"].choices = [
            (f"{month}-{later}", words % {"month": month, "year": year.year + later})
            for month, later in months
        ]
        if shown.month:
            self.initial["when"] = f"{shown.month}-{shown.years_later}"
        elif today.year == year.year:
            self.initial["when"] = f"{today.month}-0"
        self._offer(Seat.objects.filter(emulation_year=year).select_related("organisation"))

    def _offer(self, seats):
        """Both fields choose among the members: one query for the two."""
        nobody = ("", _("Nobody of the bloc, or not said"))
        choices = [nobody, *((seat.pk, str(seat)) for seat in seats)]
        for name in ("owner_seat", "host_seat"):
            self.fields[name].queryset = seats
            self.fields[name].choices = choices

    def clean(self):
        """One name each, and month and year as the verbs take them."""
        data = super().clean()
        if data.get("owner_seat") and data.get("owner"):
            self.add_error("owner", _("Choose the member in charge, or write who is."))
        if data.get("host_seat") and data.get("host"):
            self.add_error("host", _("Choose the member that hosts it, or write the place."))
        month, _dash, later = data.pop("when", "").partition("-")
        return {**data, "month": int(month or 0) or None, "years_later": int(later or 0)}

    def _post_clean(self):
        """The verb writes the row: the form reads it, and never writes into it."""


class ActivityForm(StandInMixin, ActivityFields):
    """An activity as planned; cleaned to what `plan_activity` and `change_activity` take."""

    field_order = [*ActivityFields.field_order, "reason"]


class PastActivityForm(ActivityFields):
    """An activity of a closed year; cleaned to what `record_past_activity` takes."""

    state = forms.ChoiceField(label=_("State"), choices=ActivityState, initial=ActivityState.DONE)
    done_on = DateField(label=_("Carried out on"), required=False)
    result = CharField(label=_("Result"), required=False, widget=forms.Textarea(attrs={"rows": 3}))
    reason = CharField(label=_("Why it was not carried out"), required=False, max_length=300)

    field_order = [*ActivityFields.field_order, "state", "done_on", "result", "reason"]

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["when"].choices = [("", _("not known")), *self.fields["when"].choices]
        self.fields["when"].required = False

    def clean(self):
        data = super().clean()
        state = data.get("state")
        if state == ActivityState.NOT_DONE and not data.get("reason"):
            self.add_error("reason", _("Say why the activity was not carried out."))
        if state != ActivityState.NOT_DONE and data.get("reason"):
            self.add_error("reason", _("Only for an activity that was not carried out."))
        for name in ("done_on", "result"):
            if state != ActivityState.DONE and data.get(name):
                self.add_error(name, _("Only for an activity that was carried out."))
        return data


class CompleteForm(StandInMixin, forms.Form):
    """What came of an activity; cleaned to what `complete_activity` takes."""

    done_on = DateField(
        label=_("Carried out on"), required=False, help_text=_("Empty where the day is not known.")
    )
    result = CharField(
        label=_("Result"),
        required=False,
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text=_("For example how many took part, what was given, to whom."),
    )

    field_order = ["done_on", "result", "reason"]


class DropForm(StandInMixin, forms.Form):
    why = CharField(label=_("Why is the activity not carried out?"), max_length=300)

    field_order = ["why", "reason"]
