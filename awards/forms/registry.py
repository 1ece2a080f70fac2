"""Forms of the registry: its filter, imports of past years, the announcement."""

from django import forms
from django.utils.translation import gettext_lazy as _

from blocs.forms.organisations import provinces_kept_by
from blocs.forms.provinces import ProvinceChoice
from blocs.models import Bloc, Province
from blocs.reach import reach_of
from files.forms import FileField
from files.kinds import WORKBOOK
from vietnamese.forms import CharField

from ..lookup import decisions_with_words
from ..models import Award, AwardKind, Method, Recipient

ANY = [("", _("All"))]
FIRST_YEAR, LAST_YEAR = 1948, 2100


def kind_choices():
    """(code, newest name with its recipient), in the order of lists: one query."""
    rows = AwardKind.objects.order_by("position", "period")
    return list({row.code: row.label for row in rows}.items())


class RegistryFilter(forms.Form):
    """Narrows the registry; every field may be left empty."""

    words = CharField(label=_("Name, organisation, achievement"), required=False, max_length=200)
    year_from = forms.IntegerField(
        label=_("From year"), required=False, min_value=FIRST_YEAR, max_value=LAST_YEAR
    )
    year_to = forms.IntegerField(
        label=_("To year"), required=False, min_value=FIRST_YEAR, max_value=LAST_YEAR
    )
    kind = forms.ChoiceField(label=_("Kind of award"), required=False)
    method = forms.ChoiceField(label=_("Method"), required=False, choices=[*ANY, *Method.choices])
    recipient = forms.ChoiceField(
        label=_("Recipient"), required=False, choices=[*ANY, *Recipient.choices]
    )
    bloc = forms.ModelChoiceField(
        Bloc.objects.none(), label=_("Bloc"), required=False, empty_label=_("All")
    )
    state = forms.ChoiceField(
        label=_("State"),
        required=False,
        choices=[*ANY, ("valid", _("stands")), ("revoked", _("award revoked"))],
    )

    def __init__(self, *args, user, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["kind"].choices = [*ANY, *kind_choices()]
        self.fields["bloc"].queryset = Bloc.objects.visible_to(user)

    def narrow(self, awards):
        """Keep what fits every filled field; nothing where one cannot be read."""
        if not self.is_valid():
            return awards.none()
        data = self.cleaned_data
        exact = {
            "year__gte": data["year_from"],
            "year__lte": data["year_to"],
            "kind__code": data["kind"],
            "method": data["method"],
            "recipient": data["recipient"],
            "emulation_year__bloc": data["bloc"],
        }
        awards = awards.filter(**{name: value for name, value in exact.items() if value})
        if data["state"]:
            awards = awards.filter(revoked_on__isnull=data["state"] == "valid")
        return awards

    @property
    def typed(self):
        """The words that were typed, for `lookup.page_of`."""
        return self.cleaned_data["words"].strip() if self.is_valid() else ""


class DecisionFilter(forms.Form):
    number = CharField(label=_("Number or subject"), required=False, max_length=100)
    year = forms.IntegerField(
        label=_("Year"), required=False, min_value=FIRST_YEAR, max_value=LAST_YEAR
    )

    def narrow(self, decisions):
        if not self.is_valid():
            return decisions.none()
        data = self.cleaned_data
        if data["year"]:
            decisions = decisions.filter(dated__year=data["year"])
        if text := data["number"].strip():
            decisions = decisions_with_words(decisions, text)
        return decisions


class BookForm(forms.Form):
    workbook = FileField(label=_("Excel file"), kinds=WORKBOOK)


class HistoryForm(forms.Form):
    """What `receive_history` takes, and the province."""

    province = ProvinceChoice(Province.objects.none(), label=_("Province"), empty_label=None)
    workbook = FileField(label=_("Excel file"), kinds=WORKBOOK)
    scan = FileField(
        label=_("Scan of the decisions"),
        required=False,
        help_text=_("The papers from which the list was made, as one file."),
    )
    note = CharField(
        label=_("Where the figures come from"),
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text=_("For example: book of awards 2010–2018 of the emulation office."),
    )

    def __init__(self, *args, user, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["province"].queryset = provinces_kept_by(user)


class AnnouncementForm(forms.Form):
    announcement = CharField(
        label=_("Words of the announcement"),
        required=False,
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text=_("Stands above the list of awards; may be left empty."),
    )


class WhyForm(forms.Form):
    why = CharField(label=_("Reason"), max_length=300)


class StatisticsFilter(forms.Form):
    """Which awards are counted. `awards` are never those of a province that the person only hears
    of through what is public.
    """

    province = ProvinceChoice(Province.objects.none(), label=_("Province"), required=False,
                              empty_label=_("All"))  # fmt: skip
    year_from = forms.IntegerField(
        label=_("From year"), required=False, min_value=FIRST_YEAR, max_value=LAST_YEAR
    )
    year_to = forms.IntegerField(
        label=_("To year"), required=False, min_value=FIRST_YEAR, max_value=LAST_YEAR
    )
    historical = forms.ChoiceField(
        label=_("Past records"),
        required=False,
        choices=[("", _("counted in")), ("without", _("left out"))],
    )

    def __init__(self, query, *, user):
        super().__init__(query)
        reach = reach_of(user)
        self._provinces = Province.objects.all()
        if not reach.is_administrator:
            self._provinces = self._provinces.filter(pk__in=reach.read_provinces)
        self.fields["province"].queryset = self._provinces

    @property
    def awards(self):
        if not self.is_valid():
            return Award.objects.none()
        data = self.cleaned_data
        province = data["province"]
        provinces = [province] if province else self._provinces.values("pk")
        awards = Award.objects.filter(decision__province__in=provinces)
        if data["year_from"]:
            awards = awards.filter(year__gte=data["year_from"])
        if data["year_to"]:
            awards = awards.filter(year__lte=data["year_to"])
        if data["historical"]:
            awards = awards.filter(decision__is_historical=False, history_import=None)
        return awards

    @property
    def is_sample(self):
        """Whether invented figures may be among them."""
        province = self.cleaned_data.get("province") if self.is_valid() else None
        if province:
            return province.is_sample
        return self.awards.filter(decision__province__is_sample=True).exists()

    @property
    def heading(self):
        """The line above every sheet of the workbook, in Vietnamese."""
        data = self.cleaned_data if self.is_valid() else {}
        first, last, province = (data.get(n) for n in ("year_from", "year_to", "province"))
        parts = ["THỐNG KÊ KHEN THƯỞNG"]
        parts += [province.full_name] if province else []
        parts += [f"từ năm {first}"] if first else []
        parts += [f"đến năm {last}"] if last else []
        return ", ".join(parts)
