"""Forms of provinces: the record, its going over into another, and the filter of the list."""

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from vietnamese.dates import last_day, short_date
from vietnamese.forms import CharField, DateField
from vietnamese.text import search_key

from ..models import Province
from ..workflow import keep
from .periods import PeriodMixin
from .sources import ORIGIN, SourcedMixin


class ProvinceChoice(forms.ModelChoiceField):
    """A choice of provinces. An old one and its successor may bear one name: the day tells."""

    def label_from_instance(self, province):
        if province.validity.upper is None:
            return province.full_name
        day = short_date(last_day(province.validity.upper))
        return gettext("%(name)s (until %(day)s)") % {"name": province.full_name, "day": day}


class ProvinceForm(SourcedMixin, PeriodMixin, forms.ModelForm):
    period_field = "validity"

    class Meta:
        model = Province
        fields = ["name", "kind", *ORIGIN]
        help_texts = {"name": _("Without “tỉnh” or “thành phố”, for example Thái Bình.")}

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        if self.instance.pk and self.instance.successions.exists():
            self.fix_last_day(_("Fixed by the province into which it went over."))

    def save(self, *, by):
        return keep(super().save(commit=False), by=by)


class ProvinceSuccessionForm(forms.Form):
    """Into which province this one goes over, from which day, by which document."""

    successor = ProvinceChoice(
        label=_("Goes over into"),
        queryset=Province.objects.all(),
        help_text=_("If the new province is missing here, add it first."),
    )
    on = DateField(label=_("From day"), help_text=_("The first day of the new province."))
    document = CharField(
        label=_("Document"),
        max_length=200,
        required=False,
        help_text=_("For example Nghị quyết số 202/2025/QH15."),
    )

    def __init__(self, *args, predecessor, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["successor"].queryset = Province.objects.exclude(pk=predecessor.pk)


class ProvinceFilter(forms.Form):
    name = CharField(label=_("Name"), required=False)
    state = forms.ChoiceField(
        label=_("State"),
        required=False,
        choices=[("", _("All")), ("present", _("in force")), ("ended", _("ended"))],
    )

    def narrow(self, provinces, *, on):
        """Keep those of that name that are, or are no longer, in force on a day."""
        if not self.is_valid():
            return provinces.none()
        state = self.cleaned_data["state"]
        if state == "present":
            provinces = provinces.in_force_on(on)
        elif state == "ended":
            provinces = provinces.filter(validity__endswith__lte=on)
        return provinces.filter(search_key__contains=search_key(self.cleaned_data["name"]))
