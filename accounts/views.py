"""Sign-in, one's own account, passwords and the language of the pages."""

from django.conf import settings
from django.contrib import messages
from django.contrib.auth import update_session_auth_hash
from django.contrib.auth import views as auth_views
from django.contrib.auth.decorators import login_not_required
from django.shortcuts import redirect, render
from django.urls import reverse_lazy
from django.utils import timezone
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext as _
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_POST

from . import links, people, throttle
from .backends import may_sign_in
from .forms import (
    NewPasswordForm,
    PasswordChangeForm,
    PasswordResetForm,
    ProfileForm,
    SignInForm,
)
from .models import Language, User

sign_in = auth_views.LoginView.as_view(
    template_name="accounts/sign_in.html",
    authentication_form=SignInForm,
    redirect_authenticated_user=True,
)
sign_out = auth_views.LogoutView.as_view()  # by POST alone


def profile(request):
    # A second copy: a refused form must not change the name in the page's header.
    myself = User.objects.get(pk=request.user.pk)
    form = ProfileForm(request.POST or None, instance=myself)
    if form.is_valid():
        myself = people.update_person(request.user, by=request.user, **form.cleaned_data)
        messages.success(request, _("Your account has been saved."))
        return _with_language(redirect("accounts:profile"), myself.language)
    return render(request, "accounts/profile.html", {"form": form})


@sensitive_post_parameters()
def password_change(request):
    form = PasswordChangeForm(request.user, request.POST or None)
    if form.is_valid():
        form.save()
        update_session_auth_hash(request, form.user)  # this session stays, all others end
        messages.success(request, _("The password has been changed."))
        return redirect("accounts:profile")
    return render(request, "accounts/password_change.html", {"form": form})


@login_not_required
def password_reset(request):
    if not settings.HAS_MAIL:
        return render(request, "accounts/password_reset_by_staff.html", {"hours": links.HOURS})
    form = PasswordResetForm(request.POST or None)
    if form.is_valid():
        site = f"{request.scheme}://{request.get_host()}"
        links.mail_link(form.cleaned_data["email"], at=timezone.now(), site=site)
        return redirect("accounts:password_reset_done")
    return render(request, "accounts/password_reset.html", {"form": form})


@login_not_required
def password_reset_done(request):
    return render(request, "accounts/password_reset_done.html", {"hours": links.HOURS})


class PasswordSet(auth_views.PasswordResetConfirmView):
    """Where a one-time link leads. Django moves the token into the session, out of the address."""

    template_name = "accounts/password_set.html"
    form_class = NewPasswordForm
    success_url = reverse_lazy("accounts:sign_in")

    def get_user(self, uidb64):
        person = super().get_user(uidb64)
        return person if person and may_sign_in(person) else None

    def form_valid(self, form):
        response = super().form_valid(form)
        throttle.forgive(self.user)
        messages.success(self.request, _("The password has been set. Sign in with it now."))
        return response


password_set = PasswordSet.as_view()


@login_not_required
@require_POST
def set_language(request):
    language, back = request.POST.get("language"), request.POST.get("next", "")
    if not url_has_allowed_host_and_scheme(back, {request.get_host()}, request.is_secure()):
        back = settings.LOGIN_REDIRECT_URL
    if language not in Language.values:
        return redirect(back)
    if request.user.is_authenticated:
        people.update_person(request.user, by=request.user, language=language)
    return _with_language(redirect(back), language)


def _with_language(response, language):
    """The cookie speaks for those who have not signed in, or have signed out again."""
    response.set_cookie(
        settings.LANGUAGE_COOKIE_NAME,
        language,
        max_age=365 * 24 * 3600,
        secure=settings.LANGUAGE_COOKIE_SECURE,
        httponly=settings.LANGUAGE_COOKIE_HTTPONLY,
        samesite=settings.LANGUAGE_COOKIE_SAMESITE,
    )
    return response
