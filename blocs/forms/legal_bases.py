"""Forms of legal bases: the record, and the filter of the list."""

from django import forms
from django.utils.translation import gettext_lazy as _

from vietnamese.forms import CharField, DateField
from vietnamese.text import search_key

from ..models import LegalBasis
from ..reach import reach_of
from ..workflow import keep
from .organisations import provinces_kept_by
from .provinces import ProvinceChoice


class LegalBasisForm(forms.ModelForm):
    """`user` keeps the record: only the provinces that they keep are offered."""

    class Meta:
        model = LegalBasis
        fields = [
            "province",
            "number",
            "title",
            "citation",
            "signed_on",
            "in_force_on",
            "ended_on",
            "is_usual",
            "note",
            "inferred",
        ]
        field_classes = {
            "province": ProvinceChoice,
            "signed_on": DateField,
            "in_force_on": DateField,
            "ended_on": DateField,
        }
        widgets = {
            "citation": forms.Textarea(attrs={"rows": 3}),
            "note": forms.Textarea(attrs={"rows": 2}),
            "inferred": forms.Textarea(attrs={"rows": 2}),
        }
        help_texts = {
            "in_force_on": _("Where it is not known, the day of signing counts."),
            "ended_on": _("The first day on which it may no longer be cited."),
            "inferred": _("What does not stand in the source but follows from it."),
        }

    def __init__(self, *args, user, **kwargs):
        super().__init__(*args, **kwargs)
        province = self.fields["province"]
        province.queryset = provinces_kept_by(user)
        if reach_of(user).is_administrator:
            province.empty_label = _("The whole country")
        else:
            province.required = True

    def clean(self):
        """Say at their fields what the constraints would say at the end."""
        data = super().clean()
        signed, first, end = (data.get(n) for n in ("signed_on", "in_force_on", "ended_on"))
        if signed and first and first < signed:
            self.add_error("in_force_on", _("It cannot be in force before it was signed."))
        if end and (begun := first or signed) and end <= begun:
            self.add_error("ended_on", _("The end must come after the first day in force."))
        return data

    def save(self, *, by):
        return keep(super().save(commit=False), by=by)


class LegalBasisFilter(forms.Form):
    """By words of number or title, and by whether in force on a day: today, where none is given."""

    words = CharField(label=_("Number or title"), required=False)
    day = DateField(label=_("On the day"), required=False)
    state = forms.ChoiceField(
        label=_("State"),
        required=False,
        choices=[
            ("", _("In force on the day")),
            ("ended", _("No longer in force")),
            ("all", _("All")),
        ],
    )

    def narrow(self, bases, *, today):
        """Return what fits every filled field, and the day for which it was asked."""
        if not self.is_valid():
            return bases.none(), today
        data = self.cleaned_data
        day = data["day"] or today
        if data["state"] == "ended":
            bases = bases.filter(ended_on__lte=day)
        elif data["state"] != "all":
            bases = bases.in_force_on(day)
        for word in search_key(data["words"]).split():
            bases = bases.filter(search_key__contains=word)
        return bases, day
