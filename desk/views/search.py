"""Search over organisations, blocs and the registry of awards, as Vietnamese people type."""

from django.shortcuts import render

from ..finding import find


def search(request):
    query = request.GET.get("q", "").strip()[:120]
    found = find(query, request.user) if query else None
    return render(request, "desk/search.html", {"query": query, "found": found})
