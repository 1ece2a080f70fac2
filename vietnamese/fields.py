"""Model fields for Vietnamese text: stored composed (NFC), found and sorted by stored keys."""

from django.db import models
from django.db.models import lookups

from . import forms, text


class _Composed:
    """Mixed into a text field: composed letters on every way in, stored otherwise verbatim."""

    def to_python(self, value):
        """Django's get_prep_value passes here too: saving, update() and exact lookups."""
        return _nfc(super().to_python(value))

    def pre_save(self, instance, add):
        """Set the attribute too, so that the object in memory equals the row it became."""
        value = _nfc(super().pre_save(instance, add))
        setattr(instance, self.attname, value)
        return value


class CharField(_Composed, models.CharField):
    def formfield(self, **kwargs):
        return super().formfield(**{"form_class": forms.CharField, **kwargs})


class TextField(_Composed, models.TextField):
    def formfield(self, **kwargs):
        return super().formfield(**{"form_class": forms.CharField, **kwargs})


def _nfc(value):
    return text.nfc(value) if isinstance(value, str) else value


def _composing(lookup):
    """Django hands patterns (contains, iexact, regex …) on unprepared: compose them here."""

    class Composing(lookup):
        def get_prep_lookup(self):
            return _nfc(super().get_prep_lookup())

    Composing.__name__ = lookup.__name__
    return Composing


for _lookup in (
    lookups.IExact,
    lookups.Contains,
    lookups.IContains,
    lookups.StartsWith,
    lookups.IStartsWith,
    lookups.EndsWith,
    lookups.IEndsWith,
    lookups.Regex,
    lookups.IRegex,
):
    for _field in (CharField, TextField):
        _field.register_lookup(_composing(_lookup))


class _Key(models.CharField):
    """A column computed from other attributes of the row whenever the row is saved.

    `queryset.update()` and `save(update_fields=…)` without the key leave it as it was.
    """

    def __init__(self, *args, of, **kwargs):
        self.of = (of,) if isinstance(of, str) else tuple(of)
        kwargs = {
            "max_length": 2000,
            "editable": False,
            "blank": True,
            "default": "",
            "db_collation": "C",  # the same order on every server, whatever its locale
            **kwargs,
        }
        super().__init__(*args, **kwargs)

    def deconstruct(self):
        name, path, args, kwargs = super().deconstruct()
        kwargs["of"] = self.of[0] if len(self.of) == 1 else self.of
        return name, path, args, kwargs

    def pre_save(self, instance, add):
        source = " ".join(str(getattr(instance, name) or "") for name in self.of)
        key = self.compute(source)[: self.max_length]
        setattr(instance, self.attname, key)
        return key


class SortKey(_Key):
    """`ordering = ["sort_key"]` lists names in the order of the Vietnamese alphabet."""

    compute = staticmethod(text.sort_key)


class PersonSortKey(_Key):
    """Lists people by given name, then by the rest of the name."""

    compute = staticmethod(text.person_sort_key)


class SearchKey(_Key):
    """Find with `search_key__contains=text.search_key(query)`; `of` may name several attributes."""

    compute = staticmethod(text.search_key)
