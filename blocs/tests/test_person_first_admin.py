"""The first administrator is made by a command, with a password that is good enough."""

import io

import pytest
from django.core.management import CommandError, call_command
from django.utils import timezone

from accounts import people
from accounts.models import User
from blocs.models import PostKind

from . import make

PASSWORD = "Đồng Hới 2026 thi đua"


@pytest.fixture
def first_admin(db, monkeypatch):
    """Run the command as a script does, with the password in its input."""

    def run(username="tranvanan", full_name="Trần Văn An", *more, password=PASSWORD):
        monkeypatch.setattr("sys.stdin", io.StringIO(f"{password}\nnot this line\n"))
        out = io.StringIO()
        call_command("first_admin", username, full_name, *more, stdout=out)
        return out.getvalue()

    return run


def test_the_first_administrator_can_sign_in_from_today(first_admin):
    assert "tranvanan" in first_admin("TranVanAn", "Trần Văn An", "--email=an@vidu.vn")
    person = User.objects.get()
    assert (person.full_name, person.email) == ("Trần Văn An", "an@vidu.vn")
    assert person.check_password(PASSWORD)
    [post] = person.posts.all()
    assert (post.kind, post.period.lower, post.period.upper) == (
        PostKind.ADMINISTRATOR,
        timezone.localdate(),
        None,
    )


@pytest.mark.parametrize("password", ["", "ngắn", "1234567890", "tranvanan1"])
def test_a_weak_password_is_refused_and_nothing_is_made(first_admin, password):
    with pytest.raises(CommandError):
        first_admin(password=password)
    assert not User.objects.exists()


@pytest.mark.parametrize("wrong", [("an", "Trần Văn An"), ("tranvanan", "")])
def test_a_malformed_account_is_refused(first_admin, wrong):
    with pytest.raises(CommandError):
        first_admin(*wrong)
    assert not User.objects.exists()


def test_a_user_name_that_is_taken_is_refused(first_admin):
    make.user("tranvanan", "Lê Thị Bình")
    with pytest.raises(CommandError, match="tranvanan"):
        first_admin(" TRANVANAN")
    assert User.objects.get().full_name == "Lê Thị Bình"


def test_another_administrator_is_made_only_when_asked_for(first_admin):
    first_admin()
    with pytest.raises(CommandError, match="--another"):
        first_admin("lethibinh", "Lê Thị Bình")
    first_admin("lethibinh", "Lê Thị Bình", "--another")
    assert User.objects.count() == 2


def test_an_administrator_who_cannot_sign_in_is_none(first_admin):
    first_admin()
    people.deactivate(User.objects.get(), by=None, why="Nghỉ hưu")
    first_admin("lethibinh", "Lê Thị Bình")
    assert User.objects.count() == 2


def test_at_a_terminal_the_password_is_typed_twice(first_admin, monkeypatch):
    class Terminal(io.StringIO):
        def isatty(self):
            return True

    def run(*typed):
        answers = iter(typed)
        monkeypatch.setattr("sys.stdin", Terminal())
        monkeypatch.setattr(
            "blocs.management.commands.first_admin.getpass", lambda prompt: next(answers)
        )
        call_command("first_admin", "tranvanan", "Trần Văn An", stdout=io.StringIO())

    with pytest.raises(CommandError):
        run(PASSWORD, "khác hẳn mật khẩu")
    assert not User.objects.exists()
    run(PASSWORD, PASSWORD)
    assert User.objects.get().check_password(PASSWORD)
