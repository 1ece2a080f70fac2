"""Legal bases: the national ones are everybody's to read, those of a province its readers'."""

from django.contrib import messages
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _

from accounts.permissions import require
from accounts.refusal import Refused
from files.exporting import answer, page_of

from ..forms.legal_bases import LegalBasisFilter, LegalBasisForm
from ..models import LegalBasis
from ..permissions import can_keep_basis, can_keep_records
from ..record_tables import legal_basis_table
from .finding import find_basis

PAGE = 50


def legal_basis_list(request):
    today = timezone.localdate()
    seen = LegalBasis.objects.visible_to(request.user).select_related("province")
    narrowing = LegalBasisFilter(request.GET)
    rows, day = narrowing.narrow(seen, today=today)
    page = page_of(request, rows.order_by("signed_on", "pk"), PAGE)
    for basis in page:
        basis.standing = _standing(basis, day)
    context = {
        "filter": narrowing,
        "page": page,
        "day": day,
        "may_write": can_keep_records(request.user),
    }
    return answer(request, "blocs/legal_basis_list.html", context, legal_basis_table)


def legal_basis_detail(request, pk):
    basis = find_basis(request, pk)
    basis.standing = _standing(basis, timezone.localdate())
    context = {"basis": basis, "may_write": can_keep_basis(request.user, basis)}
    return render(request, "blocs/legal_basis_detail.html", context)


def legal_basis_create(request):
    require(can_keep_records, request.user, None)
    return _write(request, LegalBasisForm(request.POST or None, user=request.user))


def legal_basis_edit(request, pk):
    basis = find_basis(request, pk)
    require(can_keep_basis, request.user, basis)
    # A second copy: a refused form must not change the title in the crumbs.
    form = LegalBasisForm(request.POST or None, instance=find_basis(request, pk), user=request.user)
    return _write(request, form, basis)


def _write(request, form, basis=None):
    if form.is_valid():
        try:
            kept = form.save(by=request.user)
        except Refused as refusal:
            form.add_error(None, str(refusal))
        else:
            messages.success(request, _("The legal basis has been saved."))
            return redirect("blocs:legal_basis_detail", kept.pk)
    return render(request, "blocs/legal_basis_form.html", {"form": form, "basis": basis})


def _standing(basis, day):
    """Which tag it bears on a day: in force, ended, to come, or without any first day."""
    if basis.has_ended_by(day):
        return "ended"
    if basis.first_on is None:
        return "unknown"
    return "in_force" if basis.is_in_force_on(day) else "to_come"
