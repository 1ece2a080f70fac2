"""What waits for the staff of the province: lists, opinions, sessions, decisions."""

from django.db.models import Count, Exists, F, Min, OuterRef, Q, Subquery
from django.db.models.functions import JSONObject
from django.utils.dateparse import parse_date
from django.utils.translation import gettext as _

from blocs.open_work import OpenWork

from .models import AgencyOpinion, CouncilSession, Nomination

OPEN = ("submitted", "appraised")
WAITING = (*OPEN, "passed")  # until a decision, in a closed year too


def waits_for_the_council():
    """An expression over years: whether nominations of one wait for the province."""
    return Exists(Nomination.objects.filter(emulation_year=OuterRef("pk"), state__in=WAITING))


def with_council_work(years):
    """Annotate years with what of their nominations waits for the province."""
    rows = Nomination.objects.filter(emulation_year=OuterRef("pk")).order_by()
    rows = rows.values("emulation_year").annotate(
        submitted=Count("pk", filter=Q(state="submitted")),
        appraised=Count("pk", filter=Q(state="appraised")),
        passed=Count("pk", filter=Q(state="passed")),
        last=Min("submission", filter=Q(state="submitted")),
    )
    row = JSONObject(**{name: name for name in ("submitted", "appraised", "passed", "last")})
    asked = AgencyOpinion.objects.filter(
        nomination__emulation_year=OuterRef("pk"), nomination__state__in=OPEN, answered_on=None
    )
    asked = asked.exclude(due_on=None).order_by("due_on", "pk")
    opinion = JSONObject(due="due_on", agency="agency", nomination="nomination_id")
    sessions = CouncilSession.objects.filter(
        province=OuterRef("bloc__province"), year=OuterRef("year"), is_finished=False
    )
    session = JSONObject(pk="pk", name="name")
    return years.annotate(
        of_the_council=JSONObject(
            nominations=Subquery(rows.values(row=row)[:1]),
            opinion=Subquery(asked.values(row=opinion)[:1]),
            session=Subquery(sessions.order_by("held_on", "pk").values(row=session)[:1]),
            province=F("bloc__province"),
        )
    )


def council_work(years, *, on):
    """List what waits for who keeps the provinces of these years of `with_council_work`.

    A session of a province is named once, however many blocs it concerns.
    """
    named = set()
    for year in years:
        known = year.of_the_council
        yield from _of_nominations(year, known)
        if opinion := known["opinion"]:
            yield from _overdue(year, opinion, on)
        session = known["session"]
        if session and session["pk"] not in named:
            named.add(session["pk"])
            text = _("Finish the session of the council: %(name)s") % session
            yield _work(year, text, "awards:council_session", session["pk"])


def _of_nominations(year, known):
    counts, province = known["nominations"] or {}, (known["province"], year.year)
    words = {**counts, "year": str(year.year)}
    if counts.get("submitted"):
        text = _("Nominations of %(year)s to be appraised: %(submitted)s") % words
        yield _work(year, text, "awards:council_submission", counts["last"])
    if counts.get("appraised") and not known["session"]:
        text = _("Nominations of %(year)s that wait for the council: %(appraised)s") % words
        yield OpenWork(year, text, "awards:province_awards", province, keepers=True)
    if counts.get("passed"):
        text = _("Nominations of %(year)s passed by the council, undecided: %(passed)s") % words
        yield OpenWork(year, text, "awards:province_awards", province, keepers=True)


def _overdue(year, opinion, on):
    due = parse_date(opinion["due"])
    if due < on:
        text = _("No answer yet from %(agency)s") % opinion
        yield _work(year, text, "awards:council_nomination", opinion["nomination"], due=due)


def _work(year, text, address, pk, due=None):
    return OpenWork(year, text, address, (pk,), due=due, keepers=True)
