"""Awards of past years from Excel: issued workbook, preview, saved as shown, undone as a whole."""

from functools import partial

from django.contrib import messages
from django.db.models import Count
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from accounts.permissions import require
from accounts.refusal import Refused, carried_out
from blocs.forms.organisations import provinces_kept_by
from blocs.permissions import can_keep_records
from files.exporting import answer, page_of
from files.kinds import CONTENT_TYPES, Kind
from files.serving import disposition, serve
from vietnamese.text import slug

from ..forms.registry import HistoryForm, WhyForm
from ..history import plan_of
from ..issued_book import empty_book
from ..models import HistoryImport
from ..permissions import can_keep_import, can_read_statistics
from ..registry_tables import import_list_table, import_table
from ..workflow import drop_history, receive_history, save_history, undo_history
from .finding_awards import find_import, kept_import

PAGE = 50
SHOWN = 300


def registry_import_list(request):
    require(can_read_statistics, request.user, None)
    imports = HistoryImport.objects.visible_to(request.user)
    imports = imports.select_related("province", "file", "by")
    imports = imports.annotate(award_count=Count("awards")).order_by("-at", "-pk")
    context = {
        "page": page_of(request, imports, PAGE),
        "provinces": provinces_kept_by(request.user).filter(validity__upper_inf=True),
        "may_keep": can_keep_records(request.user),
    }
    return answer(request, "awards/registry_import_list.html", context, import_list_table)


def registry_import_template(request, pk):
    """The workbook to fill in, with the organisations of a province."""
    require(can_keep_records, request.user, None)
    province = get_object_or_404(provinces_kept_by(request.user), pk=pk)
    response = HttpResponse(empty_book(province), content_type=CONTENT_TYPES[Kind.EXCEL])
    response["Content-Disposition"] = disposition(f"khen-thuong-{slug(province.name)}.xlsx")
    response["Cache-Control"] = "private, no-store"
    return response


def registry_import_create(request):
    require(can_keep_records, request.user, None)
    form = HistoryForm(request.POST or None, request.FILES or None, user=request.user)
    verb = partial(receive_history, by=request.user, at=timezone.now())
    if made := carried_out(form, verb):
        return redirect("awards:registry_import", made.pk)
    return render(request, "awards/registry_import_create.html", {"form": form})


def registry_import(request, pk):
    """What the file would enter, until it is saved; then what became of it."""
    history_import = find_import(request, pk)
    context = {
        "import": history_import,
        "may_keep": can_keep_import(request.user, history_import),
        "award_count": history_import.awards.count(),
    }
    if history_import.is_pending:
        content = history_import.file.path.read_bytes()
        plan = plan_of(content, history_import.province, today=timezone.localdate())
        context |= {"plan": plan, "shown": plan.new[:SHOWN]}
    return answer(request, "awards/registry_import.html", context, import_table)


@require_POST
def registry_import_save(request, pk):
    history_import = kept_import(request, pk)
    fingerprint = request.POST.get("fingerprint", "")
    how = {"fingerprint": fingerprint, "by": request.user, "at": timezone.now()}
    try:
        count = save_history(history_import, **how)
        messages.success(request, _("Awards entered: %(count)s.") % {"count": count})
    except Refused as refusal:
        messages.error(request, str(refusal))
    return redirect("awards:registry_import", pk)


@require_POST
def registry_import_drop(request, pk):
    try:
        drop_history(kept_import(request, pk), by=request.user, at=timezone.now())
        messages.success(request, _("The preview has been dropped."))
    except Refused as refusal:
        messages.error(request, str(refusal))
    return redirect("awards:registry_import_list")


def registry_import_undo(request, pk):
    history_import = kept_import(request, pk)
    form = WhyForm(request.POST or None)
    verb = partial(undo_history, history_import, by=request.user, at=timezone.now())
    if carried_out(form, verb):
        messages.success(request, _("The import has been undone."))
        return redirect("awards:registry_import", pk)
    words = {"count": history_import.awards.count()}
    context = {
        "import": history_import,
        "form": form,
        "title": _("Undo the whole import?"),
        "sentences": [
            _("%(count)s awards leave the registry, corrected ones too.") % words,
            _("The file, and in the audit log every award, stay on record with your reason."),
        ],
        "submit": _("Undo the import"),
        "cancel_url": reverse("awards:registry_import", args=[pk]),
    }
    return render(request, "awards/registry_import_undo.html", context)


def registry_import_file(request, pk):
    return serve(find_import(request, pk).file)


def registry_import_scan(request, pk):
    scan = find_import(request, pk).scan
    if scan is None:
        raise Http404
    return serve(scan)
