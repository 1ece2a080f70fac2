"""Organisations: found by any of their names, kept by the staff of their province."""

from django.contrib import messages
from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import Exists, OuterRef, Q
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _

from accounts.permissions import require
from accounts.refusal import Refused
from files.exporting import answer, page_of

from ..forms.organisations import OrganisationFilter, OrganisationForm
from ..forms.successions import OrganisationSuccessionForm
from ..lineage import Lineage
from ..models import (
    EmulationYear,
    Organisation,
    OrganisationAlias,
    OrganisationSuccession,
    Province,
    Seat,
    Term,
    TermRole,
)
from ..page_tables import organisation_table
from ..people import people_kept_by
from ..permissions import can_keep_organisation, can_keep_records
from ..record_tables import membership_table

PAGE = 50


def organisation_list(request):
    today = timezone.localdate()
    seen = Organisation.objects.visible_to(request.user).select_related("province")
    provinces = Province.objects.visible_to(request.user)
    narrowing = OrganisationFilter(request.GET, seen=provinces)
    page = page_of(request, narrowing.narrow(seen, on=today), PAGE)
    context = {
        "filter": narrowing,
        "page": page,
        "rows": _with_names_of_today(page, today),
        "today": today,
        "may_write": can_keep_records(request.user),
    }
    return answer(request, "blocs/organisation_list.html", context, organisation_table)


def organisation_detail(request, pk):
    organisation = _visible(request, pk)
    today = timezone.localdate()
    may_write = can_keep_organisation(request.user, organisation)
    seats = list(_seats_seen(organisation, request.user))
    context = {
        "organisation": organisation,
        "names_today": ", ".join(Lineage(on=today).names_today(organisation.pk)),
        "seats": seats,
        "chaired": [seat.emulation_year.year for seat in seats if TermRole.CHAIR in seat.roles],
        **_before_and_after(organisation, request.user),
        "today": today,
        "may_write": may_write,
        "posts": _posts_to_come(organisation, request.user, today) if may_write else [],
    }
    return answer(request, "blocs/organisation_detail.html", context, membership_table)


def organisation_create(request):
    require(can_keep_records, request.user, None)
    form = OrganisationForm(request.POST or None, user=request.user)
    return _write(request, form)


def organisation_edit(request, pk):
    organisation = _visible(request, pk)
    require(can_keep_organisation, request.user, organisation)
    form = OrganisationForm(request.POST or None, instance=organisation, user=request.user)
    return _write(request, form, organisation)


def organisation_succeed(request, pk):
    organisation = _visible(request, pk)
    require(can_keep_organisation, request.user, organisation)
    form = OrganisationSuccessionForm(
        request.POST or None, predecessor=organisation, user=request.user
    )
    if form.is_valid():
        try:
            form.save(by=request.user)
        except Refused as refusal:
            form.add_error(None, str(refusal))
        else:
            messages.success(request, _("The change has been recorded."))
            return redirect("blocs:organisation_detail", pk=organisation.pk)
    context = {"organisation": organisation, "form": form}
    return render(request, "blocs/organisation_succeed.html", context)


def _write(request, form, organisation=None):
    # What stands in the crumbs is the stored name, not what a refused form tried to make of it.
    stored = organisation and organisation.name
    if form.is_valid():
        kept = form.save(by=request.user)
        messages.success(request, _("The organisation has been saved."))
        return redirect("blocs:organisation_detail", pk=kept.pk)
    context = {"form": form, "organisation": organisation, "stored": stored}
    return render(request, "blocs/organisation_form.html", context)


def _visible(request, pk):
    seen = Organisation.objects.visible_to(request.user).select_related("province", "source")
    names = OrganisationAlias.objects.filter(organisation=OuterRef("pk")).values("alias")
    return get_object_or_404(seen.annotate(other_names=ArraySubquery(names)), pk=pk)


def _with_names_of_today(organisations, today):
    lineage = Lineage(on=today)
    return [(row, ", ".join(lineage.names_today(row.pk))) for row in organisations]


def _seats_seen(organisation, user):
    """Its seats in the years that the person reads, each with the offices it held in it."""
    years = EmulationYear.objects.visible_to(user)
    seats = Seat.objects.filter(organisation=organisation, emulation_year__in=years)
    roles = Term.objects.valid().filter(seat=OuterRef("pk")).order_by("role").values("role")
    seats = seats.annotate(roles=ArraySubquery(roles.distinct()))
    seats = seats.select_related("emulation_year__bloc")
    return seats.order_by("-emulation_year__year", "emulation_year__bloc__sort_key")


def _before_and_after(organisation, user):
    """Its successions both ways; `is_seen` where the person sees the other organisation."""
    seen = Organisation.objects.visible_to(user)
    rows = OrganisationSuccession.objects.filter(
        Q(predecessor=organisation) | Q(successor=organisation)
    ).annotate(
        predecessor_is_seen=Exists(seen.filter(pk=OuterRef("predecessor"))),
        successor_is_seen=Exists(seen.filter(pk=OuterRef("successor"))),
    )
    rows = list(rows.select_related("predecessor", "successor"))
    return {
        "before": [row for row in rows if row.successor_id == organisation.pk],
        "after": [row for row in rows if row.predecessor_id == organisation.pk],
    }


def _posts_to_come(organisation, user, today):
    """The posts that have not ended; `is_kept` where the person keeps the account too."""
    kept = people_kept_by(user).filter(pk=OuterRef("user"))
    lasting = Q(period__upper_inf=True) | Q(period__endswith__gt=today)
    posts = organisation.posts.filter(lasting)
    return posts.select_related("user").annotate(is_kept=Exists(kept))
