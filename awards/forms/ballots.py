"""Forms of a ballot: its rules and nominees, its opening, and the chair's other steps."""

import datetime as dt

from django import forms
from django.utils import timezone
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _

from blocs.forms.notices import StandInMixin
from vietnamese.forms import CharField, DateField

from ..models import Ballot, Electorate
from ..thresholds import Threshold


class BallotForm(forms.ModelForm):
    """Cleaned to what `prepare_ballot` and `change_ballot` take."""

    title = CharField(
        label=_("What is voted on"),
        max_length=300,
        help_text=_("As it stands on the ballot paper, with the exact name of the award."),
    )
    consulted_on = DateField(label=_("Consultation held on"))
    consultation = CharField(
        label=_("Result of the consultation: number and kinds of awards"),
        widget=forms.Textarea(attrs={"rows": 3}),
    )
    nominees = forms.TypedMultipleChoiceField(
        label=_("Nominees"), coerce=int, widget=forms.CheckboxSelectMultiple
    )
    quota = forms.IntegerField(label=_("How many may be chosen"), min_value=1, initial=1)
    threshold = forms.ChoiceField(label=_("Votes needed, of all who may vote"), choices=Threshold)
    basis = CharField(
        label=_("Where these rules are written"),
        max_length=300,
        help_text=_("For example the article of the bloc's regulation or a guideline."),
    )
    electorate = forms.ChoiceField(label=_("Who has a vote"), choices=Electorate)
    self_vote = forms.BooleanField(
        label=_("A member may vote for itself"),
        required=False,
        initial=True,
        help_text=_("Where it may not, a vote for a member tells that it is of another one."),
    )
    allows_proxy = forms.BooleanField(
        label=_("Voting by written proxy is allowed"),
        required=False,
        initial=True,
        help_text=_("A proxy votes on paper. In the system whoever may sign for a member votes."),
    )

    class Meta:
        model = Ballot
        fields = [
            "title", "consulted_on", "consultation", "quota", "threshold", "basis", "electorate",
            "self_vote", "allows_proxy",
        ]  # fmt: skip

    field_order = ["title", "consulted_on", "consultation", "nominees", "quota", "threshold"]

    def __init__(self, *args, seats, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["nominees"].choices = [(seat.pk, str(seat)) for seat in seats]


class EndMixin(forms.Form):
    """The last day and hour of voting, joined as `until`."""

    last_day = DateField(label=_("Voting ends on"))
    last_time = forms.TimeField(
        label=_("At"),
        initial=dt.time(17),
        input_formats=["%H:%M", "%Hh%M", "%H.%M"],
        widget=forms.TimeInput(format="%H:%M"),
        help_text=_("Hours and minutes, for example 17:00."),
    )

    @property
    def until(self):
        moment = dt.datetime.combine(self.cleaned_data["last_day"], self.cleaned_data["last_time"])
        return timezone.make_aware(moment)


class OpenForm(StandInMixin, EndMixin):
    """When voting ends, and who votes how; `opening()` is what `open_ballot` takes."""

    field_order = ["last_day", "last_time", "voters", "on_paper"]

    def __init__(self, *args, ballot, candidates, **kwargs):
        super().__init__(*args, **kwargs)
        self.ballot, self.candidates = ballot, candidates
        choices = [(each.key, str(each)) for each in candidates]
        if ballot.electorate == Electorate.DELEGATES:
            self.fields["voters"] = self._several(_now("Delegates who have a vote"), choices, True)
            self.initial["voters"] = [key for key, _label in choices]
        self.fields["on_paper"] = self._several(_now("These vote on paper"), choices, False)
        if ballot.allows_proxy:
            for key, label in choices:
                self.fields[f"proxy_{key}"] = CharField(
                    label=_now("Written proxy of %(name)s") % {"name": label},
                    max_length=300,
                    required=False,
                )
        self.order_fields([*self.field_order, *self.fields])

    def _several(self, label, choices, required):
        return forms.MultipleChoiceField(
            label=label,
            choices=choices,
            required=required,
            widget=forms.CheckboxSelectMultiple,
        )

    def opening(self):
        data = self.cleaned_data
        return {
            "closes_at": self.until,
            "voters": data.get("voters"),
            "on_paper": set(data["on_paper"]),
            "proxies": {
                each.key: data.get(f"proxy_{each.key}", "")
                for each in self.candidates
                if self.ballot.allows_proxy
            },
            "reason": data.get("reason", ""),
        }


class StepForm(StandInMixin, forms.Form):
    """Closing: only the reason of staff who act in place of the chair."""

    def taken(self):
        return {"reason": self.cleaned_data.get("reason", "")}


class ReasonForm(StepForm):
    why = CharField(
        label=_("Reason"), max_length=300, help_text=_("It stands on the page of the ballot.")
    )

    field_order = ["why", "reason"]

    def taken(self):
        return {"why": self.cleaned_data["why"], **super().taken()}


class ExtendForm(EndMixin, ReasonForm):
    field_order = ["last_day", "last_time", "why", "reason"]

    def taken(self):
        return {"until": self.until, **super().taken()}
