"""Our Vietnamese catalogue without GNU gettext: merge the messages, keep them, compile them.

A message is ours when our code or templates ask for it. It is a package's when Django or another
package may say it to a user; it is in our catalogue when the package has no Vietnamese for it, or
none that is right.
"""

from pathlib import Path

import axes.conf
import django
import polib
from django.conf import settings

from .messages import Message, messages_in_python

CATALOGUE = Path(settings.BASE_DIR) / "locale/vi/LC_MESSAGES/django.po"
OF_A_PACKAGE = "Asked for by an installed package."
LINE = 100
METADATA = {
    "Content-Type": "text/plain; charset=UTF-8",
    "Content-Transfer-Encoding": "8bit",
    "Language": "vi",
    "MIME-Version": "1.0",
    "Plural-Forms": "nplurals=1; plural=0;",
}
# Django's pages for developers, its own admin and the names of languages meet no user of ours.
DJANGO_CATALOGUES = ["conf", "contrib/auth", "contrib/postgres"]
NOT_FOR_USERS = ("conf/global_settings.py", "contrib/admin", "contrib/auth/admin.py", "views/")


def package_messages():
    """Return {message: Vietnamese of its own, or ""} of what packages may say to a user."""
    spoken = dict.fromkeys(messages_in_python(Path(axes.conf.__file__).read_text()), "")
    for folder in DJANGO_CATALOGUES:
        locale = Path(django.__file__).parent / folder / "locale"
        own = {
            _key(entry): vietnamese_of(entry)
            for entry in _entries(locale / "vi/LC_MESSAGES/django.po")
        }
        for entry in _entries(locale / "en/LC_MESSAGES/django.po"):
            if not all(file.startswith(NOT_FOR_USERS) for file, _line in entry.occurrences):
                message = Message(entry.msgid, entry.msgctxt or "", entry.msgid_plural)
                spoken[message] = own.get(_key(entry), "")
    return spoken


def _entries(path):
    return polib.pofile(str(path)) if path.exists() else []


def merge(catalogue, ours, packages, added=None):
    """Return a new catalogue of exactly the messages of today, in a stable order.

    `ours` is {message: files}, `packages` is {message: its own Vietnamese}; `added` is
    {msgid: Vietnamese} and wins over what the catalogue said. A package's message is kept when
    the package has no Vietnamese, or when the catalogue says it better.
    """
    said = {_key(entry): vietnamese_of(entry) for entry in catalogue if not entry.fuzzy}
    added = added or {}
    merged = polib.POFile(wrapwidth=LINE)
    merged.metadata = METADATA
    files = {_place(message): found for message, found in ours.items()}
    theirs = {_place(message): words for message, words in packages.items()}
    # Sorted, so that a message asked for with and without plural is kept with it.
    for place, message in {_place(m): m for m in sorted({*ours, *packages})}.items():
        words = added.get(message.msgid) or said.get(place, "")
        if place in files or words or not theirs[place]:
            merged.append(_entry(message, words, files.get(place, [])))
    return merged


def _entry(message, words, files):
    return polib.POEntry(
        msgid=message.msgid,
        msgctxt=message.context or None,
        msgid_plural=message.plural,
        msgstr="" if message.plural else words,
        msgstr_plural={0: words} if message.plural else {},
        tcomment="" if files else OF_A_PACKAGE,
        occurrences=[(file, "") for file in files],
    )


def _place(message):
    return message.context, message.msgid


def _key(entry):
    return entry.msgctxt or "", entry.msgid


def vietnamese_of(entry):
    """The Vietnamese, which has no plural: one text for any number."""
    return entry.msgstr_plural.get(0, "") if entry.msgid_plural else entry.msgstr


def untranslated(catalogue):
    """Return the ids that have no Vietnamese yet."""
    return [entry.msgid for entry in catalogue if not vietnamese_of(entry) or entry.fuzzy]


def read():
    """Return the stored catalogue; an empty one where there is none yet."""
    if not CATALOGUE.exists():
        return polib.POFile()
    return polib.pofile(str(CATALOGUE), wrapwidth=LINE)


def write(catalogue):
    """Store the catalogue and, beside it, the compiled file that Django reads."""
    CATALOGUE.parent.mkdir(parents=True, exist_ok=True)
    catalogue.save(str(CATALOGUE))
    CATALOGUE.with_suffix(".mo").write_bytes(catalogue.to_binary())
