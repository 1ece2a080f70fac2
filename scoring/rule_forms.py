"""How the points of a criterion follow: the method first, then only what it needs."""

from django import forms
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _

from vietnamese.forms import CharField, DecimalField

from .arithmetic import Rule, Tier
from .asking import NEEDED, faults, kept
from .examples import Example
from .kinds import CriterionKind, Method
from .models import FOLLOWED
from .row_fields import Column, RowsField
from .workflow.rules import COLUMNS

TIERS = (
    Column("label", _("Name of the tier"), is_number=False),
    Column("at_least", _("From (figure, per cent or days)")),
    Column("points", _("Points")),
)
EXAMPLES = (
    Column("figure", _("Figure (or days late, number of the tier, 1 or 0)")),
    Column("target", _("Target of the member")),
    Column("best", _("Best of the bloc")),
    Column("points", _("Points by the regulation")),
)
_ORDINARY = CriterionKind.ORDINARY
PERCENT = {"max_digits": 5, "decimal_places": 2}
POINTS = {"max_digits": 7, "decimal_places": 2}
FIGURE = {"max_digits": 15, "decimal_places": 2}


def _number(label, help_text="", **limits):
    return DecimalField(label=label, help_text=help_text, required=False, **limits)


class RuleMixin(forms.Form):
    """Fields of a rule. They clean to `rule`; what the chosen method does not use is left out."""

    method = forms.ChoiceField(
        label=_("How it is counted"),
        choices=Method,
        required=False,
        initial=Method.JUDGED,
        help_text=_("Choose first: below only what this way uses is kept, the rest is left out."),
    )
    unit = CharField(
        label=_("Unit"),
        max_length=40,
        required=False,
        help_text=_("What is counted or measured, for example: %, models, late reports."),
    )
    target = _number(
        _("Target"),
        _("Where a member has a target of its own, that one counts."),
        **FIGURE,
    )
    floor = _number(
        _("No points below (% of the target)"), _("For example 50; empty: no floor."), **PERCENT
    )
    each = _number(
        _("Points for each"), _("Given for every case, or taken for every fault."), **POINTS
    )
    meets = _number(
        _("Share for reaching the target (% of the maximum)"),
        _("For example 50: the best of the bloc gets all, between them in proportion."),
        **PERCENT,
    )
    over = _number(
        _("Bonus above the target (% of the maximum for each % above)"),
        _("Empty: no bonus. The bonus is counted in a criterion of the bonus section."),
        **PERCENT,
    )
    over_cap = _number(_("Most points of this bonus"), **POINTS)
    deadline = forms.ChoiceField(
        label=_("Days late are counted from"),
        choices=FOLLOWED,
        required=False,
        help_text=_("The deadline of the year, with every extension."),
    )
    tiers = RowsField(
        label=_("Tiers"),
        columns=TIERS,
        help_text=_(
            "From the best down. A tier begins at a figure (of a target: at a per cent), or is "
            "chosen by its name where it has none. An empty row is left out."
        ),
    )
    may_not_apply = forms.BooleanField(label=_("May not concern every member"), required=False)
    examples = RowsField(
        label=_("Worked examples"),
        columns=EXAMPLES,
        help_text=_(
            "Examples from the regulation. Each is worked out when it is saved, and again whenever "
            "the rule changes; one that does not agree is refused with what the rule gives."
        ),
    )

    def __init__(self, *args, rule=None, examples=(), kind=_ORDINARY, is_divided=False, **kwargs):
        """`rule` is what is stored; `kind` that of the section, where the form does not ask it.

        What `is_divided` is counted below it: no rule is asked then.
        """
        self.kind, self.is_divided = kind, is_divided
        if rule is not None:
            stored = {name: getattr(rule, name) for name in COLUMNS}
            tiers = [{c.name: getattr(tier, c.name) for c in TIERS} for tier in rule.tiers]
            stored |= {"tiers": tiers, "examples": [vars(example) for example in examples]}
            kwargs["initial"] = {**stored, **(kwargs.get("initial") or {})}
        super().__init__(*args, **kwargs)
        if is_divided:
            for name in (*RULE, "examples"):
                del self.fields[name]

    @property
    def basics(self):
        """The fields that say what is scored."""
        return [field for field in self if field.name not in (*RULE, "examples")]

    @property
    def asked(self):
        """[(field, the methods that use it)] in order, for the page to hide what is not needed."""
        uses = {name: " ".join(m for m in Method if name in NEEDED[m]) for name in ASKED}
        return [(self[name], methods) for name, methods in uses.items()]

    def clean(self):
        data = super().clean()
        if self.is_divided:
            return data
        given = {name: data.pop(name, None) for name in RULE}
        method = given["method"] or Method.JUDGED
        data["examples"] = _examples(data.pop("examples", None))
        mine = {"method", "may_not_apply", *NEEDED[method]}
        for name in set(given) - mine:
            self.errors.pop(name, None)  # what the method does not use cannot be wrong
        if mine & set(self.errors):
            return data
        rule = _rule({**given, "method": method})
        maximum, kind = data.get("maximum"), data.get("kind", self.kind)
        if maximum is not None:
            for fault in faults(rule, maximum, kind):
                self.add_error(fault.field, fault.sentence)
        data["rule"] = rule
        return data


RULE = (*COLUMNS, "tiers")
ASKED = ("unit", "target", "floor", "over", "over_cap", "each", "meets", "deadline", "tiers")


def _examples(rows):
    if any(row["figure"] is None or row["points"] is None for row in rows or ()):
        sentence = _now("An example needs a figure and the points that it gives.")
        raise forms.ValidationError({"examples": sentence})
    return tuple(Example(**row) for row in rows or ())


def _rule(given):
    tiers, problems = [], []
    for number, row in enumerate(given.pop("tiers") or (), start=1):
        if row["points"] is None:
            problems.append(_now("Tier %(row)s must have points.") % {"row": number})
        else:
            tiers.append(Tier(**row))
    if problems and "tiers" in NEEDED[given["method"]]:
        raise forms.ValidationError({"tiers": problems})
    text = {name: given[name] or "" for name in ("unit", "deadline")}
    return kept(Rule(**{**given, **text}, tiers=tuple(tiers)))
