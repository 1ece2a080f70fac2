"""The Vietnamese of the pages is complete, and it is what the program asks for."""

import datetime as dt
import json
import re
import unicodedata

import polib
import pytest
from django import forms
from django.contrib.auth.password_validation import MinimumLengthValidator
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import SimpleUploadedFile
from django.core.management import CommandError, call_command
from django.core.validators import FileExtensionValidator
from django.utils import translation
from django.utils.timesince import timesince

from emulation import translations
from emulation.messages import Message, our_messages

PLACEHOLDER = re.compile(r"%\(\w+\)[sdr]|%[sd]|\{\w*\}")


@pytest.fixture(scope="module")
def catalogue():
    return translations.read()


@pytest.fixture(scope="module")
def ours():
    return our_messages()


@pytest.fixture(scope="module")
def packages():
    return translations.package_messages()


def ids(entries):
    return sorted((entry.msgctxt or "", entry.msgid, entry.msgid_plural) for entry in entries)


def test_no_message_is_without_vietnamese(catalogue):
    assert translations.untranslated(catalogue) == []


def test_the_catalogue_is_what_the_program_asks_for_today(catalogue, ours, packages):
    assert ids(translations.merge(catalogue, ours, packages)) == ids(catalogue)


def test_nothing_is_fuzzy_or_left_over(catalogue):
    assert [e.msgid for e in catalogue if e.fuzzy or e.obsolete] == []


def test_the_compiled_file_is_the_catalogue(catalogue):
    compiled = translations.CATALOGUE.with_suffix(".mo").read_bytes()

    assert compiled == catalogue.to_binary()


def test_both_languages_have_the_same_placeholders(catalogue):
    unequal = [
        entry.msgid
        for entry in catalogue
        if translations.vietnamese_of(entry)
        and set(PLACEHOLDER.findall(entry.msgid_plural or entry.msgid))
        != set(PLACEHOLDER.findall(translations.vietnamese_of(entry)))
    ]
    assert unequal == []


def test_the_vietnamese_is_composed_and_has_no_stray_space(catalogue):
    for entry in catalogue:
        text = translations.vietnamese_of(entry)
        assert unicodedata.is_normalized("NFC", text)
        assert (text[:1].isspace(), text[-1:].isspace()) == (
            entry.msgid[:1].isspace(),
            entry.msgid[-1:].isspace(),
        ), text


def test_packages_say_nothing_in_english_on_a_vietnamese_page(packages, catalogue):
    said = {(e.msgctxt or "", e.msgid): translations.vietnamese_of(e) for e in catalogue}
    with translation.override("vi"):
        for message, own in packages.items():
            expected = said.get((message.context, message.msgid)) or own
            assert expected
            assert _spoken(message) == expected


def _spoken(message):
    if message.plural and message.context:
        return translation.npgettext(message.context, message.msgid, message.plural, 3)
    if message.plural:
        return translation.ngettext(message.msgid, message.plural, 3)
    if message.context:
        return translation.pgettext(message.context, message.msgid)
    return translation.gettext(message.msgid)


def test_forms_and_password_rules_speak_vietnamese():
    with translation.override("vi"):
        with pytest.raises(ValidationError, match="phải có ít nhất 10 ký tự"):
            MinimumLengthValidator(10).validate("abc")
        with pytest.raises(ValidationError, match="Không nhận tệp có đuôi “exe”"):
            FileExtensionValidator(["pdf"])(SimpleUploadedFile("a.exe", b"x"))
        with pytest.raises(ValidationError, match="nhiều nhất 2 chữ số sau dấu phẩy"):
            forms.DecimalField(decimal_places=2, localize=True).clean("1,234")
        year_ago = dt.datetime(2025, 11, 20)  # noqa: DTZ001 -- a difference, at no place
        assert timesince(year_ago, year_ago.replace(year=2026)) == "1\u00a0năm"


def test_the_gaps_of_django_are_known_at_all(packages):
    unspoken = {message.msgid for message, own in packages.items() if not own}

    assert "Enter a valid %(protocol)s address." in unspoken
    assert "Account locked: too many login attempts. Please try again later." in unspoken
    assert len(unspoken) > 60


def catalogue_of(**words):
    file = polib.POFile()
    file.extend(polib.POEntry(msgid=msgid, msgstr=text) for msgid, text in words.items())
    return file


def test_merging_keeps_adds_and_drops():
    before = catalogue_of(Kept="Giữ", Gone="Bỏ", Package="Gói", Spoken="Nói hay hơn")
    before.append(polib.POEntry(msgid="Guess", msgstr="Đoán", flags=["fuzzy"]))
    ours = {Message("Kept"): ["a.py"], Message("New"): ["b.py"], Message("Guess"): ["b.py"]}
    packages = {Message("Package"): "", Message("Spoken"): "Nói", Message("Enough"): "Đủ"}

    after = translations.merge(before, ours, packages, {"New": "Mới", "Enough ": "x"})

    assert {entry.msgid: entry.msgstr for entry in after} == {
        "Guess": "",
        "Kept": "Giữ",
        "New": "Mới",
        "Package": "Gói",
        "Spoken": "Nói hay hơn",
    }
    assert translations.untranslated(after) == ["Guess"]
    assert after.find("Package").tcomment == translations.OF_A_PACKAGE
    assert after.find("Kept").occurrences == [("a.py", "")]
    assert str(translations.merge(after, ours, packages)) == str(after)


def test_new_words_win_over_old_ones():
    merged = translations.merge(catalogue_of(A="cũ"), {Message("A"): ["a.py"]}, {}, {"A": "mới"})

    assert merged.find("A").msgstr == "mới"


def test_a_message_with_and_without_plural_is_one_entry_with_it():
    ours = {Message("act"): ["a.py"], Message("act", plural="acts"): ["b.py"]}

    [entry] = translations.merge(polib.POFile(), ours, {}, {"act": "việc"})

    assert (entry.msgid_plural, entry.msgstr_plural) == ("acts", {0: "việc"})


@pytest.fixture
def elsewhere(monkeypatch, tmp_path):
    """The command writes into a folder of the test, not over the catalogue of the project."""
    monkeypatch.setattr(translations, "CATALOGUE", tmp_path / "vi" / "django.po")
    return tmp_path


def test_the_command_writes_both_files_and_names_what_is_missing(elsewhere, capsys):
    words = elsewhere / "words.json"
    decomposed = unicodedata.normalize("NFD", "%(time)s ngày %(day)s")
    words.write_text(json.dumps({"%(time)s on %(day)s": decomposed, "Unasked": "x"}))

    call_command("update_translations", "--from", str(words))

    out, err = capsys.readouterr()
    stored = translations.read()
    assert stored.find("%(time)s on %(day)s").msgstr == "%(time)s ngày %(day)s"
    assert (elsewhere / "vi" / "django.mo").read_bytes() == stored.to_binary()
    assert "nobody asks for: 'Unasked'" in err
    assert "no Vietnamese: 'Enter a valid domain name.'" in err
    assert f"{len(stored)} messages" in out


@pytest.mark.parametrize("content", ["{", "[]", '{"a": 1}', None])
def test_the_command_refuses_a_file_that_is_no_list_of_words(elsewhere, content):
    words = elsewhere / "words.json"
    if content is not None:
        words.write_text(content)

    with pytest.raises(CommandError, match=r"words\.json"):
        call_command("update_translations", "--from", str(words))
    assert not translations.CATALOGUE.exists()
