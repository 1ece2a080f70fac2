"""A file of progress that is brought as evidence is as closed as the points it supports."""

import pytest
from django.urls import reverse

from pledges import workflow as pledging
from pledges.commending import Span
from pledges.tests import make as pledges
from scoring.models import EvidenceFile
from scoring.tests.stage_scene import DAY, earlier, last_days, staged
from scoring.workflow import add_evidence, withdraw_evidence


@pytest.fixture
def scene(cast):
    """The Front's report on a commitment with a file; everybody still scores itself."""
    opened = pledges.opened(cast)
    pledges.sign(cast, opened)
    version = pledging.put_in_force(opened, by=cast.chair, at=pledges.now())
    report = pledging.save_progress(
        version.commitments.get(number=1), seat=cast.seats["front"], span=Span.YEAR,
        status="achieved", figures={}, uploads=[pledges.scan()], by=cast.member, at=pledges.now(),
    )  # fmt: skip
    cast.criteria = staged(cast.year, today=cast.today, self_until=cast.today)
    cast.file = report.files.get()
    return cast


@pytest.fixture
def opened_by(client, scene):
    """(the file's answer, whether the page of the member's progress names it) for a person."""
    args = [scene.year.bloc.slug, scene.year.year]
    url = reverse("pledges:progress_file", args=[*args, scene.file.pk])
    page = reverse("pledges:progress_member", args=[*args, scene.seats["front"].pk]) + "?ky=year"

    def ask(who):
        client.force_login(scene.people[who])
        answer = client.get(url)
        if answer.status_code == 200:
            answer.getvalue()
        shown = client.get(page)
        assert shown.status_code == 200
        return answer.status_code, scene.file.file.name in shown.content.decode()

    return ask


def evidence(scene, code="I.1"):
    criterion = scene.criteria.criteria.get(code=code)
    how = {"criterion": criterion, "by": scene.member, "at": earlier()}
    [row] = add_evidence(scene.seats["front"], progress_files=[scene.file], **how)
    return row


OTHERS = ("administrator", "staff", "observer", "chair", "deputy", "coming_chair")


def test_it_is_its_members_alone_until_the_last_day(scene, opened_by):
    assert opened_by("deputy") == (200, True)
    evidence(scene)
    for who in OTHERS:
        assert opened_by(who) == (404, False), who
    assert opened_by("member") == (200, True)
    last_days(scene.year, scene.today - DAY, scene.today + DAY)
    for who in OTHERS:
        assert opened_by(who) == (200, True), who


def test_withdrawn_from_every_criterion_it_is_a_file_of_progress_again(scene, opened_by):
    rows = [evidence(scene), evidence(scene, "I.2")]
    for row, expected in zip(rows, ((404, False), (200, True)), strict=True):
        withdraw_evidence(row, by=scene.member, at=earlier())
        assert opened_by("chair") == expected
    assert EvidenceFile.objects.count() == 2


def test_the_audit_log_does_not_tell_that_it_supports_a_self_score(client, scene):
    evidence(scene)
    client.force_login(scene.staff)
    url = reverse("desk:audit_list")
    told = [e for e in client.get(url).context["entries"] if "kept back" in str(e.lines)]
    assert not told
