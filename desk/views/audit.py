"""The audit log: what the database itself recorded."""

from django.shortcuts import render

from accounts.permissions import require
from blocs.permissions import can_keep_records

from ..audit import names_of, page_of_events
from ..audit_words import told


def audit_list(request):
    require(can_keep_records, request.user, None)
    number = request.GET.get("page", "1")
    number = int(number) if number.isascii() and number.isdigit() and len(number) < 6 else 1
    number = max(1, number)
    events, has_older = page_of_events(request.user, page=number)
    context = {
        "entries": told(events, names_of(events)),
        "newer": number - 1,
        "older": number + 1 if has_older else None,
    }
    return render(request, "desk/audit_list.html", context)
