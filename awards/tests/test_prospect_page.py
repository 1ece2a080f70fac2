"""What the standing leads to by the quota: certain lines, ties for a vote, members without rank."""

import pytest
from django.db import connection
from django.db.backends.postgresql.psycopg_any import NumericRange
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from awards.models import QuotaRule
from awards.prospect import prospect_of
from blocs.tests import make
from blocs.tests.who_may import answers
from scoring.models import Score
from scoring.sheet import read_sheet
from scoring.tests.make import criteria_set, criterion

pytestmark = pytest.mark.usefixtures("law")


def page_of(year):
    return reverse("awards:prospect", args=[year.bloc.slug, year.year])


@pytest.fixture
def scored(cast):
    """One criterion; the points of the four members follow from `give`."""
    cast.criterion = criterion(criteria_set(cast.year), "I", "100")
    return cast


def give(cast, **points):
    for name, value in points.items():
        Score.objects.create(
            emulation_year=cast.year, criteria_set=cast.criterion.criteria_set, by=cast.staff,
            seat=cast.seats[name], criterion=cast.criterion, points=value, stage="agreed",
            at=timezone.now(),
        )  # fmt: skip


def quota(cast, nominees, flags, certificates, **fields):
    return QuotaRule.objects.create(
        province=cast.province, sizes=NumericRange(1, None), years=NumericRange(2020, None),
        nominees=nominees, flags=flags, certificates=certificates, is_assumed=True, **fields,
    )  # fmt: skip


def names(results):
    return [result.member.organisation.label for result in results]


def test_the_ranking_fills_the_quota_from_the_top(scored):
    give(scored, front=90, union=95, farmers=80, youth=70)
    quota(scored, 1, 1, 1)
    found = prospect_of(read_sheet(scored.year))
    assert [names(line.results) for line in found.lines] == [
        ["Liên đoàn Lao động"], ["Ủy ban MTTQ"], ["Hội Nông dân"],
    ]  # fmt: skip
    assert not found.has_tie
    assert found.quota.size == 4


def test_a_tie_across_the_line_is_for_a_vote(client, scored):
    give(scored, front=90, union=95, farmers=90, youth=70)
    quota(scored, 1, 1, 1)
    nominee, flag, _certificate = prospect_of(read_sheet(scored.year)).lines
    assert names(nominee.results) == ["Liên đoàn Lao động"]
    assert (names(flag.undecided), flag.open_places) == (["Ủy ban MTTQ", "Hội Nông dân"], 1)
    client.force_login(scored.member)
    page = client.get(page_of(scored.year)).content.decode()
    assert "cần biểu quyết: 1" in page


def test_who_is_not_ranked_is_named_and_put_forward_for_nothing(client, scored):
    give(scored, front=90)
    quota(scored, 1, 1, 1)
    found = prospect_of(read_sheet(scored.year))
    assert len(found.unranked) == 3
    assert [names(line.results) for line in found.lines] == [["Ủy ban MTTQ"], [], []]
    client.force_login(scored.member)
    assert "chưa chấm điểm I" in client.get(page_of(scored.year)).content.decode()


def test_without_a_row_of_the_province_the_default_counts_and_says_so(client, scored):
    client.force_login(scored.member)
    page = client.get(page_of(scored.year)).content.decode()
    assert "Mức mặc định của cả nước" in page
    QuotaRule.objects.all().delete()
    none = client.get(page_of(scored.year))
    assert none.context["prospect"].lines == ()
    assert "Chưa ghi nhận chỉ tiêu cho khối 4 thành viên" in none.content.decode()


def test_a_year_without_criteria_says_so(client, cast):
    client.force_login(cast.member)
    assert "Năm này chưa có bộ tiêu chí" in client.get(page_of(cast.year)).content.decode()


def test_whoever_sees_the_year_sees_it(client, scored):
    blind = {"foreign_staff", "nobody", "former_member", "outsider"}
    found = answers(client, scored.people, page_of(scored.year))
    assert found == {
        "anonymous": 302, **{name: 404 if name in blind else 200 for name in scored.people},
    }  # fmt: skip


def test_hostile_text_shows_as_text(client, scored):
    organisation = scored.organisations.front
    organisation.short_name = "<script>a</script>"
    organisation.save()
    give(scored, front=90)
    client.force_login(scored.member)
    page = client.get(page_of(scored.year)).content.decode()
    assert "<script>a" not in page
    assert "&lt;script&gt;a" in page


def test_the_page_asks_the_same_of_the_database_with_more_members(client, scored):
    client.force_login(scored.member)
    with CaptureQueriesContext(connection) as few:
        client.get(page_of(scored.year))
    for number in range(20):
        make.seat(scored.year, make.organisation(f"Hội {number}", scored.province))
    with CaptureQueriesContext(connection) as many:
        client.get(page_of(scored.year))
    assert len(few) == len(many) <= 12
