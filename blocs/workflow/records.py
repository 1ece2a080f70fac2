"""Plain records: provinces, organisations, blocs and their names."""

from django.db import transaction

from accounts.evidence import because
from vietnamese.text import nfc, search_key

from .locks import refusing


@transaction.atomic
def keep(record, *, by, why="", aliases=None):
    """Store a record that its form has checked, and, where given, exactly these other names.

    `aliases` is a list of names; those not in it are removed. Of names that differ only in accents
    or capitals the first is kept: search finds both.
    """
    with because(by, why), refusing():
        record.save()
        if aliases is not None:
            _keep_aliases(record, aliases)
    return record


def _keep_aliases(record, names):
    wanted = {search_key(name): nfc(name).strip() for name in reversed(names) if search_key(name)}
    record.aliases.exclude(alias__in=wanted.values()).delete()
    known = set(record.aliases.values_list("alias", flat=True))
    for name in reversed(wanted.values()):
        if name not in known:
            record.aliases.create(alias=name)
