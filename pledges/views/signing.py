"""Signing a covenant in the browser, recording signatures on paper, and their scans."""

from functools import partial

from django.contrib import messages
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.debug import sensitive_post_parameters

from accounts.permissions import require
from accounts.refusal import carried_out
from blocs.models import Seat
from blocs.permissions import capacity
from files.serving import serve

from .. import workflow
from ..board import standing_of
from ..covenant_permissions import can_sign_for
from ..forms.signing import PaperSignatureForm, SignForm
from ..models import CovenantVersion, Signature
from ..showing import lines
from ..wording import sha256
from .finding import board_of, find_covenant, written_covenant


@sensitive_post_parameters("password")
def covenant_sign(request, slug, year, pk):
    """The words that concern the member, reservations, and the password of who signs."""
    found = find_covenant(request, slug, year)
    seat = _seat(found, pk)
    require(can_sign_for, request.user, seat)
    version = _open_version(found)
    text = version.text.of(pk)
    data = request.POST if request.method == "POST" else None
    form = SignForm(data, pledges=text.pledges, request=request)
    if signed := carried_out(form, lambda **_data: _sign(request, found, seat, form)):
        messages.success(request, _("Signed for %(organisation)s.") % {"organisation": signed.seat})
        return redirect("pledges:covenant_detail", slug, found.year.year)
    context = {
        "year": found.year,
        "seat": seat,
        "version": version,
        "lines": list(zip(lines(version, text), form.lines(), strict=True)),
        "form": form,
        "seen": sha256(text),
        "under": standing_of(found.versions, version).get(pk),
        "place": next((p for p in board_of(found, version) if p.member.pk == pk), None),
    }
    return render(request, "pledges/covenant_sign.html", context)


def covenant_paper(request, slug, year, pk):
    """The chair records a member's signature on paper with its scan."""
    found = written_covenant(request, slug, year)
    seat, version = _seat(found, pk), _open_version(found)
    chair, stands_in = capacity(request.user, found.year)
    form = PaperSignatureForm(
        request.POST or None,
        request.FILES or None,
        pledges=version.text.of(pk).pledges,
        stands_in=stands_in,
    )
    verb = partial(
        workflow.record_paper_signature,
        version.row,
        seat=seat,
        by=request.user,
        at=timezone.now(),
    )
    if carried_out(form, lambda **_data: verb(**form.recording())):
        messages.success(request, _("The signature is recorded."))
        return redirect("pledges:covenant_detail", slug, found.year.year)
    context = {"year": found.year, "seat": seat, "version": version, "form": form}
    context |= {"chair": chair, "stands_in": stands_in}
    return render(request, "pledges/covenant_paper.html", context)


def signature_file(request, slug, year, pk):
    """The scan of a signature on paper."""
    found = find_covenant(request, slug, year)
    signatures = Signature.objects.filter(covenant_version__in=[v.row.pk for v in found.versions])
    signature = get_object_or_404(signatures.exclude(file=None).select_related("file"), pk=pk)
    return serve(signature.file)


def _seat(found, pk):
    seat = get_object_or_404(Seat.objects.select_related("organisation"), pk=pk)
    if seat.emulation_year_id != found.year.pk:
        raise Http404
    seat.emulation_year = found.year
    return seat


def _open_version(found):
    """The newest version that may be signed: 404 where there is none."""
    version = next((each for each in reversed(found.versions) if each.is_open), None)
    if version is None:
        raise Http404
    return version


def _sign(request, found, seat, form):
    """Sign the version that was on the page, whatever has become of it."""
    number = request.POST.get("version", "")
    versions = CovenantVersion.objects.filter(covenant=found.covenant)
    versions = versions.select_related("covenant__emulation_year__bloc")
    version = get_object_or_404(versions, number=int(number) if number.isdecimal() else 0)
    return workflow.sign_covenant(
        version,
        seat=seat,
        seen=request.POST.get("seen", ""),
        reservations=form.reservations,
        by=request.user,
        at=timezone.now(),
    )
