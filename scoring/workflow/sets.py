"""Criteria sets: begun empty, copied from a sample or from another year, adopted, removed.

Every verb raises NotChair for who holds neither the year's work nor its records at that moment.
"""

from django.db import transaction
from django.utils.translation import gettext as _

from accounts.evidence import because
from accounts.refusal import Refused

from ..models import CriteriaSet, Criterion
from ..samples import SAMPLES
from ..tree import grow
from .locks import keep_act, lock_set, lock_unscored_set, lock_year
from .rules import columns, keep_tiers
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
    """Give the year a copy of sample "a" or "b", marked as sample (docs/field.md §3.8, §3.9).

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
        _plant(criteria_set, sample.sections)
    return criteria_set


@transaction.atomic
def copy_set(from_year, to_year, *, by, at):
    """Give a year a copy of another year's criteria; who adopted them is not copied.

    Raises Refused if the first has no criteria set, the second has one, or the second is closed.
    """
    to_year = _lock_year_without_set(to_year, by, at)
    origin = CriteriaSet.objects.filter(emulation_year=from_year).first()
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
        _plant(copy, grow(origin.criteria.all()))
    return copy


@transaction.atomic
def change_set(criteria_set, *, title, note, is_sample, by, at):
    """Rename a set, say how it was adopted, and whether it still is a mere sample."""
    criteria_set = lock_set(criteria_set.pk, by=by, at=at)
    with because(by):
        criteria_set.title, criteria_set.note = title, note
        criteria_set.is_sample = is_sample
        criteria_set.save()
    return criteria_set


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
    year = criteria_set.emulation_year
    keep_act(year, what=f"Xóa bộ tiêu chí chấm điểm năm {year.year}", by=by, at=at)
    with because(by, why):
        criteria_set.delete()


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


def _plant(criteria_set, nodes, parent=None):
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
        _plant(criteria_set, node.children, criterion)
