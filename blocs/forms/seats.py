"""Forms of seats: who joins and who leaves."""

from django import forms
from django.utils.translation import gettext_lazy as _

from vietnamese.forms import CharField, DateField

from ..models import Organisation
from .sources import SourcedMixin


class SeatForm(SourcedMixin, forms.Form):
    """An organisation that takes a seat in a year; those of the bloc's province come first."""

    organisation = forms.ModelChoiceField(
        Organisation.objects.none(),
        label=_("Organisation"),
        help_text=_("Missing here? Add it on the page of organisations first."),
    )
    joined_on = DateField(
        label=_("Joined on"),
        required=False,
        help_text=_("Only for a member that joined in the middle of the year."),
    )
    reason = CharField(
        label=_("Reason"),
        required=False,
        max_length=300,
        help_text=_("Needed for a member that joined in the middle of the year."),
    )

    def __init__(self, *args, user, year, today, **kwargs):
        super().__init__(*args, **kwargs)
        field = self.fields["organisation"]
        seated = year.seats.values("organisation")
        field.queryset = Organisation.objects.visible_to(user).exclude(pk__in=seated)
        field.choices = [("", _("Choose an organisation")), *self._groups(field, year, today)]

    def _groups(self, field, year, today):
        near, far = [], []
        for each in field.queryset.select_related("province"):
            ended = each.validity and today not in _Days(each.validity)
            if each.province_id == year.bloc.province_id and not ended:
                near.append((each.pk, each.name))
            else:
                place = f" ({each.province})" if each.province else ""
                far.append((each.pk, f"{each.name}{place}"))
        groups = [(_("In the bloc's province, in force today"), near), (_("Others"), far)]
        return [group for group in groups if group[1]]

    def clean(self):
        data = super().clean()
        if data.get("joined_on") and not data.get("reason"):
            self.add_error("reason", _("Say why the member joined in the middle of the year."))
        return data


class _Days:
    """Whether a day lies in a stored period [lower, upper)."""

    def __init__(self, period):
        self.period = period

    def __contains__(self, day):
        lower, upper = self.period.lower, self.period.upper
        return (lower is None or lower <= day) and (upper is None or day < upper)


class LeaveForm(forms.Form):
    left_on = DateField(
        label=_("Left on"), help_text=_("The first day on which it is no longer a member.")
    )
    reason = CharField(label=_("Reason"), max_length=300)


class RemoveForm(forms.Form):
    why = CharField(label=_("Reason"), max_length=300, required=False)


class MoveForm(forms.Form):
    """The place in the protocol order that a member is moved to, counted from one."""

    position = forms.IntegerField(min_value=1, max_value=1000)
