"""The language of the pages: what the person chose, nothing else."""

from django.conf import settings
from django.utils import translation

from .models import Language


class ChosenLanguageMiddleware:
    """Speak the language of the account, else of the cookie, else Vietnamese.

    Never that of the browser: `Accept-Language` says what the computer's seller thought of.
    """

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        request.LANGUAGE_CODE = _chosen(request)
        with translation.override(request.LANGUAGE_CODE):
            response = self.get_response(request)
        response.headers.setdefault("Content-Language", request.LANGUAGE_CODE)
        return response


def _chosen(request):
    if request.user.is_authenticated:
        return request.user.language
    cookie = request.COOKIES.get(settings.LANGUAGE_COOKIE_NAME)
    return cookie if cookie in Language.values else settings.LANGUAGE_CODE
