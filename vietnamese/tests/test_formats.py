"""Days and numbers as the two languages of the pages read and show them."""

import datetime as dt
from decimal import Decimal

import pytest
from django import forms
from django.db import models
from django.utils import formats, translation

from vietnamese.forms import CharField, DateField

LANGUAGES = pytest.mark.parametrize("language", ["vi", "en"])
FIELDS = pytest.mark.parametrize(
    "field", [DateField(), forms.DateField(), models.DateField().formfield()]
)


@LANGUAGES
@FIELDS
@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("05/06/2026", dt.date(2026, 6, 5)),
        ("20/11/2026", dt.date(2026, 11, 20)),
        ("5/6/2026", dt.date(2026, 6, 5)),
        ("05-06-2026", dt.date(2026, 6, 5)),
        ("5.6.2026", dt.date(2026, 6, 5)),
    ],
)
def test_a_form_reads_the_day_before_the_month(language, field, text, day):
    with translation.override(language):
        assert field.clean(text) == day


@LANGUAGES
@FIELDS
def test_a_form_shows_a_stored_day_as_it_reads_it(language, field):
    class DayForm(forms.Form):
        held_on = field

    with translation.override(language):
        form = DayForm(initial={"held_on": dt.date(2026, 6, 5)})
        assert 'value="05/06/2026"' in str(form["held_on"])
        assert 'type="text"' in str(form["held_on"])


@LANGUAGES
@pytest.mark.parametrize("text", ["11/20/2026", "2026-11-20", "20/11/26", "mai", "31/02/2026"])
def test_what_is_no_day_is_refused_with_an_example(language, text):
    with translation.override(language), pytest.raises(forms.ValidationError, match="05/06/2026"):
        DateField().clean(text)


def test_an_empty_day_is_none_where_it_may_be_and_an_error_where_not():
    assert DateField(required=False).clean("  ") is None
    with pytest.raises(forms.ValidationError) as refusal:
        DateField().clean("")
    assert [error.code for error in refusal.value.error_list] == ["required"]


def test_a_day_written_otherwise_has_not_changed():
    assert not DateField().has_changed(dt.date(2026, 6, 5), "5/6/2026")
    assert DateField().has_changed(dt.date(2026, 6, 5), "6/5/2026")


@pytest.mark.parametrize(
    ("language", "number", "shown"),
    [
        ("vi", Decimal("1234567.5"), "1.234.567,5"),
        ("vi", Decimal("947.50"), "947,50"),
        ("en", Decimal("1234567.5"), "1,234,567.5"),
    ],
)
def test_numbers_are_shown_as_the_language_writes_them(language, number, shown):
    with translation.override(language):
        assert formats.number_format(number) == shown


@LANGUAGES
def test_days_and_moments_are_shown_day_first(language):
    at = dt.datetime(2026, 6, 5, 16, 42)  # noqa: DTZ001 -- the formats know nothing of zones
    with translation.override(language):
        assert formats.date_format(at.date()) == "05/06/2026"
        assert formats.date_format(at, "DATETIME_FORMAT") == "16:42 05/06/2026"


def test_a_plain_form_composes_text_before_it_counts():
    class NoteForm(forms.Form):
        note = CharField(max_length=2)
        more = CharField(required=False, empty_value=None)

    form = NoteForm({"note": "e\u0302\u0323e\u0302\u0323"})

    assert form.is_valid(), form.errors
    assert form.cleaned_data == {"note": "ệệ", "more": None}
