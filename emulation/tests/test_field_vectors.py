"""docs/field.md §3.11 digit for digit, as people get it: figures on pages, points in a workbook."""

import datetime as dt
import html
import re
from decimal import Decimal

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from blocs.models import DeadlineKind
from blocs.workflow import set_deadlines
from files.tests.make import upload
from scoring import workflow
from scoring.models import ScoreUpload, Stage
from scoring.procedure import StageRule
from scoring.tests.scene import workbook
from scoring.tree import grow, rows

from .full_years.playing import Play
from .full_years.six_members import (
    CODES,
    FARMERS,
    FRONT,
    LINES,
    NAMES,
    ORDER,
    POINTS,
    TOTALS,
    UNION,
)
from .once import once

pytestmark = pytest.mark.django_db
TOTALS = {name: total.replace(".", ",") for name, total in TOTALS.items()}
# What stands in the sample's places here: code, maximum, method and what it needs; figures; points.
SINGLES = [
    ("A.1", "40", {"method": "pro_rata"}, "1083/1200", "36,10"),
    ("A.2", "120", {"method": "pro_rata"}, "5/7", "85,71"),
    ("A.3", "100", {"method": "pro_rata"}, "875/1000", "87,50"),
    ("A.4", "100", {"method": "pro_rata"}, "1300/1000", "100,00"),
    ("A.5", "20", {"method": "steps_down", "each": "4"}, "6", "0,00"),
    ("A.6", "60", {"method": "each", "each": "20"}, "4", "60,00"),
]
play = None


def a_year():
    """The six members by sample A, this year, while they score themselves."""
    global play
    now, today = timezone.now(), timezone.localdate()
    play = Play(NAMES, chair=UNION, year=today.year)
    how = {"by": play.chair, "at": now}
    play.criteria_set = workflow.copy_sample(play.year, sample="a", **how)
    stages = [StageRule(Stage.SELF), StageRule(Stage.AGREED)]
    workflow.choose_stages(play.criteria_set, rules=stages, **how)
    workflow.take_usual_rules(play.criteria_set, **how)
    days = {DeadlineKind.SELF_SCORE: today + dt.timedelta(days=5)}
    set_deadlines(play.year, days=days, **how)


loaded = once(a_year)


def address(name, *more):
    return reverse(f"scoring:{name}", args=[play.year.bloc.slug, play.year.year, *more])


def visitor(person):
    client = Client()
    client.force_login(person)
    return client


def keys(criteria_set):
    return dict(criteria_set.criteria.values_list("code", "pk"))


def typed_row(pk, text):
    figure, _slash, target = text.partition("/")
    return {f"v-{pk}": figure, f"t-{pk}": target, f"r-{pk}": "Theo số liệu cả năm"}


def cells(points=POINTS):
    """{(member, code): points as they are typed} of everybody."""
    lines = ((name, zip(CODES.split(), line.split(), strict=True)) for name, line in points.items())
    return {(name, code): text for name, line in lines for code, text in line if text != "."}


def typed(changed, **more):
    """What the table of scores sends for {(member, code): (shown, new)}."""
    pks = keys(play.criteria_set)
    places = {f"{play.seats[name].pk}-{pks[code]}": pair for (name, code), pair in changed.items()}
    was = ",".join(f'"{key}":"{shown}"' for key, (shown, _new) in places.items())
    return {
        **{f"d-{key}": new for key, (_shown, new) in places.items()},
        "was": f"{{{was}}}",
    } | more


def ranking(client):
    """[(rank, member, total)] as the page of the standing shows them."""
    page = client.get(address("standing")).content.decode()
    table = page.partition('<table class="cards ranking">')[2].partition("</tbody>")[0]
    found = []
    for row in table.split("<tr>")[2:]:
        rank = re.search(r'class="num rank"[^>]*>([^<]*)<', row)[1]
        name = re.search(r'<th scope="row">([^<]*)', row)[1]
        found.append(
            (rank, html.unescape(name).strip(), re.search(r"<strong>([^<]*)</strong>", row)[1])
        )
    return found


def in_order(names=ORDER):
    return [(str(n), name, TOTALS[name]) for n, name in enumerate(names, start=1)]


@pytest.mark.parametrize("name", NAMES)
def test_the_figures_of_a_member_on_its_own_page_come_to_its_total(name):
    client, where = visitor(play.people[name]), address("self_score", play.seats[name].pk)
    figures, pks = zip(CODES.split(), LINES[name].split(), strict=True), keys(play.criteria_set)
    sent = {}
    for code, text in figures:
        sent |= {} if text == "." else typed_row(pks[code], text)
    assert client.post(where, sent).status_code == 302

    page = client.get(where).content.decode()
    assert f"<dd data-total>{TOTALS[name]}</dd>" in page
    points = dict(zip(CODES.split(), POINTS[name].split(), strict=True))
    for code, text in points.items():
        shown = re.search(rf'data-row="{pks[code]}".*?data-points>(.*?)</td>', page, re.DOTALL)[1]
        expected = "–" if text == "." else f"{Decimal(text.replace(',', '.')):.2f}"
        assert shown.lstrip("−").startswith(expected.replace(".", ",")), code


def test_points_typed_into_the_table_rank_the_six_as_the_field_says():
    client = visitor(play.chair)
    answer = client.post(
        address("score_table"), typed({k: ("", text) for k, text in cells().items()})
    )
    assert answer.status_code == 302
    assert ranking(client) == in_order()

    # One point less for HND: equal totals, and the first section is the higher one of LĐLĐ.
    less = typed({(FARMERS, "III.3"): ("30", "29")}, why="Tỷ lệ 67,67%")
    assert client.post(address("score_table"), less).status_code == 302
    assert ranking(client)[:2] == [("1", UNION, "947,50"), ("2", FARMERS, "947,50")]
    page = client.get(address("standing")).content.decode()
    assert page.count("Bằng điểm, xếp theo: Điểm mục I cao hơn") == 2

    back = typed({(FARMERS, "III.3"): ("29", "30")}, why="Đã bổ sung")
    client.post(address("score_table"), back)
    barred = {
        "seat": play.seats[FARMERS].pk, "fact": "C8", "facts": "Đang thanh tra",
        "document": "QĐ 15", "from_on": "01/01/2020", "effect": "postponed",
    }  # fmt: skip
    assert client.post(address("disqualification_create"), barred).status_code == 302
    assert ranking(client) == [
        *in_order([n for n in ORDER if n != FARMERS]),
        ("–", FARMERS, "948,50"),
    ]


def test_an_uploaded_workbook_ranks_them_alike():
    client = visitor(play.chair)
    numbers = {k: float(text.replace(",", ".")) for k, text in cells().items()}
    filled = workbook(play.year, {(play.seats[n], code): v for (n, code), v in numbers.items()})
    shown = client.post(address("upload"), {"workbook": upload("bảng điểm.xlsx", filled)})
    assert shown.url == address("upload_preview", ScoreUpload.objects.get().pk)
    client.post(shown.url)

    assert ranking(client) == in_order()
    total = client.get(address("why_total", play.seats[FRONT].pk)).content.decode()
    assert "927,00" in total


def test_each_single_vector_is_counted_on_the_page():
    how = {"by": play.chair, "at": timezone.now()}
    workflow.remove_set(play.criteria_set, **how)
    made = workflow.start_set(play.year, **how)
    workflow.choose_stages(made, rules=[StageRule(Stage.SELF), StageRule(Stage.AGREED)], **how)
    client = visitor(play.chair)
    section = {"kind": "ordinary", "code": "A", "text": "Các ví dụ", "maximum": "440"}
    assert client.post(address("section_create"), section).status_code == 302
    parent = keys(made)["A"]
    for code, maximum, rule, _figure, _points in SINGLES:
        sent = {"code": code, "text": f"Ví dụ {code}", "maximum": maximum, "unit": "việc", **rule}
        assert client.post(address("criterion_create", parent), sent).status_code == 302, code

    pks, where = keys(made), address("self_score", play.seats[UNION].pk)
    sent = {}
    for code, _maximum, _rule, figure, _points in SINGLES:
        sent |= typed_row(pks[code], figure)
    client.post(where, sent)
    page = client.get(where).content.decode()
    shown = re.findall(r"data-points>([\d,]+)", page)
    assert shown == [points for *_rule, points in SINGLES]
    assert "<dd data-total>369,31</dd>" in page  # 36,10 + 85,71 + 87,50 + 100 + 0 + 60
    assert [row.node.code for row in rows(grow(made.criteria.all()))][1:] == [s[0] for s in SINGLES]
