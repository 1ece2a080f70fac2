"""The filter of the to-do list: one bloc of those in it."""

from django import forms
from django.utils.translation import gettext_lazy as _


class TodoFilter(forms.Form):
    """Narrow a list of `Waiting` to one bloc; what cannot be read filters nothing."""

    bloc = forms.ChoiceField(label=_("Bloc"), required=False)

    def __init__(self, *args, todo, **kwargs):
        super().__init__(*args, **kwargs)
        named = {each.work.year.bloc.slug: each.work.year.bloc.name for each in todo}
        self.fields["bloc"].choices = [("", _("All blocs")), *sorted(named.items())]
        self.is_useful = len(named) > 1

    def narrow(self, todo):
        """Return what waits in the chosen bloc, or everything."""
        slug = self.cleaned_data["bloc"] if self.is_valid() else ""
        return [each for each in todo if not slug or each.work.year.bloc.slug == slug]
