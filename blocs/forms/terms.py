"""Forms of terms: appointing, recording the past, correcting, revoking, asking for a day."""

from django import forms
from django.utils.translation import gettext_lazy as _

from vietnamese.forms import CharField, DateField

from ..models import Seat, Selection, TermRole
from .periods import PeriodMixin, after, days_of
from .sources import SourcedMixin


class SeatField(forms.ModelChoiceField):
    """Choose a member by year, in protocol order; `offer` says whose and of which years."""

    def __init__(self, **kwargs):
        super().__init__(Seat.objects.none(), label=_("Organisation"), **kwargs)

    def offer(self, years, on=None):
        """Offer the seats in these years, without those that were left by a day."""
        seats = Seat.objects.filter(emulation_year__in=years)
        self.queryset = seats.select_related("organisation", "emulation_year")
        groups = {}
        for seat in self.queryset.order_by("-emulation_year__year", "position"):
            if on is None or not seat.has_left_by(on):
                year = str(seat.emulation_year.year)
                groups.setdefault(year, []).append((seat.pk, seat.organisation.name))
        self.choices = [("", _("Choose the year's member")), *groups.items()]


def _lines(label):
    area = forms.Textarea(attrs={"rows": 2})
    return CharField(label=label, required=False, widget=area)


class AppointForm(SourcedMixin, PeriodMixin, forms.Form):
    """A member of an open year takes office from a day on; cleaned to what `appoint` takes."""

    role = forms.ChoiceField(label=_("Role"), choices=TermRole)
    seat = SeatField(help_text=_("The year is the one for which it takes office."))
    selection = forms.ChoiceField(
        label=_("Manner of selection"), choices=Selection, initial=Selection.UNKNOWN
    )
    note = _lines(_("Note"))

    field_order = ["role", "seat", "from_on", "last_on", "selection", "note"]

    def __init__(self, *args, years, today, **kwargs):
        super().__init__(*args, initial={"from_on": today}, **kwargs)
        self.fields["seat"].offer(years, on=today)

    def clean(self):
        return _as_verbs_take_it(super().clean())


class PastTermForm(SourcedMixin, forms.Form):
    """Who held an office in a year, the days being unknown."""

    role = forms.ChoiceField(label=_("Role"), choices=TermRole)
    seat = SeatField(help_text=_("The year is the one for which it held office."))
    selection = forms.ChoiceField(
        label=_("Manner of selection"), choices=Selection, initial=Selection.UNKNOWN
    )
    note = _lines(_("Note"))

    def __init__(self, *args, years, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["seat"].offer(years)


class TermChangeForm(SourcedMixin, PeriodMixin, forms.Form):
    """Correct a term. A historical one has no days, so there are none to correct."""

    selection = forms.ChoiceField(label=_("Manner of selection"), choices=Selection)
    note = _lines(_("Note"))
    why = CharField(label=_("Why is the term corrected?"), max_length=300)

    def __init__(self, *args, term, **kwargs):
        shown = {"selection": term.selection, "note": term.note, **days_of(term.period)}
        shown |= {"source": term.source_id, "inferred": term.inferred}
        super().__init__(*args, initial=shown, **kwargs)
        if term.period is None:
            del self.fields["from_on"], self.fields["last_on"]

    def clean(self):
        return _as_verbs_take_it(super().clean())


class RevokeForm(forms.Form):
    reason = CharField(label=_("Reason"), max_length=300)


class DayForm(forms.Form):
    """The day for which the roster is asked: `?ngay=05/01/2026`."""

    ngay = DateField(label=_("On the day"), required=False)


def _as_verbs_take_it(data):
    """The verbs take `from_on` and `until`, the first day after; people write the last day."""
    data.pop("period", None)
    last_on = data.pop("last_on", None)
    return {**data, "from_on": data.get("from_on"), "until": after(last_on)}
