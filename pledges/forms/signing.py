"""Forms of the signing and of the chair's steps."""

from django import forms
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _

from accounts.forms import PasswordAgainMixin
from blocs.forms.notices import StandInMixin
from files.forms import FileField
from vietnamese.forms import CharField, DateField


class ReservingMixin:
    """A tick and a reason for each commitment that concerns the member."""

    def add_reservations(self, pledges):
        self.pledges = pledges
        for each in pledges:
            self.fields[f"reserve_{each.number}"] = forms.BooleanField(
                label=_now("Reservation on commitment %(number)s") % {"number": each.number},
                required=False,
            )
            self.fields[f"why_{each.number}"] = CharField(
                label=_now("Reason for the reservation on commitment %(number)s")
                % {"number": each.number},
                max_length=500,
                required=False,
            )

    def lines(self):
        """Each commitment with its two fields, for the page."""
        return [
            (each, self[f"reserve_{each.number}"], self[f"why_{each.number}"])
            for each in self.pledges
        ]

    def check_reservations(self, data):
        for each in self.pledges:
            ticked, why = data.get(f"reserve_{each.number}"), data.get(f"why_{each.number}")
            if ticked and not why:
                self.add_error(f"why_{each.number}", _now("Say why you sign with a reservation."))
            if why and not ticked:
                self.add_error(
                    f"reserve_{each.number}", _now("Tick the reservation, or clear its reason.")
                )

    @property
    def reservations(self):
        data = self.cleaned_data
        return {
            each.number: data[f"why_{each.number}"]
            for each in self.pledges
            if data[f"reserve_{each.number}"]
        }


class SignForm(PasswordAgainMixin, ReservingMixin, forms.Form):
    """The password, and reservations. What was seen travels in hidden fields of the page."""

    def __init__(self, *args, pledges, **kwargs):
        super().__init__(*args, **kwargs)
        self.add_reservations(pledges)

    def clean(self):
        data = super().clean()
        self.check_reservations(data)
        return data


class PaperSignatureForm(StandInMixin, ReservingMixin, forms.Form):
    signed_on = DateField(label=_("Signed on"))
    full_name = CharField(
        label=_("Full name of who signed"),
        max_length=120,
        required=False,
        help_text=_("Leave it empty where only the organisation is known."),
    )
    position = CharField(label=_("Position"), max_length=300, required=False)
    upload = FileField(label=_("Scan of the signed paper"))

    field_order = ["signed_on", "full_name", "position", "upload", "reason"]

    def __init__(self, *args, pledges, **kwargs):
        super().__init__(*args, **kwargs)
        self.add_reservations(pledges)

    def clean(self):
        data = super().clean()
        self.check_reservations(data)
        return data

    def recording(self):
        """What `record_paper_signature` takes."""
        names = ("signed_on", "full_name", "position", "upload")
        taken = {name: self.cleaned_data[name] for name in names}
        reason = self.cleaned_data.get("reason", "")
        return {**taken, "reservations": self.reservations, "reason": reason}


class StepForm(StandInMixin, forms.Form):
    """Only the reason of staff who act in place of the chair."""


class OpenForm(StandInMixin, forms.Form):
    sign_by = DateField(
        label=_("Members sign until"),
        required=False,
        help_text=_("Needed where the year's own deadline for signing is over or not set."),
    )

    field_order = ["sign_by", "reason"]


class AmendForm(StandInMixin, forms.Form):
    amendment_reason = CharField(label=_("Why is the covenant amended?"), max_length=300)

    field_order = ["amendment_reason", "reason"]
