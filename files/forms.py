"""Form fields for uploads: once clean they hand back what `storing.store` takes."""

from django import forms
from django.core.exceptions import ValidationError
from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _

from . import gate
from .kinds import EXTENSIONS, PAPERS


class FileField(forms.FileField):
    """One upload through the gate: cleans to `gate.Accepted`, or to None where none is required."""

    default_error_messages = {
        "required": _("Choose a file."),
        "invalid": _("No file arrived. Choose it again."),
        "missing": _("No file arrived. Choose it again."),
    }

    def __init__(self, *, kinds=PAPERS, **kwargs):
        self.kinds = kinds
        labels = ", ".join(str(kind.label) for kind in kinds)
        kwargs.setdefault("help_text", format_lazy("{} {}", _("Accepted:"), labels))
        super().__init__(allow_empty_file=True, **kwargs)

    def widget_attrs(self, widget):
        accepted = [ext for ext, kind in EXTENSIONS.items() if kind in self.kinds]
        return {**super().widget_attrs(widget), "accept": ",".join(accepted)}

    def clean(self, data, initial=None):
        uploaded = super().clean(data, initial)
        return gate.accept(uploaded, kinds=self.kinds) if uploaded else None


class _ManyFiles(forms.FileInput):
    allow_multiple_selected = True


class MultipleFileField(FileField):
    """Several uploads at once: cleans to a list of `gate.Accepted`, all of them or none.

    Every refusal names its file, so that one upload shows them all.
    """

    widget = _ManyFiles

    def clean(self, data, initial=None):
        if not data:
            super().clean(None, initial)
        accepted, problems = [], []
        for upload in data or []:
            try:
                accepted.append(super().clean(upload, initial))
            except ValidationError as refusal:
                problems += [f"{gate.clean_name(upload.name)}: {m}" for m in refusal.messages]
        if problems:
            raise ValidationError(problems)
        return accepted
