"""Forms of a decision and of its awards, row by row."""

from django import forms
from django.utils import timezone
from django.utils.translation import gettext as now
from django.utils.translation import gettext_lazy as _

from blocs.forms.organisations import provinces_kept_by
from blocs.forms.provinces import ProvinceChoice
from blocs.forms.sources import ORIGIN, SourcedMixin
from files.forms import FileField
from pledges.commending import Recipients
from vietnamese.forms import CharField, DateField

from ..bodies import Bodies
from ..kind_names import KindNames
from ..models import AwardKind, Decision, Method, Recipient, Sex
from ..rows import AwardRow
from .registry import FIRST_YEAR, LAST_YEAR

CHOOSE = [("", "---------")]
CLASSES = [choice for choice in Recipients.choices if choice[0] != Recipients.COLLECTIVE]


class DecisionForm(SourcedMixin, forms.ModelForm):
    """What `record_decision` and `correct_decision` take; `why` where one is corrected."""

    dated = DateField(label=_("Dated"))
    issuer = CharField(label=_("Issuing authority"), max_length=200)
    is_historical = forms.BooleanField(
        label=_("From past records"),
        required=False,
        help_text=_("Of past years, from old files: shown with less certainty, without money."),
    )
    upload = FileField(label=_("Scan"), required=False)
    why = CharField(label=_("Reason for the correction"), max_length=300)

    class Meta:
        model = Decision
        fields = ["number", "dated", "issuer", "subject", "signer", "signer_position", *ORIGIN]

    field_order = ["province", *Meta.fields[:6], "is_historical", "upload", "why"]

    def __init__(self, *args, user, **kwargs):
        super().__init__(*args, **kwargs)
        if self.instance.pk:
            self.initial["is_historical"] = self.instance.is_historical
        else:
            del self.fields["why"]
            self.fields["province"] = ProvinceChoice(
                provinces_kept_by(user), label=_("Province"), empty_label=None
            )
            self.order_fields(self.field_order)
        self._move_origin_last()

    def _move_origin_last(self):
        for name in ORIGIN:
            self.fields[name] = self.fields.pop(name)

    def clean(self):
        data = super().clean()
        if not data.get("is_historical") and not data.get("signer") and "signer" not in self.errors:
            self.add_error("signer", now("Write who signed the decision."))
        if data.get("dated") and data["dated"] > timezone.localdate():
            self.add_error("dated", now("The day of the decision lies in the future."))
        return data

    def _post_clean(self):
        """The verb stores it, and its constraints have sentences of their own."""


class AwardRowForm(forms.Form):
    """One award of a decision; a row with nothing in it is left out. `row()` is an AwardRow."""

    kind = forms.ChoiceField(label=_("Kind of award"), required=False)
    organisation = CharField(
        label=_("Organisation, as of that day"), max_length=200, required=False
    )
    person_name = CharField(label=_("Full name"), max_length=120, required=False)
    person_position = CharField(label=_("Position"), max_length=200, required=False)
    sex = forms.ChoiceField(label=_("Sex"), choices=[*CHOOSE, *Sex.choices], required=False)
    recipient_class = forms.ChoiceField(
        label=_("Class of recipient"), choices=[*CHOOSE, *CLASSES], required=False
    )
    method = forms.ChoiceField(
        label=_("Method of commendation"), choices=Method.choices, required=False
    )
    year = forms.IntegerField(
        label=_("Year of the achievement"),
        min_value=FIRST_YEAR,
        max_value=LAST_YEAR,
        required=False,
    )
    achievement = CharField(label=_("Achievement"), max_length=500, required=False)

    def __init__(self, *args, decision, kinds, bodies, **kwargs):
        super().__init__(*args, **kwargs)
        self.decision, self.kinds, self.bodies = decision, kinds, bodies
        self.fields["kind"].choices = [*CHOOSE, *kinds.choices]
        self.fields["year"].initial = decision.dated.year
        self.fields["organisation"].widget.attrs["list"] = "bodies"
        for field in self.fields.values():
            is_select = isinstance(field.widget, forms.Select)
            field.widget.attrs.setdefault("class", "form-select" if is_select else "form-control")
        self._row = None

    def row(self):
        """The AwardRow of a valid form; None where nothing was filled in."""
        return self._row

    def clean(self):
        data = super().clean()
        told = ("kind", "organisation", "person_name", "achievement")
        if self.errors or not any(data.get(name) for name in told):
            return data
        needed = ["kind", "organisation", "achievement", "year", "method"]
        kind = self.kinds.of(data["kind"], self.decision.dated) if data["kind"] else None
        is_person = kind is not None and kind.recipient == Recipient.PERSON
        if is_person:
            needed += ["person_name", "recipient_class"]
            needed += [] if self._may_leave_out_sex() else ["sex"]
        for name in needed:
            if not data.get(name):
                self.add_error(name, now("This field must be filled in."))
        self._check(kind, data, is_person)
        if not self.errors:
            self._row = self._made(kind, data, is_person)
        return data

    def _may_leave_out_sex(self):
        return False

    def _check(self, kind, data, is_person):
        if kind and not is_person:
            for name in ("person_name", "person_position", "sex", "recipient_class"):
                if data.get(name):
                    self.add_error(name, now("Leave it empty for a collective."))
        if data.get("year") and data["year"] > self.decision.dated.year:
            sentence = now("The year of the achievement lies after the decision.")
            self.add_error("year", sentence)

    def _made(self, kind, data, is_person):
        organisation = self._organisation(data["organisation"])
        if self.errors:
            return None
        return AwardRow(
            kind=kind,
            year=data["year"],
            organisation=organisation,
            organisation_name=organisation.name if organisation else data["organisation"],
            method=data["method"],
            achievement=data["achievement"],
            recipient_class=data["recipient_class"] if is_person else Recipients.COLLECTIVE,
            person_name=data["person_name"],
            person_position=data["person_position"],
            sex=data["sex"],
        )

    def _organisation(self, text):
        """The organisation that the text means on that day; a code where names do not decide."""
        if text.isdecimal() and (found := self.bodies.with_code(text)):
            return found
        match = self.bodies.find(text, self.decision.dated)
        if match.organisation or match.is_unknown:
            return match.organisation
        doubtful = match.several or match.at_other_times
        names = "; ".join(f"{each.name}: {each.pk}" for each in doubtful[:6])
        sentence = now("It is not clear which organisation is meant. Write its code: %(names)s.")
        self.add_error("organisation", sentence % {"names": names})
        return None


class AwardForm(AwardRowForm):
    """The correction of one award."""

    why = CharField(label=_("Reason for the correction"), max_length=300)

    def __init__(self, *args, award, **kwargs):
        self.award = award
        kwargs.setdefault("initial", initial_of(award))
        super().__init__(*args, decision=award.decision, **kwargs)

    def _may_leave_out_sex(self):
        return self.award.history_import_id is not None

    def clean(self):
        data = super().clean()
        if not self.errors and not self._row:
            self.add_error("kind", now("This field must be filled in."))
        return data


def initial_of(award):
    names = ("person_name", "person_position", "sex", "recipient_class", "method", "year")
    own = {name: getattr(award, name) for name in (*names, "achievement")}
    if award.recipient == Recipient.COLLECTIVE:
        own["recipient_class"] = ""
    return own | {"kind": award.kind.code, "organisation": award.organisation_name}


class Kinds(KindNames):
    """The kinds of award for forms: their choices, and the row of a code on a day: one query."""

    def __init__(self):
        rows = list(AwardKind.objects.order_by("position", "period"))
        super().__init__(rows)
        self.choices = list({row.code: row.label for row in rows}.items())

    def of(self, code, on):
        return self.row_of(code, on)


class _Rows(forms.BaseFormSet):
    def rows(self):
        return [row for form in self if (row := form.row())]


AwardFormSet = forms.formset_factory(
    AwardRowForm, formset=_Rows, extra=5, max_num=100, validate_max=True
)


def rows_form(data, decision):
    """The formset of a decision's new awards."""
    kwargs = {"decision": decision, "kinds": Kinds(), "bodies": Bodies(decision.province)}
    return AwardFormSet(data, form_kwargs=kwargs)
