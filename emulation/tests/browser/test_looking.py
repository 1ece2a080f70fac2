"""The look at a page finds each fault: a check that finds nothing would pass every journey."""

import pytest

from .structure import Judged

pytestmark = pytest.mark.browser

SIGN_IN = "/tai-khoan/dang-nhap/"
PALE = "p => { p.textContent = 'Chữ nhạt'; p.style = 'color: #ccc; background: #fff' }"


def _add(change):
    """A script that adds a paragraph to the page, changed in a way that is a fault."""
    return f"""addEventListener("DOMContentLoaded", () => {{
      const added = document.createElement("p");
      ({change})(added);
      document.querySelector("main").append(added);
    }})"""


@pytest.mark.parametrize(
    ("script", "fault"),
    [
        (_add(PALE), "color-contrast"),
        (_add("p => { p.innerHTML = '<input>' }"), "360 px: label"),
        (
            _add("p => { p.style = 'width: 1300px; max-width: none' }"),
            "wider than the screen at <p ",
        ),
        ("console.warn('beware')", "console warning: beware"),
        ("addEventListener('load', () => { throw Error('broken') })", "broken"),
        ("addEventListener('load', () => fetch('/nowhere/'))", "answer 404"),
    ],
)
def test_a_fault_on_the_page_is_found(arrive, script, fault):
    person = arrive()
    person.page.add_init_script(script)
    with pytest.raises(AssertionError, match=fault):
        person.open(SIGN_IN).open(SIGN_IN)  # what is heard late, the next look tells


def test_a_fault_in_the_dark_alone_is_found(arrive):
    person = arrive()
    pale = "p => { p.textContent = 'Chữ'; p.style = 'color: light-dark(#000, #333)' }"
    person.page.add_init_script(_add(pale))
    with pytest.raises(AssertionError, match="dark: color-contrast"):
        person.open(SIGN_IN)


@pytest.mark.parametrize("answer", [{"body": "", "content_type": "text/css"}, {"status": 404}])
def test_a_page_without_its_styles_is_found(arrive, answer):
    person = arrive()
    person.page.route("**/css/site.css", lambda route: route.fulfill(**answer))
    with pytest.raises(AssertionError, match="no styles from"):
        person.open(SIGN_IN)


def test_a_script_that_does_not_arrive_is_found(arrive):
    person = arrive()
    person.page.route("**/js/site.js", lambda route: route.abort())
    with pytest.raises(AssertionError, match="request failed"):
        person.open(SIGN_IN)


def test_the_page_as_it_is_has_no_fault(arrive):
    arrive().open(SIGN_IN).is_at("Sign in")


def test_what_one_worker_found_sound_the_other_need_not_judge(tmp_path):
    one, other = Judged(tmp_path / "judged"), Judged(tmp_path / "judged")
    one.add(["a", "b"])
    assert other.new_of(["a", "b", "c"]) == ["c"]
    other.add(["c"])
    with (tmp_path / "judged").open("a") as file:
        file.write("half a ma")  # as another worker writes it at this moment
    assert one.new_of(["b", "c", "half a ma"]) == ["half a ma"]


def test_the_colours_of_a_word_are_judged_wherever_it_stands(arrive):
    person = arrive().open(SIGN_IN)
    person.page.evaluate("""() => {
      const word = document.createElement("p");
      word.textContent = "Chữ";
      document.querySelector("main").append(word);
    }""")
    person.settle()
    person.page.evaluate("""() => {
      const dark = document.createElement("div");
      dark.style = "background: #555; color: inherit";
      dark.append(document.querySelector("main > p:last-child"));
      document.querySelector("main").append(dark);
    }""")
    with pytest.raises(AssertionError, match="color-contrast"):
        person.settle()
