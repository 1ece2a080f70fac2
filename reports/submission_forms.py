"""What the office's register and the signing give the submission, and what the bloc says first."""

from django import forms
from django.utils.translation import gettext_lazy as _

from vietnamese.forms import CharField

from .report_forms import ReportIssueForm


class SubmissionIssueForm(ReportIssueForm):
    """Cleaned to what `issue_submission` takes: `issuing()`."""

    note = CharField(
        label=_("Summary of the year"),
        required=False,
        max_length=5000,
        widget=forms.Textarea(attrs={"rows": 6}),
        help_text=_("Printed first: what the bloc achieved, in a few sentences with figures."),
    )

    field_order = [
        "note", "number", "symbol", "place", "dated", "capacity", "position", "full_name",
    ]  # fmt: skip

    def issuing(self):
        given = super().issuing()
        return {
            "entry": given["entry"],
            "note": self.cleaned_data["note"].replace("\r\n", "\n"),
            "reason": given["reason"],
        }
