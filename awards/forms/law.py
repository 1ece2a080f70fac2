"""Forms of the law: a dated row of each table, the day of the page, the calculator."""

from django import forms
from django.db.backends.postgresql.psycopg_any import DateRange, NumericRange
from django.utils.translation import gettext_lazy as _

from blocs.forms.organisations import provinces_kept_by
from blocs.forms.provinces import ProvinceChoice
from blocs.models import LegalBasis
from blocs.reach import reach_of
from vietnamese.dates import short_date
from vietnamese.forms import CharField, DateField, DecimalField

from ..models import AwardKind, BaseSalary, MoneyRule, QuotaRule, ShareRule

GROUNDS = ["basis", "clause", "is_assumed", "note"]
LAST = ["from_on", "from_year", *GROUNDS, "why"]


class BasisChoice(forms.ModelChoiceField):
    """A choice of legal bases by number, the newest first."""

    def label_from_instance(self, basis):
        return f"{basis.number} · {basis.title}"


class RowForm(forms.ModelForm):
    """A new row; `row()` is what `add_row` takes. `user` records it."""

    why = CharField(
        label=_("Reason for the change"),
        max_length=300,
        help_text=_("Kept with the change, for example the number of the document."),
    )

    def __init__(self, *args, user, **kwargs):
        super().__init__(*args, **kwargs)
        bases = LegalBasis.objects.visible_to(user).order_by("-signed_on", "-pk")
        self.fields["basis"] = BasisChoice(
            bases, required=False, label=_("Legal basis"), empty_label=_("None: a default")
        )
        self.fields["note"].widget.attrs["rows"] = 2
        first = [name for name in self.fields if name not in LAST]
        self.order_fields([*first, *LAST])

    def row(self):
        return self.instance


class DatedForm(RowForm):
    from_on = DateField(
        label=_("Valid from"), help_text=_("The row before it ends on the day before.")
    )

    def clean(self):
        data = super().clean()
        if data.get("from_on"):
            self.instance.period = DateRange(data["from_on"], None)
        return data


class AwardKindForm(DatedForm):
    title = _("Add a kind of award")

    class Meta:
        model = AwardKind
        fields = ["code", "name", "type", "recipient", "level", "line", "issuer", "position"]
        fields += GROUNDS


class BaseSalaryForm(DatedForm):
    title = _("Add a base salary")

    class Meta:
        model = BaseSalary
        fields = ["amount", *GROUNDS]


class MoneyRuleForm(DatedForm):
    title = _("Add a multiple of the base salary")

    class Meta:
        model = MoneyRule
        fields = ["code", "multiple", *GROUNDS]
        field_classes = {"multiple": DecimalField}

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        kinds = {kind.code: kind.label for kind in AwardKind.objects.all()}
        self.fields["code"] = forms.ChoiceField(
            label=_("Kind of award"), choices=[("", "---------"), *kinds.items()]
        )
        self.order_fields(["code"])


class ShareRuleForm(DatedForm):
    title = _("Add a share")

    class Meta:
        model = ShareRule
        fields = ["key", "percent", *GROUNDS]
        field_classes = {"percent": DecimalField}


class QuotaRuleForm(RowForm):
    """A quota of a province that the person keeps, or the default of the country."""

    title = _("Add a quota")

    size_from = forms.IntegerField(label=_("Members of the bloc, from"), min_value=1, max_value=999)
    size_to = forms.IntegerField(
        label=_("Members of the bloc, to"),
        min_value=1,
        max_value=999,
        required=False,
        help_text=_("Leave it empty for all larger blocs."),
    )
    from_year = forms.IntegerField(
        label=_("From the emulation year"),
        min_value=1948,
        max_value=2100,
        help_text=_("Earlier years keep the quota that they had."),
    )

    class Meta:
        model = QuotaRule
        fields = ["province", "nominees", "flags", "certificates", "certificates_percent"]
        fields += ["nominee_within", *GROUNDS]
        field_classes = {"province": ProvinceChoice}

    def __init__(self, *args, user, **kwargs):
        super().__init__(*args, user=user, **kwargs)
        province = self.fields["province"]
        province.queryset = provinces_kept_by(user)
        if reach_of(user).is_administrator:
            province.empty_label = _("The whole country")
        else:
            province.required = True
        self.order_fields(["province", "size_from", "size_to"])

    def clean(self):
        data = super().clean()
        first, last, year = (data.get(name) for name in ("size_from", "size_to", "from_year"))
        if first and last and last < first:
            self.add_error("size_to", _("The largest size must not be below the smallest."))
        elif first:
            self.instance.sizes = NumericRange(first, last and last + 1)
        if year:
            self.instance.years = NumericRange(year, None)
        return data


class DayFilter(forms.Form):
    """The day of the page: `today`, where none is given or none can be read."""

    day = DateField(label=_("On the day"))

    def __init__(self, query, *, today):
        super().__init__({"day": query.get("day") or short_date(today)})
        self.day = self.cleaned_data["day"] if self.is_valid() else today


class MoneyForm(forms.Form):
    """How much money goes with a kind of award decided on a day."""

    kind = forms.ChoiceField(label=_("Kind of award"))
    day = DateField(label=_("Day of the decision"))

    def __init__(self, *args, kinds, **kwargs):
        super().__init__(*args, **kwargs)
        self._kinds = {kind.code: kind for kind in kinds}
        self.fields["kind"].choices = [(code, kind.label) for code, kind in self._kinds.items()]

    def asked(self):
        """Return what `Law.money` takes: the kind of award and the day."""
        return self._kinds[self.cleaned_data["kind"]], self.cleaned_data["day"]
