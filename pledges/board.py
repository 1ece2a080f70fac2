"""Who has signed a covenant, who has not, and whose signature carries over. Pure, from versions."""

import datetime as dt
from dataclasses import dataclass

from .reading import Member, Reserved, Signed
from .wording import substance


@dataclass(frozen=True)
class Place:
    """A member's place in the grid of signatures of a version.

    `version` is the number of the version that was signed: an earlier one where nothing that
    concerns the member has changed since. `since` is when signing opened, `due` the last day.
    """

    member: Member
    signed: Signed | None = None
    version: int | None = None
    reserved: tuple[Reserved, ...] = ()
    since: dt.datetime | None = None
    due: dt.date | None = None
    carries_over: bool = False


def board(versions, version, *, on, due=None, since=None):
    """Return a Place for each member that sits on the day or has signed, in protocol order.

    `due` gives the last day of a member: {seat: day}.
    """
    standing = standing_of(versions, version)
    return [
        _place(member, version, standing.get(member.pk), (due or {}).get(member.pk), since)
        for member in version.members
        if member.sits_on(on) or member.pk in standing
    ]


def standing_of(versions, version):
    """Return {seat: the Version under which the signature stands that counts for this version}.

    Its own signature; else the one that counted for the version before, as long as nothing that
    concerns the member differs between the two.
    """
    standing, before = {}, None
    for each in (v for v in versions if v.number <= version.number):
        kept = {}
        for member in each.members:
            if member.pk in each.signed:
                kept[member.pk] = each
            elif member.pk in standing and not touches(before, each, member.pk):
                kept[member.pk] = standing[member.pk]
        standing, before = kept, each
    return standing


def touches(before, after, seat):
    """Whether an amendment changes what concerns a member."""
    return substance(before.text.of(seat)) != substance(after.text.of(seat))


def unsigned(places):
    return [place for place in places if place.signed is None]


def _place(member, version, under, due, since):
    if under is None:
        return Place(member, since=since, due=due)
    signed = under.signed[member.pk]
    return Place(
        member,
        signed,
        under.number,
        _renumbered(signed, under, version, member.pk),
        since,
        due,
        carries_over=under.number != version.number,
    )


def _renumbered(signed, under, version, seat):
    """The reservations under the numbers that the commitments bear in this version."""
    old, new = under.text.of(seat).pledges, version.text.of(seat).pledges
    now = {a.number: b.number for a, b in zip(old, new, strict=False)}
    return tuple(
        Reserved(now.get(each.number, each.number), each.reason) for each in signed.reserved
    )
