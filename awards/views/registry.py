"""The registry: looked up, an organisation's awards under the names of their time, a person's."""

from django.http import Http404
from django.shortcuts import render
from django.utils import timezone

from blocs.models import EmulationYear, Organisation
from blocs.permissions import can_keep_organisation, can_keep_records

from ..answers import in_dong
from ..forms.registry import RegistryFilter
from ..lookup import page_of
from ..models import Award, Decision, Recipient
from ..permissions import can_keep_decision, can_read_statistics
from ..records import of_organisation, of_person
from .finding_awards import find_award, find_organisation


def registry_list(request):
    narrowing = RegistryFilter(request.GET, user=request.user)
    awards = narrowing.narrow(Award.objects.visible_to(request.user))
    cursor = {"after": request.GET.get("after", ""), "before": request.GET.get("before", "")}
    page = page_of(awards, narrowing.typed, **cursor)
    context = {
        "filter": narrowing,
        "page": page,
        "is_sample": any(award.decision.province.is_sample for award in page.rows),
        "may_keep": can_keep_records(request.user),
        "may_count": can_read_statistics(request.user),
    }
    return render(request, "awards/registry_list.html", context)


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
    return render(request, "awards/registry_organisation.html", context)


def registry_person(request, pk):
    """`pk` is one of the person's awards: persons have no record of their own."""
    award = find_award(request, pk)
    if award.recipient != Recipient.PERSON:
        raise Http404
    record = of_person(award, request.user, until=timezone.localdate())
    return render(request, "awards/registry_person.html", {"award": award, "record": record})
