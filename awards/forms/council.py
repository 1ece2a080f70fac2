"""Forms of the province before it decides: sending back, agencies, appraisal, the council."""

from django import forms
from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _

from files.forms import FileField
from files.kinds import PAPERS
from vietnamese.forms import CharField, DateField

from ..models import CouncilSession, OpinionVerdict


def lines(rows):
    return forms.Textarea(attrs={"rows": rows})


class SendBackForm(forms.Form):
    reason = CharField(
        label=_("Why is the submission sent back?"),
        widget=lines(4),
        help_text=_("What is missing or wrong, as the bloc reads it."),
    )


class WhyForm(forms.Form):
    """A step that is out of the ordinary, with its reason."""

    why = CharField(
        label=_("Reason"), max_length=300, help_text=_("It stands on the page of what it concerns.")
    )


class ScanForm(forms.Form):
    upload = FileField(label=_("Signed paper, as a file"), kinds=PAPERS)


class AskForm(forms.Form):
    """Cleaned to what `ask_agency` takes; all nominations are chosen beforehand."""

    agency = CharField(
        label=_("Agency asked"),
        max_length=200,
        help_text=_("For example police, tax office or social insurance of the province."),
    )
    asked_on = DateField(label=_("Asked on"))
    due_on = DateField(label=_("Answer expected until"), required=False)
    nominations = forms.TypedMultipleChoiceField(
        label=_("About whom"), coerce=int, widget=forms.CheckboxSelectMultiple
    )

    def __init__(self, *args, nominations, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["nominations"].choices = [(row.pk, str(row)) for row in nominations]
        self.initial = {
            "asked_on": timezone.localdate(),
            "nominations": [row.pk for row in nominations],
        }


class OpinionForm(forms.Form):
    """Cleaned to what `record_opinion` takes."""

    answered_on = DateField(label=_("Answered on"))
    verdict = forms.ChoiceField(
        label=_("Opinion of the agency"),
        choices=[choice for choice in OpinionVerdict.choices if choice[0]],
        widget=forms.RadioSelect,
    )
    text = CharField(label=_("What the agency says"), widget=lines(4), required=False)
    document = CharField(label=_("Paper: number and day"), max_length=300, required=False)
    upload = FileField(label=_("Paper, as a file"), kinds=PAPERS, required=False)


class AppraisalForm(forms.Form):
    is_favourable = forms.TypedChoiceField(
        label=_("Result of the appraisal"),
        choices=[
            ("yes", _("meets the conditions")),
            ("no", _("does not meet the conditions")),
        ],
        coerce=lambda value: value == "yes",
        widget=forms.RadioSelect,
    )
    conclusion = CharField(label=_("Conclusion"), widget=lines(4))
    appraised_on = DateField(label=_("Appraised on"))


class SessionForm(forms.ModelForm):
    held_on = DateField(label=_("Held on"))
    document = CharField(label=_("Minutes: number and day"), max_length=300, required=False)

    class Meta:
        model = CouncilSession
        fields = ["name", "held_on", "members", "present", "written", "document"]
        help_texts = {
            "name": _("For example the first session of the year."),
            "members": _("Votes are counted of all of them, absent ones too."),
            "written": _("Absent members who sent their vote in writing."),
        }

    def _post_clean(self):
        """The verb writes the row, and explains what the table refuses."""


class VotesForm(forms.Form):
    """Agree and disagree for each nomination; a line left empty was not voted on.

    `votes()` is what `save_votes` takes.
    """

    def __init__(self, *args, nominations, votes, **kwargs):
        super().__init__(*args, **kwargs)
        self.nominations = nominations
        for row in nominations:
            vote = votes.get(row.pk)
            self.fields[f"agree_{row.pk}"] = _number(_now("Agree"), vote and vote.agree)
            self.fields[f"disagree_{row.pk}"] = _number(_now("Disagree"), vote and vote.disagree)
            self.fields[f"reason_{row.pk}"] = CharField(
                label=_now("Reason, if it does not pass"),
                required=False,
                initial=vote.reason if vote else "",
                widget=lines(2),
            )

    def rows(self):
        """Each nomination with its three fields, for the page."""
        for row in self.nominations:
            yield row, *(self[f"{part}_{row.pk}"] for part in ("agree", "disagree", "reason"))

    def clean(self):
        data = super().clean()
        for row in self.nominations:
            half = data.get(f"agree_{row.pk}") is None, data.get(f"disagree_{row.pk}") is None
            if half == (True, False) and f"agree_{row.pk}" not in self.errors:
                self.add_error(
                    f"agree_{row.pk}",
                    ValidationError(
                        _now("%(name)s: write how many agreed, be it 0.") % {"name": row}
                    ),
                )
        return data

    def votes(self):
        data = self.cleaned_data
        return {
            row.pk: (
                data[f"agree_{row.pk}"],
                data[f"disagree_{row.pk}"] or 0,
                data[f"reason_{row.pk}"],
            )
            for row in self.nominations
            if data[f"agree_{row.pk}"] is not None
        }


def _number(label, value):
    return forms.IntegerField(
        label=label,
        min_value=0,
        max_value=9999,
        required=False,
        initial=value,
        widget=forms.TextInput({"inputmode": "numeric"}),
    )
