"""What the province's pages share: a form that does one thing, a question before a step, a scan."""

from functools import partial

from django.contrib import messages
from django.http import Http404
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from accounts.refusal import Refused, carried_out
from files.serving import serve

from ...forms.council import ScanForm, WhyForm


def site_of(request):
    return f"{request.scheme}://{request.get_host()}"


def posted(request):
    """What was sent, with files; None before anything was."""
    if request.method != "POST":
        return None, None
    return request.POST or None, request.FILES or None


def page_of(found, *, name, label, province, year):
    """The context of a page below something of a province: `name` is that of its own address."""
    return {
        "province": province,
        "year": year,
        "of": found,
        "of_url": reverse(f"awards:{name}", args=[found.pk]),
        "of_label": label,
    }


def form_page(request, page, form, verb, *, said, back=None, template="awards/council_form.html"):
    """Carry out what the form holds and go back, or show it: `page` is its context.

    `back` is an address, or what makes one of the verb's answer; else that of `page_of`.
    """
    back = back or page["of_url"]
    verb = partial(verb, by=request.user, at=timezone.now())
    if (done := carried_out(form, verb)) is not None:
        messages.success(request, said)
        return redirect(back(done) if callable(back) else back)
    cancel = page.pop("cancel_url", None) or back
    return render(request, template, {"form": form, "cancel_url": cancel, **page})


def reason_page(request, page, verb, *, said, form=None):
    """A step out of the ordinary, asked for with what it does, and with its reason."""
    form = form or WhyForm(posted(request)[0])
    return form_page(request, page, form, verb, said=said, template="awards/council_confirm.html")


def confirm_page(request, page, verb, *, said):
    """The same for a step that asks nothing but whether to take it."""
    back = page["of_url"]
    if request.method == "POST":
        try:
            verb(by=request.user, at=timezone.now())
            messages.success(request, said)
        except Refused as refusal:
            messages.error(request, str(refusal))
        return redirect(back)
    context = {"cancel_url": back, "harmless": True, **page}
    return render(request, "awards/council_confirm.html", context)


def scan_page(request, page, verb, *, title):
    """File the signed paper of something as a scan."""
    page = {**page, "title": title, "submit": _("File it")}
    return form_page(request, page, ScanForm(*posted(request)), verb, said=_("The scan is filed."))


def file_of(found):
    """Answer with the file of something that was found; 404 where none is filed."""
    if found.file is None:
        raise Http404
    return serve(found.file)
