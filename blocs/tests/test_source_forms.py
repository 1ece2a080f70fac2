"""Where a record comes from is entered in its form; a source is added by keepers of records."""

import pytest
from django.contrib.messages import get_messages
from django.urls import reverse

from blocs.models import Source, Term
from blocs.workflow import change_term

from .who_may import answers, expected

URL = reverse("blocs:source_create")
KEEPERS = {"administrator", "staff", "foreign_staff"}
ORIGIN = {"inferred": "Suy ra từ tên khối"}
EVIL = "<script>alert(1)</script>{{ 7 }}"


@pytest.fixture
def source(cast):
    return Source.objects.create(title="Tổng kết công tác thi đua")


def place(name, cast, **more):
    year = [cast.bloc.slug, cast.year.year]
    return {
        "organisation": lambda: reverse(
            "blocs:organisation_edit", args=[cast.organisations.farmers.pk]
        ),
        "province": lambda: reverse("blocs:province_edit", args=[cast.province.pk]),
        "bloc": lambda: reverse("blocs:bloc_edit", args=[cast.bloc.slug]),
        "year": lambda: reverse("blocs:year_edit", args=year),
        "seat": lambda: reverse("blocs:seat_add", args=year),
        "term": lambda: reverse("blocs:term_edit", args=[cast.chair_term.pk]),
        "appointment": lambda: reverse("blocs:term_appoint", args=[cast.bloc.slug]),
        "past_term": lambda: reverse("blocs:term_record_past", args=[cast.bloc.slug]),
    }[name]()


RECORDS = {
    "organisation": (lambda cast: cast.organisations.farmers, {}),
    "province": (lambda cast: cast.province, {}),
    "bloc": (lambda cast: cast.bloc, {}),
    "year": (lambda cast: cast.year, {}),
    "term": (lambda cast: cast.chair_term, {"why": "Bổ sung nguồn"}),
    "seat": (
        lambda cast: cast.year.seats.order_by("position").last(),
        {"organisation": lambda cast: cast.organisations.women.pk},
    ),
    "appointment": (
        lambda cast: Term.objects.latest("pk"),
        {"role": "deputy", "seat": lambda cast: cast.seats["front"].pk},
    ),
    "past_term": (
        lambda cast: Term.objects.latest("pk"),
        {"role": "chair", "seat": lambda cast: cast.seats["front"].pk},
    ),
}


def filled(page, more, cast):
    """What a browser sends of the form as it stands, and what was typed into it."""
    form = page.context["form"]
    data = {each.html_name: each.field.widget.format_value(each.value()) for each in form}
    data |= {key: each(cast) if callable(each) else each for key, each in more.items()}
    return {key: value for key, value in data.items() if value is not None}


@pytest.mark.parametrize("name", RECORDS)
def test_source_and_what_was_inferred_are_edited_at_the_end_of_the_form(client, cast, source, name):
    client.force_login(cast.administrator)
    find, more = RECORDS[name]
    url = place(name, cast)
    page = client.get(url)
    assert [field.name for field in page.context["form"]][-2:] == ["source", "inferred"]
    assert f'href="{URL}?next={url}"' in page.content.decode()

    sent = filled(page, {**more, **ORIGIN, "source": source.pk}, cast)
    assert client.post(url, sent).status_code == 302

    record = find(cast)
    record.refresh_from_db()
    assert (record.source, record.inferred) == (source, ORIGIN["inferred"])


@pytest.mark.parametrize("name", ["organisation", "province", "bloc", "year", "term"])
def test_what_is_stored_stands_in_the_form_and_can_be_emptied(client, cast, source, name):
    client.force_login(cast.administrator)
    find, more = RECORDS[name]
    find(cast).__class__.objects.filter(pk=find(cast).pk).update(source=source, **ORIGIN)
    url = place(name, cast)
    page = client.get(url)
    kept = filled(page, more, cast)
    assert (kept["source"], kept["inferred"]) == ([str(source.pk)], ORIGIN["inferred"])

    client.post(url, {**kept, "source": "", "inferred": ""})

    record = find(cast)
    record.refresh_from_db()
    assert (record.source, record.inferred) == (None, "")


def test_correcting_a_term_alone_leaves_its_origin(cast, source):
    Term.objects.filter(pk=cast.chair_term.pk).update(source=source, **ORIGIN)
    period = cast.chair_term.period
    term = change_term(
        cast.chair_term, from_on=period.lower, until=period.upper, selection="agreed", note="",
        by=cast.staff, why="Sai",
    )  # fmt: skip

    assert (term.selection, term.source, term.inferred) == ("agreed", source, ORIGIN["inferred"])


@pytest.mark.parametrize("method", ["get", "post"])
def test_who_may_add_a_source(client, cast, method):
    answer = expected(may=KEEPERS, blind=set())
    assert answers(client, cast.people, URL, method) == answer


def test_a_source_is_added_and_one_is_back_at_the_form(client, cast):
    client.force_login(cast.staff)
    back = reverse("blocs:bloc_edit", args=[cast.bloc.slug])
    typed = {"title": "Bài viết", "publisher": "Báo", "author": "A", "published_on": "05/06/2024"}
    answer = client.post(f"{URL}?next={back}", typed)

    source = Source.objects.get(title="Bài viết")
    assert answer.url == back
    assert (source.publisher, source.author, str(source.published_on)) == ("Báo", "A", "2024-06-05")
    assert "Bài viết" in str(next(iter(get_messages(answer.wsgi_request))))
    assert source in client.get(back).context["form"].fields["source"].queryset


def test_the_same_source_is_not_added_twice(client, cast, source):
    client.force_login(cast.staff)
    form = client.post(URL, {"title": source.title}).context["form"]

    assert len(form.non_field_errors()) == 1
    assert Source.objects.filter(title=source.title).count() == 1


@pytest.mark.parametrize("away", ["https://evil.example/", "//evil.example/", "javascript:1", "x"])
def test_nobody_is_led_away(client, cast, away):
    client.force_login(cast.staff)
    page = client.get(URL, {"next": away})
    answer = client.post(f"{URL}?next={away}", {"title": "Bài viết"})

    assert page.context["cancel_url"] == answer.url == reverse("blocs:bloc_list")


def test_hostile_titles_show_as_text(client, cast):
    Source.objects.create(title=EVIL)
    client.force_login(cast.staff)
    text = client.get(place("organisation", cast)).content.decode()

    assert "<script>alert" not in text
    assert "&lt;script&gt;alert" in text
