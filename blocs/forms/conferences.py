"""Forms of conferences: the record itself, revoking it, and the filters above the lists."""

from django import forms
from django.db.models import Exists, OuterRef, Q
from django.utils.translation import gettext_lazy as _

from vietnamese.forms import CharField, DateField
from vietnamese.text import search_key

from ..conferring import HERE
from ..models import (
    Attendance,
    ConferencePerson,
    Organisation,
    PartOfDay,
    Purpose,
    Source,
)
from .blocs import BlocFilterForm
from .notices import StandInMixin

LONGEST_TEXT = 30_000
TEXTS = ("agenda", "discussion", "results", "conclusions")


def _text(label, rows, help_text=""):
    return CharField(
        label=label,
        max_length=LONGEST_TEXT,
        required=False,
        help_text=help_text,
        widget=forms.Textarea(attrs={"rows": rows}),
    )


class ConferenceForm(StandInMixin, forms.Form):
    """Cleaned to what `record_conference`, `record_past_conference`, `change_conference` take.

    `year` is the main one, `years` those that the conference may serve; `conference`, where there
    is one, is filled in. Only history (`is_past`) names a source.
    """

    title = CharField(
        label=_("Title of the conference"),
        max_length=300,
        required=False,
        help_text=_("Left empty, the conference is called after what it was held for."),
    )
    held_on = DateField(
        label=_("Held on"), required=False, help_text=_("Leave it empty if the day is not known.")
    )
    part_of_day = forms.ChoiceField(
        label=_("Part of the day"),
        choices=PartOfDay,
        initial=PartOfDay.UNKNOWN,
        required=False,
    )
    place = CharField(label=_("Place"), max_length=300, required=False)
    host = forms.ModelChoiceField(
        Organisation.objects.none(), label=_("Host"), required=False, empty_label=_("not recorded")
    )
    agenda = _text(_("Agenda"), 4)
    discussion = _text(_("Discussion"), 6, _("Who said what, in the order of speaking."))
    results = _text(_("Results"), 4, _("Scores, votes, chair and deputies of the next year."))
    conclusions = _text(_("Conclusions"), 4)
    source = forms.ModelChoiceField(
        Source.objects.all(), label=_("Source"), required=False, empty_label=_("Our own record")
    )
    inferred = CharField(
        label=_("What was inferred"), required=False, widget=forms.Textarea(attrs={"rows": 2})
    )
    version = forms.IntegerField(min_value=1, widget=forms.HiddenInput)

    def __init__(self, *args, year, years, hosts, is_past, conference=None, **kwargs):
        super().__init__(*args, initial=_shown(conference), **kwargs)
        self.year, self.years = year, sorted(years, key=lambda each: (each != year, each.year))
        self.fields["host"].queryset = hosts
        for each in self.years:
            self.fields[_field_of(each)] = forms.MultipleChoiceField(
                label=_("For the year %(year)s") % {"year": each.year},
                choices=Purpose,
                required=False,
                widget=forms.CheckboxSelectMultiple,
            )
        left_out = () if conference else ("version",)
        for name in left_out if is_past else (*left_out, "source", "inferred"):
            del self.fields[name]

    @property
    def purpose_fields(self):
        return [self[_field_of(year)] for year in self.years]

    def clean(self):
        data = super().clean()
        data["purposes"] = {year: data.pop(_field_of(year), []) for year in self.years}
        if not any(data["purposes"].values()):
            message = _("Say what the conference was held for: at least one purpose.")
            self.add_error(_field_of(self.year), message)
        data["part_of_day"] = data.get("part_of_day") or PartOfDay.UNKNOWN
        for name in TEXTS:  # a browser ends lines with two letters; one is stored
            data[name] = data.get(name, "").replace("\r\n", "\n")
        return data


def _field_of(year):
    return f"purposes_{year.year}"


def _shown(conference):
    if conference is None:
        return {}
    names = ("title", "held_on", "part_of_day", "place", "host", *TEXTS, "source", "inferred")
    shown = {name: getattr(conference, name) for name in (*names, "version")}
    for row in conference.stated:
        shown.setdefault(f"purposes_{row['year']}", []).append(row["purpose"])
    return shown


class RevokeConferenceForm(StandInMixin, forms.Form):
    revoke_reason = CharField(label=_("Why is the conference revoked?"), max_length=300)

    field_order = ["revoke_reason", "reason"]


ALL_PURPOSES = [("", _("All purposes")), *Purpose.choices]


class PurposeFilterForm(forms.Form):
    """Filter the conferences of a year by what they did for that year."""

    purpose = forms.ChoiceField(label=_("Purpose"), choices=ALL_PURPOSES, required=False)

    def filtered(self, conferences, year):
        purpose = self.is_valid() and self.cleaned_data["purpose"]
        return conferences.for_purpose(purpose, emulation_year=year) if purpose else conferences


class ConferenceFilterForm(BlocFilterForm):
    """Filter conferences of all blocs by title, present-day province, purpose and who attended."""

    q = CharField(label=_("Title of the conference"), required=False, max_length=120)
    purpose = forms.ChoiceField(label=_("Purpose"), choices=ALL_PURPOSES, required=False)
    who = CharField(
        label=_("Who attended"),
        required=False,
        max_length=120,
        widget=forms.TextInput(attrs={"placeholder": _("Name, position or organisation")}),
    )
    order = forms.ChoiceField(
        label=_("Order"),
        required=False,
        choices=[("", _("Latest first")), ("earliest", _("Earliest first"))],
    )

    field_order = ["q", "purpose", "province", "who", "order"]

    def filtered(self, conferences):
        """Return the conferences that match, in order; what cannot be read filters nothing."""
        data = self.cleaned_data if self.is_valid() else {}
        if province := data.get("province"):
            meant = self.with_predecessors(province)
            conferences = conferences.filter(bloc__province__in=meant)
        if purpose := data.get("purpose"):
            conferences = conferences.for_purpose(purpose)
        if key := search_key(data.get("q", "")):
            conferences = conferences.filter(search_key__contains=key)
        if key := search_key(data.get("who", "")):
            conferences = conferences.filter(_attended(key))
        earliest = data.get("order") == "earliest"
        return conferences.in_time() if earliest else conferences.latest_first()


def _attended(key):
    """Conferences at which somebody was whose name, position or organisation holds the key."""
    people = ConferencePerson.objects.filter(conference=OuterRef("pk"), search_key__contains=key)
    members = Attendance.objects.filter(conference=OuterRef("pk"), state__in=HERE).filter(
        Q(search_key__contains=key)
        | Q(seat__organisation__search_key__contains=key)
        | Q(seat__organisation__aliases__search_key__contains=key)
    )
    return Exists(people) | Exists(members)
