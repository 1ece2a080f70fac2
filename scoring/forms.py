"""The shape of what people enter about criteria."""

from decimal import Decimal

from django import forms
from django.utils.translation import gettext_lazy as _

from files.forms import FileField
from files.kinds import WORKBOOK
from vietnamese.forms import CharField, DateField, DecimalField

from .kinds import NotApplicable
from .models import CriteriaSet, Criterion
from .rule_forms import RuleMixin

OUT_OF_BOUNDS = _("Write a number above 0 and at most 99999,99.")


class CriteriaSetForm(forms.ModelForm):
    """What holds for the whole set; how it is counted is left as it stands where it is not sent."""

    rounding_step = DecimalField(
        label=_("Points are rounded to"),
        min_value=Decimal("0.01"),
        max_value=Decimal("10"),
        required=False,
        help_text=_("0,01 for hundredths; 0,25 or 0,5 where the regulation says so. Half up."),
    )
    not_applicable = forms.TypedChoiceField(
        label=_("What does not concern a member"),
        choices=NotApplicable,
        required=False,
        help_text=_(
            "What the regulation says where a criterion is no task of a member. Needed as soon as "
            "one of the criteria may not concern every member."
        ),
    )

    class Meta:
        model = CriteriaSet
        fields = ["title", "note", "is_sample"]

    field_order = ["title", "note", "rounding_step", "not_applicable", "is_sample"]

    def clean_not_applicable(self):
        """None where the field was not sent at all; "" is an answer."""
        return self.cleaned_data["not_applicable"] if "not_applicable" in self.data else None


class AmendmentForm(forms.Form):
    """On what minutes an amendment rests, and why it is made."""

    adopted_on = DateField(label=_("Day of the minutes"))
    minutes = CharField(
        label=_("Number of the minutes"),
        max_length=100,
        help_text=_("As on the paper, for example: 05/BB-KTĐ."),
    )
    reason = CharField(
        label=_("Reason of the amendment"),
        max_length=300,
        widget=forms.Textarea({"rows": 3}),
        help_text=_("Everybody who reads the criteria sees it."),
    )


class CriteriaBookForm(forms.Form):
    workbook = FileField(label=_("Workbook of the criteria"), kinds=WORKBOOK)


class CriterionForm(RuleMixin, forms.ModelForm):
    maximum = DecimalField(
        label=_("Maximum points"),
        min_value=Decimal("0.01"),
        max_value=Decimal("99999.99"),
        help_text=_("For example 40 or 9,5; two decimals at most."),
        error_messages={"min_value": OUT_OF_BOUNDS, "max_value": OUT_OF_BOUNDS},
    )

    class Meta:
        model = Criterion
        fields = ["code", "text", "maximum"]
        widgets = {"text": forms.Textarea(attrs={"rows": 4})}
        help_texts = {
            "code": _("As in your regulation: I, I.1, a. Each code once; the workbooks use it.")
        }


class SectionForm(CriterionForm):
    class Meta(CriterionForm.Meta):
        fields = ["code", "text", "kind", "maximum"]
        help_texts = {
            **CriterionForm.Meta.help_texts,
            "kind": _(
                "Ordinary points add up to the section's maximum. Bonus points are added and "
                "penalty points subtracted, up to the section's maximum; penalties are written "
                "as positive numbers too."
            ),
        }


class MoveForm(forms.Form):
    """The place among those of the same section, counted from 1."""

    position = forms.IntegerField(min_value=1)
