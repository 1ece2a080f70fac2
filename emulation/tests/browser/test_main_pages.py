"""The main pages in both languages; on those of the invented bloc stands that it is invented."""

import pytest

from emulation.demo.accounts import PASSWORD
from emulation.demo.minh_hoa import NAME, SLUG

from .pictures import take

pytestmark = pytest.mark.browser

BLOC = f"/khoi/{SLUG}/"
OF_THE_BLOC = {
    "khoi": BLOC,
    "khoi-sua": f"{BLOC}sua/",
    "nhiem-ky": f"{BLOC}nhiem-ky/",
    "nhiem-ky-giao": f"{BLOC}nhiem-ky/giao/",
    "ban-giao-moi": f"{BLOC}ban-giao/moi/",
    "mo-nam": f"{BLOC}mo-nam/",
}
OF_THE_YEAR = {
    "nam": "",
    "thanh-vien": "thanh-vien/",
    "thanh-vien-them": "thanh-vien/them/",
    "tieu-chi": "tieu-chi/",
    "tieu-chi-them": "tieu-chi/them/",
    "van-ban": "van-ban/",
    "van-ban-moi": "van-ban/moi/",
}
OF_THE_SITE = {
    "trang-chu": "/",
    "cac-khoi": "/khoi/",
    "don-vi": "/don-vi/",
    "nguoi-dung": "/nguoi-dung/",
    "nguoi-dung-moi": "/nguoi-dung/moi/",
    "tinh-thanh": "/tinh-thanh/",
    "nhat-ky": "/nhat-ky/",
    "tim-kiem": "/tim-kiem/?q=hoi+nong+dan",
    "tai-khoan": "/tai-khoan/cua-toi/",
}


def test_the_main_pages_are_sound(demonstration, arrive):
    person = arrive().open("/")
    take(person, "dang-nhap")
    person.sign_in("admin", PASSWORD)
    for name, address in OF_THE_SITE.items():
        take(person.open(address), name)


def test_the_pages_of_the_invented_bloc_say_so(demonstration, arrive):
    for name, page in _pages_of_the_bloc(arrive().sign_in("nhanvien", PASSWORD)):
        take(page.sees("SAMPLE DATA."), name)


def test_the_pages_of_the_bloc_are_sound_in_english(demonstration, arrive):
    person = arrive().sign_in("nhanvien", PASSWORD).speak("en", "English")
    for name, page in _pages_of_the_bloc(person):
        take(page.sees("SAMPLE DATA."), f"{name}-en")


def _pages_of_the_bloc(person):
    """Open one after the other: yield the name and the visitor who is there."""
    year = person.open("/").follow(NAME).page.url
    addresses = {**OF_THE_BLOC, **{name: year + end for name, end in OF_THE_YEAR.items()}}
    for name, address in addresses.items():
        yield name, person.open(address)
