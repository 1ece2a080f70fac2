"""Every address of the site, from the URL configuration, and what to put into it."""

from functools import cache

from django.urls import get_resolver, reverse

from accounts.calendar import calendar_token

# What a query adds: without it the page only says how to get to it.
QUERIES = {"scoring:criteria_start@last_year": "?from=blank"}


def addresses(patterns=None, space="", outer=frozenset()):
    """{name: its parameters}; an address without a name stands there as its pattern."""
    found = {}
    for each in get_resolver().url_patterns if patterns is None else patterns:
        parameters = outer | each.pattern.converters.keys()
        if hasattr(each, "url_patterns"):
            inner = f"{space}{each.namespace}:" if each.namespace else space
            found |= addresses(each.url_patterns, inner, parameters)
        else:
            found[f"{space}{each.name or each.pattern}"] = parameters
    return found


def address(row, scene):
    """The address of a row: of its name, for the scene's objects or the one named after the @."""
    name, _at, variant = row.partition("@")
    known = _parts(name, scene) | {"pk": _subject(name, scene)} | _variants(scene)[variant]
    parts = {key: known[key] for key in _all()[name]}
    return reverse(name, kwargs=parts) + QUERIES.get(row, "")


@cache
def _all():
    return addresses()


def _parts(name, scene):
    *_path, uid, token = scene.link.strip("/").split("/")
    return {
        "slug": scene.bloc.slug,
        "year": scene.year.year,
        "seat_pk": scene.seats["front"].pk,
        "file_pk": _file(name, scene).pk,
        "number": 1,
        "upload_pk": scene.province_upload.pk,
        "kind": "year_end",
        "uidb64": uid,
        "token": token,
        "owner_token": calendar_token(scene.member),
    }


def _file(name, scene):
    if "nomination" in name:
        return scene.nominations.file
    return scene.conference_file if "conference" in name else scene.file


def _subject(name, scene):
    """The key of what an address is about, by the beginning of its name; None without one."""
    action = name.partition(":")[2]
    subjects = {
        "ballot_edit": scene.ballots.prepared,
        "ballot_open": scene.ballots.prepared,
        "ballot_count": scene.ballots.over,
        "ballot_blank": scene.ballots.over,
        "ballot_close": scene.ballots.ending,
        "ballot_second_round": scene.ballots.closed,
        "ballot_minutes": scene.ballots.closed,
        "ballot": scene.ballots.open,
        "nomination_from_ballot": scene.ballots.closed,
        "nomination": scene.nominations.given,
        "past_nomination": scene.nominations.past,
        "achievement": scene.nominations.given,
        "council_submission": scene.council.submission,
        "council_opinion": scene.council.opinion,
        "council_session": scene.council.session,
        "council_decision": scene.council.decision,
        "council_award": scene.council.award,
        "council_": scene.council.nomination,
        "registry_decision": scene.registry.decision,
        "registry_award": scene.registry.award,
        "registry_person": scene.registry.person,
        "registry_organisation": scene.organisations.farmers,
        "registry_results": scene.organisations.farmers,
        "registry_import_template": scene.province,
        "registry_import_undo": scene.registry.saved,
        "registry_import": scene.registry.pending,
        "province": scene.province,
        "organisation": scene.organisations.farmers,
        "personal_notice": scene.personal_notice,
        "person": scene.member,
        "post_create": scene.member,
        "post_end": scene.post,
        "seat": scene.seats["union"],
        "term": scene.chair_term,
        "handover": scene.handover,
        "notice": scene.notice,
        "conference": scene.conference,
        "paper": scene.minutes,
        "movement_remove": scene.bare_movement,
        "movement": scene.movement,
        "result": scene.movement,
        "exemplar": scene.exemplar,
        "source": scene.source,
        "criterion": scene.criterion,
        "disqualification": scene.disqualification,
        "why_criterion": scene.criterion,
        "evidence_add": scene.evidence.criterion,
        "statement_add": scene.evidence.criterion,
        "evidence": scene.evidence,
        "sheet_upload_columns": scene.sheet_received,
        "sheet_upload": scene.sheet_upload,
        "section_": scene.section,
        "contribution_take": scene.half_year.given,
        "upload": scene.upload,
        "received": scene.received,
        "legal_basis": scene.basis,
        "activity": scene.activity,
        "commitment": scene.covenants.commitment,
        "covenant_sign": scene.covenants.signs,
        "covenant_paper": scene.covenants.signs,
        "signature": scene.covenants.signature,
        "registration": scene.covenants.registration,
        "progress_edit": scene.covenants.progress.commitment,
        "progress_file": scene.covenants.progress_file,
    }
    return next((s.pk for beginning, s in subjects.items() if action.startswith(beginning)), None)


def _variants(scene):
    return {
        "": {},
        "last_year": {
            "year": scene.last_year.year,
            "number": 2,
            "seat_pk": scene.covenants.signs.pk,
        },
        "administrator": {"pk": scene.administrator.pk},
        "administrators_post": {"pk": scene.administrator.posts.get().pk},
        "colleague": {"pk": scene.staff.pk},
        "national": {"pk": scene.national_basis.pk},
        "public": {"pk": scene.registry.public.pk},
        "over": {"pk": scene.ballots.over.pk},
        "closed": {"pk": scene.ballots.closed.pk},
        "spoiled": {"token": "spoiled", "owner_token": "spoiled"},
        "half_year": {"kind": "half_year"},
        "half_year_section": {"kind": "half_year", "pk": scene.half_year.section.pk},
    }
