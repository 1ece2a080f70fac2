import pytest
from django.urls import reverse

from . import make

WRONG = "sai mật khẩu"


@pytest.fixture(autouse=True)
def quick_hashing(settings):
    """The real hashing is slow on purpose; what is tested here does not depend on it."""
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]


@pytest.fixture
def an(db):
    """Trần Văn An, who may sign in."""
    return make.user(email="An@Vidu.vn")


@pytest.fixture
def sign_in(client):
    """Try to sign in; answers with the response. Wrong password unless told otherwise."""

    def attempt(username="tranvanan", password=WRONG, *, address="10.0.0.1", **extra):
        data = {"username": username, "password": password}
        url = reverse("accounts:sign_in")
        return client.post(url, data, REMOTE_ADDR=address, **extra)

    return attempt


@pytest.fixture
def signed_in(client):
    """The key of the person of the client's session, or None."""

    def who():
        return client.session.get("_auth_user_id")

    return who
