"""Forms of organisations: the record with its other names, and the filter of the list."""

from django import forms
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from vietnamese.forms import CharField
from vietnamese.text import search_key

from ..models import Organisation, OrganisationAlias, OrganisationKind, Province
from ..reach import reach_of
from ..workflow import keep
from .periods import PeriodMixin
from .provinces import ProvinceChoice
from .sources import ORIGIN, SourcedMixin

LONGEST_ALIAS = OrganisationAlias._meta.get_field("alias").max_length


def provinces_kept_by(user):
    """The provinces for which a person may write records."""
    reach = reach_of(user)
    provinces = Province.objects.all()
    return provinces if reach.is_administrator else provinces.filter(pk__in=reach.kept)


def organisations_named(organisations, text):
    """Keep those found by their official, short or other names, with or without accents."""
    key = search_key(text)
    if not key:
        return organisations.none()
    known_as = OrganisationAlias.objects.filter(search_key__contains=key)
    return organisations.filter(
        Q(search_key__contains=key) | Q(pk__in=known_as.values("organisation"))
    )


class OrganisationForm(SourcedMixin, PeriodMixin, forms.ModelForm):
    """`user` keeps the record: only the provinces that they keep are offered."""

    period_field = "validity"
    needs_first_day = False

    aliases = CharField(
        label=_("Other names"),
        required=False,
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text=_("One on each line: abbreviations and other ways of writing, for the search."),
    )

    class Meta:
        model = Organisation
        fields = ["name", "short_name", "kind", "province", *ORIGIN]
        field_classes = {"province": ProvinceChoice}
        help_texts = {"short_name": _("For tables and buttons, for example Hội Nông dân tỉnh.")}

    field_order = ["name", "short_name", "aliases", "kind", "province", "from_on", "last_on"]

    def __init__(self, *args, user, **kwargs):
        super().__init__(*args, **kwargs)
        self._offer_provinces(user)
        if self.instance.pk:
            names = self.instance.aliases.values_list("alias", flat=True)
            self.initial["aliases"] = "\n".join(names)
            if self.instance.successions.exists():
                self.fix_last_day(_("Fixed by what became of the organisation."))

    def _offer_provinces(self, user):
        province = self.fields["province"]
        province.queryset = provinces_kept_by(user)
        if reach_of(user).is_administrator:
            province.empty_label = _("Of no province")
        else:
            province.required = True

    def clean_aliases(self):
        """One name a line; two that are found alike count once."""
        lines = [" ".join(line.split()) for line in self.cleaned_data["aliases"].splitlines()]
        if too_long := [line for line in lines if len(line) > LONGEST_ALIAS]:
            raise forms.ValidationError(
                _("“%(name)s…” is too long: write at most %(number)s letters on a line."),
                code="too_long",
                params={"name": too_long[0][:30], "number": LONGEST_ALIAS},
            )
        by_key = {search_key(line): line for line in reversed(lines) if search_key(line)}
        return list(by_key.values())[::-1]

    def save(self, *, by):
        record = super().save(commit=False)
        return keep(record, by=by, aliases=self.cleaned_data["aliases"])


class OrganisationFilter(forms.Form):
    """`seen` are the provinces that the person reads."""

    name = CharField(label=_("Name"), required=False)
    kind = forms.ChoiceField(
        label=_("Kind"), required=False, choices=[("", _("All")), *OrganisationKind.choices]
    )
    province = ProvinceChoice(
        label=_("Province"), required=False, queryset=Province.objects.none(), empty_label=_("All")
    )
    state = forms.ChoiceField(
        label=_("State"), required=False, choices=[("", _("All")), ("active", _("active"))]
    )

    def __init__(self, *args, seen, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["province"].queryset = seen

    def narrow(self, organisations, *, on):
        """Keep what fits every filled field; `active` means in force on the day."""
        if not self.is_valid():
            return organisations.none()
        data = self.cleaned_data
        if data["name"]:
            organisations = organisations_named(organisations, data["name"])
        if data["state"]:
            organisations = organisations.in_force_on(on)
        chosen = {name: data[name] for name in ("kind", "province") if data[name]}
        return organisations.filter(**chosen)
