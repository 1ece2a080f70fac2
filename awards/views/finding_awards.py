"""Fetch what of the registry a person may see; what they may not see does not exist: 404."""

from django.shortcuts import get_object_or_404

from accounts.permissions import require
from blocs.models import Organisation

from ..models import Award, Decision, HistoryImport
from ..permissions import can_keep_decision, can_keep_import


def find_award(request, pk):
    awards = Award.objects.visible_to(request.user)
    awards = awards.select_related("kind", "decision__province", "emulation_year__bloc")
    return get_object_or_404(awards, pk=pk)


def find_decision(request, pk):
    decisions = Decision.objects.visible_to(request.user)
    return get_object_or_404(decisions.select_related("province", "file", "source"), pk=pk)


def kept_decision(request, pk):
    """The same for who keeps the province: 403 for others who see it."""
    decision = find_decision(request, pk)
    require(can_keep_decision, request.user, decision)
    return decision


def find_import(request, pk):
    imports = HistoryImport.objects.visible_to(request.user)
    return get_object_or_404(imports.select_related("province", "file", "scan", "by"), pk=pk)


def kept_import(request, pk):
    history_import = find_import(request, pk)
    require(can_keep_import, request.user, history_import)
    return history_import


def find_organisation(request, pk):
    seen = Organisation.objects.visible_to(request.user).select_related("province")
    return get_object_or_404(seen, pk=pk)
