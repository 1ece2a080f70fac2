"""Forms of people: a new account with its first post, the reason to shut one, the filter."""

from django import forms
from django.db import transaction
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from accounts import people
from accounts.forms import PersonForm
from accounts.models import User
from vietnamese.forms import CharField
from vietnamese.text import search_key

from ..models import Organisation, Post
from ..workflow import give_post
from .organisations import organisations_named
from .posts import PostForm


class NewPersonForm(PostForm, PersonForm):
    """An account together with its first post: an account without any opens nothing."""

    account_fields = PersonForm.Meta.fields
    field_order = [*account_fields, *PostForm.post_fields]

    @transaction.atomic
    def save(self, *, by):
        post = self.cleaned_data
        account = {name: post.pop(name) for name in self.account_fields}
        person = people.create_person(by=by, **account)
        give_post(person, by=by, **post)
        return person

    def account_part(self):
        return [self[name] for name in self.account_fields]

    def post_part(self):
        return [self[name] for name in self.post_fields]


class AccountReasonForm(forms.Form):
    why = CharField(
        label=_("Reason"),
        max_length=300,
        help_text=_("It is kept with the change, for example: nghỉ hưu, chuyển công tác."),
    )


class PersonFilter(forms.Form):
    name = CharField(label=_("Name"), required=False)
    organisation = CharField(label=_("Organisation"), required=False)
    state = forms.ChoiceField(
        label=_("State"),
        required=False,
        choices=[("", _("All")), ("open", _("account open")), ("shut", _("account closed"))],
    )

    def narrow(self, persons):
        """Keep what fits every filled field."""
        if not self.is_valid():
            return persons.none()
        data = self.cleaned_data
        if data["name"]:
            persons = persons.filter(pk__in=_named(data["name"]))
        if data["organisation"]:
            found = organisations_named(Organisation.objects.all(), data["organisation"])
            held = Post.objects.filter(organisation__in=found)
            persons = persons.filter(pk__in=held.values("user"))
        if data["state"]:
            persons = persons.filter(is_active=data["state"] == "open")
        return persons


def _named(text):
    key = search_key(text)
    called = Q(search_key__contains=key) if key else Q(pk=None)
    return User.objects.filter(called | Q(username__contains=text.strip().lower())).values("pk")
