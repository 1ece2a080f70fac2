"""Adding a source."""

from django.contrib import messages
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext as _

from accounts.permissions import require
from accounts.refusal import Refused

from ..forms.sources import SourceForm
from ..permissions import can_keep_records
from ..workflow import keep


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
