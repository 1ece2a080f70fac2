"""Sessions of the province's council: recorded, voted in, finished; the blocs are told."""

from collections import defaultdict

from django.db import transaction
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from accounts.evidence import because
from accounts.refusal import Refused
from blocs.workflow.locks import refusing
from files.storing import store

from ..council import needed_on
from ..government_flag import government_flag
from ..law import Law
from ..models import (
    GIVEN_UP,
    CouncilSession,
    CouncilVote,
    FindingOverride,
    Nomination,
    NominationState,
)
from ..proposing import GOVERNMENT_FLAG
from .moving import held_nominations, in_vietnamese, move, tell_chairs


@transaction.atomic
def record_session(province, year, *, by, at, **fields):
    """Record a session of the council on the nominations of an emulation year; return it.

    `fields`: held_on, name, members, present, written, document. Raises Refused for more votes than
    members, or a day that has not come.
    """
    return _write(CouncilSession(province=province, year=year), fields, by, at)


@transaction.atomic
def change_session(session, *, by, at, **fields):
    """Correct a session that is not finished; the votes needed follow its day and members."""
    session = _held(session)
    session = _write(session, fields, by, at)
    law = Law()
    with because(by), refusing():
        for vote in session.votes.select_related("nomination__kind__basis"):
            _settle(vote, session, law)
            vote.save()
    return session


@transaction.atomic
def save_votes(session, *, votes, by, at):
    """Keep what the session came to: {nomination: (agree, disagree, reason)}, all that it voted on.

    Members who took part and did neither have no opinion. Votes needed are those of the law of the
    day, of all members. Raises Refused, naming the nomination, for more votes than took part, or
    where one is refused without the reason that the bloc is told.
    """
    session = _held(session)
    rows = {row.pk: row for row in held_nominations(votes)}
    law = Law()
    known = {vote.nomination_id: vote for vote in session.votes.all()}
    gone = CouncilVote.objects.filter(pk__in=[v.pk for k, v in known.items() if k not in votes])
    with because(by), refusing():
        # What was voted on a nominee that has declined since stays on record.
        gone.exclude(nomination__state__in=GIVEN_UP).delete()
        for key, (agree, disagree, reason) in votes.items():
            row = rows[key]
            _check_open(row, session)
            vote = known.get(key) or CouncilVote(session=session, nomination=row)
            vote.nomination = row
            vote.agree, vote.disagree, vote.reason = agree, disagree, reason.strip()
            _settle(vote, session, law)
            vote.save()
    return session


@transaction.atomic
def finish_session(session, *, by, at, site=""):
    """Finish a session: its nominations are passed or not, and each bloc's chair is told why.

    Who has declined meanwhile is passed over. Raises Refused while it has voted on nothing, or
    passes more nominees for the Government's flag than the law lets the province propose.
    """
    session = _held(session)
    votes = {vote.nomination_id: vote for vote in session.votes.all()}
    if not votes:
        raise Refused(_("The session has voted on nothing yet: enter the votes first."))
    rows = [row for row in held_nominations(votes) if not row.is_given_up]
    for row in rows:
        _check_open(row, session)
        votes[row.pk].nomination = row
    _check_share(session, [row for row in rows if votes[row.pk].has_passed], at)
    with because(by, session.name), refusing():
        for row in rows:
            vote = votes[row.pk]
            state = NominationState.PASSED if vote.has_passed else NominationState.NOT_PASSED
            move(row, state, by=by, at=at, why="" if vote.has_passed else vote.reason)
        session.is_finished = True
        session.save()
    # A session that was opened again and finished anew is told anew.
    item = f"council:{session.pk}:{at.timestamp():.0f}"
    news = _news(session, [votes[row.pk] for row in rows])
    tell_chairs(news, item=item, at=at, site=site)
    return session


def _check_share(session, passing, at):
    """R2, where the law sets it: so many nominees for the Government's flag the province proposes.

    Only a share that is certain stops anybody (docs/field.md §1.3); whom the province has let
    pass with a reason that is kept does not count against it.
    """
    passing = [row for row in passing if row.kind.code == GOVERNMENT_FLAG]
    if not passing:
        return
    flag = government_flag(session.province, session.year, today=timezone.localdate(at))
    with in_vietnamese():
        sentences = [each.sentence for each in flag.findings]
    overridden = FindingOverride.objects.filter(rule="R2", sentence__in=sentences)
    let = set(overridden.values_list("nomination", flat=True))
    count = sum(row.pk not in let for row in passing) + len(flag.chosen)
    if flag.answer.is_certain and count > flag.answer.most:
        words = {"count": count, "why": flag.answer.sentence}
        raise Refused(
            _(
                "With this session %(count)s nominees for the Government's flag are passed. "
                "%(why)s Pass fewer, or override the limit for a nominee with a reason."
            )
            % words
        )


@transaction.atomic
def reopen_session(session, *, why, by, at):
    """Open a finished session again, for a reason: its nominations wait for the council once more.

    Raises Refused once a decision rests on any of them.
    """
    session = CouncilSession.objects.select_for_update(no_key=True).get(pk=session.pk)
    if not session.is_finished:
        raise Refused(_("This session is not finished."))
    if not why.strip():
        raise Refused(_("Say why the session is opened again."))
    rows = held_nominations(session.votes.values("nomination"))
    rows = [row for row in rows if not row.is_given_up]
    if any(row.state not in (NominationState.PASSED, NominationState.NOT_PASSED) for row in rows):
        raise Refused(_("A decision rests on this session already: it stays as it is."))
    with because(by, why), refusing():
        session.is_finished = False
        session.save()
        for row in rows:
            move(row, NominationState.APPRAISED, by=by, at=at, why=why.strip())
    return session


@transaction.atomic
def add_session_scan(session, *, upload, by, at):
    """File the signed minutes of a session, finished or not; a newer scan takes its place."""
    session = CouncilSession.objects.select_for_update(no_key=True).get(pk=session.pk)
    with because(by):
        session.file = store(upload, by=by, at=at)
        session.save()
    return session


def _held(session):
    session = CouncilSession.objects.select_for_update(no_key=True).get(pk=session.pk)
    if session.is_finished:
        raise Refused(_("This session is finished: what it came to stands."))
    return session


def _write(session, fields, by, at):
    for name, value in fields.items():
        setattr(session, name, value)
    if session.held_on > timezone.localdate(at):
        raise Refused(_("The session is held in the future: record it once it was held."))
    if session.present + session.written > session.members:
        raise Refused(_("More took part than the council has members."))
    with because(by), refusing():
        session.save()
    return session


def _settle(vote, session, law):
    """How many votes are needed on the day, whether it has them, and who had no opinion."""
    took_part, voted = session.present + session.written, vote.agree + vote.disagree
    if voted > took_part:
        words = {"name": vote.nomination.member_name, "votes": voted, "most": took_part}
        raise Refused(_("%(name)s: %(votes)s votes, but %(most)s took part.") % words)
    vote.silent = took_part - voted
    needed = needed_on(law, vote.nomination.kind, session.held_on, session.members)
    if needed.votes is None:
        raise Refused(needed.sentence)
    vote.needed, vote.has_passed = needed.votes, vote.agree >= needed.votes
    if not vote.has_passed and not vote.reason:
        words = {"name": vote.nomination.member_name, "agree": vote.agree, "needed": needed.votes}
        raise Refused(
            _("%(name)s has %(agree)s of %(needed)s votes needed: write the reason for the bloc.")
            % words
        )


def _check_open(row, session):
    """A nomination waits for the council in one session at a time, of its own province and year."""
    year = row.emulation_year
    is_here = (year.bloc.province_id, year.year) == (session.province_id, session.year)
    if row.state != NominationState.APPRAISED or not is_here:
        raise Refused(_("%(name)s does not wait for the council.") % {"name": row.member_name})
    elsewhere = CouncilVote.objects.filter(nomination=row, session__is_finished=False)
    if elsewhere.exclude(session=session).exists():
        words = {"name": row.member_name}
        raise Refused(_("%(name)s stands in another session that is not finished.") % words)


def waiting_for(session):
    """Return the nominations that a session may vote on: appraised, and in no other session."""
    others = CouncilVote.objects.filter(session__is_finished=False).exclude(session=session)
    return Nomination.objects.filter(
        emulation_year__bloc__province=session.province,
        emulation_year__year=session.year,
        state=NominationState.APPRAISED,
    ).exclude(pk__in=others.values("nomination"))


def _news(session, votes):
    """{year of a bloc: (text, path)}: what was passed and what was not, with the reasons."""
    by_year = defaultdict(list)
    for vote in votes:
        by_year[vote.nomination.emulation_year].append(vote)
    with in_vietnamese():
        return {
            year.pk: (_text(session, year, lines), _path(year)) for year, lines in by_year.items()
        }


def _path(year):
    return reverse("awards:prospect", args=[year.bloc.slug, year.year])


def _text(session, year, votes):
    passed = [vote for vote in votes if vote.has_passed]
    words = {
        "bloc": year.name,
        "session": session.name,
        "passed": len(passed),
        "refused": len(votes) - len(passed),
    }
    parts = [_("%(bloc)s: %(session)s passed %(passed)s, did not pass %(refused)s.") % words]
    for vote in votes:
        if not vote.has_passed:
            words = {"what": str(vote.nomination), "reason": vote.reason}
            parts.append(_("Not passed: %(what)s. Reason: %(reason)s") % words)
    return " ".join(parts)
