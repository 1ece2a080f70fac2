"""A source, with the records that name it; and adding one."""

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext as _

from accounts.permissions import require
from accounts.refusal import Refused

from ..forms.sources import SourceForm
from ..models import Source
from ..naming import records_that_name
from ..permissions import can_keep_records, is_administrator
from ..workflow import keep

PAGE = 50


def source_detail(request, pk):
    """For those who see one of the records; administrators see it in any case."""
    source = get_object_or_404(Source, pk=pk)
    records = records_that_name(source, request.user)
    page = Paginator(records, PAGE).get_page(request.GET.get("page"))
    if not page.object_list and not is_administrator(request.user):
        raise Http404
    return render(request, "blocs/source_detail.html", {"source": source, "page": page})


def source_create(request):
    """For keepers of records, who come from the form of a record (`?next=`) and go back to it."""
    require(can_keep_records, request.user, None)
    form = SourceForm(request.POST or None)
    back = _own_address(request)
    if form.is_valid() and (source := _kept(form, request.user)):
        messages.success(request, _("“%(source)s” can now be chosen.") % {"source": source})
        return redirect(back)
    return render(request, "blocs/source_form.html", {"form": form, "cancel_url": back})


def _kept(form, user):
    try:
        return keep(form.instance, by=user)
    except Refused as refusal:
        form.add_error(None, str(refusal))
        return None


def _own_address(request):
    """The page of this site to go back to, whatever the address says."""
    back = request.GET.get("next", "")
    is_ours = back.startswith("/") and url_has_allowed_host_and_scheme(back, allowed_hosts=None)
    return back if is_ours else reverse("blocs:bloc_list")
