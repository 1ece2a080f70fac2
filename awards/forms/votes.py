"""Forms of voting and of counting: one line for each nominee."""

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _

from accounts.forms import PasswordAgainMixin

from ..counting import Count, Line

AGREE, REFUSE, SILENT = "agree", "refuse", "silent"
MARKS = [(AGREE, _("agree")), (REFUSE, _("disagree")), (SILENT, _("no opinion"))]


class VoteForm(forms.Form):
    """A mark for each nominee, at most the quota of them agreeing."""

    def __init__(self, *args, ballot, nominees, seat, **kwargs):
        super().__init__(*args, **kwargs)
        self.ballot, self.nominees, self.seat = ballot, nominees, seat
        for nominee in nominees:
            barred = not ballot.self_vote and nominee.seat_id == seat.pk
            self.fields[self._name(nominee)] = forms.ChoiceField(
                label=str(nominee),
                choices=[mark for mark in MARKS if not (barred and mark[0] == AGREE)],
                widget=forms.RadioSelect,
                error_messages={"required": _now("Mark this line too, be it “no opinion”.")},
            )

    def _name(self, nominee):
        return f"n{nominee.pk}"

    def clean(self):
        data = super().clean()
        if not self.errors and len(self.agreed) > self.ballot.quota:
            raise ValidationError(
                _now("You agree to %(chosen)d nominees; at most %(most)d may be chosen.")
                % {"chosen": len(self.agreed), "most": self.ballot.quota}
            )
        return data

    def _marked(self, mark):
        return [n.pk for n in self.nominees if self.cleaned_data.get(self._name(n)) == mark]

    @property
    def agreed(self):
        return self._marked(AGREE)

    @property
    def refused(self):
        return self._marked(REFUSE)

    def lines(self):
        """Each nominee with its field, for the page."""
        return [(nominee, self[self._name(nominee)]) for nominee in self.nominees]

    def marks(self):
        """Each nominee with the mark chosen and the hidden field that carries it on."""
        labels = dict(MARKS)
        for nominee in self.nominees:
            name = self._name(nominee)
            mark = self.cleaned_data[name]
            yield nominee, name, mark, labels[mark]


class ConfirmForm(PasswordAgainMixin, forms.Form):
    """The password, once more."""

    def clean_password(self):
        try:
            return super().clean_password()
        except ValidationError as error:
            raise ValidationError(
                _now(
                    "The password is not right, so no vote was cast. Check Caps Lock and turn "
                    "off the Vietnamese keyboard (Unikey), then try again."
                ),
                code="wrong_password",
            ) from error


def _number(label):
    return forms.IntegerField(
        label=label, min_value=0, max_value=9999, widget=forms.TextInput({"inputmode": "numeric"})
    )


class CountForm(forms.Form):
    """What one person counted of the ballots on paper; `counted()` is what `enter_count` takes."""

    issued = _number(_("Ballots given out"))
    returned = _number(_("Ballots taken in"))
    valid = _number(_("Valid ballots"))
    invalid = _number(_("Invalid ballots"))

    def __init__(self, *args, nominees, **kwargs):
        super().__init__(*args, **kwargs)
        self.nominees = nominees
        for nominee in nominees:
            for part, label in (
                ("agree", _now("%(name)s: agree")),
                ("disagree", _now("%(name)s: disagree")),
                ("silent", _now("%(name)s: no opinion")),
            ):
                name = f"{part}_{nominee.pk}"
                self.fields[name] = _number(label % {"name": nominee})

    def counted(self):
        data = self.cleaned_data
        return Count(
            data["issued"],
            data["returned"],
            data["valid"],
            data["invalid"],
            tuple(
                Line(n.pk, data[f"agree_{n.pk}"], data[f"disagree_{n.pk}"], data[f"silent_{n.pk}"])
                for n in self.nominees
            ),
        )


def initial_of(count):
    """What the form shows of a count entered before."""
    shown = {name: getattr(count, name) for name in ("issued", "returned", "valid", "invalid")}
    for line in count.lines:
        for part in ("agree", "disagree", "silent"):
            shown[f"{part}_{line.nominee}"] = getattr(line, part)
    return shown
