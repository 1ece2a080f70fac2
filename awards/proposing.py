"""Whom the announced standing puts forward by the quota, and who comes next. Pure.

The kinds of award by which a bloc proposes are known by their codes (docs/field.md §5.2).
"""

from collections import Counter

from .quotas import CERTIFICATE, FLAG, NOMINEE, put_forward

GOVERNMENT_FLAG, PROVINCE_FLAG, PROVINCE_CERTIFICATE = "CO_CP", "CO_TINH", "BK_TINH"
CODES = {NOMINEE: GOVERNMENT_FLAG, FLAG: PROVINCE_FLAG, CERTIFICATE: PROVINCE_CERTIFICATE}


def places_of(quota):
    """{code: how many there may be}; kinds outside the quota are not in it."""
    return {
        GOVERNMENT_FLAG: quota.nominees,
        PROVINCE_FLAG: quota.flags,
        PROVINCE_CERTIFICATE: quota.certificates,
    }


def leading_places(quota):
    """How many ranks the flags of the province reach: the nominee beside them takes one more."""
    return quota.flags + (0 if quota.nominee_within else quota.nominees)


def proposals(ranking, quota, no_flag=frozenset()):
    """Return the pairs (code, member) of which nothing is undecided, best first.

    `ranking` is [(member, rank or None)]. A nominee that takes one of the flags is proposed for
    both. Who stands in a tie across the line of an award is not in it: the bloc votes.
    """
    found = []
    for line in put_forward(ranking, quota, no_flag):
        found += [(CODES[line.award], member) for member in line.members]
        if line.award == NOMINEE and quota.nominee_within:
            found += [(PROVINCE_FLAG, member) for member in line.members]
    return found


def next_in_rank(ranking, holders, passed_over=frozenset()):
    """Return who comes next by the ranking when a place is free: equals all together.

    `holders` have this award or a higher one on the list, `passed_over` are out of question.
    """
    free = [
        (member, rank)
        for member, rank in ranking
        if rank is not None and member not in holders and member not in passed_over
    ]
    return [member for member, rank in free if rank == free[0][1]]


def due_by_quota(case, nominations, quota):
    """[(code, seat)] that the announced standing puts forward and no list has yet.

    Whoever left a list does not come back by itself, and no list grows beyond the quota.
    """
    gone = {(each.kind.code, each.seat_id) for each in nominations}
    taken = Counter(each.kind.code for each in nominations if not each.is_given_up)
    places, wanted = places_of(quota), []
    for code, seat in proposals(case.announced.ranking, quota, case.no_flag):
        if (code, seat) not in gone and taken[code] < places[code]:
            taken[code] += 1
            wanted.append((code, seat))
    return wanted
