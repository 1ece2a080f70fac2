"""Issuing: a paper gets its number, is rendered once, hashed and filed. The same for every kind."""

import hashlib

from django.db import transaction
from django.db.models import Max
from django.utils import timezone
from django.utils.translation import gettext as _

from accounts.evidence import because
from accounts.refusal import Refused
from blocs.models import Organisation
from blocs.workflow.locks import lock_bloc
from files.gate import Accepted, clean_name
from files.kinds import Kind
from files.storing import store
from vietnamese.dates import short_date

from ..models import Paper, Signatory
from ..numbering import is_symbol_of
from ..pdf import render_pdf


@transaction.atomic
def issue(
    sheet,
    *,
    bloc,
    handover=None,
    conference=None,
    emulation_year=None,
    covenant_version=None,
    ballot=None,
    submission=None,
    issuer=None,
    act=None,
    replace_reason="",
    by,
    at,
):
    """Number, render, hash and file a paper, and return it.

    `sheet` is drawn up by the verb of the kind, which has locked the bloc, read the facts and asked
    for the right; it is about `handover`, `conference` or `emulation_year`; `covenant_version`,
    `ballot` or `submission` comes with its year: the paper of a submission replaces that of the one
    before, which was sent back. A covenant has no number. `issuer` is the organisation whose
    register the number is from. `by` is a person, never a command: the file is theirs.
    Where such a paper is in force already, the new one replaces it, and needs a `replace_reason`.
    Raises Refused where the number was used before, the day or the symbol does not fit, a signatory
    is missing, or the reason.
    """
    lock_bloc(bloc.pk)
    if issuer:  # it may chair a second bloc: its register is one
        Organisation.objects.select_for_update(no_key=True).get(pk=issuer.pk)
    about = {"kind": sheet.kind, "handover": handover, "conference": conference}
    about |= {"emulation_year": emulation_year, "covenant_version": covenant_version}
    about |= {"ballot": ballot}
    before = current_paper(**about)
    _check_entry(sheet, timezone.localdate(at))
    if sheet.type_code:
        _check_number(sheet, bloc, issuer)
    _check_reason(before, replace_reason)
    content = render_pdf(sheet.template, {"sheet": sheet})
    name = clean_name(sheet.file_name)
    with because(by, replace_reason):
        paper = Paper.objects.create(
            **about,
            submission=submission,
            type_code=sheet.type_code,
            bloc=bloc,
            issuer=issuer,
            number=sheet.entry.number,
            symbol=sheet.entry.symbol,
            dated=sheet.entry.dated,
            place=sheet.entry.place,
            title=sheet.title,
            is_sample=sheet.is_sample,
            file=store(Accepted(name, Kind.PDF, content), by=by, at=at),
            sha256=hashlib.sha256(content).hexdigest(),
            act=act,
            replaces=before,
            replace_reason=replace_reason if before else "",
            issued_by=by,
            issued_at=at,
        )
        _write_signatories(paper, sheet.entry.signatures)
    return paper


def current_paper(
    *,
    kind,
    handover=None,
    conference=None,
    emulation_year=None,
    covenant_version=None,
    ballot=None,
):
    """Return the paper of a kind that is in force for what it is about, or None."""
    about = {"handover": handover, "conference": conference, "emulation_year": emulation_year}
    about |= {"covenant_version": covenant_version, "ballot": ballot}
    papers = Paper.objects.filter(kind=kind, **about)
    return papers.filter(replaced_by=None).first()


def next_number(type_code, *, bloc, issuer, year):
    """Return the number after the highest that was used here; the office's register decides."""
    used = _register(type_code, bloc=bloc, issuer=issuer, year=year)
    return (used.aggregate(last=Max("number"))["last"] or 0) + 1


def _register(type_code, *, bloc, issuer, year):
    papers = Paper.objects.filter(type_code=type_code, dated__year=year, issuer=issuer)
    return papers if issuer else papers.filter(bloc=bloc)


def _check_entry(sheet, today):
    entry = sheet.entry
    if sheet.is_draft or entry.dated is None or not entry.place.strip():
        raise Refused(_("An issued paper has a number, a place and a day."))
    if entry.dated > today:
        raise Refused(_("A paper cannot be dated after today (%(day)s).") % _day(today))
    if sheet.type_code is None:  # who signed stands in the records of what it is about
        return
    if not is_symbol_of(entry.symbol, sheet.type_code):
        raise Refused(
            _("The symbol begins with %(code)s- and has no spaces, for example %(code)s-KTĐ.")
            % {"code": sheet.type_code}
        )
    if not entry.signatures or not all(each.full_name.strip() for each in entry.signatures):
        raise Refused(_("Say who signs the paper: a full name for every side."))


def _check_number(sheet, bloc, issuer):
    entry, year = sheet.entry, sheet.entry.dated.year
    register = {"bloc": bloc, "issuer": issuer, "year": year}
    used = _register(sheet.type_code, **register).filter(number=entry.number)
    if used.exists():
        raise Refused(
            _("The number %(number)s was already used in %(year)s. The next free one is %(next)s.")
            % {
                "number": f"{entry.number:02d}",
                "year": year,
                "next": f"{next_number(sheet.type_code, **register):02d}",
            }
        )


def _check_reason(before, reason):
    if before and not reason.strip():
        raise Refused(
            _("%(number)s of %(day)s is already issued. Say why the new paper replaces it.")
            % {"number": before.label, **_day(before.dated)}
        )


def _day(day):
    return {"day": short_date(day)}


def _write_signatories(paper, signatures):
    Signatory.objects.bulk_create(
        Signatory(
            paper=paper,
            place=place,
            capacity=each.capacity,
            full_name=each.full_name,
            position=each.position,
        )
        for place, each in enumerate(signatures, start=1)
    )
