"""A criteria set as a workbook: written, read back the same, every problem with its cell."""

from dataclasses import replace
from decimal import Decimal as D

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from django.utils import translation

from accounts.refusal import Refused
from blocs.models import DeadlineKind
from scoring import workflow
from scoring.arithmetic import Rule, Tier
from scoring.examples import Example
from scoring.kinds import CriterionKind, Method
from scoring.models import CriteriaSet, current_set
from scoring.samples import SAMPLES
from scoring.set_book.issue import issue
from scoring.set_book.layout import DEADLINES, KINDS, METHODS, POLICIES, SetContent
from scoring.set_book.read import read
from scoring.tests import make
from scoring.tests.books import edited
from scoring.tests.scene import NOW
from scoring.tree import Node, grow, version


@pytest.fixture(autouse=True)
def in_english():
    with translation.override("en"):
        yield


def leaf(code, rule, *examples, kind="ordinary", maximum=40):
    return Node(
        code, f"Tiêu chí {code}\n“dòng hai” =1+1", kind, D(maximum), (), None, rule, examples
    )


TRICKY = (
    Tier(D(40), "≥ 5"),
    Tier(D("30.5"), 'tốt: "khá"'),
    Tier(D(0), '"kém"'),
    Tier(D(1), "a (≥ 3)"),
)
BEGUN = (Tier(D(40), "xuất sắc", D(100)), Tier(D(20), "", D("95.5")), Tier(D(0), "còn lại"))
ORDINARY = (
    leaf("1.1", Rule()),
    leaf(
        "1.2",
        Rule(
            Method.PRO_RATA, "triệu đồng", D("12345678901.5"), D(50), over=D("0.5"), over_cap=D(3)
        ),
        Example(D("12345678901.5"), D(40)),
        Example(D(5), D(20), D(10)),
    ),
    leaf("1.3", Rule(Method.TIERS, "%", D(100), tiers=BEGUN), Example(D(96), D(20))),
    leaf("1.4", Rule(Method.TIERS, tiers=TRICKY)),
    leaf("1.5", Rule(Method.LEADER, target=D(10), meets=D(50)), Example(D(15), D(30), best=D(20))),
    leaf("1.6", Rule(Method.STEPS_DOWN, "lỗi", each=D("0.25"), may_not_apply=True)),
    leaf("1.7", Rule(Method.LOWER_IS_BETTER, target=D(0))),
    leaf("1.8", Rule(Method.YES_NO)),
    leaf("1.9", Rule(Method.RELATIVE)),
)
LATE = Rule(
    Method.DAYS_LATE, deadline="self_score", tiers=(Tier(D(5), "", D(6)), Tier(D(2), "", D(1)))
)
WHOLE = SetContent(
    title="Bộ tiêu chí “2026”",
    note="Biên bản số 1\nngày 5/1",
    rounding_step=D("0.25"),
    not_applicable="rescale",
    is_sample=True,
    sections=(
        Node("1", "Phần một", "ordinary", D(360), ORDINARY),
        Node(
            "B",
            "Thưởng",
            "bonus",
            D(10),
            (leaf("B1", Rule(Method.OVER_FULFILMENT), kind="bonus", maximum=10),),
        ),
        Node(
            "P",
            "Trừ",
            "penalty",
            D(10),
            (leaf("P1", LATE, Example(D(6), D(5)), kind="penalty", maximum=10),),
        ),
    ),
)


def test_every_word_of_the_layout_is_known():
    assert set(METHODS) == set(Method)
    assert set(KINDS) == set(CriterionKind)
    assert set(DEADLINES) == {"", *DeadlineKind.values}
    assert len(POLICIES) == 3


@pytest.mark.parametrize("language", ["vi", "en"])
def test_a_set_is_read_back_the_same(language):
    with translation.override(language):
        assert read(issue(WHOLE)) == (WHOLE, [])


@pytest.mark.parametrize("key", ["a", "b", "c"])
def test_a_sample_is_read_back_the_same(key):
    content = SetContent(title="x", sections=SAMPLES[key].sections)
    assert read(issue(content)) == (content, [])


def test_one_edited_cell_is_just_this():
    found, problems = read(edited(issue(WHOLE), lambda book: _retype(book.worksheets[0])))
    first, *others = WHOLE.sections
    leaf, *leaves = first.children
    wanted = replace(first, children=(replace(leaf, text="Chữ mới"), *leaves))
    assert (found, problems) == (replace(WHOLE, sections=(wanted, *others)), [])


def _retype(sheet):
    sheet["C9"] = "Chữ mới"


def test_an_import_begins_a_year_with_an_identical_set(cast):
    made = workflow.import_set(cast.year, content=WHOLE, by=cast.chair, at=NOW)

    stored = grow(made.criteria.all())
    assert version(stored) == version(WHOLE.sections)
    again = replace(WHOLE, sections=stored)
    assert read(issue(again)) == (WHOLE, [])
    with pytest.raises(Refused, match="already has criteria"):
        workflow.import_set(cast.year, content=WHOLE, by=cast.chair, at=NOW)


# Row 8 is the first criterion; A code, B parent, C text, D kind, E maximum, F method, K …
@pytest.mark.parametrize(
    ("cells", "where", "part"),
    [
        ({"E9": "nhiều"}, "E9", "not a number"),
        ({"E9": -1}, "E9", "from 0 to below"),
        ({"E9": None}, "A9", "maximum is missing"),
        ({"A9": None}, "B9", "has no code"),
        ({"C9": None}, "A9", "has no text"),
        ({"A9": "1.2"}, "A10", "stands in row 9 already"),
        ({"B9": "9"}, "B9", "no criterion “9” above"),
        ({"D9": "điểm phạt"}, "D9", "Write one of: điểm chính"),
        ({"D9": "điểm trừ"}, "D9", "kind of its section"),
        ({"F9": "đoán"}, "F9", "“đoán” is unknown"),
        ({"F9": "trừ dần"}, "J9", "for each"),
        ({"O11": "≥ 100: 41"}, "O11", "points from 0 to 40"),
        ({"O11": "100 thì 40"}, "O11", "write a tier as"),
        ({"O11": "≥ 1.234: 40"}, "O11", "two ways"),
        ({"Q10": "thực hiện 5; kế hoạch 10 = 21"}, "Q10", "by the rule it is 20.00"),
        ({"Q10": "5 là 21"}, "Q10", "write an example as"),
        ({"N9": "Tết"}, "N9", "is unknown"),
        ({"C2": "một"}, "C2", "Làm tròn"),
        ({"C3": "tùy"}, "C3", "is unknown"),
    ],
)
def test_every_problem_names_its_cell(cells, where, part):
    def fill(workbook):
        for address, value in cells.items():
            workbook.worksheets[0][address] = value

    _content, problems = read(edited(issue(WHOLE), fill))

    assert [problem.cell for problem in problems[:1]] == [where]
    assert part in problems[0].sentence


def test_all_problems_are_reported_at_once():
    def fill(workbook):
        for address, value in {"E9": "x", "F10": "y", "N11": "z"}.items():
            workbook.worksheets[0][address] = value

    assert [p.cell for p in read(edited(issue(WHOLE), fill))[1]] == ["E9", "F10", "N11"]


@pytest.mark.parametrize("content", [b"", b"PK\x03\x04 nothing"])
def test_what_is_no_workbook_is_said_so(content):
    assert read(content)[1][0].cell == ""


def test_a_workbook_without_criteria_is_said_so():
    assert "no criterion" in read(issue(SetContent(title="x")))[1][0].sentence


def send(client, cast, content, year=None):
    year = year or cast.year
    url = reverse("scoring:criteria_import", args=[cast.bloc.slug, year.year])
    return client.post(url, {"workbook": SimpleUploadedFile("bo.xlsx", content)})


def test_a_set_goes_from_one_year_to_another_by_its_file(client, cast):
    workflow.import_set(cast.last_year, content=WHOLE, by=cast.staff, at=NOW)
    client.force_login(cast.staff)
    url = reverse("scoring:criteria_workbook", args=[cast.bloc.slug, cast.last_year.year])
    downloaded = client.get(url).content

    start = reverse("scoring:criteria_start", args=[cast.bloc.slug, cast.year.year])
    assert client.get(f"{start}?from=file").url.endswith("/nhap-tep/")
    assert send(client, cast, downloaded).status_code == 302
    made = current_set(cast.year)
    assert version(grow(made.criteria.all())) == version(WHOLE.sections)
    assert (made.title, made.rounding_step, made.is_sample) == (WHOLE.title, D("0.25"), True)


def test_problems_are_shown_by_cell_and_nothing_is_saved(client, cast):
    client.force_login(cast.chair)

    def fill(workbook):
        workbook.worksheets[0]["F9"] = "<script>đoán"

    page = send(client, cast, edited(issue(WHOLE), fill)).content.decode()
    assert "F9" in page
    assert "&lt;script&gt;đoán" in page
    assert not CriteriaSet.objects.exists()
    make.small_set(cast.year)
    assert send(client, cast, issue(WHOLE)).context["form"].non_field_errors()
    assert CriteriaSet.objects.count() == 1
    assert send(client, cast, b"no").context["form"].errors
