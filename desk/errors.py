"""The pages that say what went wrong and what to do next."""

import math

from axes.helpers import get_cool_off
from django.http import HttpResponse
from django.shortcuts import render
from django.template.loader import render_to_string
from django.templatetags.static import static

from files.serving import FileIsGone

STYLESHEETS = ["bootstrap/css/bootstrap.min.css", "css/site.css", "css/parts.css"]


def bad_request(request, exception):
    """400: the request cannot be read."""
    return render(request, "errors/bad_request.html", status=400)


def forbidden(request, exception):
    """403: the page may be seen, this may not be done."""
    return render(request, "errors/forbidden.html", status=403)


def not_found(request, exception):
    """404: nothing there, or nothing that this person may see; the page does not tell which."""
    reason = str(exception) if isinstance(exception, FileIsGone) else ""
    return render(request, "errors/not_found.html", {"reason": reason}, status=404)


def csrf_failure(request, reason=""):
    """403: the form came without its token; `reason` is for the log, Django writes it there."""
    return render(request, "errors/csrf_failure.html", status=403)


def too_many_requests(request, response=None, credentials=None, *args, **kwargs):
    """429: too many failed sign-ins (AXES_LOCKOUT_CALLABLE), with the time to wait if known."""
    wait = get_cool_off(request)
    minutes = math.ceil(wait.total_seconds() / 60) if wait else None
    answer = render(request, "errors/too_many_requests.html", {"minutes": minutes}, status=429)
    if minutes:
        answer["Retry-After"] = str(minutes * 60)
    return answer


def server_error(request):
    """500: our fault. Asks neither the database nor the context, since either may be what broke."""
    page = render_to_string("errors/server_error.html", {"stylesheets": _stylesheets()})
    return HttpResponse(page, status=500)


def _stylesheets():
    try:
        return [static(name) for name in STYLESHEETS]
    except (
        ValueError
    ):  # The manifest of static files is missing or old: a plain page is still a page.
        return []
