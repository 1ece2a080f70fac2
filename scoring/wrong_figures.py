"""What is wrong with a figure, in words."""

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from vietnamese.numbers import show_decimal

from .arithmetic import WrongFigure, check
from .entries import given_of
from .kinds import Method

WRONG = {
    "negative": gettext_lazy("write a figure of 0 or more"),
    "not_whole": gettext_lazy("write a whole number"),
    "not_yes_or_no": gettext_lazy("choose yes or no"),
    "no_target": gettext_lazy("write the target too"),
    "target_not_positive": gettext_lazy("the target has to be above 0"),
    "no_such_tier": gettext_lazy("choose one of the tiers"),
}


def problem_of(node, entry):
    """Return the sentence that says what is wrong with an entry, or None."""
    if not entry.applies:
        wrong = None if node.rule.may_not_apply else _("this criterion concerns every member")
    elif entry.is_empty:
        wrong = None
    elif node.rule.method == Method.OVER_FULFILMENT:
        wrong = _("its points follow from the other criteria")
    elif node.rule.method == Method.JUDGED:
        most = node.maximum
        is_within = 0 <= entry.value <= most
        wrong = None if is_within else _("write points from 0 to %s") % show_decimal(most)
    else:
        wrong = _wrong_figure(node, entry)
    return wrong and f"{node.code}: {wrong}"


def _wrong_figure(node, entry):
    if entry.target is not None and entry.target < 0:
        return str(WRONG["target_not_positive"])
    try:
        check(node.rule, given_of(node, entry))
    except WrongFigure as error:
        return str(WRONG[error.code])
    return None
