"""The shape of what people enter about ranks: rules, facts that bar a member, settled ties."""

from decimal import Decimal

from django import forms
from django.utils.translation import gettext_lazy as _

from blocs.forms.notices import StandInMixin
from blocs.forms.periods import PeriodMixin
from vietnamese.forms import CharField, DateField, DecimalField

from .grading import Band
from .kinds import GradeBase, TieBreakKind
from .models import Disqualification

FEWEST_TIES, FEWEST_BANDS = 7, 6
PENALTIES, ELSEWHERE = "penalties", "elsewhere"
NOT_PER_CENT = _("Write per cent from 0 to 100.")


class RankingRulesForm(forms.Form):
    """Tie-breaks and grades, a numbered line each; cleans to what `set_ranking_rules` takes.

    `nodes` are the sections and criteria whose points may be compared, `lines` how many of each
    there are to fill in. Empty lines are left out.
    """

    clause = CharField(
        label=_("Clause of the regulation"),
        max_length=300,
        required=False,
        help_text=_("Where the bloc's regulation says so, for example article 7."),
    )
    grade_base = forms.ChoiceField(label=_("Grades are measured by"), choices=GradeBase.choices)
    is_proposal = forms.BooleanField(
        label=_("Proposal, not yet adopted by the bloc"), required=False
    )

    def __init__(self, *args, nodes, **kwargs):
        super().__init__(*args, **kwargs)
        given = self.initial
        self.tie_count = max(FEWEST_TIES, given.get("tie_count", 0) + 2)
        self.band_count = max(FEWEST_BANDS, given.get("band_count", 0) + 2)
        choices = [
            ("", _("– none –")),
            *((str(node.pk), f"{node.code}. {node.text}"[:120]) for node in nodes),
            (PENALTIES, _("Fewer penalty points")),
            (ELSEWHERE, _("Decided elsewhere: write by what")),
        ]
        for n in range(1, self.tie_count + 1):
            self.fields[f"tie{n}"] = forms.ChoiceField(
                label=_("Tie-break %(n)s") % {"n": n}, choices=choices, required=False
            )
            self.fields[f"text{n}"] = CharField(
                label=_("By what it is decided elsewhere"), max_length=200, required=False
            )
        for n in range(1, self.band_count + 1):
            self._add_band(n)

    def _add_band(self, n):
        per_cent = {"required": False, "min_value": Decimal(0)}
        below = {"min_value": NOT_PER_CENT, "max_value": NOT_PER_CENT}
        self.fields[f"name{n}"] = CharField(
            label=_("Grade %(n)s") % {"n": n}, max_length=80, required=False
        )
        self.fields[f"from{n}"] = DecimalField(
            label=_("From per cent"), max_value=Decimal("999.99"), error_messages=below, **per_cent
        )
        self.fields[f"floor{n}"] = DecimalField(
            label=_("No criterion below per cent"),
            max_value=Decimal(100),
            error_messages=below,
            **per_cent,
        )

    @property
    def ties(self):
        """The lines of the tie-breaks as bound fields."""
        return [(self[f"tie{n}"], self[f"text{n}"]) for n in range(1, self.tie_count + 1)]

    @property
    def bands(self):
        """The lines of the grades as bound fields."""
        places = range(1, self.band_count + 1)
        return [(self[f"name{n}"], self[f"from{n}"], self[f"floor{n}"]) for n in places]

    def clean(self):
        data = super().clean()
        if self.errors:
            return data
        names = ("clause", "grade_base", "is_proposal")
        return {
            **{name: data[name] for name in names},
            "tie_breaks": self._tie_breaks(data),
            "bands": self._bands(data),
        }

    def _tie_breaks(self, data):
        found = []
        for n in range(1, self.tie_count + 1):
            choice, text = data[f"tie{n}"], data[f"text{n}"].strip()
            if choice == ELSEWHERE and not text:
                self.add_error(f"text{n}", _("Write by what it is decided."))
            if text and choice != ELSEWHERE:
                self.add_error(
                    f"text{n}", _("Choose “decided elsewhere” for it, or leave the text out.")
                )
            if not choice:
                continue
            each = _tie_break(choice, text)
            if each in found:
                self.add_error(f"tie{n}", _("This tie-break stands there already."))
            found.append(each)
        return found

    def _bands(self, data):
        found = []
        for n in range(1, self.band_count + 1):
            name, at_least, floor = (data[f"{part}{n}"] for part in ("name", "from", "floor"))
            if not name and at_least is None and floor is None:
                continue
            if not name:
                self.add_error(f"name{n}", _("Name the grade."))
            if at_least is None:
                self.add_error(f"from{n}", _("From how many per cent on is this grade given?"))
            if any(at_least == other.at_least or name == other.name for other in found):
                self.add_error(f"name{n}", _("Two grades have the same name or begin at the same."))
            found.append(Band(name, at_least, floor))
        return found


def _tie_break(choice, text):
    if choice == PENALTIES:
        return TieBreakKind.PENALTIES, None, ""
    if choice == ELSEWHERE:
        return TieBreakKind.ELSEWHERE, None, text
    return TieBreakKind.POINTS, int(choice), ""


def initial_rules(criteria_set):
    """What the form shows of the stored rules of a set; three queries."""
    rules = getattr(criteria_set, "ranking_rules", None)
    found = {"grade_base": GradeBase.WITHOUT_BONUS}
    if rules:
        found = {name: getattr(rules, name) for name in ("clause", "grade_base", "is_proposal")}
    for n, each in enumerate(criteria_set.tie_breaks.all(), start=1):
        found |= {"tie_count": n, f"tie{n}": _choice(each), f"text{n}": each.text}
    for n, each in enumerate(criteria_set.grades.all(), start=1):
        found |= {"band_count": n, f"name{n}": each.name}
        found |= {f"from{n}": each.at_least, f"floor{n}": each.floor}
    return found


def _choice(tie_break):
    if tie_break.kind == TieBreakKind.POINTS:
        return str(tie_break.criterion_id)
    return PENALTIES if tie_break.kind == TieBreakKind.PENALTIES else ELSEWHERE


class DisqualificationForm(StandInMixin, PeriodMixin, forms.ModelForm):
    """A fact that bars a member, cleaned to what `disqualify` takes."""

    class Meta:
        model = Disqualification
        fields = ["seat", "fact", "facts", "document", "effect"]
        widgets = {"facts": forms.Textarea(attrs={"rows": 4})}

    field_order = ["seat", "fact", "facts", "document", "from_on", "last_on", "effect", "reason"]

    def __init__(self, *args, seats, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["seat"].queryset = seats
        self.fields["seat"].label_from_instance = lambda seat: seat.organisation.name

    def clean(self):
        data = super().clean() or self.cleaned_data
        return {key: value for key, value in data.items() if key not in {"from_on", "last_on"}}


class RevokeForm(StandInMixin, forms.Form):
    revoke_reason = CharField(
        label=_("Why is it revoked?"),
        max_length=300,
        help_text=_("For example: the inspection is concluded, with number and day of the paper."),
    )

    field_order = ["revoke_reason", "reason"]


class AnnouncementForm(StandInMixin, forms.Form):
    """The day and paper of an announcement; a reason where it replaces an earlier one."""

    announced_on = DateField(label=_("Announced on"))
    document = CharField(
        label=_("Paper"),
        max_length=300,
        required=False,
        help_text=_("For example: notice no. 12/TB-KTĐ of 20 December 2026."),
    )
    replace_reason = CharField(label=_("Why is the announced standing replaced?"), max_length=300)

    field_order = ["announced_on", "document", "replace_reason", "reason"]

    def __init__(self, *args, replaces=None, **kwargs):
        super().__init__(*args, **kwargs)
        if replaces is None:
            del self.fields["replace_reason"]


class SettlementForm(StandInMixin, forms.Form):
    """The place of each member that is equal, and by what it was found."""

    why = CharField(
        label=_("By what was it settled?"),
        max_length=300,
        help_text=_("For example: secret ballot of 5 December, 7 to 4; minutes no. 03/BB-KTĐ."),
    )

    def __init__(self, *args, seats, **kwargs):
        super().__init__(*args, **kwargs)
        self.seats = seats
        for seat in seats:
            self.fields[f"place{seat.pk}"] = forms.TypedChoiceField(
                label=seat.organisation.name,
                coerce=int,
                choices=[("", "–"), *((n, str(n)) for n in range(1, len(seats) + 1))],
                help_text=_("Place among these members; the same place leaves them equal."),
            )
        self.order_fields([f"place{seat.pk}" for seat in seats] + ["why", "reason"])

    def clean(self):
        data = super().clean()
        if self.errors:
            return data
        places = {seat.pk: data.pop(f"place{seat.pk}") for seat in self.seats}
        if min(places.values(), default=1) != 1:
            raise forms.ValidationError(_("Places begin at 1."))
        return {**data, "places": places}
