"""People and their posts: kept by administrators, and by staff for the people of their province."""

from functools import partial

from django.conf import settings
from django.contrib import messages
from django.db.models import Prefetch
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache

from accounts import links
from accounts.forms import PersonForm
from accounts.people import reactivate, update_person
from accounts.permissions import require
from accounts.refusal import Refused, carried_out
from files.exporting import answer, page_of

from ..forms.people import AccountReasonForm, NewPersonForm, PersonFilter
from ..forms.posts import PostEndForm, PostForm
from ..models import Post, PostKind
from ..people import people_kept_by, posts_kept_by, shut_account
from ..permissions import can_keep_records
from ..record_tables import person_table
from ..workflow import end_post, give_post

PAGE = 50


def person_list(request):
    require(can_keep_records, request.user, None)
    today = timezone.localdate()
    held = Post.objects.in_force_on(today).select_related("organisation", "province")
    persons = people_kept_by(request.user).prefetch_related(Prefetch("posts", held))
    narrowing = PersonFilter(request.GET)
    page = page_of(request, narrowing.narrow(persons), PAGE)
    context = {"filter": narrowing, "page": page}
    return answer(request, "blocs/person_list.html", context, person_table)


def person_create(request):
    require(can_keep_records, request.user, None)
    chosen = {"kind": PostKind.REPRESENTATIVE, "organisation": request.GET.get("organisation")}
    initial = chosen if chosen["organisation"] else {}
    form = NewPersonForm(request.POST or None, user=request.user, initial=initial)
    if form.is_valid():
        person = form.save(by=request.user)
        messages.success(request, _("The account has been made; it has no password yet."))
        return redirect("blocs:person_detail", pk=person.pk)
    return render(request, "blocs/person_create.html", {"form": form})


def person_detail(request, pk):
    person = _kept(request, pk)
    today = timezone.localdate()
    posts = list(person.posts.select_related("organisation__province", "province"))
    ended = [post for post in posts if post.period.upper and post.period.upper <= today]
    context = {
        "person": person,
        "present": [post for post in posts if post.is_in_force_on(today)],
        "coming": [post for post in posts if post.period.lower > today],
        "ended": ended,
        "is_oneself": person.pk == request.user.pk,
        "may_get_link": _may_get_link(person),
    }
    return render(request, "blocs/person_detail.html", context)


def person_edit(request, pk):
    person = _kept(request, pk)
    stored = person.full_name
    form = PersonForm(request.POST or None, instance=person)
    if form.is_valid():
        update_person(person, by=request.user, **form.cleaned_data)
        messages.success(request, _("The account has been saved."))
        return redirect("blocs:person_detail", pk=pk)
    return render(request, "blocs/person_edit.html", {"form": form, "pk": pk, "stored": stored})


def person_deactivate(request, pk):
    sentences = [
        _("The person cannot sign in any more, and what is open on other computers ends."),
        _("Posts and everything the person did stay on record. The account can be opened again."),
    ]
    told = {"sentences": sentences, "title": _("Close the account"), "harmless": False}
    return _for_a_reason(request, pk, shut_account, told)


def person_reactivate(request, pk):
    sentences = [_("The person can sign in again, with the password the account had.")]
    told = {"sentences": sentences, "title": _("Open the account again"), "harmless": True}
    return _for_a_reason(request, pk, reactivate, told)


@never_cache
def person_password_link(request, pk):
    """Show a new link once, in the answer to the POST that made it."""
    person = _kept(request, pk)
    link = ""
    if request.method == "POST" and _may_get_link(person):
        try:
            path = links.make_link(person, by=request.user, at=timezone.now())
            link = request.build_absolute_uri(path)
        except Refused as refusal:
            messages.error(request, str(refusal))
    context = {
        "person": person,
        "link": link,
        "may_get_link": _may_get_link(person),
        "made": links.made_before(person),
        "hours": links.HOURS,
    }
    return render(request, "blocs/person_password_link.html", context)


def post_create(request, pk):
    person = _kept(request, pk)
    form = PostForm(request.POST or None, user=request.user)
    if carried_out(form, partial(give_post, person, by=request.user)):
        messages.success(request, _("The post has been given."))
        return redirect("blocs:person_detail", pk=pk)
    return render(request, "blocs/post_create.html", {"form": form, "person": person})


def post_end(request, pk):
    posts = posts_kept_by(request.user).select_related("user", "organisation", "province")
    post = get_object_or_404(posts, pk=pk)
    form = PostEndForm(request.POST or None)
    if carried_out(form, partial(end_post, post, by=request.user)):
        messages.success(request, _("The post has been ended."))
        return redirect(_after_ending(request.user, post))
    context = {
        "form": form,
        "post": post,
        "title": _("End the post"),
        "sentences": [_("The rights of the post are gone from the day after its last day.")],
        "submit": _("End the post"),
        "cancel_url": _after_ending(request.user, post),
    }
    return render(request, "blocs/post_end.html", context)


def _for_a_reason(request, pk, verb, told):
    person = _kept(request, pk)
    form = AccountReasonForm(request.POST or None)
    if carried_out(form, partial(verb, person, by=request.user)):
        messages.success(request, _("The account has been saved."))
        return redirect("blocs:person_detail", pk=pk)
    back = reverse("blocs:person_detail", args=[pk])
    context = {"form": form, "person": person, "cancel_url": back, "submit": told["title"], **told}
    return render(request, "blocs/person_confirm.html", context)


def _kept(request, pk):
    """Nobody but who keeps an account sees its page, so that one question answers both."""
    return get_object_or_404(people_kept_by(request.user), pk=pk)


def _may_get_link(person):
    """Where mail is sent, whoever has an address asks for a link at the sign-in."""
    return not (settings.HAS_MAIL and person.email)


def _after_ending(user, post):
    """Back to the person, or to the organisation for those who keep only this post."""
    if people_kept_by(user).filter(pk=post.user_id).exists():
        return reverse("blocs:person_detail", args=[post.user_id])
    if post.organisation_id:
        return reverse("blocs:organisation_detail", args=[post.organisation_id])
    return reverse("blocs:person_list")
