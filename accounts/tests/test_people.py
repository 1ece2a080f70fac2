"""Accounts are made, changed, shut and opened; the database itself writes down by whom."""

import datetime as dt

import pytest
from django.core.exceptions import ValidationError
from django.db import Error, IntegrityError, connection, transaction

from accounts import people
from accounts.forms import PersonForm
from accounts.models import User
from accounts.refusal import Refused

from . import make

NOON = dt.datetime(2026, 11, 20, 12, tzinfo=dt.UTC)


@pytest.fixture
def staff(db):
    return make.user("nhanvien", "Lê Thị Bình")


def evidence(person):
    """What the triggers wrote: label, who, why, of every version."""
    events = person.events.order_by("pgh_id")
    return [(e.pgh_label, *(e.pgh_context or {}).values()) for e in events]


def test_a_new_person_has_no_password_yet(staff):
    person = people.create_person(
        username=" TranVanAn ", full_name="Trần Văn An", email="an@vidu.vn", by=staff, at=NOON
    )
    person.refresh_from_db()
    assert (person.username, person.full_name, person.email) == (
        "tranvanan",
        "Trần Văn An",
        "an@vidu.vn",
    )
    assert (person.created_at, person.has_usable_password()) == (NOON, False)
    [event] = person.events.all()
    assert (event.pgh_label, event.pgh_context["by"]) == ("insert", staff.pk)


@pytest.mark.parametrize(
    "wrong",
    [
        {"username": "nhanvien"},
        {"username": "NHANVIEN"},
        {"username": "an"},
        {"username": "trần"},
        {"username": "an@vidu.vn"},
        {"full_name": ""},
        {"email": "BINH@vidu.vn"},
        {"email": "không phải thư"},
    ],
)
def test_what_no_account_may_be(staff, wrong):
    people.update_person(staff, by=staff, email="binh@vidu.vn")
    data = {"username": "tranvanan", "full_name": "Trần Văn An", "email": "", **wrong}
    with pytest.raises(ValidationError):
        people.create_person(**data, by=staff)
    assert not PersonForm(data).is_valid()
    assert User.objects.count() == 1


def test_changes_are_written_down_with_who_and_why(an, staff):
    changed = people.update_person(an, by=staff, why="Đổi tên", full_name="Trần Văn Ân")
    assert changed.full_name == "Trần Văn Ân"
    event = an.events.latest("pgh_id")
    assert event.full_name == "Trần Văn Ân"
    assert event.pgh_context == {"by": staff.pk, "why": "Đổi tên"}
    assert User.objects.get(pk=an.pk).sort_key != an.sort_key


def test_no_verb_changes_what_it_does_not_name(an, staff):
    with pytest.raises(TypeError, match="is_demo"):
        people.update_person(an, by=staff, is_demo=True)


def test_an_account_is_shut_and_opened_with_a_reason(an, staff):
    assert people.deactivate(an, by=staff, why=" Nghỉ hưu ").is_active is False
    assert people.reactivate(an, by=staff, why="Làm lại").is_active is True
    events = an.events.order_by("pgh_id")
    assert [(e.is_active, e.pgh_context and e.pgh_context["why"]) for e in events] == [
        (True, None),
        (False, "Nghỉ hưu"),
        (True, "Làm lại"),
    ]


def test_what_is_refused(an, staff):
    with pytest.raises(Refused):
        people.deactivate(staff, by=staff, why="Nhầm")
    with pytest.raises(Refused):
        people.deactivate(an, by=staff, why="  ")
    with pytest.raises(Refused):
        people.reactivate(an, by=staff, why="Đang mở")
    people.deactivate(an, by=staff, why="Nghỉ hưu")
    with pytest.raises(Refused):
        people.deactivate(an, by=staff, why="Lần nữa")


def test_neither_password_nor_sign_in_is_kept_as_evidence(client, an, sign_in):
    before = an.events.count()
    an.set_password("Ngày hội thi đua 2027")
    an.save()
    sign_in(password="Ngày hội thi đua 2027")
    an.refresh_from_db()
    assert an.last_login is not None
    assert an.events.count() == before
    kept = {field.name for field in an.events.model._meta.fields}
    assert kept.isdisjoint({"password", "last_login"})


def test_even_a_change_behind_the_applications_back_leaves_evidence(an):
    with connection.cursor() as cursor:
        cursor.execute("UPDATE accounts_user SET full_name = 'X' WHERE id = %s", [an.pk])
        cursor.execute("DELETE FROM accounts_user WHERE id = %s", [an.pk])
    events = User.events.rel.related_model.objects.filter(pgh_obj_id=an.pk).order_by("pgh_id")
    assert [(e.pgh_label, e.full_name) for e in events] == [
        ("insert", "Trần Văn An"),
        ("update", "X"),
        ("delete", "X"),
    ]


@pytest.mark.parametrize(
    "statement",
    ["UPDATE accounts_userevent SET full_name = 'X'", "DELETE FROM accounts_userevent"],
)
def test_evidence_is_only_ever_added(an, statement):
    with (
        pytest.raises(Error, match="accounts_userevent"),
        transaction.atomic(),
        connection.cursor() as cursor,
    ):
        cursor.execute(statement)


@pytest.mark.parametrize(
    ("wrong", "constraint"),
    [
        ({"username": "nhanvien"}, "user_name_is_one_persons"),
        ({"username": "Trần An"}, "user_name_is_plain"),
        ({"username": "an"}, "user_name_is_plain"),
        ({"email": "BINH@VIDU.VN"}, "user_email_is_one_persons"),
        ({"language": "fr"}, "user_language_is_known"),
    ],
)
def test_the_database_refuses(an, wrong, constraint):
    make.user("nhanvien", "Lê Thị Bình", email="binh@vidu.vn")
    with pytest.raises(IntegrityError, match=constraint), transaction.atomic():
        User.objects.filter(pk=an.pk).update(**wrong)


def test_many_may_be_without_an_email_address(an):
    make.user("nhanvien", email="")
    make.user("lanhdao", email="")
    assert User.objects.filter(email="").count() == 2


def test_people_are_listed_by_given_name(db):
    names = ["Phạm Thị Ẩn", "Nguyễn Văn Ân", "Lê Thị Ánh", "Trần Văn An"]
    for number, name in enumerate(names):
        make.user(f"nguoi{number}", name)
    assert [str(user) for user in User.objects.all()] == names[::-1]
