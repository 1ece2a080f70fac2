"""The audit log: what the database itself recorded."""

from accounts.permissions import require
from blocs.permissions import can_keep_records
from files.exporting import answer, is_export

from ..audit import PER_PAGE, names_of, page_of_events
from ..audit_words import told
from ..page_tables import audit_table

MOST = 2000  # events of a workbook


def audit_list(request):
    require(can_keep_records, request.user, None)
    number = request.GET.get("page", "1")
    number = int(number) if number.isascii() and number.isdigit() and len(number) < 6 else 1
    number = max(1, number)
    size = MOST if is_export(request) else PER_PAGE
    events, has_older = page_of_events(request.user, page=number, size=size)
    context = {
        "entries": told(events, names_of(events)),
        "newer": number - 1,
        "older": number + 1 if has_older else None,
    }
    return answer(request, "desk/audit_list.html", context, audit_table)
