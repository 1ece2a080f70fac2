"""Sessions of the council: recording, votes, finishing, minutes."""

from functools import partial

from django.http import Http404
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from blocs.permissions import can_keep_province
from files.exporting import answer

from ... import workflow
from ...council import needed_on
from ...council_tables import session_table
from ...forms.council import SessionForm, VotesForm
from ...government_flag import government_flag
from ...law import Law
from ...models import CouncilSession
from ...workflow.council import waiting_for
from .finding import find_province, find_session, kept
from .pages import (
    confirm_page,
    file_of,
    form_page,
    page_of,
    posted,
    reason_page,
    scan_page,
    site_of,
)


def council_session(request, pk):
    session = find_session(request, pk)
    law, votes = Law(), _votes(session)
    waiting = [] if session.is_finished else [
        row for row in _waiting(session) if row.pk not in {vote.nomination_id for vote in votes}
    ]  # fmt: skip
    context = {
        **_page(session),
        "session": session,
        "votes": votes,
        "waiting": waiting,
        "needs": _needs(law, session, [vote.nomination for vote in votes] + waiting),
        "flag": government_flag(
            session.province, session.year, today=timezone.localdate(), law=law
        ),
        "can_keep": can_keep_province(request.user, session.province),
        "has_quorum": session.present * 3 >= session.members * 2,
        "may_reopen": session.is_finished
        and all(
            vote.nomination.is_given_up or vote.nomination.state in ("passed", "not_passed")
            for vote in votes
        ),
    }
    return answer(request, "awards/council_session.html", context, session_table)


def province_session_create(request, pk, year):
    province = find_province(request, pk, year)
    kept(request, province, province)
    page = {
        "province": province,
        "year": year,
        "title": _("Record a session of the council"),
        "submit": _("Record the session"),
        "cancel_url": reverse("awards:province_awards", args=[pk, year]),
    }
    return form_page(
        request,
        page,
        SessionForm(posted(request)[0]),
        partial(workflow.record_session, province, year),
        said=_("The session is recorded. Enter what it came to."),
        back=lambda session: _page(session)["of_url"],
    )


def council_session_edit(request, pk):
    session = _kept(request, pk)
    shown = CouncilSession.objects.get(pk=pk)
    page = {**_page(session), "title": _("Correct the session"), "submit": _("Save the session")}
    return form_page(
        request,
        page,
        SessionForm(posted(request)[0], instance=shown),
        partial(workflow.change_session, session),
        said=_("The session is saved."),
    )


def council_session_votes(request, pk):
    session = _kept(request, pk)
    if session.is_finished:
        raise Http404
    votes = {vote.nomination_id: vote for vote in session.votes.all()}
    rows = list(_waiting(session))
    form = VotesForm(posted(request)[0], nominations=rows, votes=votes)
    page = {
        **_page(session),
        "session": session,
        "title": _("What the session came to"),
        "submit": _("Save the votes"),
        "needs": _needs(Law(), session, rows),
    }
    return form_page(
        request,
        page,
        form,
        lambda by, at, **_data: workflow.save_votes(session, votes=form.votes(), by=by, at=at),
        said=_("The votes are saved."),
        template="awards/council_votes.html",
    )


def council_session_finish(request, pk):
    session = _kept(request, pk)
    page = {
        **_page(session),
        "title": _("Finish the session?"),
        "sentences": [
            _("Each nomination is passed or not, as the votes say, and that stands."),
            _("The people of each bloc's chair are told the result and the reasons."),
        ],
        "submit": _("Finish the session"),
    }
    verb = partial(workflow.finish_session, session, site=site_of(request))
    said = _("The session is finished, and the blocs are told.")
    return confirm_page(request, page, verb, said=said)


def council_session_reopen(request, pk):
    session = _kept(request, pk)
    page = {
        **_page(session),
        "title": _("Open the session again?"),
        "sentences": [
            _("Its nominations wait for the council once more; the reason stands in their course."),
            _("When it is finished anew, the blocs are told anew."),
        ],
        "submit": _("Open the session again"),
    }
    verb = partial(workflow.reopen_session, session)
    return reason_page(request, page, verb, said=_("The session is open again."))


def council_session_scan(request, pk):
    session = _kept(request, pk)
    verb = partial(workflow.add_session_scan, session)
    return scan_page(request, _page(session), verb, title=_("File the signed minutes"))


def council_session_file(request, pk):
    return file_of(find_session(request, pk))


def _kept(request, pk):
    session = find_session(request, pk)
    return kept(request, session, session.province)


def _waiting(session):
    rows = waiting_for(session).select_related(
        "kind__basis", "seat__organisation", "emulation_year__bloc", "appraisal"
    )
    return rows.order_by("kind__position", "emulation_year__bloc__sort_key", "position", "pk")


def _votes(session):
    rows = session.votes.select_related(
        "nomination__kind__basis", "nomination__seat__organisation",
        "nomination__emulation_year__bloc",
    )  # fmt: skip
    return list(rows.order_by("nomination__kind__position", "nomination__emulation_year", "pk"))


def _needs(law, session, rows):
    """The kinds that come up, each with the votes that it needs on the day and why."""
    kinds = {row.kind_id: row.kind for row in rows}
    order = sorted(kinds.values(), key=lambda kind: (kind.position, kind.pk))
    return [(kind, needed_on(law, kind, session.held_on, session.members)) for kind in order]


def _page(session):
    return page_of(
        session,
        name="council_session",
        label=session.name,
        province=session.province,
        year=session.year,
    )
