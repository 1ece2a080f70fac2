"""A conference on record: recorded by the chair's right or as history, corrected, revoked."""

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from accounts.evidence import because
from accounts.refusal import Refused

from ..conferring import usual_title
from ..models import (
    ChairRight,
    Conference,
    ConferencePurpose,
    EmulationYear,
    PartOfDay,
    Purpose,
)
from .acting import act_as_chair
from .conference_lists import write_attendance, write_people
from .locks import lock_bloc, refusing

WORDS = (
    "title", "held_on", "part_of_day", "place", "host", "agenda", "discussion", "results",
    "conclusions",
)  # fmt: skip
OF_HISTORY = ("source", "inferred")
_UNKNOWN = {"held_on": None, "part_of_day": PartOfDay.UNKNOWN, "host": None, "source": None}


class ConferenceChanged(Refused):
    """Somebody else has changed the words meanwhile; `conference` is as it now stands."""

    def __init__(self, conference):
        super().__init__(
            _(
                "Somebody else has changed this conference meanwhile. What is stored now stands "
                "below: join the two, then save."
            )
        )
        self.conference = conference


@transaction.atomic
def record_conference(year, *, purposes, people=(), attendance=(), by, at, reason="", **words):
    """Record a conference of an open year by the chair's right, and return it.

    `purposes` maps emulation years of the bloc to what the conference did for them, `words` are
    those of WORDS (left out: nobody recorded it; without a title it gets the usual one), `people`
    PersonLines in order, `attendance` AttendanceLines. `reason` is for staff who stand in.
    Raises NotChair, or Refused: no purpose, a day to come, and as `act_as_chair` does.
    """
    bloc = lock_bloc(year.bloc_id)
    words = _checked(words, bloc, purposes, at)
    act = act_as_chair(
        year,
        right=ChairRight.YEAR_WORK,
        what=f"Ghi nhận “{words['title'][:250]}”",
        by=by,
        at=at,
        reason=reason,
    )
    return _create(bloc, year, words, purposes, people, attendance, act=act, by=by, at=at)


@transaction.atomic
def record_past_conference(
    year, *, purposes, people=(), attendance=(), source=None, inferred="", by, at, **words
):
    """Record a conference of the past: by the keepers, in a closed year too, without an act.

    Arguments as for `record_conference`; `by` is None for a command. Raises Refused for a year that
    is open to people: there the chair's right decides.
    """
    bloc = lock_bloc(year.bloc_id)
    if by and EmulationYear.objects.get(pk=year.pk).is_open:
        raise Refused(_("This year is open. Record the conference as one of the present."))
    words = _checked(words, bloc, purposes, at) | {"source": source, "inferred": inferred}
    return _create(bloc, year, words, purposes, people, attendance, act=None, by=by, at=at)


@transaction.atomic
def change_conference(conference, *, purposes, version, by, at, reason="", **words):
    """Correct the words and purposes and return the conference; what is the same stays unwritten.

    `version` is the one that the writer saw. One of an open year is changed by the chair's right,
    one of the past by its keepers. Raises ConferenceChanged, NotChair or Refused.
    """
    bloc = lock_bloc(conference.bloc_id)
    conference = unrevoked(conference)
    words = _checked(words, bloc, purposes, at)
    stored = {(row.purpose, row.emulation_year_id) for row in conference.purposes.all()}
    if stored == _pairs(purposes) and all(getattr(conference, k) == v for k, v in words.items()):
        return conference
    if conference.version != version:
        raise ConferenceChanged(conference)
    entitle(conference, what="Sửa", by=by, at=at, reason=reason)
    for name, value in words.items():
        setattr(conference, name, value)
    conference.version += 1
    with because(by, reason), refusing():
        conference.save()
        _write_purposes(conference, purposes)
    return conference


@transaction.atomic
def revoke_conference(conference, *, revoke_reason, by, at, reason=""):
    """Take back a conference that was recorded by mistake; it stays on record, struck through.

    Raises NotChair, or Refused without a reason or if it was revoked before.
    """
    lock_bloc(conference.bloc_id)
    conference = unrevoked(conference)
    if not revoke_reason.strip():
        raise Refused(_("Say why the conference is revoked."))
    entitle(conference, what="Hủy ghi nhận", by=by, at=at, reason=reason)
    conference.revoked_at, conference.revoked_by = at, by
    conference.revoke_reason = revoke_reason
    with because(by, revoke_reason):
        conference.save()
    return conference


def unrevoked(conference):
    """The conference as it now stands; its bloc is locked. Raises Refused for a revoked one."""
    rows = Conference.objects.select_related("bloc__province", "emulation_year__bloc", "host")
    conference = rows.get(pk=conference.pk)
    if conference.revoked_at:
        raise Refused(_("This conference was revoked. Record it anew."))
    return conference


def entitle(conference, *, what, by, at, reason=""):
    """Let a person change a conference by an act of the chair; return it, or None for the past.

    Of one of the past it is the page that asks who keeps the records, as for past terms.
    """
    if conference.is_past:
        return None
    return act_as_chair(
        conference.emulation_year,
        right=ChairRight.YEAR_WORK,
        what=f"{what} “{conference.title[:250]}”",
        by=by,
        at=at,
        reason=reason,
    )


def _checked(words, bloc, purposes, at):
    """The words with a title; raise Refused for what no conference can be."""
    unknown = words.keys() - {*WORDS, *OF_HISTORY}
    if unknown:
        raise TypeError(f"a conference has no {', '.join(sorted(unknown))}")
    if not _pairs(purposes):
        raise Refused(_("Say what the conference was held for: at least one purpose."))
    if any(year.bloc_id != bloc.pk for year in purposes):
        raise Refused(_("A conference serves only years of its own bloc."))
    if (held_on := words.get("held_on")) and held_on > timezone.localdate(at):
        raise Refused(_("Record the conference once it has been held."))
    said = {year.year: codes for year, codes in purposes.items()}
    title = words.get("title", "").strip() or usual_title(said, bloc.chair_word)
    return {**words, "title": title[:300]}


def _create(bloc, year, words, purposes, people, attendance, *, act, by, at):
    with because(by, act.reason if act else ""), refusing():
        conference = Conference.objects.create(
            bloc=bloc,
            emulation_year=year,
            **{name: words.get(name, _UNKNOWN.get(name, "")) for name in (*WORDS, *OF_HISTORY)},
            recorded=act,
            recorded_at=at,
            recorded_by=by,
        )
        _write_purposes(conference, purposes)
        write_people(conference, people)
        write_attendance(conference, attendance)
    return conference


def _pairs(purposes):
    return {(code, year.pk) for year, codes in purposes.items() for code in codes}


def _write_purposes(conference, purposes):
    wanted = _pairs(purposes)
    for row in conference.purposes.all():
        if (row.purpose, row.emulation_year_id) not in wanted:
            row.delete()
        wanted.discard((row.purpose, row.emulation_year_id))
    for code, year in sorted(wanted, key=lambda pair: (pair[1], Purpose.values.index(pair[0]))):
        ConferencePurpose.objects.create(
            conference=conference, bloc_id=conference.bloc_id, purpose=code, emulation_year_id=year
        )
