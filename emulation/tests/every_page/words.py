"""Which words of a page are in the wrong language: those of the catalogue, and those that stay."""

import re

from django.apps import apps
from django.db.models import CharField, TextField

from accounts.models import Language
from blocs.models import Bloc, BlocWord, Province
from emulation import translations
from scoring.samples import SAMPLES

OURS = {"accounts", "files", "blocs", "pledges", "scoring", "awards", "reports", "desk"}
# Names of other programs, which bear no other in Vietnamese.
PROGRAMS = {"Android", "Google Calendar", "Outlook", "iPhone", "iPad", "iPhone, iPad"}
PUNCTUATION = " .,:;!?…“”\"'()–"
_HOLES = re.compile(r"%\(\w+\)[sd]|%[sd]|\{\w*\}|<[^>]*>|[\n]")
_WORDS = re.compile(r"[^\W\d_]+")


def has_words(text):
    """Whether it is long enough to belong to a language: two words."""
    return len(_WORDS.findall(text)) >= 2


def foreign_words(language):
    """The parts of our messages that no page in this language may show, in small letters."""
    found = set()
    for entry in translations.read():
        english, vietnamese = entry.msgid, translations.vietnamese_of(entry)
        own, foreign = (vietnamese, english) if language == "vi" else (english, vietnamese)
        parts = (part.strip(PUNCTUATION) for part in _HOLES.split(foreign.casefold()))
        found |= {part for part in parts if has_words(part) and part not in own.casefold()}
    return sorted(found, key=len, reverse=True)


def stored_texts():
    """Everything that the tables hold as text, and names that are the same in each language."""
    found = {sample.name for sample in SAMPLES.values()} | {
        *Language.labels,
        *BlocWord.labels,
        *PROGRAMS,
    }
    found |= {word for bloc in Bloc.objects.all() for word in (bloc.chair_word, bloc.deputy_word)}
    found |= {province.full_name for province in Province.objects.all()}
    for model in apps.get_models():
        if model._meta.app_label in OURS and not hasattr(model, "pgh_tracked_model"):
            for field in model._meta.concrete_fields:
                if isinstance(field, (CharField, TextField)) and not field.choices:
                    found |= set(model._default_manager.values_list(field.attname, flat=True))
    return {" ".join(text.split()).casefold() for text in found}


class Ear:
    """Hears what a page says apart from what is stored in the tables."""

    def __init__(self):
        stored = stored_texts()
        self._sentences = sorted(filter(has_words, stored), key=len, reverse=True)
        self._names = stored
        self._wrong = {language: foreign_words(language) for language in ("vi", "en")}
        self._known, self._judged = {}, {}

    def chrome(self, text):
        """The words of a text that are not stored, in small letters; "" where none is left."""
        if text not in self._known:
            left = text.casefold()
            for stored in self._sentences:
                left = left.replace(stored, " | ")
            own = [w for w in left.split() if w.strip(PUNCTUATION) not in self._names]
            self._known[text] = " ".join(own) if any(map(_WORDS.search, own)) else ""
        return self._known[text]

    def wrong(self, text, language):
        """What of a text is in the other language; None where nothing is."""
        if (text, language) not in self._judged:
            heard = self.chrome(text)
            parts = (part for part in self._wrong[language] if part in heard)
            whole = (p for p in parts if re.search(rf"(?<!\w){re.escape(p)}(?!\w)", heard))
            self._judged[text, language] = next(whole, None)
        return self._judged[text, language]
