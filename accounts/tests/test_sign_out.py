from django.urls import reverse


def test_signing_out_ends_the_session(client, an, signed_in):
    client.force_login(an)
    assert client.post(reverse("accounts:sign_out")).url == reverse("accounts:sign_in")
    assert signed_in() is None


def test_a_link_or_picture_signs_nobody_out(client, an, signed_in):
    client.force_login(an)
    assert client.get(reverse("accounts:sign_out")).status_code == 405
    assert signed_in() == str(an.pk)
