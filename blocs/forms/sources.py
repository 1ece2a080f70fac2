"""Where a record comes from: the two fields at the end of its form, and the form of a source."""

from django import forms
from django.core.exceptions import NON_FIELD_ERRORS
from django.forms.forms import DeclarativeFieldsMetaclass
from django.utils.translation import gettext_lazy as _

from vietnamese.forms import CharField, DateField

from ..models import Source

ORIGIN = ("source", "inferred")


class SourcedMixin(metaclass=DeclarativeFieldsMetaclass):
    """Fields `source` and `inferred`; put it before forms.Form or forms.ModelForm.

    `_form.html` shows them as a group of their own below the others. A ModelForm names both in its
    `fields`, a Form gives them to its verb.
    """

    source = forms.ModelChoiceField(
        Source.objects.all(), label=_("Source"), required=False, empty_label=_("Our own record")
    )
    inferred = CharField(
        label=_("What was inferred"),
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("What does not stand in the source but follows from it."),
    )

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        for name in ORIGIN:
            self.fields[name] = self.fields.pop(name)

    def main_part(self):
        return [field for field in self if field.name not in ORIGIN]

    def origin_part(self):
        return [self[name] for name in ORIGIN]


class SourceForm(forms.ModelForm):
    """A publication that records can name."""

    published_on = DateField(label=_("Published on"), required=False)

    class Meta:
        model = Source
        fields = ["title", "publisher", "author", "published_on", "note"]
        widgets = {"note": forms.Textarea(attrs={"rows": 3})}
        help_texts = {"title": _("As it stands on the article, the decision or the bulletin.")}
        error_messages = {
            NON_FIELD_ERRORS: {
                "unique_together": _("This source is already recorded: choose it from the list.")
            }
        }
