"""How a person writes on a page of this room, and what a form does with a refusal."""

from dataclasses import dataclass

from django.utils import timezone

from accounts.refusal import Refused
from blocs.chairing import Acting
from blocs.permissions import year_work_today
from blocs.reach import reach_of

from ..workflow import ChangedMeanwhile


@dataclass(frozen=True)
class Writing:
    """In which way somebody writes: with the chair's right or a member's, or into a closed year.

    `uses_right` is true where the chair's right is used, by `chair` (None: there is none today) or,
    with a reason, in its place (`stands_in`).
    """

    uses_right: bool = False
    chair: Acting | None = None
    stands_in: bool = False
    is_history: bool = False


def writing(user, year, seat=None):
    """Say how the person writes for the member of the seat, or without one for the bloc."""
    if not year.is_open:
        return Writing(is_history=True)
    represented = reach_of(user).represented
    if seat and seat.organisation_id in represented:
        return Writing()
    chair = year_work_today(year)
    return Writing(True, chair, bool(chair) and chair.organisation.pk not in represented)


def signed(request):
    """Who does it and when, for a verb."""
    return {"by": request.user, "at": timezone.now()}


def entered(form, verb):
    """Call the verb with a valid form's data; return (what it returned or None, what stands there).

    The second is there where somebody else has changed the record meanwhile: the form keeps what
    was typed and carries the version of the stored one.
    """
    if not form.is_valid():
        return None, None
    try:
        return verb(**form.cleaned_data), None
    except ChangedMeanwhile as refusal:
        form.add_error(None, str(refusal))
        form.show_version(refusal.row.version if refusal.row else 0)
        return None, refusal.row
    except Refused as refusal:
        form.add_error(None, str(refusal))
        return None, None


def stored_lines(row, names):
    """[(label, value as shown)] of the stored columns that are not empty; of None, nothing."""
    if row is None:
        return []
    found = []
    for name in names:
        shown = getattr(row, f"get_{name}_display", None)
        value = shown() if shown else getattr(row, name)
        if value not in ("", None):
            found.append((row._meta.get_field(name).verbose_name, value))
    return found
