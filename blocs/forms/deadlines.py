"""Forms of deadlines: the bloc's own days, an extension, the days of a province or the country."""

import datetime as dt
import re

from django import forms
from django.utils.text import capfirst
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from vietnamese.dates import short_date
from vietnamese.forms import CharField, DateField

from ..deadlines import SetBy, rule_in_force
from ..models import DeadlineKind, DeadlineRule, Seat
from .notices import StandInMixin

WRITTEN = re.compile(r"(\d{1,2})\s*[/.-]\s*(\d{1,2})", re.ASCII)


class DeadlinesForm(StandInMixin, forms.Form):
    """The bloc's own days; cleaned to what `set_deadlines` takes.

    `own` are the days set already, `{kind: day}`; `usual` is what `usual_days` returned.
    """

    def __init__(self, *args, own, usual, **kwargs):
        super().__init__(*args, **kwargs)
        for kind, label in DeadlineKind.choices:
            self.fields[f"day_{kind}"] = DateField(
                label=capfirst(label),
                required=False,
                initial=own.get(kind),
                help_text=_instead(*usual[kind]),
            )
        if "reason" in self.fields:
            self.fields["reason"] = self.fields.pop("reason")  # to the end

    def clean(self):
        data = super().clean()
        days = {kind: data.get(f"day_{kind}") for kind in DeadlineKind.values}
        given = {"reason": data["reason"]} if "reason" in data else {}
        return {"days": days, **given}


class ExtensionForm(StandInMixin, forms.Form):
    """One deadline is put off, for a member or for all; cleaned to what `extend_deadline` takes."""

    kind = forms.ChoiceField(label=_("What is due"))
    seat = forms.ModelChoiceField(
        Seat.objects.none(), label=_("For whom"), required=False, empty_label=_("All members")
    )
    until = DateField(label=_("Until"), help_text=_("The new last day, until 24:00."))
    why = CharField(label=_("Reason for the extension"), max_length=300)

    field_order = ["kind", "seat", "until", "why", "reason"]

    def __init__(self, *args, year, dues, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["kind"].choices = [
            (due.kind, f"{capfirst(due.label)} ({short_date(due.on)})") for due in dues.values()
        ]
        seats = year.seats.select_related("organisation").filter(left_on=None)
        self.fields["seat"].queryset = seats


class AnnualDayField(CharField):
    """A day of every year, written 31/3; cleaned to (month, day), or None where it is empty."""

    default_error_messages = {
        "invalid": _("Write day and month, for example 31/3."),
        "leap": _("29 February is not a day of every year. Choose 28 February or 1 March."),
    }

    def clean(self, value):
        text = super().clean(value).strip()
        if not text:
            return None
        written = WRITTEN.fullmatch(text)
        day, month = map(int, written.groups()) if written else (0, 0)
        if (day, month) == (29, 2):
            raise forms.ValidationError(self.error_messages["leap"], code="leap")
        try:
            dt.date(2026, month, day)
        except ValueError:
            raise forms.ValidationError(self.error_messages["invalid"], code="invalid") from None
        return month, day


class RulesForm(forms.Form):
    """The days of a province or, without one, of the country; cleaned for `set_deadline_rules`.

    Shows what holds in `year`; `rules` are the rows of DeadlineRule of the province and the
    country's.
    """

    from_year = forms.IntegerField(
        label=_("From the emulation year"),
        min_value=1948,
        max_value=2100,
        help_text=_("Earlier years keep the days that they had."),
    )
    basis = CharField(
        label=_("Basis"),
        max_length=DeadlineRule._meta.get_field("basis").max_length,
        required=False,
        help_text=_("By which document, for example the plan of the emulation council."),
    )

    def __init__(self, *args, province, rules, year, **kwargs):
        super().__init__(*args, initial={"from_year": year}, **kwargs)
        for kind, label in DeadlineKind.choices:
            own = rule_in_force(rules, province and province.pk, kind, year)
            usual = rule_in_force(rules, None, kind, year) if province else None
            self.fields[f"day_{kind}"] = AnnualDayField(
                label=capfirst(label),
                required=False,
                initial=own and f"{own.day:02d}/{own.month:02d}",
                help_text=_usual_day(usual) if province else "",
            )
            self.fields[f"later_{kind}"] = forms.BooleanField(
                label=_("in the calendar year after"),
                required=False,
                initial=bool(own and own.years_later),
            )

    def rows(self):
        """The two fields of each kind, for the template."""
        return [(self[f"day_{kind}"], self[f"later_{kind}"]) for kind in DeadlineKind.values]

    def clean(self):
        data = super().clean()
        days = {}
        for kind in DeadlineKind.values:
            annual, later = data.pop(f"day_{kind}", None), data.pop(f"later_{kind}", False)
            days[kind] = (*annual, int(later)) if annual else None
        return {**data, "days": days}


def _instead(day, set_by):
    """What counts where the field stays empty."""
    if day is None:
        return _("Empty: no day is set.")
    words = {"day": short_date(day)}
    if set_by == SetBy.PROVINCE:
        return gettext("Empty: the day of the province, %(day)s.") % words
    return gettext("Empty: the usual day, %(day)s.") % words


def _usual_day(rule):
    if rule is None:
        return _("Empty: no day is set.")
    words = {"day": f"{rule.day:02d}/{rule.month:02d}"}
    if rule.years_later:
        return gettext("Empty: the usual day, %(day)s of the year after.") % words
    return gettext("Empty: the usual day, %(day)s.") % words
