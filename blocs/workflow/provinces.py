"""What becomes of a province: it goes over into another on a day."""

from django.db import transaction
from django.db.backends.postgresql.psycopg_any import DateRange
from django.utils.translation import gettext as _

from accounts.evidence import because
from accounts.refusal import Refused

from ..models import Province, ProvinceSuccession


@transaction.atomic
def succeed_province(predecessor, *, successor, on, document="", by):
    """Record that a province went over into another, from 00:00 of a day on (docs/field.md §8.5).

    From that day the old one is no longer valid; its organisations, blocs and posts stay as they
    are, and the staff of the successor keep its records too. Going over into several provinces is
    recorded once for each, on the same day.
    Raises Refused if it ended on another day, has not begun by then, or the successor is itself,
    not in force on that day, or recorded already.
    """
    rows = Province.objects.select_for_update(no_key=True).order_by("pk")
    locked = {row.pk: row for row in rows.filter(pk__in=[predecessor.pk, successor.pk])}
    predecessor, successor = locked[predecessor.pk], locked[successor.pk]
    _check(predecessor, successor, on)
    with because(by, document):
        predecessor.validity = DateRange(predecessor.validity.lower, on)
        predecessor.save()
        return ProvinceSuccession.objects.create(
            predecessor=predecessor, successor=successor, on=on, document=document
        )


def _check(predecessor, successor, on):
    if predecessor.pk == successor.pk:
        raise Refused(_("A province does not go over into itself. Choose another one."))
    if predecessor.validity.upper not in (None, on):
        raise Refused(_("This province already came to an end on another day."))
    if on <= predecessor.validity.lower:
        raise Refused(_("The day must come after the province's first day."))
    if not Province.objects.in_force_on(on).filter(pk=successor.pk).exists():
        raise Refused(
            _("%(name)s does not exist on that day. Correct its first or last day before.")
            % {"name": successor.full_name}
        )
    if predecessor.successions.filter(successor=successor).exists():
        raise Refused(_("This change is already recorded."))
