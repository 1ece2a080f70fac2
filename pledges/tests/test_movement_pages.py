"""The pages of movements and results: what stands on them, and what becomes of what is typed."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from blocs.models import Source
from blocs.workflow import close_year
from pledges.models import Movement, MovementResult
from pledges.tests import make_movements as make

FORM = {"kind": "campaign", "name": "“Vì người nghèo”", "launcher": "front"}


@pytest.fixture
def address(cast):
    def to(name, *rest, year=None):
        number = (year or cast.year).year
        return reverse(f"pledges:{name}", args=[cast.bloc.slug, number, *rest])

    return to


def test_the_list_is_grouped_by_launcher_from_the_top_down(client, cast, address):
    for launcher, name in (("bloc", "Của khối"), ("central", "Của Trung ương"), ("bloc", "Hai")):
        make.result(make.movement(cast.year, name, launcher=launcher), cast.seats["front"])
    client.force_login(cast.member)
    shown = client.get(address("movement_list")).context
    assert [[m.name for m in rows] for _label, rows in shown["groups"]] == [
        ["Của Trung ương"],
        ["Của khối", "Hai"],
    ]
    assert {m.result_count for _label, rows in shown["groups"] for m in rows} == {1}


@pytest.mark.parametrize(
    ("who", "text"), [("chair", "Trước hết nhập"), ("member", "do khối trưởng nhập")]
)
def test_an_empty_year_says_what_to_do_first(client, cast, address, who, text):
    client.force_login(cast.people[who])
    assert text in client.get(address("movement_list")).content.decode()
    page = client.get(reverse("desk:year_detail", args=[cast.bloc.slug, cast.year.year]))
    assert "Chưa nhập phong trào nào" in page.content.decode()


def test_the_chair_enters_a_movement(client, cast, address):
    upper = make.movement(cast.last_year, "Năm trước")
    make.movement(cast.other_bloc.years.get(), "Của khối khác")
    client.force_login(cast.chair)
    offered = client.get(address("movement_create")).context["form"].fields["answers"].queryset
    # The farmers sat in last year too, and read it.
    assert list(offered) == [upper]
    data = {**FORM, "from_on": "01/01/2026", "last_on": "31/12/2026", "answers": upper.pk}
    response = client.post(address("movement_create"), data)
    movement = Movement.objects.get(name=FORM["name"])
    assert response.url == address("movement_detail", movement.pk)
    assert (movement.answers, movement.period.upper.isoformat()) == (upper, "2027-01-01")
    page = client.get(response.url).content.decode()
    assert "01/01/2026 –" in page
    assert address("movement_detail", upper.pk, year=cast.last_year) in page


def test_a_movement_of_a_year_that_one_does_not_read_is_not_named(client, cast, address):
    upper = make.movement(cast.last_year, "Tên của năm trước")
    movement = make.movement(cast.year, answers=upper)
    for who, named in ((cast.deputy, False), (cast.member, True)):
        client.force_login(who)
        page = client.get(address("movement_detail", movement.pk)).content.decode()
        assert (upper.name in page) is named


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"name": ""}, "name"),
        ({"name": "x" * 501}, "name"),
        ({"kind": "other"}, "kind"),
        ({"launcher": ""}, "launcher"),
        ({"from_on": "02/01/2026", "last_on": "01/01/2026"}, "last_on"),
        ({"answers": "999999"}, "answers"),
    ],
)
def test_what_is_refused_is_said_at_its_field(client, cast, address, changes, field):
    client.force_login(cast.chair)
    form = client.post(address("movement_create"), {**FORM, **changes}).context["form"]
    assert list(form.errors) == [field]
    assert not Movement.objects.exists()


def test_of_two_who_edit_the_second_sees_both_and_may_save_again(client, cast, address, movement):
    client.force_login(cast.chair)
    url = address("movement_edit", movement.pk)
    assert client.get(url).context["form"]["version"].value() == 1
    client.post(url, {**FORM, "name": "Của người thứ nhất", "version": 1})
    response = client.post(url, {**FORM, "name": "Của người thứ hai", "version": 1})
    page = response.content.decode()
    assert "Của người thứ nhất" in page
    assert 'value="Của người thứ hai"' in page
    assert response.context["form"]["version"].value() == 2
    assert client.post(url, {**FORM, "name": "Ghép lại", "version": 2}).status_code == 302
    movement.refresh_from_db()
    assert (movement.name, movement.version) == ("Ghép lại", 3)


def test_the_page_offers_to_remove_or_to_withdraw(client, cast, address, movement):
    client.force_login(cast.chair)
    detail = address("movement_detail", movement.pk)
    remove, withdraw = (address(f"movement_{way}", movement.pk) for way in ("remove", "withdraw"))
    page = client.get(detail).content.decode()
    assert (remove in page, withdraw in page) == (True, False)
    make.result(movement, cast.seats["front"])
    page = client.get(detail).content.decode()
    assert (remove in page, withdraw in page) == (False, True)
    refused = client.post(remove).context["form"]
    assert refused.non_field_errors()
    assert client.post(withdraw, {"withdraw_reason": "Nhập trùng"}).url == detail
    page = client.get(detail).content.decode()
    assert "Nhập trùng" in page
    assert (remove in page, withdraw in page) == (False, False)


def test_a_movement_entered_by_mistake_is_removed(client, cast, address, movement):
    client.force_login(cast.chair)
    assert client.post(address("movement_remove", movement.pk)).url == address("movement_list")
    assert not Movement.objects.exists()


def test_a_member_reports_in_words_and_figures(client, cast, address, movement):
    client.force_login(cast.member)
    url = address("result_edit", movement.pk, cast.seats["front"].pk)
    lines = {"name_0": "Nhà đại đoàn kết", "unit_0": "nhà", "value_0": "12", "name_1": "",
             "unit_1": "", "value_1": "", "name_2": "Ủng hộ", "unit_2": "đồng",
             "value_2": "1.234.567.890,5"}  # fmt: skip
    response = client.post(url, {"text": "Đã làm", "version": 0, **lines})
    assert response.url == address("movement_detail", movement.pk)
    page = client.get(response.url)
    assert (page.context["reported"], len(page.context["lines"])) == (1, 4)
    assert "1.234.567.890,5" in page.content.decode()
    assert page.content.decode().count("chưa báo cáo") == 3
    form = client.get(url).context["form"]
    assert [line[2].value() for line in form.lines[:2]] == ["12", "1234567890,5"]
    assert len(form.lines) == 5


@pytest.mark.parametrize(
    ("line", "field"),
    [
        ({"name_0": "Nhà", "value_0": ""}, "value_0"),
        ({"name_0": "", "value_0": "3"}, "name_0"),
        ({"name_0": "", "value_0": "", "unit_0": "nhà"}, "name_0"),
        ({"name_0": "Nhà", "value_0": "1,234"}, "value_0"),
        ({"name_0": "Nhà", "value_0": "99999999999999"}, "value_0"),
    ],
)
def test_a_wrong_figure_is_said_at_its_field_and_nothing_typed_is_lost(
    client, cast, address, movement, line, field
):
    client.force_login(cast.member)
    url = address("result_edit", movement.pk, cast.seats["front"].pk)
    form = client.post(url, {"text": "Chữ", "version": 0, **line}).context["form"]
    assert list(form.errors) == [field]
    assert (form["text"].value(), form[next(iter(line))].value()) == (
        "Chữ",
        line[next(iter(line))],
    )
    assert not MovementResult.objects.exists()


def test_the_result_of_somebody_else_stands_beside_what_was_typed(client, cast, address, movement):
    result = make.result(movement, cast.seats["front"], "Của người kia")
    make.figure(result, "Nhà", "12.50")
    client.force_login(cast.member)
    url = address("result_edit", movement.pk, cast.seats["front"].pk)
    response = client.post(url, {"text": "Của tôi", "version": 0})
    assert ("Kết quả bằng lời", "Của người kia") in [
        (str(label), value) for label, value in response.context["stored"]
    ]
    assert response.context["form"]["text"].value() == "Của tôi"
    assert client.post(url, {"text": "Của tôi", "version": 1}).status_code == 302


def test_what_is_entered_in_a_members_place_shows(client, cast, address, movement):
    client.force_login(cast.staff)
    url = address("result_edit", movement.pk, cast.seats["front"].pk)
    assert list(client.post(url, {"text": "x", "version": 0}).context["form"].errors) == ["reason"]
    client.post(url, {"text": "x", "version": 0, "reason": "Gửi báo cáo giấy"})
    client.force_login(cast.member)
    page = client.get(address("movement_detail", movement.pk)).content.decode()
    assert "nhập thay thành viên" in page
    assert "Gửi báo cáo giấy" in page


def test_a_result_is_removed_by_its_member(client, cast, address, movement):
    make.result(movement, cast.seats["front"])
    client.force_login(cast.member)
    url = address("result_remove", movement.pk, cast.seats["front"].pk)
    assert client.get(url).status_code == 200
    assert client.post(url).url == address("movement_detail", movement.pk)
    assert client.get(url).status_code == 404


def test_a_closed_year_is_read_by_all_and_written_by_its_keepers(client, cast, address, movement):
    close_year(cast.year, by=cast.staff, at=timezone.now())
    result = address("result_edit", movement.pk, cast.seats["front"].pk)
    create = address("movement_create")
    for who in (cast.chair, cast.member):
        client.force_login(who)
        assert client.get(address("movement_detail", movement.pk)).status_code == 200
        for url in (create, result, address("movement_edit", movement.pk)):
            assert client.get(url).status_code == 403
    client.force_login(cast.staff)
    assert client.get(address("movement_edit", movement.pk)).status_code == 403
    source = Source.objects.create(title="Báo tỉnh")
    data = {**FORM, "source": source.pk, "inferred": "Suy ra"}
    assert client.post(create, data).status_code == 302
    assert Movement.objects.get(name=FORM["name"]).source == source
    assert client.post(result, {"text": "x", "version": 0}).status_code == 302
    page = client.get(address("movement_detail", movement.pk)).content.decode()
    assert "Ghi nhận" in page


def test_the_number_of_queries_does_not_grow(client, cast, address, movement):
    client.force_login(cast.member)

    def queries():
        with CaptureQueriesContext(connection) as found:
            for url in (address("movement_list"), address("movement_detail", movement.pk)):
                client.get(url)
        return len(found)

    few = queries()
    for number in range(30):
        other = make.movement(cast.year, f"Phong trào {number}", answers=movement)
        make.result(other, cast.seats["front"])
    for seat in cast.seats.values():
        make.figure(make.result(movement, seat))
        make.exemplar(seat, movement=movement)
    assert queries() == few
