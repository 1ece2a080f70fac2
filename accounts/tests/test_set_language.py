import pytest
from django.test import Client
from django.urls import reverse


def choose(client, language, back="/tai-khoan/dang-nhap/", **extra):
    data = {"language": language, "next": back}
    return client.post(reverse("accounts:set_language"), data, **extra)


def spoken(client, **headers):
    response = client.get(reverse("accounts:sign_in"), **headers)
    assert f'<html lang="{response["Content-Language"]}">' in response.content.decode()
    return response["Content-Language"]


def test_vietnamese_is_spoken_until_somebody_chooses(client, db):
    assert spoken(client) == "vi"
    assert spoken(client, HTTP_ACCEPT_LANGUAGE="en-US,en;q=0.9") == "vi"


def test_a_stranger_chooses_by_cookie(client, db):
    assert choose(client, "en").url == "/tai-khoan/dang-nhap/"
    assert spoken(client) == "en"
    cookie = client.cookies["django_language"]
    assert (cookie["httponly"], cookie["samesite"]) == (True, "Lax")
    choose(client, "vi")
    assert spoken(client) == "vi"


def test_the_account_keeps_the_choice_and_outweighs_the_cookie(client, an):
    client.force_login(an)
    choose(client, "en")
    an.refresh_from_db()
    assert an.language == "en"

    other = Client()
    choose(other, "vi")
    other.force_login(an)
    assert other.get(reverse("accounts:profile"))["Content-Language"] == "en"


def test_the_choice_outlives_the_sign_out(client, an):
    client.force_login(an)
    choose(client, "en")
    client.post(reverse("accounts:sign_out"))
    assert spoken(client) == "en"


@pytest.mark.parametrize("language", ["fr", "", "vi\0", "../en"])
def test_no_other_language_is_accepted(client, an, language):
    client.force_login(an)
    assert choose(client, language).status_code == 302
    an.refresh_from_db()
    assert an.language == "vi"
    assert "django_language" not in client.cookies


def test_a_forged_cookie_is_ignored(client, db):
    client.cookies["django_language"] = "fr"
    assert spoken(client) == "vi"


@pytest.mark.parametrize("back", ["https://evil.example/", "//evil.example", "", "javascript:x"])
def test_it_leads_nowhere_but_here(client, db, back):
    assert choose(client, "en", back=back).url == reverse("desk:home")


def test_a_link_chooses_nothing(client, db):
    assert client.get(reverse("accounts:set_language")).status_code == 405


def test_asking_for_the_language_costs_no_query_of_its_own(client, an, django_assert_num_queries):
    with django_assert_num_queries(0):
        spoken(client)
    client.force_login(an)
    with django_assert_num_queries(2):  # the session and the person, needed by any page
        client.get(reverse("accounts:sign_in"))
