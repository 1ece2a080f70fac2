"""Receiving, asking, overriding, appraising, voting: what the province does before it decides."""

import datetime as dt
from functools import partial
from types import SimpleNamespace

import pytest

from accounts.models import PersonalNotice
from accounts.refusal import Refused
from awards import workflow
from awards.findings import findings_of, nominations_of
from awards.government_flag import government_flag
from awards.models import (
    AgencyOpinion,
    AwardKind,
    CouncilVote,
    FindingOverride,
    NominationStep,
    ShareRule,
)
from awards.workflow.nominating import read_case
from blocs.workflow import NotChair, close_year
from files import gate
from files.tests.make import PDF, upload

from . import make, provincial
from .provincial import fresh

pytestmark = pytest.mark.usefixtures("law")


def how(cast):
    return {"by": cast.staff, "at": make.now()}


def read_of(row):
    case = read_case(row.emulation_year, make.now())
    return findings_of(case, list(nominations_of(case.year)))[row.pk]


def states(found):
    return [fresh(row).state for row in found.rows.values()]


def refused(verb, *args, match, **kwargs):
    with pytest.raises(Refused, match=match):
        verb(*args, **kwargs)


def test_a_submission_goes_back_with_its_reason_and_the_chair_is_told(cast):
    found = provincial.submitted(cast)
    given_up = found.rows.pop("front")
    given_up.state, given_up.reason = "declined", "Không nhận"
    given_up.save()
    refused(
        workflow.send_submission_back, found.submission, reason=" ", match="Say why", **how(cast)
    )
    workflow.send_submission_back(found.submission, reason="Thiếu biên bản", **how(cast))
    assert states(found) == ["proposed", "proposed"]
    assert fresh(given_up).submission == found.submission
    assert {fresh(row).submission for row in found.rows.values()} == {None}
    steps = NominationStep.objects.filter(nomination__in=found.keys, state="proposed")
    assert set(steps.values_list("why", "by")) == {("Thiếu biên bản", cast.staff.pk)}
    told = PersonalNotice.objects.get()
    assert (told.user, told.kind) == (cast.chair, "news")
    assert "được trả lại. Lý do: Thiếu biên bản" in told.text
    assert told.path.startswith("/khoi/khoi-so-1/")
    refused(
        workflow.send_submission_back,
        found.submission,
        reason="x",
        match="sent back already",
        **how(cast),
    )


def test_what_the_council_has_voted_on_does_not_go_back(cast):
    found = provincial.appraised(cast)
    provincial.voted(cast, found)
    refused(
        workflow.send_submission_back, found.submission, reason="x", match="council", **how(cast)
    )
    assert states(found) == ["appraised"] * 3


def test_agencies_are_asked_and_answer(cast):
    found = provincial.submitted(cast)
    ask = {"agency": "Công an tỉnh", "asked_on": cast.today, "due_on": cast.today, **how(cast)}
    refused(workflow.ask_agency, found.submission, nominations=[], match="one at least", **ask)
    late = {**ask, "due_on": provincial.days_ago(cast, 3)}
    refused(workflow.ask_agency, found.submission, nominations=found.keys, match="before", **late)
    asked = workflow.ask_agency(found.submission, nominations=found.keys, **ask)
    assert [row.nomination_id for row in asked] == found.keys
    refused(workflow.ask_agency, found.submission, nominations=found.keys, match="already", **ask)
    answer = {"answered_on": cast.today, "document": "12/CAT", **how(cast)}
    refused(workflow.record_opinion, asked[0], verdict="objects", match="says why", **answer)
    opinion = workflow.record_opinion(
        asked[0],
        verdict="objects",
        text="Đang thanh tra",
        upload=gate.accept(upload("y-kien.pdf", PDF)),
        **answer,
    )
    assert (opinion.verdict, opinion.file.name) == ("objects", "y-kien.pdf")
    future = {**answer, "answered_on": cast.today + dt.timedelta(days=1)}
    refused(workflow.record_opinion, asked[1], verdict="agrees", match="future", **future)


def test_the_rules_speak_of_rank_and_rivals_and_the_overridden_sentence_is_kept(cast):
    """The province alone overrides here, also what the bloc could have."""
    found = provincial.submitted(cast, {"union": "CO_TINH", "front": "CO_CP", "farmers": "CO_CP"})
    row = found.rows["farmers"]
    read = {each.kept.rule: each for each in read_of(row) if not each.kept.is_of_province}
    assert list(read) == ["R1", "R3", "R2", "R6"]
    assert "has rank 3" in read["R1"].shown.sentence
    assert read["R1"].kept.sentence.startswith("Hội Nông dân xếp thứ 3")
    override = partial(workflow.override_findings, row, sentences=[read["R1"].kept.sentence])
    refused(override, why=" ", match="Say why", **how(cast))
    with pytest.raises(NotChair):
        override(why="x", by=cast.chair, at=make.now())
    [kept] = override(why="Khối nhất trí", **how(cast))
    assert (kept.act, kept.sentence, kept.is_hard) == (None, read["R1"].kept.sentence, False)
    refused(override, why="x", match="changed meanwhile", **how(cast))
    again = {each.kept.rule for each in read_of(row) if each.override}
    assert again == {"R1"}
    row.state, row.reason = "not_passed", "Chưa đủ"
    row.save()
    refused(override, why="x", match="The council has dealt", **how(cast))


def certain_share():
    """Somebody has read the share in the decree: now it may stop."""
    basis = AwardKind.objects.get(code="CO_CP").basis
    ShareRule.objects.filter(key="government_nominees").update(is_assumed=False, basis=basis)


def test_a_limit_of_the_law_stops_a_favourable_appraisal_until_it_is_overridden(cast):
    """Two nominees of one bloc: the second is one too many."""
    certain_share()
    found = provincial.submitted(cast, {"union": "CO_CP", "front": "CO_CP"})
    row = found.rows["front"]
    words = {"conclusion": "Đủ điều kiện", "appraised_on": cast.today, **how(cast)}
    refused(workflow.appraise, row, is_favourable=True, match="limit of the law", **words)
    stopping = [each.kept.sentence for each in read_of(row) if each.stops]
    workflow.override_findings(row, sentences=stopping, why="Tỉnh chấp thuận", **how(cast))
    assert set(FindingOverride.objects.values_list("is_hard", "act")) == {(True, None)}
    workflow.appraise(row, is_favourable=True, **words)
    assert fresh(row).state == "appraised"


def test_the_share_of_the_province_stops_the_council_where_it_is_certain(cast):
    """It stops no appraisal; whom the province lets pass with a reason does not count."""
    certain_share()
    found = provincial.appraised(cast, {"union": "CO_CP", "front": "BK_TINH"})
    held = provincial.voted(cast, found)
    refused(workflow.finish_session, held, match="With this session 1 nominees", **how(cast))
    assert states(found) == ["appraised"] * 2
    row = found.rows["union"]
    limit = [each.kept.sentence for each in read_of(row) if each.stops_the_council]
    [kept] = workflow.override_findings(row, sentences=limit, why="Bộ đồng ý", **how(cast))
    assert kept.sentence.startswith("Tỉnh có 1 đơn vị được đề nghị Cờ thi đua của Chính phủ")
    workflow.finish_session(held, **how(cast))
    assert states(found) == ["passed"] * 2


def test_a_nominee_declines_until_the_decision_and_counts_no_longer(cast):
    """After the year is closed too; a session that goes on passes it over."""
    found = provincial.appraised(cast, {"farmers": "CO_CP", "union": "CO_TINH", "front": "BK_TINH"})
    held = provincial.voted(cast, found)
    close_year(cast.year, by=cast.staff, at=make.now(), why="Xong")
    flag, other = found.rows["farmers"], found.rows["union"]
    decline = partial(workflow.decline_nomination, why="Xin nhường", at=make.now())
    refused(partial(decline, flag, by=cast.chair, why=" "), match="Say why")
    decline(flag, by=cast.chair)
    assert (fresh(flag).state, fresh(flag).reason) == ("declined", "Xin nhường")
    assert fresh(flag).submission == found.submission
    share = government_flag(cast.province, cast.year.year, today=cast.today)
    assert (share.nominees, share.coming) == ((), ())
    workflow.finish_session(held, **how(cast))
    assert states(found) == ["declined", "passed", "passed"]
    decline(other, by=cast.deputy)
    workflow.reopen_session(held, why="Nhập nhầm", **how(cast))
    workflow.save_votes(held, votes={found.keys[2]: (15, 0, "")}, **how(cast))
    assert CouncilVote.objects.count() == 3
    workflow.finish_session(held, **how(cast))
    provincial.decided(cast, found)
    assert states(found) == ["declined", "declined", "decided"]
    refused(partial(decline, found.rows["front"], by=cast.former_chair), match="too late")


def test_an_appraisal_brings_it_to_the_council_and_may_be_corrected_until_then(cast):
    found = provincial.submitted(cast)
    row = found.rows["union"]
    words = {"appraised_on": cast.today, **how(cast)}
    workflow.appraise(row, is_favourable=False, conclusion="Thiếu minh chứng", **words)
    workflow.appraise(row, is_favourable=True, conclusion="Đã bổ sung", **words)
    assert fresh(row).state == "appraised"
    assert fresh(row).appraisal.is_favourable
    assert row.steps.filter(state="appraised").count() == 1
    provincial.voted(cast, SimpleNamespace(rows={"union": row}))
    refused(workflow.appraise, row, is_favourable=True, conclusion="x", match="dealt", **words)
    assert fresh(found.rows["front"]).state == "submitted"


def test_votes_are_counted_of_all_members_and_the_bloc_is_told_why(cast):
    found = provincial.appraised(cast)
    held = provincial.session(cast)
    votes = {row.pk: (12, 1, "") for row in found.rows.values()}
    refused(workflow.finish_session, held, match="on nothing yet", **how(cast))
    many = {**votes, found.keys[1]: (12, 9, "")}
    refused(workflow.save_votes, held, votes=many, match="21 votes, but 15", **how(cast))
    few = {**votes, found.keys[1]: (7, 8, "")}
    refused(workflow.save_votes, held, votes=few, match="7 of 8 votes", **how(cast))
    few[found.keys[1]] = (7, 6, "Chưa đủ điều kiện")
    workflow.save_votes(held, votes=few, **how(cast))
    lines = list(
        CouncilVote.objects.order_by("pk").values_list("needed", "silent", "has_passed", "reason")
    )
    assert lines == [(12, 2, True, ""), (8, 2, False, "Chưa đủ điều kiện"), (8, 2, True, "")]
    workflow.finish_session(held, **how(cast))
    assert states(found) == ["passed", "not_passed", "passed"]
    assert fresh(found.rows["union"]).reason == "Chưa đủ điều kiện"
    told = PersonalNotice.objects.get(user=cast.chair)
    assert "thông qua 2" in told.text
    assert "Không thông qua: Liên đoàn Lao động" in told.text
    assert "Lý do: Chưa đủ điều kiện" in told.text
    refused(workflow.save_votes, held, votes=votes, match="finished", **how(cast))


def test_a_session_is_corrected_before_its_end_and_opened_again_before_a_decision(cast):
    found = provincial.appraised(cast)
    held = provincial.voted(cast, found)
    fields = {**provincial.SESSION, "held_on": cast.today}
    workflow.change_session(held, **{**fields, "members": 18}, **how(cast))
    assert list(CouncilVote.objects.order_by("pk").values_list("needed", flat=True)) == [15, 10, 10]
    fewer = {**fields, "present": 10}
    refused(workflow.change_session, held, match="15 votes, but 12", **fewer, **how(cast))
    more = {**fields, "members": 20}
    refused(workflow.change_session, held, match="15 of 16 votes", **more, **how(cast))


def test_opening_again_brings_the_nominations_back(cast):
    found = provincial.passed(cast)
    refused(workflow.reopen_session, found.session, why="", match="Say why", **how(cast))
    workflow.reopen_session(found.session, why="Nhập nhầm phiếu", **how(cast))
    assert states(found) == ["appraised"] * 3
    workflow.finish_session(found.session, **how(cast))
    provincial.decided(cast, found)
    refused(workflow.reopen_session, found.session, why="x", match="rests", **how(cast))


def test_nothing_waits_in_two_sessions_or_before_its_appraisal(cast):
    found = provincial.appraised(cast)
    provincial.voted(cast, found)
    second = provincial.session(cast, name="Phiên hai")
    votes = {found.keys[0]: (15, 0, "")}
    refused(workflow.save_votes, second, votes=votes, match="another session", **how(cast))
    new = make.nomination(cast.year, cast.seats["youth"])
    votes = {new.pk: (15, 0, "")}
    refused(workflow.save_votes, second, votes=votes, match="does not wait", **how(cast))


@pytest.mark.parametrize(
    ("fields", "match"),
    [({"members": 10}, "More took part"), ({"held_on": dt.date(2090, 1, 1)}, "in the future")],
)
def test_a_session_is_recorded_once_it_was_held(cast, fields, match):
    with pytest.raises(Refused, match=match):
        provincial.session(cast, **fields)


def test_an_opinion_stays_with_the_nomination_that_goes_back(cast):
    found = provincial.submitted(cast)
    workflow.ask_agency(
        found.submission,
        nominations=found.keys[:1],
        agency="Thuế",
        asked_on=cast.today,
        **how(cast),
    )
    workflow.send_submission_back(found.submission, reason="Thiếu", **how(cast))
    assert AgencyOpinion.objects.get().nomination_id == found.keys[0]
