"""Bring locale/vi up to date with the code and the templates. Needs no GNU gettext, no database."""

import json
from pathlib import Path

from django.core.management.base import BaseCommand, CommandError

from emulation import messages, translations
from vietnamese.text import nfc


class Command(BaseCommand):
    help = "Collect all messages into locale/vi and compile it; lists what has no Vietnamese yet."
    requires_system_checks = []

    def add_arguments(self, parser):
        parser.add_argument(
            "--from",
            action="append",
            default=[],
            dest="files",
            metavar="FILE.json",
            help='Vietnamese to add: {"English message": "Vietnamese"}; may be given several times',
        )

    def handle(self, *, files, **options):
        added = {}
        for file in files:
            added |= _read(file)
        try:
            ours = messages.our_messages()
        except messages.UnreadableMessage as problem:
            raise CommandError(str(problem)) from problem
        packages = translations.package_messages()
        catalogue = translations.merge(translations.read(), ours, packages, added)
        translations.write(catalogue)
        known = {message.msgid for message in {*ours, *packages}}
        for msgid in sorted(set(added) - known):
            self.stderr.write(f"nobody asks for: {msgid!r}")
        missing = translations.untranslated(catalogue)
        for msgid in missing:
            self.stderr.write(f"no Vietnamese: {msgid!r}")
        self.stdout.write(f"{len(catalogue)} messages, {len(missing)} without Vietnamese.")


def _read(file):
    try:
        words = json.loads(Path(file).read_text(encoding="utf-8"))
    except (OSError, ValueError) as problem:
        raise CommandError(f"{file}: {problem}") from problem
    if not isinstance(words, dict) or not all(isinstance(text, str) for text in words.values()):
        raise CommandError(f'{file}: not of the form {{"English message": "Vietnamese"}}')
    return {msgid: nfc(text) for msgid, text in words.items()}
