"""What the province's pages share: a form that does one thing, and a question before a step."""

from functools import partial

from django.contrib import messages
from django.shortcuts import redirect, render
from django.utils import timezone

from accounts.refusal import Refused, carried_out


def site_of(request):
    return f"{request.scheme}://{request.get_host()}"


def posted(request):
    """What was sent, with files; None before anything was."""
    if request.method != "POST":
        return None, None
    return request.POST or None, request.FILES or None


def form_page(request, page, form, verb, *, said, back, template="awards/council_form.html"):
    """Carry out what the form holds and go back, or show it: `page` is its context.

    `back` is an address, or what makes one of the verb's answer.
    """
    verb = partial(verb, by=request.user, at=timezone.now())
    if (done := carried_out(form, verb)) is not None:
        messages.success(request, said)
        return redirect(back(done) if callable(back) else back)
    cancel = page.pop("cancel_url", None) or back
    return render(request, template, {"form": form, "cancel_url": cancel, **page})


def confirm_page(request, page, verb, *, said, back):
    """The same for a step that asks nothing but whether to take it."""
    if request.method == "POST":
        try:
            verb(by=request.user, at=timezone.now())
            messages.success(request, said)
        except Refused as refusal:
            messages.error(request, str(refusal))
        return redirect(back)
    context = {"cancel_url": back, "harmless": True, **page}
    return render(request, "awards/council_confirm.html", context)
