"""Forms of the draft of a covenant."""

from django import forms
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _

from blocs.models import LegalBasis, Seat
from vietnamese.forms import CharField, DateField, DecimalField

from ..models.covenants import USUAL_COPIES

LONGEST_TEXT = 20_000


def _area(rows):
    return forms.Textarea(attrs={"rows": rows})


class TypedText(CharField):
    """A long text kept as it was typed; of the two letters that end a browser's line one stays."""

    def __init__(self, *, rows=6, **kwargs):
        super().__init__(max_length=LONGEST_TEXT, strip=False, widget=_area(rows), **kwargs)

    def to_python(self, value):
        return super().to_python(value).replace("\r\n", "\n")


class BasesField(forms.ModelMultipleChoiceField):
    """Legal bases as papers cite them, with a word on those that are not in force."""

    widget = forms.CheckboxSelectMultiple
    today = None

    def label_from_instance(self, basis):
        if basis.is_in_force_on(self.today):
            return basis.citation
        return _now("%(basis)s (not in force)") % {"basis": basis.citation}


class HeadForm(forms.Form):
    """Cleaned to what `save_head` takes. `revision` is the one that the writer saw."""

    title = CharField(label=_("Title"), max_length=300)
    theme = CharField(
        label=_("Theme"),
        max_length=2000,
        required=False,
        widget=_area(2),
        help_text=_("The theme of the year's emulation, as the bloc writes it."),
    )
    place = CharField(label=_("Place of signing"), max_length=200, required=False)
    dated = DateField(label=_("Day of signing"), required=False)
    witness = CharField(
        label=_("Witness"),
        max_length=1000,
        required=False,
        widget=_area(2),
        help_text=_("Full name, position and organisation, a line for each."),
    )
    closing_terms = TypedText(label=_("Closing terms"), rows=4, required=False)
    copies = forms.IntegerField(
        label=_("Number of copies"), min_value=1, max_value=99, initial=USUAL_COPIES
    )
    bases = BasesField(label=_("Legal bases"), queryset=LegalBasis.objects.none(), required=False)
    revision = forms.IntegerField(min_value=1, widget=forms.HiddenInput)

    def __init__(self, *args, version, province, today, **kwargs):
        names = ("title", "theme", "place", "dated", "witness", "closing_terms", "copies")
        shown = {name: getattr(version, name) for name in (*names, "revision")}
        shown["bases"] = [cited.basis_id for cited in version.cited.all()]
        super().__init__(*args, initial=shown, **kwargs)
        known = LegalBasis.objects.of(province)
        known = known.in_force_on(today) | known.filter(pk__in=shown["bases"])
        self.fields["bases"].queryset = known.order_by("signed_on", "pk")
        self.fields["bases"].today = today


class CommitmentForm(forms.Form):
    """A commitment: shared by all, or of one member."""

    text = TypedText(label=_("Text"))
    seat = forms.ModelChoiceField(
        label=_("Commitment of"),
        queryset=Seat.objects.none(),
        required=False,
        empty_label=_("all members"),
    )
    revision = forms.IntegerField(min_value=1, widget=forms.HiddenInput, required=False)

    def __init__(self, *args, seats, commitment=None, **kwargs):
        if commitment:
            kwargs["initial"] = {
                "text": commitment.text,
                "seat": commitment.seat_id,
                "revision": commitment.revision,
            }
            kwargs["auto_id"] = f"c{commitment.pk}-%s"
        super().__init__(*args, **kwargs)
        self.fields["seat"].queryset = Seat.objects.filter(pk__in=[each.pk for each in seats])
        self.fields["seat"].choices = [
            ("", self.fields["seat"].empty_label),
            *((each.pk, each.name) for each in seats),
        ]
        if not commitment:
            del self.fields["revision"]


class TargetForm(forms.Form):
    """One target of a commitment, with a figure for each member that it concerns."""

    name = CharField(label=_("Name of the target"), max_length=200)
    unit = CharField(label=_("Unit"), max_length=60)
    lower_is_better = forms.BooleanField(label=_("Lower is better"), required=False)
    before = forms.CharField(required=False, widget=forms.HiddenInput)

    def __init__(self, *args, members, targets=(), **kwargs):
        self.members = members
        if targets:
            first = targets[0]
            kwargs["initial"] = {
                "name": first.name,
                "unit": first.unit,
                "lower_is_better": first.lower_is_better,
                "before": first.name,
                **{f"seat_{each.seat}": each.figure for each in targets},
            }
        super().__init__(*args, **kwargs)
        for member in members:
            self.fields[f"seat_{member.pk}"] = DecimalField(
                label=member.name, max_digits=15, decimal_places=2, min_value=0, required=False
            )

    def setting(self):
        """What `set_targets` takes."""
        data = self.cleaned_data
        return {
            "name": data["name"],
            "unit": data["unit"],
            "lower_is_better": data["lower_is_better"],
            "before": data["before"],
            "planned": {each.pk: data[f"seat_{each.pk}"] for each in self.members},
        }


class RegistrationForm(forms.Form):
    seat = forms.ModelChoiceField(label=_("Member"), queryset=Seat.objects.none())
    text = CharField(
        label=_("Title or award"),
        max_length=200,
        help_text=_("Its full name, as it is awarded."),
    )
    note = CharField(label=_("Note"), max_length=300, required=False)

    def __init__(self, *args, seats, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["seat"].queryset = Seat.objects.filter(pk__in=[seat.pk for seat in seats])
        self.fields["seat"].choices = [(seat.pk, seat.organisation.name) for seat in seats]


class PastCovenantForm(forms.Form):
    """The covenant of a closed year as a source tells it."""

    title = CharField(label=_("Title"), max_length=300)
    theme = CharField(label=_("Theme"), max_length=2000, required=False, widget=_area(2))
    signed_on = DateField(label=_("Signed on"))
    place = CharField(label=_("Place of signing"), max_length=200, required=False)
    witness = CharField(label=_("Witness"), max_length=1000, required=False, widget=_area(2))
    commitments = TypedText(
        label=_("Commitments"),
        rows=14,
        help_text=_("One after the other, with an empty line between two. No numbers before them."),
    )
    inferred = CharField(
        label=_("What was inferred"), max_length=1000, required=False, widget=_area(2)
    )

    def __init__(self, *args, seats, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["signed"] = forms.ModelMultipleChoiceField(
            label=_("Signed by"),
            queryset=Seat.objects.filter(pk__in=[seat.pk for seat in seats]),
            widget=forms.CheckboxSelectMultiple,
            required=False,
            help_text=_("Organisations whose signatory is not named."),
        )
        self.fields["signed"].choices = [(seat.pk, seat.organisation.name) for seat in seats]

    def entering(self):
        """What `record_past_covenant` takes."""
        data = dict(self.cleaned_data)
        signed = data.pop("signed")
        parts = data["commitments"].split("\n\n")
        data["commitments"] = [part.strip("\n") for part in parts if part.strip()]
        return {**data, "signatories": dict.fromkeys(signed)}
