"""Who may score itself, submit, check, choose the stages. Who sees what: `scoring.seeing`."""

from blocs.permissions import can_keep_year
from blocs.reach import reach_of

from .permissions import can_keep_criteria

# The standing body of the council: the staff of the bloc's province.
can_verify = can_keep_year

# Who keeps the criteria says through which stages the scores by them pass.
can_choose_stages = can_keep_criteria


def can_score_itself(user, seat):
    """Fill in a member's self-score: its own representatives, and nobody in their place."""
    own = seat.organisation_id in reach_of(user).represented
    return own and seat.left_on is None


def can_submit(user, seat):
    """Submit it: the head of the member, or who is authorised to sign."""
    return can_score_itself(user, seat) and seat.organisation_id in reach_of(user).signed_for


def can_check(user, columns_and_seat):
    """Check a member's sheet: who checks it by the rule; the staff of the province stand in.

    Nobody who acts for the member itself, in whichever capacity.
    """
    columns, seat = columns_and_seat
    if seat.pk in columns.viewer.own:
        return False
    return seat.pk in columns.viewer.checks or can_keep_year(user, columns.year)


def stands_in_checking(columns, seat):
    """Whether the person checks in the place of another: then a reason is asked."""
    return seat.pk not in columns.viewer.checks and columns.checkers.acting is not None
