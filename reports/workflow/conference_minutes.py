"""Issuing the minutes of a conference: an act of the chair; of the past, the keepers' step."""

from django.db import transaction
from django.db.models import Prefetch
from django.utils.translation import gettext as _

from accounts.refusal import Refused
from blocs.models import ChairRight, Conference, ConferencePerson
from blocs.workflow import act_as_chair
from blocs.workflow.locks import lock_bloc
from vietnamese.dates import short_date

from ..kinds import conference_minutes
from .issuing import issue


@transaction.atomic
def issue_conference_minutes(conference, *, entry, replace_reason="", by, at, reason=""):
    """Issue the minutes, or replace those in force, and return the paper.

    They stand on the paper of who holds the year's work; for a bloc without chair, and of a
    conference of the past, the province's staff issue them for the bloc.
    Raises NotChair, or Refused: a revoked conference, a closed year, a day before it was held, and
    as `issue` does.
    """
    bloc = lock_bloc(conference.bloc_id)
    conference = conference_minutes_of(Conference.objects.all()).get(pk=conference.pk)
    if conference.revoked_at:
        raise Refused(_("This conference was revoked: no minutes of it are issued."))
    _check_day(conference, entry)
    act = None
    if not conference.is_past:
        what = f"Ban hành Biên bản “{conference.title}”, số {entry.full_number}"
        right = ChairRight.YEAR_WORK
        year = conference.emulation_year
        act = act_as_chair(year, right=right, what=what[:300], by=by, at=at, reason=reason)
    issuer = act and act.term and act.term.seat.organisation
    return issue(
        conference_minutes.sheet(conference, issuer=issuer, entry=entry),
        bloc=bloc,
        conference=conference,
        issuer=issuer,
        act=act,
        replace_reason=replace_reason,
        by=by,
        at=at,
    )


def conference_minutes_of(conferences):
    """With whatever the minutes name, so that gathering them costs no query a row."""
    people = ConferencePerson.objects.select_related("seat__organisation").order_by("place")
    return conferences.select_related(
        "bloc__province", "emulation_year__bloc__province", "host"
    ).prefetch_related(Prefetch("people", people))


def _check_day(conference, entry):
    if entry.dated and conference.held_on and entry.dated < conference.held_on:
        raise Refused(
            _("The minutes cannot be dated before the conference was held (%(day)s).")
            % {"day": short_date(conference.held_on)}
        )
