"""Decimals read and written: nothing is guessed, nothing is rounded."""

from decimal import Decimal

import pytest
from django import forms
from django.utils import translation

from vietnamese.forms import DecimalField
from vietnamese.numbers import UnreadableNumber, read_decimal, show_decimal, write_decimal


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("9,5", "9.5"),
        ("9.5", "9.5"),
        (" 12 ", "12"),
        ("0", "0"),
        ("007", "7"),
        ("947,50", "947.50"),
        ("947.5", "947.5"),
        ("9,500", None),
        ("1234", "1234"),
        ("1234,5", "1234.5"),
        ("1.234,5", "1234.5"),
        ("1,234.5", "1234.5"),
        ("1.234.567", "1234567"),
        ("1.234.567,50", "1234567.50"),
        ("0,500", "0.5"),
        ("1234,500", "1234.5"),
        ("-2,25", "-2.25"),
        ("−5", "-5"),
        ("12345678,25", "12345678.25"),
    ],
)
def test_a_number_is_read_as_it_is_meant_or_not_at_all(text, number):
    if number is None:
        with pytest.raises(UnreadableNumber):
            read_decimal(text)
    else:
        assert read_decimal(text) == Decimal(number)


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("1.234", "ambiguous"),
        ("1,234", "ambiguous"),
        ("-12.500", "ambiguous"),
        ("0,125", "too_many_decimals"),
        ("1,0001", "too_many_decimals"),
        ("1.234,567", "too_many_decimals"),
        ("2.675", "ambiguous"),
        ("", "invalid"),
        ("   ", "invalid"),
        (",5", "invalid"),
        ("5,", "invalid"),
        ("1 234", "invalid"),
        ("1.23.4", "invalid"),
        ("1.2345.678", "invalid"),
        ("1.234,567.8", "invalid"),
        ("--5", "invalid"),
        ("+5", "invalid"),
        ("9,5 điểm", "invalid"),
        ("mười", "invalid"),
        ("1e5", "invalid"),
        ("NaN", "invalid"),
        ("٣", "invalid"),
    ],
)
def test_what_cannot_be_read_is_refused_with_its_cause(text, code):
    with pytest.raises(UnreadableNumber) as refusal:
        read_decimal(text)

    assert refusal.value.code == code


def test_the_number_of_decimals_is_the_callers():
    assert read_decimal("0,125", places=3) == Decimal("0.125")
    with pytest.raises(UnreadableNumber, match="0,5"):
        read_decimal("0,5", places=0)


@pytest.mark.parametrize(
    ("number", "options", "text"),
    [
        ("1234567.5", {}, "1.234.567,5"),
        ("600.00", {}, "600"),
        ("1000.00", {}, "1.000"),
        ("0.25", {}, "0,25"),
        ("0", {}, "0"),
        ("-10.50", {}, "-10,5"),
        ("947.5", {"places": 2}, "947,50"),
        ("1E+3", {"places": 2}, "1.000,00"),
        ("1E+3", {}, "1.000"),
        ("1000.50", {"grouped": False}, "1000,5"),
    ],
)
def test_a_number_is_written_as_papers_print_it(number, options, text):
    assert write_decimal(Decimal(number), **options) == text


def test_a_number_is_never_rounded_while_it_is_written():
    with pytest.raises(ValueError, match="more than 2 decimals"):
        write_decimal(Decimal("2.675"), places=2)


@pytest.mark.parametrize("number", ["0.01", "9.5", "12", "999.99", "1000", "1234.5", "99999.99"])
def test_what_a_field_shows_is_read_as_the_same_number(number):
    number = Decimal(number)

    assert read_decimal(write_decimal(number, grouped=False)) == number


@pytest.mark.parametrize(("language", "text"), [("vi", "1.234,5"), ("en", "1,234.5")])
def test_the_screen_shows_a_number_in_its_language(language, text):
    with translation.override(language):
        assert show_decimal(Decimal("1234.50")) == text


class PointsForm(forms.Form):
    points = DecimalField(min_value=Decimal("0.01"), max_value=Decimal("99999.99"))


@pytest.mark.parametrize("language", ["vi", "en"])
@pytest.mark.parametrize("text", ["9,5", "9.5", "9,50"])
def test_a_field_reads_comma_and_point_alike(language, text):
    with translation.override(language):
        form = PointsForm({"points": text})

        assert form.is_valid(), form.errors
        assert form.cleaned_data == {"points": Decimal("9.5")}


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("", "required"),
        ("  ", "required"),
        ("2,675", "ambiguous"),
        ("0,125", "too_many_decimals"),
        ("mười", "invalid"),
        ("0", "min_value"),
        ("-1", "min_value"),
        ("100000", "max_value"),
    ],
)
def test_a_field_says_what_is_wrong(text, code):
    form = PointsForm({"points": text})

    assert [error.code for error in form.errors.as_data()["points"]] == [code]


def test_a_field_may_be_empty_where_it_is_allowed():
    assert DecimalField(required=False).clean(" ") is None


def test_a_field_shows_a_stored_number_as_it_reads_it_and_a_wrong_one_as_typed():
    stored = PointsForm(initial={"points": Decimal("1000.50")})
    wrong = PointsForm({"points": "1.234"})

    assert 'value="1000,5"' in str(stored["points"])
    assert 'type="text"' in str(stored["points"])
    assert 'value="1.234"' in str(wrong["points"])


def test_the_same_number_written_otherwise_has_not_changed():
    assert not DecimalField().has_changed(Decimal("9.50"), "9,5")
    assert DecimalField().has_changed(Decimal("9.50"), "9,25")
