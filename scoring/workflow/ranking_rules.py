"""The rules of ranking and grades: written, taken over as usual, copied with the criteria."""

from django.db import transaction
from django.db.models import Model
from django.utils.translation import gettext as _

from accounts.evidence import because
from accounts.refusal import Refused
from blocs.workflow.locks import refusing
from vietnamese.text import search_key

from ..grading import Band
from ..kinds import CriterionKind, GradeBase, TieBreakKind
from ..models import Grade, RankingRules, Settlement, TieBreak
from .locks import keep_act, lock_set

USUAL_BANDS = (Band("Xuất sắc", 95), Band("Tốt", 85), Band("Khá", 70), Band("Trung bình", 0))
USUAL_ELSEWHERE = (
    "Không được tặng Cờ thi đua trong năm trước liền kề",
    "Tỷ lệ nữ trong đơn vị từ 70% trở lên",
    "Bỏ phiếu kín",
)


@transaction.atomic
def set_ranking_rules(
    criteria_set, *, tie_breaks, bands, grade_base, clause="", is_proposal=False, by, at
):
    """Store the rules of a set as a whole; what is the same as before keeps its row.

    `tie_breaks` are [(kind, pk of a criterion or None, text)] in their order, `bands` [Band].
    Raises NotChair; Refused once a standing was announced by these criteria, for a tie-break that
    a settled tie rests on, and for what the set does not have.
    """
    criteria_set = _lock(criteria_set, by, at)
    year = criteria_set.emulation_year
    keep_act(year, what=f"Quy định xếp hạng, xếp loại năm {year.year}", by=by, at=at)
    with because(by), refusing():
        RankingRules.objects.update_or_create(
            criteria_set=criteria_set,
            defaults={"clause": clause, "grade_base": grade_base, "is_proposal": is_proposal},
        )
        _keep_tie_breaks(criteria_set, tie_breaks)
        _keep_bands(criteria_set, bands)
    return criteria_set


def take_usual_rules(criteria_set, *, by, at):
    """Write the usual list (docs/field.md §3.6, §3.7) as a proposal. Raises as above."""
    return set_ranking_rules(
        criteria_set,
        tie_breaks=usual_tie_breaks(criteria_set),
        bands=USUAL_BANDS,
        grade_base=GradeBase.WITHOUT_BONUS,
        is_proposal=True,
        by=by,
        at=at,
    )


def usual_tie_breaks(criteria_set):
    """The usual order: the first section, that on emulation work, penalties, then elsewhere."""
    sections = criteria_set.criteria.filter(parent=None, kind=CriterionKind.ORDINARY)
    first, *others = sections.order_by("position") or [None]
    on_emulation = [each for each in others if "thi dua" in search_key(each.text)]
    chosen = [each for each in (first, *on_emulation[:1]) if each is not None]
    return [
        *((TieBreakKind.POINTS, each.pk, "") for each in chosen),
        (TieBreakKind.PENALTIES, None, ""),
        *((TieBreakKind.ELSEWHERE, None, text) for text in USUAL_ELSEWHERE),
    ]


def copy_ranking_rules(origin, copy):
    """Give a copied set the rules of its origin; criteria are found again by their codes.

    The caller stands inside its own `because`. An origin without rules gives none.
    """
    rules = RankingRules.objects.filter(criteria_set=origin).first()
    if rules is None:
        return
    codes = dict(copy.criteria.values_list("code", "pk"))
    _again(rules, criteria_set=copy)
    for each in origin.tie_breaks.select_related("criterion"):
        _again(each, criteria_set=copy, criterion_id=each.criterion and codes[each.criterion.code])
    for each in origin.grades.all():
        _again(each, criteria_set=copy)


def _again(row: Model, **fields):
    for name, value in {"pk": None, **fields}.items():
        setattr(row, name, value)
    row._state.adding = True
    row.save()


def _lock(criteria_set, by, at):
    criteria_set = lock_set(criteria_set.pk, by=by, at=at)
    if criteria_set.announcements.exists():
        raise Refused(
            _("A standing was announced by these rules, so they no longer change in this year.")
        )
    return criteria_set


def _keep_tie_breaks(criteria_set, wanted):
    allowed = criteria_set.criteria.exclude(kind=CriterionKind.PENALTY)
    allowed = {None, *allowed.values_list("pk", flat=True)}
    if any(criterion not in allowed for _kind, criterion, _text in wanted):
        raise Refused(_("A criterion has been removed meanwhile. Load the page again."))
    rows = {
        (each.kind, each.criterion_id, each.text): each for each in criteria_set.tie_breaks.all()
    }
    gone = [each for key, each in rows.items() if key not in wanted]
    if Settlement.objects.filter(tie_break__in=gone).exists():
        raise Refused(_("A tie was settled by a tie-break that you take out. It has to stay."))
    for each in gone:
        each.delete()
    for position, (kind, criterion, text) in enumerate(wanted, start=1):
        row = rows.get((kind, criterion, text)) or TieBreak(
            criteria_set=criteria_set, kind=kind, criterion_id=criterion, text=text
        )
        if row.position != position:
            row.position = position
            row.save()


def _keep_bands(criteria_set, wanted):
    bands = {(each.name, each.at_least, each.floor): each for each in criteria_set.grades.all()}
    keys = [(each.name, each.at_least, each.floor) for each in wanted]
    for key, row in bands.items():
        if key not in keys:
            row.delete()
    for name, at_least, floor in keys:
        if (name, at_least, floor) not in bands:
            Grade.objects.create(
                criteria_set=criteria_set, name=name, at_least=at_least, floor=floor
            )
