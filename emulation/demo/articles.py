"""From the facts of an article to rows: through the verbs, every row with its source.

By nobody, but for the report: a paper is issued by a person.
"""

from blocs.models import Bloc, Organisation, Province, Source
from blocs.workflow import close_year, keep, open_year, record_past_handover, record_past_term

from . import can_tho, khoi_mat_tran_doan_the, quang_binh, thai_binh, thanh_hoa
from .facts import ALIASES_INFERRED
from .history import load_history
from .reports_of_articles import issue_half_year, issue_year_end
from .scores import load_full

ARTICLES = (
    quang_binh.BLOC,
    thai_binh.BLOC,
    khoi_mat_tran_doan_the.BLOC,
    thanh_hoa.BLOC,
    can_tho.BLOC,
)
WHY = "Ghi lại từ bài viết"


def load_article(facts, *, at, issued_by):
    """Store the bloc of an article and what happened in its years; all is history.

    `issued_by` is the administrator who issues its report, where it has one.
    """
    source = keep(Source(**vars(facts.source)), by=None, why=WHY)
    province = _province(facts)
    bloc = Bloc(
        slug=facts.slug,
        name=facts.name,
        word=facts.word,
        number=facts.number,
        province=province,
        source=source,
        inferred=facts.inferred,
    )
    keep(bloc, by=None, why=WHY, aliases=facts.aliases)
    organisations = {
        named.name: _organisation(named, province, source) for named in facts.organisations
    }
    years = [_year(bloc, year, organisations, source) for year in facts.years]
    terms = {year.year: _term(bloc, year, source) for year in facts.years if year.chaired}
    if facts.handover:
        _handover(facts.handover, terms, source, at)
    for year in years:
        if facts.has_sample_scores:
            load_full(year, at=at)
        if facts.report:
            issue_year_end(year, facts.report, by=issued_by, at=at)
        if facts.half_year:
            issue_half_year(year, facts.half_year, by=issued_by, at=at)
        close_year(year, by=None, at=at, why=WHY)
    load_history(bloc, facts, source=source, at=at)
    return bloc


def _province(facts):
    """The province in the form that it had then."""
    if facts.province is None:
        return None
    forms = Province.objects.in_force_on(facts.as_of).filter(is_sample=False)
    return forms.get(name=facts.province)


def _organisation(named, province, source):
    organisation = Organisation(
        name=named.name,
        short_name=named.short_name,
        kind=named.usual.kind,
        province=province,
        source=source,
        inferred=f"{named.inferred} {ALIASES_INFERRED}".strip(),
    )
    others = [alias for alias in named.usual.aliases if alias != named.name]
    return keep(organisation, by=None, why=WHY, aliases=others)


def _year(bloc, facts, organisations, source):
    members = [organisations[name] for name in facts.members]
    year = open_year(bloc, year=facts.year, name=bloc.name, organisations=members, by=None)
    year.source, year.inferred = source, facts.inferred
    keep(year, by=None, why=WHY)
    for seat in year.seats.select_related("organisation"):
        seat.source, seat.inferred = source, facts.members[seat.organisation.name]
        keep(seat, by=None, why=WHY)
    return year


def _term(bloc, facts, source):
    chaired = facts.chaired
    return record_past_term(
        bloc.seats.get(emulation_year__year=facts.year, organisation__name=chaired.by),
        selection=chaired.selection,
        note=chaired.note,
        source=source,
        inferred=chaired.inferred,
        by=None,
    )


def _handover(facts, terms, source, at):
    record_past_handover(
        terms[facts.from_year],
        terms[facts.to_year],
        held_on=facts.held_on,
        note=facts.note,
        source=source,
        inferred=facts.inferred,
        by=None,
        at=at,
    )
