"""Results of years: of one organisation over the years, or of one year over the organisations."""

from django import forms
from django.utils.translation import gettext_lazy as _

from blocs.forms.organisations import provinces_kept_by
from blocs.forms.provinces import ProvinceChoice
from blocs.models import Province
from vietnamese.forms import CharField

from ..models import YearRating
from .registry import FIRST_YEAR, LAST_YEAR


class ResultsForm(forms.Form):
    """A rating and a paper for each place (pk of an organisation, year).

    `places` are (organisation, year), `stored` {(pk, year): YearlyResult}. Cleaned to what
    `record_results` takes.
    """

    def __init__(self, *args, places, stored, **kwargs):
        super().__init__(*args, **kwargs)
        self.places = [(organisation, year) for organisation, year in places]
        for organisation, year in self.places:
            result = stored.get((organisation.pk, year))
            self.fields[f"rating_{organisation.pk}_{year}"] = forms.ChoiceField(
                label=_("result of the year"),
                choices=[("", _("not recorded")), *YearRating.choices],
                initial=result.rating if result else "",
                required=False,
                widget=forms.Select({"class": "form-select"}),
            )
            self.fields[f"paper_{organisation.pk}_{year}"] = CharField(
                label=_("paper"),
                max_length=300,
                initial=result.document if result else "",
                required=False,
                widget=forms.TextInput({"class": "form-control"}),
            )
        self.fields["why"] = CharField(
            label=_("Reason, where a result on record is changed"), max_length=300, required=False
        )

    @property
    def rows(self):
        """[(organisation, year, field of the rating, field of the paper)]."""
        return [
            (each, year, self[f"rating_{each.pk}_{year}"], self[f"paper_{each.pk}_{year}"])
            for each, year in self.places
        ]

    def clean(self):
        data = super().clean()
        results = {}
        for organisation, year in self.places:
            place = f"{organisation.pk}_{year}"
            rating, paper = data.get(f"rating_{place}", ""), data.get(f"paper_{place}", "")
            if rating and not paper:
                self.add_error(f"paper_{place}", _("Name the paper on which the result rests."))
            results[organisation.pk, year] = (rating, paper if rating else "")
        self.cleaned_data = {"results": results, "why": data.get("why", "")}
        return self.cleaned_data


class YearOfProvince(forms.Form):
    """Which province and year the page is of: the first kept, and last year, unless said."""

    province = ProvinceChoice(Province.objects.none(), label=_("Province"), empty_label=None)
    year = forms.IntegerField(label=_("Year"), min_value=FIRST_YEAR, max_value=LAST_YEAR)

    def __init__(self, query, *, user, year):
        provinces = list(provinces_kept_by(user))
        first = provinces[0].pk if provinces else ""
        told = {"province": query.get("province") or first, "year": query.get("year") or year}
        super().__init__(told)
        self.fields["province"].queryset = provinces_kept_by(user)
        # Under names of their own: a template that asks a form for `year` gets the field.
        self.chosen_year = self.cleaned_data["year"] if self.is_valid() else year
        self.chosen_province = self.cleaned_data["province"] if self.is_valid() else None
