"""Forms of posts. Whoever fills them in gives only the posts that they keep."""

from django import forms
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from vietnamese.dates import last_day
from vietnamese.forms import CharField, DateField

from ..models import Organisation, Post, PostKind, Province
from ..permissions import is_administrator
from .organisations import provinces_kept_by
from .periods import PeriodMixin, after
from .provinces import ProvinceChoice

STAFF_GIVE = {PostKind.REPRESENTATIVE, PostKind.OBSERVER}
OF_A_PROVINCE = {PostKind.STAFF, PostKind.OBSERVER}


class OrganisationOfProvince(forms.ModelChoiceField):
    """One name may be borne in five provinces: the choice says in which."""

    def label_from_instance(self, organisation):
        if organisation.province is None:
            return organisation.name
        return f"{organisation.name} – {organisation.province.full_name}"


class PostForm(PeriodMixin, forms.Form):
    """A post as `user` may give it; a valid form holds what `give_post` takes."""

    kind = forms.ChoiceField(label=_("Post"))
    organisation = OrganisationOfProvince(
        label=_("Organisation"),
        required=False,
        queryset=Organisation.objects.none(),
        help_text=_("For a representative only."),
    )
    province = ProvinceChoice(
        label=_("Province"),
        required=False,
        queryset=Province.objects.none(),
        help_text=_("For staff and observers only."),
    )
    position = CharField(
        label=_("Position"),
        max_length=300,
        required=False,
        help_text=_("As in papers, for example Phó Chủ tịch Thường trực."),
    )
    may_sign = forms.BooleanField(
        label=_("Signs and votes for the organisation"),
        required=False,
        help_text=Post._meta.get_field("may_sign").help_text,
    )
    post_fields = ["kind", "organisation", "province", "position", "may_sign", "from_on", "last_on"]
    field_order = post_fields

    def __init__(self, *args, user, **kwargs):
        super().__init__(*args, **kwargs)
        today = timezone.localdate()
        of_anything = is_administrator(user)
        self.fields["kind"].choices = [("", "---------")] + [
            choice for choice in PostKind.choices if of_anything or choice[0] in STAFF_GIVE
        ]
        provinces = provinces_kept_by(user)
        self.fields["province"].queryset = provinces
        organisations = Organisation.objects.select_related("province")
        if not of_anything:
            organisations = organisations.filter(province__in=provinces)
        lasting = Q(validity=None) | Q(validity__upper_inf=True) | Q(validity__endswith__gt=today)
        self.fields["organisation"].queryset = organisations.filter(lasting)
        self.fields["from_on"].initial = today

    def clean(self):
        data = super().clean()
        kind = data.get("kind")
        if kind:
            self._wants("organisation", kind == PostKind.REPRESENTATIVE)
            self._wants("province", kind in OF_A_PROVINCE)
            if data.get("may_sign") and kind != PostKind.REPRESENTATIVE:
                self.add_error("may_sign", _("Only a representative of an organisation signs."))
        if period := data.pop("period", None):
            del data["last_on"]
            data["until"] = period.upper
        return data

    def _wants(self, name, is_wanted):
        given = self.cleaned_data.get(name)
        if is_wanted and not given and name not in self.errors:
            self.add_error(name, _("Choose what the post is for."))
        elif given and not is_wanted:
            self.add_error(name, _("Leave this empty: the post is not for it."))


class PostEndForm(forms.Form):
    """The last day of a post; a valid form holds what `end_post` takes."""

    last_on = DateField(
        label=_("Last day of the post"),
        help_text=_("The last day is included: from the day after, the rights are gone."),
    )
    why = CharField(label=_("Reason"), max_length=300, required=False)

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["last_on"].initial = last_day(timezone.localdate())

    def clean(self):
        data = super().clean()
        data["until"] = after(data.pop("last_on", None))
        return data
