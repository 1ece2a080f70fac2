"""What every verb of a bloc begins with: one lock decides between two that press at once."""

from contextlib import contextmanager

from django.db import DatabaseError, connection, transaction
from django.utils.translation import gettext as _

from accounts.refusal import Refused

from ..models import Bloc, EmulationYear

SENTENCES = {
    "bloc_has_one_chair_a_day": lambda: _(
        "Another organisation already chairs the bloc on some of these days. "
        "End its term first, or record a handover."
    ),
    "organisation_has_a_role_once_a_day": lambda: _(
        "This organisation already has a role in the bloc on some of these days."
    ),
    "past_term_is_entered_once": lambda: _("This term is already recorded."),
    "organisation_sits_once_a_year": lambda: _(
        "This organisation already sits in the bloc that year."
    ),
    "handover_joins_its_terms": lambda: _(
        "This day is fixed by a handover. Correct it by revoking the handover or by a new one."
    ),
    "organisation_succession_is_entered_once": lambda: _("This succession is already recorded."),
    "term_is_given_once": lambda: _("A handover from this term is already recorded."),
    "term_is_received_once": lambda: _("A handover to this term is already recorded."),
    "alias_is_entered_once": lambda: _("Two of these other names are the same."),
    "post_is_held_once_a_day": lambda: _("This person already holds this post in that period."),
    "source_is_entered_once": lambda: _(
        "This source is already recorded: choose it from the list."
    ),
    "legal_basis_is_entered_once": lambda: _("An instrument of this number is entered already."),
    "deadline_rule_is_entered_once": lambda: _(
        "Somebody else set these deadlines at the same moment. Open the page again."
    ),
    "activity_has_one_owner": lambda: _("Choose the member in charge, or write who is."),
    "activity_has_one_host": lambda: _("Choose the member that hosts it, or write the place."),
    "bloc_has_a_year_once": lambda: _("This emulation year is already open."),
}


def lock_bloc(bloc_id):
    """Take the bloc for this transaction; whoever comes second waits and then sees the result."""
    return Bloc.objects.select_for_update(no_key=True).get(pk=bloc_id)


def lock_open_year(year_id):
    """Take the year's bloc and return the year as it now stands; refuse if it is closed."""
    bloc = lock_bloc(EmulationYear.objects.values_list("bloc", flat=True).get(pk=year_id))
    year = EmulationYear.objects.select_related("bloc").get(pk=year_id, bloc=bloc)
    if not year.is_open:
        raise Refused(
            _("The emulation year %(year)s is closed. Reopen it first.") % {"year": year.year}
        )
    return year


@contextmanager
def refusing():
    """Turn a broken invariant of the database into the sentence that explains it.

    The invariants that wait for the end of the transaction are checked here, so that the refusal
    reaches the person who caused it.
    """
    try:
        with transaction.atomic():
            yield
            with connection.cursor() as cursor:
                cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
                cursor.execute("SET CONSTRAINTS ALL DEFERRED")
    except DatabaseError as error:
        diagnosis = getattr(error.__cause__, "diag", None)
        name = getattr(diagnosis, "constraint_name", None)
        if name not in SENTENCES:
            raise
        raise Refused(SENTENCES[name]()) from error
