"""The invented bloc of the demonstration, as everybody in it meets it."""

import unicodedata

import pytest

from emulation.demo.accounts import ACCOUNTS, PASSWORD
from emulation.demo.minh_hoa import NAME

from .looking import PHONE

pytestmark = pytest.mark.browser

HANDS_OVER = "Hand over the chair"
PUBLISHES = "Publish a paper"
CHAIRS = "Your organisation is in the chair of this bloc today."
FINDS = {
    "admin": {HANDS_OVER, PUBLISHES},
    "nhanvien": {HANDS_OVER, PUBLISHES},
    "khoitruong": {PUBLISHES, CHAIRS},
    "khoitruong-moi": set(),
    "thanhvien": set(),
    "lanhdao": set(),
}
FARMERS = "Hội Nông dân tỉnh Minh Họa"


@pytest.mark.parametrize("name", [account.username for account in ACCOUNTS])
def test_everybody_finds_the_bloc_and_what_they_may_do(demonstration, arrive, name):
    person = arrive().sign_in(name, PASSWORD)
    person.follow(NAME).is_at(NAME)
    person.sees("SỐ LIỆU MINH HỌA")
    for message in (HANDS_OVER, PUBLISHES, CHAIRS):
        if message in FINDS[name]:
            person.sees(message)
        else:
            person.sees_no(message)
    person.sign_out().is_at("Sign in")
    person.open("/").is_at("Sign in")


def test_a_wrong_password_is_answered_with_what_to_do(demonstration, arrive):
    person = arrive().sign_in("thanhvien", "thidua-2025")
    person.is_at("Sign in").sees(
        "The name or the password is not right. Check Caps Lock and turn off the Vietnamese "
        "keyboard (Unikey), then try again; if the password is forgotten, set a new one."
    )


def test_the_search_finds_by_any_way_of_writing(demonstration, arrive):
    person = arrive().sign_in("lanhdao", PASSWORD)
    for words in ("hoi nong dan", "HND", unicodedata.normalize("NFD", "Hội Nông dân"), "NÔNG DÂN"):
        person.search(words).sees(FARMERS)
    person.follow(FARMERS).is_at(FARMERS)
    person.search("khoi minh hoa").follow(NAME).is_at(NAME)
    person.search("không có ở đâu cả").sees("Nothing found")


def test_the_pages_speak_the_language_of_the_reader(demonstration, arrive):
    person = arrive().sign_in("thanhvien", PASSWORD).follow(NAME)
    person.speak("en", "English").is_at(NAME).sees("Papers of the khối")
    assert not person.page.get_by_text("Đăng xuất").count()
    person.sign_out().is_at("Sign in")
    person.speak("vi", "Tiếng Việt").is_at("Sign in")
    assert person.page.get_by_role("button", name="Đăng nhập").count() == 1


def test_on_a_phone_the_menus_lead_everywhere(demonstration, arrive):
    person = arrive(PHONE).sign_in("nhanvien", PASSWORD)
    person.follow(NAME, within=person.open_menu("scope")).is_at(NAME)
    person.follow("My account", within=person.open_menu("person")).is_at("My account")
    for section in ("Blocs", "Organisations", "People", "Audit log"):
        person.follow(section, within=person.page.get_by_role("navigation")).is_at(section)
