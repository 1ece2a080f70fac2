"""The registry: looked up, an organisation's awards under the names of their time, a person's."""

from django.http import Http404
from django.shortcuts import render
from django.utils import timezone

from blocs.models import EmulationYear, Organisation
from blocs.permissions import can_keep_organisation, can_keep_records
from files.exporting import MOST, answer, is_export

from ..answers import in_dong
from ..forms.registry import RegistryFilter
from ..lookup import SIZE, page_of
from ..models import Award, Decision, Recipient
from ..permissions import can_keep_decision, can_read_statistics
from ..records import of_organisation, of_person
from ..registry_tables import organisation_tables, person_table, registry_table
from .finding_awards import find_award, find_organisation


def registry_list(request):
    narrowing = RegistryFilter(request.GET, user=request.user)
    awards = narrowing.narrow(Award.objects.visible_to(request.user))
    page = page_of(awards, narrowing.typed, **_part(request))
    context = {
        "filter": narrowing,
        "page": page,
        "is_sample": any(award.decision.province.is_sample for award in page.rows),
        "may_keep": can_keep_records(request.user),
        "may_count": can_read_statistics(request.user),
    }
    return answer(request, "awards/registry_list.html", context, registry_table)


def _part(request):
    """Which rows of the list: one page of it, or for Excel everything from the newest on."""
    if is_export(request):
        return {"size": MOST}
    cursors = {name: request.GET.get(name, "") for name in ("after", "before")}
    return {"size": SIZE, **cursors}


def registry_award(request, pk):
    award = find_award(request, pk)
    seen = Organisation.objects.visible_to(request.user).filter(pk=award.organisation_id)
    context = {
        "award": award,
        "money": None if award.money is None else in_dong(award.money),
        "sees_organisation": seen.exists(),
        "sees_decision": Decision.objects.visible_to(request.user)
        .filter(pk=award.decision_id)
        .exists(),
        "sees_year": EmulationYear.objects.visible_to(request.user)
        .filter(pk=award.emulation_year_id)
        .exists(),
        "may_keep": can_keep_decision(request.user, award.decision),
    }
    return render(request, "awards/registry_award.html", context)


def registry_organisation(request, pk):
    organisation = find_organisation(request, pk)
    context = {
        "organisation": organisation,
        "record": of_organisation(organisation, request.user, until=timezone.localdate()),
        "may_keep": can_keep_organisation(request.user, organisation),
    }
    return answer(request, "awards/registry_organisation.html", context, organisation_tables)


def registry_person(request, pk):
    """`pk` is one of the person's awards: persons have no record of their own."""
    award = find_award(request, pk)
    if award.recipient != Recipient.PERSON:
        raise Http404
    record = of_person(award, request.user, until=timezone.localdate())
    context = {"award": award, "record": record}
    return answer(request, "awards/registry_person.html", context, person_table)
