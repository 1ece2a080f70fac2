"""Forms of the nominations: how one comes on the list and leaves it, and what is said of it."""

from django import forms
from django.utils.translation import gettext_lazy as _

from blocs.forms.notices import StandInMixin
from files.forms import MultipleFileField
from vietnamese.forms import CharField


class _OfAKind(StandInMixin, forms.Form):
    """For one of the `kinds` of award that are given to collectives today, by their exact names."""

    kind = forms.TypedChoiceField(label=_("Award"))

    def __init__(self, *args, kinds, **kwargs):
        super().__init__(*args, **kwargs)
        by_key = {str(kind.pk): kind for kind in kinds}
        named = [(key, kind.name) for key, kind in by_key.items()]
        self.fields["kind"].choices = [("", _("Choose")), *named]
        self.fields["kind"].coerce = by_key.get


class BallotNominationForm(_OfAKind):
    """For which award a ballot has chosen; the reason of staff who stand in."""

    field_order = ["kind", "reason"]


class NominationForm(_OfAKind):
    """By hand: a member, an award and why; cleaned to what `nominate` takes."""

    seat = forms.ModelChoiceField(queryset=None, label=_("Member"), empty_label=_("Choose"))
    why = CharField(
        label=_("Why is it nominated?"),
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("Neither the ranking nor a ballot says it: the reason stays readable."),
    )

    field_order = ["seat", "kind", "why", "reason"]

    def __init__(self, *args, seats, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["seat"].queryset = seats


class QuotaForm(StandInMixin, forms.Form):
    """Nothing but the reason of staff who stand in for a chair."""


class NominationReasonForm(StandInMixin, forms.Form):
    why = CharField(label=_("Reason"), max_length=300, help_text=_("It stays with the nomination."))

    field_order = ["why", "reason"]


class SummaryForm(forms.Form):
    summary = CharField(
        label=_("Summary of achievements"),
        max_length=3000,
        widget=forms.Textarea(attrs={"rows": 6}),
        help_text=_("Printed in the submission beside the member: a few sentences with figures."),
    )


class OverrideForm(StandInMixin, forms.Form):
    """Which open findings (`Noted`) are overridden, and why; of the bloc and of the province.

    `overriding` is what `override_findings` takes.
    """

    findings = forms.MultipleChoiceField(label=_("Findings"), widget=forms.CheckboxSelectMultiple)
    why = CharField(
        label=_("Why do they not stand in the way?"),
        max_length=1000,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("Printed in the submission: the province reads it."),
    )

    field_order = ["findings", "why", "reason"]

    def __init__(self, *args, noted, is_submitted=False, **kwargs):
        super().__init__(*args, **kwargs)
        self._sentences = {each.mark: each.kept.sentence for each in noted}
        choices = [(each.mark, _shown(each.shown)) for each in noted]
        self.fields["findings"].choices = choices
        self.initial.setdefault("findings", [mark for mark, _label in choices[:1]])
        if is_submitted:
            self.fields["why"].help_text = _(
                "Kept with the nomination, and read by the council and by audits."
            )

    def overriding(self):
        data = self.cleaned_data
        chosen = [self._sentences[mark] for mark in data["findings"]]
        return {"sentences": chosen, "why": data["why"], "reason": data.get("reason", "")}


class AchievementForm(StandInMixin, forms.Form):
    """The three parts of the nominee's report (docs/field.md §5.3)."""

    situation = CharField(
        label=_("I. Characteristics and situation"),
        max_length=10000,
        required=False,
        widget=forms.Textarea(attrs={"rows": 6}),
        help_text=_("Organisation, number of people, tasks, advantages and difficulties."),
    )
    achievements = CharField(
        label=_("II. Achievements"),
        max_length=30000,
        widget=forms.Textarea(attrs={"rows": 14}),
        help_text=_("Figures of one year for a flag, of two years for a certificate of merit."),
    )
    earlier_awards = CharField(
        label=_("III. Commendations already received"),
        max_length=10000,
        required=False,
        widget=forms.Textarea(attrs={"rows": 5}),
        help_text=_("Each with number and day of the decision."),
    )

    field_order = ["situation", "achievements", "earlier_awards", "reason"]


class NominationFileForm(StandInMixin, forms.Form):
    title = CharField(
        label=_("What is it?"),
        max_length=200,
        help_text=_("For example: signed achievement report, confirmation of taxes paid."),
    )
    uploads = MultipleFileField(label=_("Files"))

    field_order = ["title", "uploads", "reason"]


def _shown(finding):
    clause = f" ({finding.clause})" if finding.clause else ""
    return f"{finding.rule}: {finding.sentence}{clause}"
