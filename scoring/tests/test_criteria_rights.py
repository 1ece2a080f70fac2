"""Who may keep the criteria: the verbs ask for themselves; a whole set is an act of the chair."""

from decimal import Decimal

import pytest
from django.urls import reverse

from blocs.models import ChairAct
from blocs.workflow import NotChair
from scoring import workflow
from scoring.tests import make
from scoring.tests.scene import NOW

NINE = {"code": "I.9", "text": "Tiêu chí mới", "maximum": Decimal("9.50")}
BEGINNINGS = {
    "start": lambda cast, **by: workflow.start_set(cast.year, **by),
    "sample": lambda cast, **by: workflow.copy_sample(cast.year, sample="a", **by),
    "copy": lambda cast, **by: workflow.copy_set(cast.last_year, cast.year, **by),
}
OF_A_SET = {
    "change_set": lambda made, each, **by: workflow.change_set(
        made, title="Khác", note="", is_sample=False, **by
    ),
    "add": lambda made, each, **by: workflow.add_criterion(made, parent=each, **NINE, **by),
    "change": lambda made, each, **by: workflow.change_criterion(each, **NINE, **by),
    "move": lambda made, each, **by: workflow.move_criterion(each, position=1, **by),
    "remove": lambda made, each, **by: workflow.remove_criterion(each, **by),
    "remove_set": lambda made, each, **by: workflow.remove_set(made, **by),
}
SAID = {
    "start": "Lập bộ tiêu chí chấm điểm năm {year}",
    "sample": "Lập bộ tiêu chí chấm điểm năm {year} theo “",
    "copy": "Sao chép bộ tiêu chí chấm điểm năm {last} sang năm {year}",
    "remove_set": "Xóa bộ tiêu chí chấm điểm năm {year}",
}
OTHERS = [
    "former_chair", "coming_chair", "deputy", "member", "former_member", "observer",
    "foreign_staff", "outsider", "nobody",
]  # fmt: skip


def acts():
    return [(act.capacity, act.right, act.what) for act in ChairAct.objects.order_by("pk")]


@pytest.mark.parametrize("who", OTHERS)
def test_nobody_else_keeps_criteria(cast, who):
    by = {"by": cast.people[who], "at": NOW}
    make.small_set(cast.last_year)
    for begin in BEGINNINGS.values():
        with pytest.raises(NotChair):
            begin(cast, **by)
    made = make.small_set(cast.year)
    before = make.outline(made)
    for change in OF_A_SET.values():
        with pytest.raises(NotChair):
            change(made, made.criteria.get(code="I.2"), **by)

    made.refresh_from_db()
    assert (make.outline(made), made.title) == (before, "Tiêu chí chấm điểm")
    assert acts() == []


@pytest.mark.parametrize("name", [*BEGINNINGS, *OF_A_SET])
@pytest.mark.parametrize("who", ["chair", "staff", "administrator", None])
def test_the_chair_leaves_an_act_on_a_whole_set_and_nobody_else(cast, who, name):
    by = {"by": who and cast.people[who], "at": NOW}
    make.small_set(cast.last_year)
    if name in BEGINNINGS:
        BEGINNINGS[name](cast, **by)
    else:
        made = make.small_set(cast.year)
        OF_A_SET[name](made, made.criteria.get(code="I.2"), **by)

    if who != "chair" or name not in SAID:
        assert acts() == []
        return
    [(capacity, right, what)] = acts()
    assert (capacity, right) == ("chair", "year_work")
    said = SAID[name].format(year=cast.year.year, last=cast.last_year.year)
    assert what.startswith(said)


def test_criteria_that_the_chair_begins_and_removes_on_the_page_are_acts(client, cast):
    client.force_login(cast.chair)
    place = [cast.bloc.slug, cast.year.year]
    client.post(reverse("scoring:criteria_start", args=place) + "?from=blank")
    client.post(reverse("scoring:criteria_remove", args=place))

    assert [what for _capacity, _right, what in acts()] == [
        f"Lập bộ tiêu chí chấm điểm năm {cast.year.year}",
        f"Xóa bộ tiêu chí chấm điểm năm {cast.year.year}",
    ]
