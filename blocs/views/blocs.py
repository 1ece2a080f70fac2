"""The list of blocs, and one bloc over the years."""

from django.contrib import messages
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from accounts.permissions import require
from files.exporting import answer, page_of

from ..forms.blocs import BlocFilterForm, BlocForm
from ..lineage import Lineage
from ..membership import matrix
from ..models import Bloc, Handover
from ..overview import overview
from ..page_tables import bloc_table
from ..permissions import can_keep_bloc, can_keep_records
from ..record_tables import bloc_years_tables
from ..roster import Roster
from ..workflow import keep
from .finding import find_bloc

PAGE = 30


def bloc_list(request):
    form = BlocFilterForm(request.GET or None, user=request.user)
    blocs = Bloc.objects.visible_to(request.user).select_related("province")
    blocs = form.filtered(blocs).order_by("province__sort_key", "province", "sort_key", "pk")
    page = page_of(request, blocs, PAGE)
    context = {
        "filter": form,
        "is_filtered": any(request.GET.get(name) for name in form.fields),
        "page": page,
        "rows": overview(page.object_list, request.user, on=timezone.localdate()),
        "can_create": can_keep_records(request.user),
    }
    return answer(request, "blocs/bloc_list.html", context, bloc_table)


def bloc_create(request):
    require(can_keep_records, request.user, None)
    form = BlocForm(request.POST or None, user=request.user)
    if form.is_valid():
        bloc = keep(form.instance, by=request.user, aliases=form.cleaned_data["aliases"])
        messages.success(request, _("The bloc has been added. Open its first year now."))
        return redirect(bloc)
    context = {"form": form, "title": _("Add a bloc"), "cancel_url": reverse("blocs:bloc_list")}
    return render(request, "blocs/bloc_form.html", context)


def bloc_edit(request, slug):
    bloc = find_bloc(request, slug)
    require(can_keep_bloc, request.user, bloc)
    # A second copy: a refused form must not change the bloc on the page.
    form = BlocForm(request.POST or None, user=request.user, instance=find_bloc(request, slug))
    if form.is_valid():
        bloc = keep(form.instance, by=request.user, aliases=form.cleaned_data["aliases"])
        messages.success(request, _("The bloc has been saved."))
        return redirect(bloc)
    title = _("Edit the bloc %(bloc)s") % {"bloc": bloc}
    context = {"form": form, "title": title, "bloc": bloc, "cancel_url": bloc.get_absolute_url()}
    return render(request, "blocs/bloc_form.html", context)


def bloc_detail(request, slug):
    bloc, today = find_bloc(request, slug), timezone.localdate()
    roster, lineage = Roster(bloc, request.user, today=today), Lineage(on=today)
    handovers = (
        Handover.objects.visible_to(request.user)
        .filter(bloc=bloc)
        .select_related("giver_term__seat__organisation", "receiver_term__seat__organisation")
    )
    years = roster.by_year()
    context = {
        "bloc": bloc,
        "years": years,
        "chair": roster.chair_on(today),
        "deputies": roster.deputies_on(today),
        "turns": roster.turns(lineage),
        "matrix": matrix(years, lineage),
        "handovers": handovers.order_by("-held_on", "-pk"),
        "can_keep": can_keep_bloc(request.user, bloc),
        "today": today,
    }
    return answer(request, "blocs/bloc_detail.html", context, bloc_years_tables)
