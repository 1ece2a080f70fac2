"""The form that records what became of an organisation."""

from django import forms
from django.db import transaction
from django.db.backends.postgresql.psycopg_any import DateRange
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from vietnamese.forms import CharField, DateField

from ..models import Organisation, Province, ProvinceSuccession, SuccessionKind
from ..workflow import keep, succeed
from .organisations import provinces_kept_by
from .provinces import ProvinceChoice


def provinces_after(province):
    """The province and every one into which it, or its successor, went over."""
    pairs = list(ProvinceSuccession.objects.values_list("predecessor", "successor"))
    found, waiting = set(), {province.pk}
    while waiting:
        found |= waiting
        waiting = {new for old, new in pairs if old in waiting} - found
    return Province.objects.filter(pk__in=found)


class OrganisationSuccessionForm(forms.Form):
    """The successor is one already entered, or a new one under a new name.

    It is of the same province, or of one into which that went over, and one that `user` keeps.
    """

    kind = forms.ChoiceField(
        label=_("What happened"), choices=[("", "---------"), *SuccessionKind.choices]
    )
    on = DateField(
        label=_("From day"), help_text=_("The first day on which the old one no longer exists.")
    )
    successor = forms.ModelChoiceField(
        label=_("Successor, already entered"), required=False, queryset=Organisation.objects.none()
    )
    name = CharField(
        label=_("Official name of a new successor"),
        max_length=200,
        required=False,
        help_text=_("Only if it is not in the list above: it is then entered with this change."),
    )
    short_name = CharField(label=_("Short name of the new one"), max_length=80, required=False)
    province = ProvinceChoice(
        label=_("Province of the new one"),
        required=False,
        queryset=Province.objects.none(),
        empty_label=None,
    )
    document = CharField(label=_("Document"), max_length=200, required=False)
    note = CharField(label=_("Note"), required=False, widget=forms.Textarea(attrs={"rows": 3}))

    def __init__(self, *args, predecessor, user, **kwargs):
        super().__init__(*args, **kwargs)
        self.predecessor = predecessor
        near = Organisation.objects.filter(province=None)
        if predecessor.province:
            after = provinces_after(predecessor.province)
            kept = provinces_kept_by(user).filter(pk__in=after)
            near = Organisation.objects.filter(province__in=kept)
            self.fields["province"].queryset = kept
            self.fields["province"].initial = predecessor.province
        if not predecessor.province or len(kept) == 1:
            del self.fields["province"]
        known = predecessor.successions.filter(successor__isnull=False).values("successor")
        near = near.exclude(pk=predecessor.pk).exclude(pk__in=known)
        self.fields["successor"].queryset = near

    def clean(self):
        data = super().clean()
        if self.errors:
            return data
        if data["kind"] == SuccessionKind.DISSOLVED:
            self._has_no_successor(data)
        elif data["successor"] and data["name"]:
            self.add_error("name", _("Choose a successor or write a new one: not both."))
        elif data["successor"]:
            self._is_in_force(data["successor"], data["on"])
        elif data["name"]:
            self._check_new(data)
        else:
            self.add_error("successor", _("Choose the successor, or write its name below."))
        return data

    def _has_no_successor(self, data):
        for field in ("successor", "name", "short_name"):
            if data[field]:
                self.add_error(field, _("Leave this empty: what is dissolved has no successor."))

    def _is_in_force(self, successor, on):
        if not Organisation.objects.in_force_on(on).filter(pk=successor.pk).exists():
            self.add_error("successor", _("This organisation does not exist on that day."))

    def _check_new(self, data):
        old = self.predecessor
        data["successor"] = new = Organisation(
            name=data["name"],
            short_name=data["short_name"],
            kind=old.kind,
            province=data.get("province") or old.province,
            validity=DateRange(data["on"], None),
        )
        same = Organisation.objects.filter(name=new.name, province=new.province)
        if same.filter(Q(validity=None) | Q(validity__overlap=new.validity)).exists():
            message = _("An organisation of this name is entered already: choose it above.")
            self.add_error("name", message)

    @transaction.atomic
    def save(self, *, by):
        """Record it, the new successor first; raises Refused as `succeed` does."""
        data = self.cleaned_data
        if data["successor"] and not data["successor"].pk:
            keep(data["successor"], by=by, why=data["document"])
        told = {name: data[name] for name in ("kind", "on", "successor", "document", "note")}
        return succeed(self.predecessor, by=by, **told)
