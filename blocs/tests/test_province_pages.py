"""Provinces: read by those whose posts open them, written by administrators."""

import datetime as dt

import pytest
from django.db.backends.postgresql.psycopg_any import DateRange
from django.urls import reverse

from accounts.refusal import Refused
from blocs.models import Province, ProvinceSuccession, Source
from blocs.workflow.provinces import succeed_province
from vietnamese.text import sort_key

from . import make
from .who_may import ANYONE, OF_THE_PROVINCE, answers, expected

MERGED = dt.date(2025, 7, 1)


def url(name, province=None):
    return reverse(f"blocs:{name}", args=[province.pk] if province else [])


@pytest.mark.parametrize("method", ["get", "post"])
@pytest.mark.parametrize(
    ("name", "answer"),
    [
        ("province_list", expected(may=ANYONE)),
        ("province_create", expected(may={"administrator"})),
        ("province_detail", expected(may=OF_THE_PROVINCE, blind=ANYONE - OF_THE_PROVINCE)),
        ("province_edit", expected(may={"administrator"}, blind=ANYONE - OF_THE_PROVINCE)),
        ("province_succeed", expected(may={"administrator"}, blind=ANYONE - OF_THE_PROVINCE)),
    ],
)
def test_who_may(client, cast, name, answer, method):
    of = None if name in ("province_list", "province_create") else cast.province
    assert answers(client, cast.people, url(name, of), method) == answer


def test_each_sees_their_own_provinces_in_the_list(client, cast):
    for person, names in (
        (cast.administrator, ["An Giang", "An Giang", "Bà Rịa - Vũng Tàu"]),
        (cast.staff, ["Thái Sơn"]),
        (cast.foreign_staff, ["Bình Hải"]),
        (cast.member, ["Thái Sơn"]),
        (cast.nobody, []),
    ):
        client.force_login(person)
        page = client.get(url("province_list")).context["page"]
        assert [province.name for province in page][:3] == names


def test_the_list_is_filtered_and_counts_what_is_in_force_without_the_invented(
    client, administrator
):
    make.province("Thái Cũ", until=MERGED)
    make.province("Tỉnh Thái Hòa", is_sample=True)

    def names(state):
        page = client.get(url("province_list"), {"state": state, "name": "THAI "}).context["page"]
        return [province.name for province in page]

    assert names("present") == ["Thái Nguyên", "Thái Sơn", "Tỉnh Thái Hòa"]
    assert names("ended") == ["Thái Bình", "Thái Cũ", "Thái Nguyên"]
    assert names("") == sorted(names("present") + names("ended"), key=sort_key)
    response = client.get(url("province_list"))
    # The 34 of the country and the two of the cast.
    assert response.context["present"] == 36


@pytest.mark.parametrize("name", ["administrator", "staff"])
def test_the_list_asks_as_much_for_thirty_as_for_one(
    client, cast, name, django_assert_max_num_queries
):
    client.force_login(cast.people[name])
    counts = []
    for number in (1, 29):
        for each in range(number):
            old = make.province(f"Tỉnh cũ {number} {each}", until=MERGED)
            ProvinceSuccession.objects.create(predecessor=old, successor=cast.province, on=MERGED)
        with django_assert_max_num_queries(12) as caught:
            page = client.get(url("province_list"), {"name": "tỉnh cũ"}).context["page"]
        counts.append((len(page.object_list), len(caught)))
    assert [rows for rows, _queries in counts] == [1, 30]
    assert counts[0][1] == counts[1][1]


def test_the_page_shows_where_it_came_from_and_what_it_holds(
    client, cast, django_assert_max_num_queries
):
    old = make.province("Thái Cũ", until=MERGED)
    ProvinceSuccession.objects.create(
        predecessor=old, successor=cast.province, on=MERGED, document="Nghị quyết 202/2025/QH15"
    )
    client.force_login(cast.staff)
    with django_assert_max_num_queries(12):
        response = client.get(url("province_detail", cast.province))
    text = response.content.decode()
    assert "Nghị quyết 202/2025/QH15" in text
    assert "01/07/2025" in text
    assert f'href="{url("province_detail", old)}"' in text
    assert (response.context["blocs"], response.context["organisations"]) == (2, 6)


def test_a_successor_that_one_does_not_see_is_named_without_a_link(client, cast):
    new = make.province("Thái Mới", since=MERGED)
    ProvinceSuccession.objects.create(predecessor=cast.province, successor=new, on=MERGED)
    client.force_login(cast.staff)
    text = client.get(url("province_detail", cast.province)).content.decode()
    assert "tỉnh Thái Mới" in text
    assert f'href="{url("province_detail", new)}"' not in text


def test_an_invented_province_says_so(client, administrator):
    sample = make.province("Tỉnh Minh Họa", is_sample=True)
    response = client.get(url("province_detail", sample))
    assert "_sample_notice.html" in [template.name for template in response.templates]


def test_an_administrator_enters_a_province(client, administrator):
    data = {"name": "Đồng Xa", "kind": "city", "from_on": "1/7/2025", "last_on": "31/12/2030"}
    response = client.post(url("province_create"), data)
    made = Province.objects.get(name="Đồng Xa")
    assert response.url == url("province_detail", made)
    assert (made.kind, made.validity) == ("city", DateRange(MERGED, dt.date(2031, 1, 1)))


@pytest.mark.parametrize(
    ("data", "field"),
    [
        ({"name": ""}, "name"),
        ({"from_on": ""}, "from_on"),
        ({"from_on": "31/02/2025"}, "from_on"),
        ({"last_on": "30/06/2025"}, "last_on"),
        ({"name": "Thái Sơn", "from_on": "01/01/2010"}, "__all__"),
    ],
)
def test_what_is_no_province_is_said_beside_the_field(client, administrator, data, field):
    before = Province.objects.count()
    whole = {"name": "Đồng Xa", "kind": "city", "from_on": "01/07/2025", "last_on": "", **data}
    response = client.post(url("province_create"), whole)
    assert list(response.context["form"].errors) == [field]
    assert Province.objects.count() == before


def test_editing_shows_and_keeps_the_last_day(client, administrator):
    old = make.province("Cổ Xưa", until=MERGED)
    form = client.get(url("province_edit", old)).context["form"]
    assert form["last_on"].value() == dt.date(2025, 6, 30)
    client.post(
        url("province_edit", old),
        {"name": "Cổ Xưa", "kind": "province", "from_on": "02/01/2010", "last_on": "29/06/2025"},
    )
    old.refresh_from_db()
    assert old.validity == DateRange(dt.date(2010, 1, 2), dt.date(2025, 6, 30))


def test_a_day_fixed_by_a_change_is_not_edited(client, cast, administrator):
    old = make.province("Cổ Xưa", until=MERGED)
    ProvinceSuccession.objects.create(predecessor=old, successor=cast.province, on=MERGED)
    client.post(
        url("province_edit", old),
        {"name": "Cổ Xưa", "kind": "province", "from_on": "01/01/2010", "last_on": "01/01/2024"},
    )
    old.refresh_from_db()
    assert old.validity == DateRange(make.LONG_AGO, MERGED)


def test_a_province_goes_over_into_another(client, cast, administrator):
    data = {"successor": cast.elsewhere.pk, "on": "01/07/2025", "document": "Nghị quyết 202"}
    response = client.post(url("province_succeed", cast.province), data)
    assert response.url == url("province_detail", cast.province)
    cast.province.refresh_from_db()
    assert cast.province.validity == DateRange(make.LONG_AGO, MERGED)
    [succession] = cast.province.successions.all()
    assert (succession.predecessor, succession.successor) == (cast.province, cast.elsewhere)
    assert (succession.on, succession.document) == (MERGED, "Nghị quyết 202")


def test_the_staff_of_the_successor_read_the_old_province(client, cast):
    succeed_province(cast.province, successor=cast.elsewhere, on=MERGED, by=cast.administrator)
    client.force_login(cast.foreign_staff)
    assert client.get(url("province_detail", cast.province)).status_code == 200


def test_a_province_may_go_over_into_two_on_one_day(cast):
    other = make.province("Thái Mới")
    for successor in (cast.elsewhere, other):
        succeed_province(cast.province, successor=successor, on=MERGED, by=cast.administrator)
    assert cast.province.successions.count() == 2


@pytest.mark.parametrize(
    "wrong",
    [
        {"successor": "itself"},
        {"on": make.LONG_AGO},
        {"successor": "later"},
        {"before": dt.date(2024, 7, 1)},
        {"before": MERGED},
    ],
)
def test_changes_that_cannot_be_are_refused(cast, wrong):
    later = make.province("Thái Mới", since=dt.date(2025, 7, 2))
    if before := wrong.get("before"):
        succeed_province(cast.province, successor=cast.elsewhere, on=before, by=None)
    successors = {"itself": cast.province, "later": later, None: cast.elsewhere}
    was = Province.objects.get(pk=cast.province.pk).validity
    with pytest.raises(Refused):
        succeed_province(
            cast.province,
            successor=successors[wrong.get("successor")],
            on=wrong.get("on", MERGED),
            by=cast.administrator,
        )
    assert Province.objects.get(pk=cast.province.pk).validity == was


def test_a_refusal_is_shown_and_nothing_typed_is_lost(client, cast, administrator):
    data = {"successor": cast.elsewhere.pk, "on": "01/01/2009", "document": "Nghị quyết 202"}
    response = client.post(url("province_succeed", cast.province), data)
    assert response.context["form"].non_field_errors()
    assert 'value="Nghị quyết 202"' in response.content.decode()


def test_hostile_text_shows_as_text(client, administrator):
    source = Source.objects.create(title="<script>alert(1)</script>")
    hostile = make.province(
        "<script>alert(2)</script>{{ 7 }}", source=source, inferred="<img src=x onerror=alert(3)>"
    )
    for name, of in (
        ("province_list", None),
        ("province_detail", hostile),
        ("province_edit", hostile),
        ("province_succeed", hostile),
    ):
        text = client.get(url(name, of)).content.decode()
        assert "<script>alert" not in text
        assert "<img src=x" not in text
        assert "{{ 7 }}" in text


@pytest.mark.parametrize("name", ["create", "edit", "succeed"])
def test_every_form_asks_at_most_twelve(
    client, cast, administrator, name, django_assert_max_num_queries
):
    address = url(f"province_{name}", None if name == "create" else cast.province)
    with django_assert_max_num_queries(12):
        assert client.get(address).status_code == 200
    with django_assert_max_num_queries(12):
        assert client.post(address).status_code == 200
