"""The scores of a province's blocs in one workbook: issued, uploaded, watched, saved."""

from functools import partial

from django.contrib import messages
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect
from django.utils import timezone
from django.views.decorators.http import require_POST

from accounts.permissions import require
from accounts.refusal import Refused, carried_out
from blocs.models import EmulationYear, Province
from blocs.permissions import can_keep_province
from files.exporting import answer
from files.serving import serve

from ..books import book_of, province_file_name, province_identity
from ..models import ProvinceUpload
from ..province_progress import SHOWN, progress_of
from ..province_sheets import open_years_of, read_sheets
from ..score_forms import BundleForm
from ..upload_tables import province_scores_tables, province_upload_tables
from ..workbook.issue import issue_many
from ..workflow import read_left_again, save_province_upload, start_province_upload
from ..working import carry_on
from .answering import workbook_answer

LAST = 20  # uploads on the page


def province_scores(request, pk, year):
    province = _kept(request, pk)
    years = open_years_of(province, year)
    form = BundleForm(request.POST or None, request.FILES or None, stands_in=bool(years))
    verb = partial(_start, province, year, by=request.user)
    if upload := carried_out(form, verb):
        carry_on(upload, at=timezone.now())
        return redirect("scoring:province_upload", pk, year, upload.pk)
    others = EmulationYear.objects.filter(bloc__province=province).values_list("year", flat=True)
    uploads = ProvinceUpload.objects.filter(province=province, year=year)
    context = {
        "province": province,
        "year": year,
        "years": years,
        "scored": [each for each in years if each.is_scored],
        "others": sorted(set(others) - {year}, reverse=True),
        "form": form,
        "uploads": uploads.with_counts().select_related("file", "by")[:LAST],
    }
    return answer(request, "scoring/province_scores.html", context, province_scores_tables)


def _start(province, year, *, bundle, by, reason=""):
    return start_province_upload(
        province, year, accepted=bundle, by=by, at=timezone.now(), reason=reason
    )


def province_workbook(request, pk, year):
    province = _kept(request, pk)
    sheets = read_sheets([each.year for each in open_years_of(province, year) if each.is_scored])
    if not sheets:
        raise Http404
    content = issue_many([book_of(s) for s in sheets], province_identity(province, year))
    return workbook_answer(content, province_file_name(province, year))


def province_upload(request, pk, year, upload_pk):
    upload = _found(request, pk, year, upload_pk)
    progress = progress_of(upload, open_years_of(upload.province, upload.year))
    if progress.is_under_way:
        carry_on(upload, at=timezone.now())
    context = {
        "province": upload.province,
        "upload": upload,
        "progress": progress,
        "shown": SHOWN,
    }
    return answer(request, "scoring/province_upload.html", context, province_upload_tables)


@require_POST
def province_upload_save(request, pk, year, upload_pk):
    return _do(request, _found(request, pk, year, upload_pk), save_province_upload)


@require_POST
def province_upload_again(request, pk, year, upload_pk):
    return _do(request, _found(request, pk, year, upload_pk), read_left_again)


def province_upload_file(request, pk, year, upload_pk):
    return serve(_found(request, pk, year, upload_pk).file)


def _do(request, upload, verb):
    try:
        verb(upload, by=request.user, at=timezone.now())
    except Refused as refusal:
        messages.error(request, str(refusal))
    else:
        carry_on(upload, at=timezone.now())
    return redirect("scoring:province_upload", upload.province_id, upload.year, upload.pk)


def _kept(request, pk):
    """The province whose records the person keeps: what they do not see 404, what not keep 403."""
    province = get_object_or_404(Province.objects.visible_to(request.user), pk=pk)
    require(can_keep_province, request.user, province)
    return province


def _found(request, pk, year, upload_pk):
    uploads = ProvinceUpload.objects.select_related("file", "by", "saving_by")
    province = _kept(request, pk)
    upload = get_object_or_404(uploads, province=province, year=year, pk=upload_pk)
    upload.province = province
    return upload
