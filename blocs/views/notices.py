"""Notices and papers of the bloc: published by the chair, read by the members."""

from functools import partial

from django.contrib import messages
from django.db.models import Count
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from accounts.permissions import require
from accounts.refusal import carried_out
from files.exporting import answer, page_of
from files.serving import serve

from ..forms.notices import NoticeForm, WithdrawForm
from ..models import ChairRight
from ..page_tables import notice_table
from ..permissions import can_write_notice, capacity
from ..workflow import publish_notice, withdraw_notice
from .finding import find_notice, find_year

PAGE = 30


def notice_list(request, slug, year):
    year = find_year(request, slug, year)
    notices = year.notices.select_related("published__organisation", "withdrawn")
    notices = notices.annotate(file_count=Count("files")).order_by("-published__at", "-pk")
    context = {
        "year": year,
        "page": page_of(request, notices, PAGE),
        "may_write": _may_write(request.user, year),
    }
    return answer(request, "blocs/notice_list.html", context, notice_table)


def notice_create(request, slug, year):
    year = find_year(request, slug, year)
    require(can_write_notice, request.user, year)
    chair, stands_in = capacity(request.user, year, ChairRight.NOTICES)
    form = NoticeForm(request.POST or None, request.FILES or None, stands_in=stands_in)
    verb = partial(publish_notice, year, by=request.user, at=timezone.now())
    if notice := carried_out(form, verb):
        messages.success(request, _("The paper has been published."))
        return redirect("blocs:notice_detail", notice.pk)
    context = {"year": year, "form": form, "chair": chair, "stands_in": stands_in}
    return render(request, "blocs/notice_create.html", context)


def notice_detail(request, pk):
    notice = find_notice(request, pk)
    year = notice.emulation_year
    context = {
        "notice": notice,
        "year": year,
        "files": notice.files.select_related("file"),
        "may_withdraw": not notice.withdrawn_id and _may_write(request.user, year),
    }
    return render(request, "blocs/notice_detail.html", context)


def notice_withdraw(request, pk):
    notice = find_notice(request, pk)
    require(can_write_notice, request.user, notice.emulation_year)
    chair, stands_in = capacity(request.user, notice.emulation_year, ChairRight.NOTICES)
    form = WithdrawForm(request.POST or None, stands_in=stands_in)
    verb = partial(withdraw_notice, notice, by=request.user, at=timezone.now())
    if carried_out(form, verb):
        messages.success(request, _("The paper has been withdrawn."))
        return redirect("blocs:notice_detail", notice.pk)
    context = {"form": form, "chair": chair, "stands_in": stands_in, **_withdrawing(notice)}
    return render(request, "blocs/notice_withdraw.html", context)


def notice_file(request, pk, file_pk):
    notice = find_notice(request, pk)
    return serve(get_object_or_404(notice.files.select_related("file"), pk=file_pk).file)


def _withdrawing(notice):
    return {
        "year": notice.emulation_year,
        "title": _("Withdraw “%(title)s”?") % {"title": notice.title},
        "sentences": [
            _("The paper stays readable, marked as withdrawn, with your reason."),
            _("It cannot be put in force again: publish a new one instead."),
        ],
        "submit": _("Withdraw the paper"),
        "cancel_url": reverse("blocs:notice_detail", args=[notice.pk]),
    }


def _may_write(user, year):
    """Whether to offer it: in a closed year the verb would refuse."""
    return year.is_open and can_write_notice(user, year)
