"""The shape of what people choose about the stages of a year."""

from functools import partial

from django import forms
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _

from blocs.forms.notices import StandInMixin
from blocs.models import Conference
from vietnamese.forms import DateField

from .models import LONGEST_ANSWER, Shown, Silence, Stage
from .procedure import StageRule

OF_SELF = [Silence.EMPTY, Silence.SUBMITTED]
OF_OTHERS = [Silence.EMPTY, Silence.ACCEPTED]


def _silence(label, allowed):
    return forms.ChoiceField(label=label, choices=partial(_choices, allowed), required=False)


def _shown(label):
    return forms.ChoiceField(label=label, choices=partial(_choices, Shown), required=False)


def _choices(allowed):
    """In the language of the page: asked for with each form."""
    return [(each.value, each.label.capitalize()) for each in allowed]


class StagesForm(forms.Form):
    """Which stages a year uses; cleans to `rules` as `choose_stages` takes them."""

    self_used = forms.BooleanField(label=_("Members score themselves"), required=False)
    self_silence = _silence(_("A member that has not submitted until the last day"), OF_SELF)
    self_shown = _shown(_("Of the self-scores other members see after the last day"))
    checked_used = forms.BooleanField(label=_("Sheets are cross-checked"), required=False)
    checked_silence = _silence(_("What was not checked until the last day"), OF_OTHERS)
    checked_shown = _shown(_("Of the checks other members see after the last day"))
    checked_days = forms.IntegerField(
        label=_("Days in which a member may answer its check"),
        min_value=1,
        max_value=LONGEST_ANSWER,
        required=False,
        help_text=_("Counted from the day on which the check is finished. Empty: it is not asked."),
    )
    agreed_silence = _silence(_("What the bloc has not agreed upon"), OF_OTHERS)
    verified_used = forms.BooleanField(
        label=_("The standing body of the council verifies"), required=False
    )
    verified_silence = _silence(_("What was not verified"), OF_OTHERS)

    def __init__(self, *args, procedure, **kwargs):
        super().__init__(*args, **kwargs)
        for stage in (Stage.SELF, Stage.CHECKED, Stage.AGREED, Stage.VERIFIED):
            rule = procedure.rule(stage) or StageRule(stage)
            self.initial |= {
                f"{stage}_used": procedure.uses(stage),
                f"{stage}_silence": rule.silence.value,
                f"{stage}_shown": rule.shown.value,
                f"{stage}_days": rule.answer_days,
            }

    def clean(self):
        data = super().clean()
        if self.errors:
            return data
        used = [s for s in (Stage.SELF, Stage.CHECKED, Stage.VERIFIED) if data[f"{s}_used"]]
        rules = [_rule(stage, data) for stage in [*used, Stage.AGREED]]
        if Stage.VERIFIED in used:
            rules.append(StageRule(Stage.OFFICIAL))
        return {"rules": rules}


class AgreeForm(StandInMixin, forms.Form):
    """Upon whose sheets the bloc agreed, when and where; cleans to what `agree_sheets` takes."""

    conference = forms.ModelChoiceField(
        Conference.objects.none(), label=_("Conference"), required=False
    )
    agreed_on = DateField(
        label=_("Day of the agreement"),
        required=False,
        help_text=_("Left empty, it is the day of the conference."),
    )
    seats = forms.TypedMultipleChoiceField(
        label=_("Members"), coerce=int, widget=forms.CheckboxSelectMultiple
    )

    field_order = ["conference", "agreed_on", "seats", "reason"]

    def __init__(self, *args, seats, conferences, **kwargs):
        super().__init__(*args, **kwargs)
        self.known = {seat.pk: seat for seat in seats}
        self.fields["seats"].choices = [(pk, str(seat)) for pk, seat in self.known.items()]
        self.fields["conference"].queryset = conferences
        self.fields["conference"].empty_label = _now("not recorded")
        self.initial["seats"] = list(self.known)

    def clean(self):
        data = super().clean()
        held = data["conference"].held_on if data.get("conference") else None
        data["agreed_on"] = data.get("agreed_on") or held
        if data["agreed_on"] is None and not self.errors:
            raise forms.ValidationError(_now("Write the day on which the bloc agreed."))
        data["seats"] = [self.known[pk] for pk in data.get("seats") or []]
        return data


def _rule(stage, data):
    return StageRule(
        stage,
        Silence(data.get(f"{stage}_silence") or Silence.EMPTY),
        Shown(data.get(f"{stage}_shown") or Shown.TOTALS),
        data.get(f"{stage}_days"),
    )
