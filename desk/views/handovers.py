"""Recording a handover: the form, what it will do, and doing it."""

import hashlib

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _

from accounts.permissions import require
from accounts.refusal import Refused
from blocs.models import Bloc
from blocs.permissions import can_keep_bloc
from blocs.workflow import hand_over

from ..forms import HandoverForm, ItemFormSet
from ..handing_over import Drawing, consequences


def handover_create(request, slug):
    blocs = Bloc.objects.visible_to(request.user).select_related("province")
    bloc = get_object_or_404(blocs, slug=slug)
    require(can_keep_bloc, request.user, bloc)
    today = timezone.localdate()
    drawing = Drawing(bloc, on=today)
    if (giver := drawing.giver) is None:
        return render(request, "desk/handover_without_chair.html", {"bloc": bloc})
    form, items = _forms(request, drawing, today)
    context = {"bloc": bloc, "giver": giver, "form": form, "items": items}
    if request.method == "POST" and form.is_valid() and items.is_valid():
        if request.POST.get("confirmed") == _digest(request.POST, giver):
            if handover := _record(request, giver, form, items):
                return redirect("blocs:handover_detail", handover.pk)
        else:
            told = consequences(giver, form.handing_over(), today=today)
            context["sentences"], context["straddled"] = told
            context["digest"] = _digest(request.POST, giver)
    return render(request, "desk/handover_create.html", context)


def _forms(request, drawing, today):
    data = request.POST or None
    choices = {"seats": drawing.receivers(), "years": drawing.years}
    form = HandoverForm(data, giver=drawing.giver, today=today, **choices)
    drawn_up = None if data else drawing.inventory()
    return form, ItemFormSet(data, initial=drawn_up, prefix="items")


def _record(request, giver, form, items):
    try:
        handover = hand_over(
            giver,
            **form.handing_over(),
            inventory=items.items(),
            by=request.user,
            at=timezone.now(),
        )
    except Refused as refusal:
        form.add_error(None, str(refusal))
        return None
    messages.success(request, _("The handover is recorded."))
    return handover


def _digest(data, giver):
    """What was confirmed is what was shown: another giver or any change of a field asks again."""
    fields = sorted(
        (k, data.getlist(k)) for k in data if k not in ("confirmed", "csrfmiddlewaretoken")
    )
    return hashlib.sha256(repr((giver.pk, fields)).encode()).hexdigest()
