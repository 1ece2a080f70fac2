"""The shape of what people say about a received table: sheet, heading, columns of the criteria."""

from django import forms
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _

from .workbook.layout import MAX_ROWS


class SheetForm(forms.Form):
    """Sent by GET: where the table is. What is left empty is found by the program."""

    sheet = forms.ChoiceField(label=_("Sheet"), required=False)
    turned = forms.ChoiceField(
        label=_("Members stand"),
        required=False,
        choices=[
            ("0", _("in columns, criteria in rows")),
            ("1", _("in rows, criteria in columns")),
        ],
    )
    first = forms.IntegerField(
        label=_("First row of the heading"), min_value=1, max_value=MAX_ROWS, required=False
    )
    last = forms.IntegerField(
        label=_("Last row of the heading"), min_value=1, max_value=MAX_ROWS, required=False
    )
    code = forms.ChoiceField(label=_("Column of the codes"), required=False)
    text = forms.ChoiceField(label=_("Column of the texts"), required=False)

    shown = forms.CharField(widget=forms.HiddenInput, required=False)

    def __init__(self, *args, matching, **kwargs):
        proposal = matching.proposal
        super().__init__(*args, initial=_stands(proposal) if proposal else {}, **kwargs)
        self.fields["sheet"].choices = [
            (str(place), _now("sheet “%(name)s”") % {"name": grid.name})
            for place, grid in enumerate(matching.grids)
        ]
        grid = proposal.grid if proposal else None
        columns = [
            (str(column), _now("column %(name)s") % {"name": grid.column_name(column)})
            for column in (grid.columns if grid else ())
        ]
        for name in ("code", "text"):
            self.fields[name].choices = [("", _("find it")), *columns]


def _stands(proposal):
    return {
        "sheet": proposal.sheet,
        "turned": int(proposal.grid.is_turned),
        "first": proposal.head.first,
        "last": proposal.head.last,
        "code": proposal.code,
        "text": proposal.text,
        "shown": f"{proposal.sheet}-{int(proposal.grid.is_turned)}",
    }
