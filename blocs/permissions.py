"""Who may do what to what they can see. Who sees it: the querysets' `visible_to`."""

from .chairing import acting_today
from .models import ChairRight, PostKind
from .reach import reach_of


def is_administrator(user, _subject=None):
    return reach_of(user).is_administrator


def can_keep_records(user, _subject=None):
    """Staff of any province: the pages that only keepers of records have."""
    return bool(reach_of(user).is_administrator or reach_of(user).kept)


def can_keep_province(user, province):
    """Write the records of a province. What has no province is the administrator's."""
    reach = reach_of(user)
    return reach.is_administrator or (province is not None and province.pk in reach.kept)


def can_keep_organisation(user, organisation):
    return can_keep_province(user, organisation.province)


def can_keep_bloc(user, bloc):
    """Blocs, years, seats, terms and handovers are the staff's of the bloc's province."""
    return can_keep_province(user, bloc.province)


def can_keep_year(user, year):
    return can_keep_bloc(user, year.bloc)


def can_keep_post(user, post):
    """Staff keep representatives and observers; the others are appointed by administrators."""
    reach = reach_of(user)
    if reach.is_administrator:
        return True
    if post.kind == PostKind.REPRESENTATIVE:
        return post.organisation.province_id in reach.kept
    return post.kind == PostKind.OBSERVER and post.province_id in reach.kept


def can_keep_person(user, person):
    """Keep the account of somebody all of whose posts, past ones too, one may keep oneself."""
    if reach_of(user).is_administrator:
        return True
    posts = list(person.posts.select_related("organisation"))
    return bool(posts) and all(can_keep_post(user, post) for post in posts)


def can_write_notice(user, year):
    return can_keep_year(user, year) or holds_chair_right(user, year, ChairRight.NOTICES)


def can_record_conference(user, year):
    """Record a conference: who holds the year's work; the staff in its place, or of the past."""
    return can_do_year_work(user, year)


def can_change_conference(user, conference):
    """Change what is recorded of it. One of the past is its keepers' alone, in any year."""
    if conference.revoked_at:
        return False
    if conference.is_past:
        return can_keep_bloc(user, conference.bloc)
    return can_record_conference(user, conference.emulation_year)


def year_work_today(year):
    """Return who holds the year's work today, or None; read once for each year object."""
    return acting_today(year, ChairRight.YEAR_WORK)


def represents_year_work(user, year):
    """Whether the person acts for the organisation that holds the year's work today.

    No query where the year says its `holder` (`chairing.holder_of_year_work`).
    """
    own = reach_of(user).represented
    if hasattr(year, "holder"):
        return year.holder in own
    acting = year_work_today(year) if own else None
    return bool(acting) and acting.organisation.pk in own


def can_do_year_work(user, year):
    """Who holds the year's work today; the staff of the bloc's province stand in."""
    return can_keep_year(user, year) or (year.is_open and represents_year_work(user, year))


def can_keep_basis(user, basis):
    """National legal bases are the administrator's, those of a province its staff's."""
    return can_keep_province(user, basis.province)


def capacity(user, year, right=ChairRight.YEAR_WORK):
    """Return who holds the right today (None: nobody), and whether the person stands in."""
    acting = acting_today(year, right)
    return acting, bool(acting) and acting.organisation.pk not in reach_of(user).represented


def holds_chair_right(user, year, right):
    """Whether the person represents the organisation that holds this right of the chair today."""
    acting = year.is_open and acting_today(year, right)
    return bool(acting) and acting.organisation.pk in reach_of(user).represented
