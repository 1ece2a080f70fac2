"""A province's scores in one upload: read and saved bloc by bloc, each by itself."""

from decimal import Decimal

import pytest
from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, transaction

from accounts.refusal import Refused
from blocs.models import ChairAct
from scoring.models import PartState, ProvinceUpload, Score, ScoreUpload
from scoring.tests.province_scene import (
    REASON,
    accepted,
    bundle,
    more_blocs,
    province_workbook,
    scored,
    started,
    states,
    worked,
)
from scoring.tests.scene import LATER, NOW, score, stored
from scoring.workflow import (
    lock,
    preview_again,
    read_left_again,
    save_province_upload,
    start_province_upload,
    undo_upload,
)

FARMERS = "Hội Nông dân"


@pytest.fixture
def years(cast):
    return scored(cast)


@pytest.fixture
def cells(years):
    """One score in the first bloc, one and a penalty in the second."""
    return {years[0]: {"F9": 38.25}, years[1]: {"D9": 20, "D15": 2}}


def saved(upload, by, at=LATER):
    save_province_upload(upload, by=by, at=at)
    worked(upload, at=at)


def test_each_bloc_is_read_into_an_upload_of_its_own(cast, years, cells):
    upload = started(cast, province_workbook(cast.province, years, cells))
    assert (states(upload), Score.objects.count()) == (["waiting", "waiting"], 0)
    assert worked(upload) == 2

    parts = list(upload.parts.all())
    assert [(p.state, p.writes, p.removals) for p in parts] == [("read", 1, 0), ("read", 2, 0)]
    assert [p.upload.emulation_year for p in parts] == years
    assert not Score.objects.exists()
    acts = [(act.capacity, act.reason) for act in ChairAct.objects.order_by("pk")]
    assert acts == [("stand_in", REASON), ("vacant", REASON)]
    # What a bloc's chair may download holds that bloc alone.
    content = parts[0].upload.file.path.read_bytes()
    assert content != upload.file.path.read_bytes()
    assert preview_again(parts[0].upload, by=cast.chair, at=LATER).size == 1


@pytest.mark.parametrize("kind", ["workbook", "zip"])
def test_what_is_ready_is_saved_and_undone_bloc_by_bloc(cast, years, cells, kind):
    name = "cả tỉnh.xlsx" if kind == "workbook" else "cả tỉnh.zip"
    content = province_workbook(cast.province, years, cells) if kind == "workbook" else ""
    upload = started(cast, content or bundle(years, cells), name)
    worked(upload)
    saved(upload, cast.staff)

    assert states(upload) == ["saved", "saved"]
    assert stored(years[0]) == {(FARMERS, "I.1"): Decimal("38.25")}
    assert stored(years[1]) == {("Sở Văn hóa", "I.1"): 20, ("Sở Văn hóa", "III"): 2}
    upload.refresh_from_db()
    assert (upload.saving_by, upload.saving_at) == (cast.staff, LATER)

    own = upload.parts.first().upload
    undo_upload(own, by=cast.staff, at=LATER, reason="nhầm tệp")
    assert (stored(years[0]), len(stored(years[1]))) == ({}, 2)


def test_a_bloc_with_problems_is_left_and_named_and_the_others_are_saved(cast, years, cells):
    cells[years[0]] = {"F9": 41, "F11": "x"}
    upload = started(cast, province_workbook(cast.province, years, cells))
    worked(upload)
    saved(upload, cast.staff)

    first, second = upload.parts.all()
    assert (first.state, second.state) == ("refused", "saved")
    assert [cell for cell, _sentence in first.problems] == ["F9", "F11"]
    assert "2 problems" in first.sentence
    assert first.received.emulation_year == years[0]
    assert stored(years[0]) == {}
    with pytest.raises(Refused, match="waits to be saved"):
        save_province_upload(upload, by=cast.staff, at=LATER)


def test_emptied_cells_stay_and_what_changes_nothing_keeps_no_act(cast, years):
    score(years[0], cast.seats["farmers"], "I.1", "30", by=cast.staff)
    content = province_workbook(cast.province, years, {years[0]: {"F9": None, "F11": 5}})
    upload = started(cast, content)
    worked(upload)
    first, second = upload.parts.all()
    assert (first.writes, first.removals, second.state) == (1, 1, "same")
    assert ChairAct.objects.count() == 1

    saved(upload, cast.staff)
    assert stored(years[0]) == {(FARMERS, "I.1"): 30, (FARMERS, "I.2.a"): 5}


def test_what_changed_since_the_preview_is_left_and_read_again(cast, years, cells):
    upload = started(cast, province_workbook(cast.province, years, cells))
    worked(upload)
    score(years[0], cast.seats["union"], "I.1", "1")
    saved(upload, cast.staff)
    first, second = upload.parts.all()
    assert (first.state, second.state) == ("refused", "saved")
    assert "have changed since" in first.sentence

    read_left_again(upload, by=cast.staff, at=LATER)
    assert worked(upload, at=LATER) == 1
    first.refresh_from_db()
    assert (first.state, first.writes, first.removals, first.sentence) == ("read", 1, 1, "")
    assert sorted(ScoreUpload.objects.values_list("state", flat=True)) == [
        "dropped", "previewed", "saved",
    ]  # fmt: skip
    saved(upload, cast.staff)
    assert stored(years[0]) == {
        (FARMERS, "I.1"): Decimal("38.25"),
        ("Liên đoàn Lao động", "I.1"): 1,
    }


def test_a_locked_bloc_is_left_with_the_sentence_of_a_single_upload(cast, years, cells):
    lock(years[0], why="báo cáo tổng kết", at=NOW, by=cast.staff)
    upload = started(cast, province_workbook(cast.province, years, cells))
    worked(upload)
    assert states(upload) == ["refused", "read"]
    assert "locked" in upload.parts.first().sentence


def test_what_cannot_be_read_in_one_bloc_does_not_stop_the_others(cast, years, cells):
    upload = started(cast, province_workbook(cast.province, years, cells))
    upload.parts.filter(position=1).update(piece="không có trang này")
    worked(upload)
    assert states(upload) == ["refused", "read"]


def test_something_unexpected_ends_in_words_and_the_log_has_the_reason(cast, years, cells, caplog):
    upload = started(cast, province_workbook(cast.province, years, cells))
    upload.file.path.unlink()
    worked(upload)
    assert states(upload) == ["refused", "refused"]
    assert "unexpected" in upload.parts.first().sentence
    assert "FileNotFoundError" in caplog.text


def test_what_belongs_to_no_open_year_of_the_province_is_named(cast, years):
    elsewhere = more_blocs(cast, 1)[0]
    elsewhere.bloc.province = cast.elsewhere
    elsewhere.bloc.save()
    more = {"đọc trước.txt": b"x", "hỏng.xlsx": b"PK\x03\x04"}
    upload = started(cast, bundle([*years, elsewhere], more=more), "cả tỉnh.zip")

    assert [part.emulation_year for part in upload.parts.all()] == years
    assert [name.rpartition("/")[2] for name, _why in upload.unused] == [
        "đọc trước.txt", "hỏng.xlsx", f"{elsewhere.bloc.slug}.xlsx",
    ]  # fmt: skip
    foreign = province_workbook(cast.elsewhere, [elsewhere])
    with pytest.raises(Refused, match="no score sheet of an open year"):
        started(cast, foreign)


@pytest.mark.parametrize("who", ["observer", "chair", "member", "foreign_staff", "nobody"])
def test_only_who_keeps_the_province_uploads_and_saves(cast, years, cells, who):
    person, content = cast.people[who], province_workbook(cast.province, years, cells)
    upload = started(cast, content)
    worked(upload)
    how = {"by": person, "at": LATER}
    with pytest.raises(PermissionDenied):
        start_province_upload(cast.province, cast.year.year, accepted=accepted(content), **how)
    for verb in (save_province_upload, read_left_again):
        with pytest.raises(PermissionDenied):
            verb(upload, **how)
    assert states(upload) == ["read", "read"]


def test_who_lost_the_post_meanwhile_is_refused_bloc_by_bloc(cast, years, cells):
    upload = started(cast, province_workbook(cast.province, years, cells))
    cast.staff.posts.all().delete()
    worked(upload)
    assert states(upload) == ["refused", "refused"]
    assert "Only the chair" in upload.parts.first().sentence


BROKEN = {
    "province_part_state_is_known": {"state": "lost"},
    "province_part_is_read_into_an_upload": {"state": PartState.READ},
    "refused_province_part_says_why": {"state": PartState.REFUSED},
}


@pytest.mark.parametrize("name", BROKEN)
def test_a_part_says_how_far_it_is(cast, years, name):
    part = started(cast, province_workbook(cast.province, years)).parts.first()
    with pytest.raises(IntegrityError, match=name), transaction.atomic():
        type(part).objects.filter(pk=part.pk).update(**BROKEN[name])


def test_a_bloc_is_once_in_an_upload_and_a_save_is_somebodys(cast, years):
    upload = started(cast, province_workbook(cast.province, years))
    name = "bloc_is_once_in_a_province_upload"
    with pytest.raises(IntegrityError, match=name), transaction.atomic():
        upload.parts.create(emulation_year=years[0], position=9)
    name = "province_upload_is_saved_by_somebody_at_a_time"
    with pytest.raises(IntegrityError, match=name), transaction.atomic():
        ProvinceUpload.objects.update(saving_at=NOW)
