"""Forms of the bloc's notices and papers."""

from django import forms
from django.forms.forms import DeclarativeFieldsMetaclass
from django.utils.translation import gettext_lazy as _

from files.forms import MultipleFileField
from vietnamese.forms import CharField

from ..models import Notice


class StandInMixin(metaclass=DeclarativeFieldsMetaclass):
    """Adds the reason that staff give who act in place of a chair in force; nobody else sees it."""

    reason = CharField(
        label=_("Why do you act in place of the chair?"),
        max_length=300,
        help_text=_("Shown to the members with the words “acted in place of the chair”."),
    )

    def __init__(self, *args, stands_in, **kwargs):
        super().__init__(*args, **kwargs)
        if not stands_in:
            del self.fields["reason"]


class NoticeForm(StandInMixin, forms.ModelForm):
    """A paper with its files; cleaned to what `publish_notice` takes."""

    uploads = MultipleFileField(label=_("Files"), required=False)

    class Meta:
        model = Notice
        fields = ["kind", "title", "text"]
        widgets = {"text": forms.Textarea(attrs={"rows": 8})}

    field_order = ["kind", "title", "text", "uploads", "reason"]

    def clean(self):
        data = super().clean()
        if not data.get("text") and not data.get("uploads") and "uploads" not in self.errors:
            self.add_error("text", _("Write the text, or choose a file: the paper is empty."))
        return data


class WithdrawForm(StandInMixin, forms.Form):
    withdraw_reason = CharField(label=_("Why is the paper withdrawn?"), max_length=300)

    field_order = ["withdraw_reason", "reason"]
