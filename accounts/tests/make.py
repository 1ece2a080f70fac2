"""Builders for the tests of accounts."""

from accounts.models import User

PASSWORD = "Đồng Hới 2026 thi đua"


def user(username="tranvanan", full_name="Trần Văn An", password=PASSWORD, **fields):
    return User.objects.create_user(username, full_name, password, **fields)
