"""Days and moments as Vietnamese offices write and read them."""

import datetime as dt

import pytest
from django.template import Context, Template
from django.utils import translation
from hypothesis import given
from hypothesis import strategies as st

from vietnamese import dates

JUNE_5 = dt.date(2026, 6, 5)
EVENING = dt.datetime(2026, 11, 20, 17, 30, tzinfo=dt.timezone.utc)  # 00:30 in Vietnam


@pytest.mark.parametrize(
    "text", ["5/6/2026", "05/06/2026", "05-06-2026", "5.6.2026", " 05/6/2026 ", "5-06-2026"]
)
def test_a_day_is_read_day_first(text):
    assert dates.read_date(text) == JUNE_5


@pytest.mark.parametrize(
    "text",
    [
        "",
        "2026-06-05",
        "5/6/26",
        "5/6",
        "5/6-2026",
        "13/13/2026",
        "31/04/2026",
        "29/02/2025",
        "0/6/2026",
        "5/6/0206",
        "5/6/20266",
        "5 / 6 / 2026",
        "٥/٦/٢٠٢٦",
        "ngày 5/6/2026",
        "June 5, 2026",
    ],
)
def test_what_is_no_day_is_refused(text):
    with pytest.raises(ValueError, match=r".+"):
        dates.read_date(text)


@given(st.dates(dt.date(1900, 1, 1), dt.date(2199, 12, 31)))
def test_every_day_is_read_back_as_it_was_written(day):
    assert dates.read_date(dates.short_date(day)) == day
    assert dates.read_date(dates.clerical_date(day)) == day


@given(st.text())
def test_reading_gives_a_day_or_a_value_error(text):
    try:
        day = dates.read_date(text)
    except ValueError:
        return
    assert isinstance(day, dt.date)


@pytest.mark.parametrize(
    ("day", "words", "clerical"),
    [
        (JUNE_5, "ngày 05 tháng 6 năm 2026", "05/6/2026"),
        (dt.date(2020, 7, 1), "ngày 01 tháng 7 năm 2020", "01/7/2020"),
        (dt.date(2018, 1, 4), "ngày 04 tháng 01 năm 2018", "04/01/2018"),
        (dt.date(2026, 2, 10), "ngày 10 tháng 02 năm 2026", "10/02/2026"),
        (dt.date(2016, 12, 14), "ngày 14 tháng 12 năm 2016", "14/12/2016"),
    ],
)
def test_papers_put_a_zero_before_small_days_and_the_first_two_months(day, words, clerical):
    assert dates.date_in_words(day) == words
    assert dates.clerical_date(day) == clerical


def test_the_day_of_a_moment_is_the_day_in_vietnam():
    assert dates.local_day(EVENING) == dt.date(2026, 11, 21)
    assert dates.local_day(EVENING - dt.timedelta(minutes=30, seconds=1)) == dt.date(2026, 11, 20)
    assert dates.short_time(EVENING) == "00:30"


@pytest.mark.parametrize("read", [dates.local_day, dates.short_time])
def test_a_moment_without_time_zone_is_refused(read):
    with pytest.raises(ValueError, match="without time zone"):
        read(EVENING.replace(tzinfo=None))


@pytest.mark.parametrize(
    ("source", "value", "shown"),
    [
        ("{{ value|day }}", JUNE_5, "05/06/2026"),
        ("{{ value|day }}", EVENING, "21/11/2026"),
        ("{{ value|day }}", None, ""),
        ("{{ value|moment }}", EVENING, "00:30 ngày 21/11/2026"),
        ("{{ value|moment }}", None, ""),
        ("{{ value|until_day }}", dt.date(2026, 7, 1), "30/06/2026"),
        ("{{ value|until_day }}", dt.date(2026, 1, 1), "31/12/2025"),
        ("{{ value|until_day }}", None, ""),
        ("{{ value }}, {{ value|plain }}", 2026, "2.026, 2026"),
        ("{{ value|plain }}", 0, "0"),
        ("{{ value|plain }}", None, ""),
        (
            "{% load i18n %}{% blocktranslate with y=value|plain %}{{ y }}.{% endblocktranslate %}",
            2026,
            "2026.",
        ),
    ],
)
def test_templates_show_days_moments_and_years(source, value, shown):
    with translation.override("vi"):
        assert Template("{% load vietnamese %}" + source).render(Context({"value": value})) == shown


def test_an_english_page_shows_the_same_day_with_english_words():
    with translation.override("en"):
        page = Template("{% load vietnamese %}{{ at|moment }}, {{ at|day }}")
        assert page.render(Context({"at": EVENING})) == "00:30 on 21/11/2026, 21/11/2026"
