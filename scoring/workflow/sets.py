"""Criteria sets: begun empty, copied from a sample or from another year, adopted, removed.

Every verb raises NotChair for who holds neither the year's work nor its records at that moment.
"""

from django.db import transaction
from django.db.models import ProtectedError
from django.utils.translation import gettext as _

from accounts.evidence import because
from accounts.refusal import Refused

from ..models import CriteriaSet, Criterion, current_set
from ..samples import SAMPLES
from ..tree import grow, leaves
from .locks import keep_act, lock_set, lock_unscored_set, lock_year
from .ranking_rules import copy_ranking_rules
from .rules import agreeing, columns, keep_examples, keep_tiers
from .stages import copy_stages


@transaction.atomic
def start_set(year, *, by, at):
    """Give the year an empty criteria set. Raises Refused if it has one, or the year is closed."""
    year = _lock_year_without_set(year, by, at)
    keep_act(year, what=f"Lập bộ tiêu chí chấm điểm năm {year.year}", by=by, at=at)
    with because(by):
        return CriteriaSet.objects.create(emulation_year=year, title=_usual_title(year))


@transaction.atomic
def copy_sample(year, *, sample, by, at):
    """Give the year a copy of sample "a", "b" or "c", marked as sample (docs/field.md §3.8-§3.10).

    Raises Refused if the year has a criteria set or is closed.
    """
    year = _lock_year_without_set(year, by, at)
    sample = SAMPLES[sample]
    what = f"Lập bộ tiêu chí chấm điểm năm {year.year} theo “{sample.name}”"
    keep_act(year, what=what, by=by, at=at)
    with because(by, sample.name):
        criteria_set = CriteriaSet.objects.create(
            emulation_year=year,
            title=_usual_title(year),
            note=sample.note,
            is_sample=True,
            rounding_step=sample.rounding_step,
        )
        plant(criteria_set, sample.sections)
    return criteria_set


@transaction.atomic
def import_set(year, *, content, by, at):
    """Give the year the criteria of a workbook that was read whole (a `SetContent`).

    Raises Refused if the year has a criteria set or is closed.
    """
    year = _lock_year_without_set(year, by, at)
    keep_act(year, what=f"Nhập bộ tiêu chí chấm điểm năm {year.year} từ tệp", by=by, at=at)
    with because(by):
        criteria_set = CriteriaSet.objects.create(
            emulation_year=year,
            title=content.title or _usual_title(year),
            note=content.note,
            is_sample=content.is_sample,
            rounding_step=content.rounding_step,
            not_applicable=content.not_applicable,
        )
        plant(criteria_set, content.sections)
    return criteria_set


@transaction.atomic
def copy_set(from_year, to_year, *, by, at):
    """Give a year a copy of another year's criteria; who adopted them is not copied.

    Raises Refused if the first has no criteria set, the second has one, or the second is closed.
    """
    to_year = _lock_year_without_set(to_year, by, at)
    origin = current_set(from_year)
    if origin is None:
        raise Refused(
            _("The emulation year %(year)s has no criteria to copy.") % {"year": from_year.year}
        )
    what = f"Sao chép bộ tiêu chí chấm điểm năm {from_year.year} sang năm {to_year.year}"
    keep_act(to_year, what=what, by=by, at=at)
    with because(by):
        copy = CriteriaSet.objects.create(
            emulation_year=to_year,
            title=_usual_title(to_year),
            note=origin.note if origin.is_sample else "",
            is_sample=origin.is_sample,
            rounding_step=origin.rounding_step,
            not_applicable=origin.not_applicable,
            copied_from=origin,
        )
        copy_stages(origin, copy)
        plant(copy, grow(origin.criteria.all()))
        copy_ranking_rules(origin, copy)
    return copy


@transaction.atomic
def change_set(
    criteria_set, *, title, note, is_sample, rounding_step=None, not_applicable=None, by, at
):
    """Rename a set, say how it was adopted, and whether it still is a mere sample.

    How points are rounded and what becomes of what does not apply (docs/field.md §3.3) change only
    until the first score; None leaves them. Raises Refused.
    """
    criteria_set = lock_set(criteria_set.pk, by=by, at=at)
    counted = {"rounding_step": rounding_step, "not_applicable": not_applicable}
    changed = {
        name: value
        for name, value in counted.items()
        if value is not None and value != getattr(criteria_set, name)
    }
    if changed:
        lock_unscored_set(criteria_set.pk, by=by, at=at)
        if not changed.get("rounding_step", 1) > 0:
            raise Refused(_("Points are rounded to a step above 0, for example 0,25."))
        _examples_agree(criteria_set, changed.get("rounding_step", criteria_set.rounding_step))
    with because(by):
        for name, value in changed.items():
            setattr(criteria_set, name, value)
        criteria_set.title, criteria_set.note = title, note
        criteria_set.is_sample = is_sample
        criteria_set.save()
    return criteria_set


def _examples_agree(criteria_set, step):
    """Refuse a rounding step by which a worked example no longer comes out, naming it."""
    for node in leaves(grow(criteria_set.criteria.all())):
        try:
            agreeing(node.examples, node.rule, node.maximum, step)
        except Refused as refusal:
            raise Refused(f"{node.code}: {refusal}") from refusal


@transaction.atomic
def remove_set(criteria_set, *, by, at, why=""):
    """Remove a set with its criteria. Raises Refused once another year was copied from it."""
    criteria_set = lock_unscored_set(criteria_set.pk, by=by, at=at)
    copies = criteria_set.copies.values_list("emulation_year__year", flat=True)
    if years := ", ".join(str(year) for year in copies.order_by("emulation_year__year")):
        raise Refused(
            _("The criteria of %(years)s were copied from this set. Correct it instead.")
            % {"years": years}
        )
    if criteria_set.number > 1 and not criteria_set.is_draft:
        raise Refused(_("An amended version is not removed: begin another amendment."))
    year = criteria_set.emulation_year
    keep_act(year, what=_removal(criteria_set, year), by=by, at=at)
    with because(by, why):
        try:
            criteria_set.delete()
        except ProtectedError as error:
            sentence = _(
                "An announced standing or a settled tie rests on these criteria: they stay."
            )
            raise Refused(sentence) from error


def _removal(criteria_set, year):
    if criteria_set.is_draft:
        return f"Bỏ bản sửa đổi bộ tiêu chí chấm điểm năm {year.year}"
    return f"Xóa bộ tiêu chí chấm điểm năm {year.year}"


def _lock_year_without_set(year, by, at):
    year = lock_year(year, by=by, at=at)
    if CriteriaSet.objects.filter(emulation_year=year).exists():
        raise Refused(
            _("The emulation year %(year)s already has criteria. Correct them, or remove them.")
            % {"year": year.year}
        )
    return year


def _usual_title(year):
    """A title in a paper of the bloc, so Vietnamese whatever the language of the page."""
    return f"Tiêu chí chấm điểm thi đua năm {year.year}"


def plant(criteria_set, nodes, parent=None):
    """Store nodes with all below them, their rules and examples, as criteria of a set."""
    for position, node in enumerate(nodes, start=1):
        criterion = Criterion.objects.create(
            criteria_set=criteria_set,
            parent=parent,
            level=parent.level + 1 if parent else 1,
            position=position,
            kind=node.kind,
            code=node.code,
            text=node.text,
            maximum=node.maximum,
            **columns(node.rule),
        )
        keep_tiers(criterion, node.rule.tiers)
        keep_examples(criterion, node.examples)
        plant(criteria_set, node.children, criterion)
