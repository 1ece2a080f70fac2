"""The six people of the demonstration. Their names say that they are invented."""

import datetime as dt
from typing import NamedTuple

from django.contrib.auth.hashers import make_password

from accounts.models import User
from accounts.people import create_person
from blocs.models import PostKind
from blocs.workflow import give_post

ADMINISTRATOR = "admin"
PASSWORD = "thidua-2026"  # noqa: S105  known on purpose: these accounts open only where DEMO is on


class Account(NamedTuple):
    """A person and what the person is entrusted with; `acts_for` is the short name of a member."""

    username: str
    full_name: str
    kind: PostKind
    acts_for: str = ""
    position: str = ""


ACCOUNTS = (
    Account(ADMINISTRATOR, "Người dùng minh họa – quản trị hệ thống", PostKind.ADMINISTRATOR),
    Account(
        "nhanvien",
        "Người dùng minh họa – chuyên viên của tỉnh",
        PostKind.STAFF,
        position="Chuyên viên theo dõi thi đua, khen thưởng",
    ),
    Account(
        "khoitruong",
        "Người dùng minh họa – khối trưởng",
        PostKind.REPRESENTATIVE,
        "LĐLĐ",
        "Chủ tịch Liên đoàn Lao động tỉnh",
    ),
    Account(
        "khoitruong-moi",
        "Người dùng minh họa – khối phó, sẽ nhận nhiệm vụ khối trưởng",
        PostKind.REPRESENTATIVE,
        "HND",
        "Chủ tịch Hội Nông dân tỉnh",
    ),
    Account(
        "thanhvien",
        "Người dùng minh họa – thành viên của khối",
        PostKind.REPRESENTATIVE,
        "CCB",
        "Chủ tịch Hội Cựu chiến binh tỉnh",
    ),
    Account(
        "lanhdao",
        "Người dùng minh họa – lãnh đạo tỉnh (chỉ xem)",
        PostKind.OBSERVER,
        position="Lãnh đạo tỉnh",
    ),
)


def create_accounts(province, organisations, *, since, at):
    """Create the six with their posts and return them by user name.

    `organisations` are the members by short name. Raises ValidationError if one of the user names
    is somebody else's.
    """
    people = {
        each.username: create_person(
            username=each.username, full_name=each.full_name, is_demo=True, by=None, at=at
        )
        for each in ACCOUNTS
    }
    # One hash for all: hashing is slow on purpose, and the password is no secret.
    User.objects.filter(username__in=people).update(password=make_password(PASSWORD))
    for each in ACCOUNTS:
        _give_post(people[each.username], each, province, organisations, since)
    return people


def _give_post(person, account, province, organisations, since: dt.date):
    of_province = account.kind in (PostKind.STAFF, PostKind.OBSERVER)
    give_post(
        person,
        kind=account.kind,
        from_on=since,
        province=province if of_province else None,
        organisation=organisations.get(account.acts_for),
        position=account.position,
        may_sign=account.kind == PostKind.REPRESENTATIVE,
        by=None,
        why="Nạp số liệu minh họa",
    )
