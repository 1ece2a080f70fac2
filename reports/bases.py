"""The legal bases that a paper cites: those in force on its own day (docs/field.md §1.1, R8)."""

import re

from blocs.models import LegalBasis

# By the letters of the number, the highest first.
RANKS = (r"/QH\d*$", r"/NĐ-CP$", r"/QĐ-TTg$", r"/TT-", r"/HD-")


def bases_on(province, day):
    """Return the citations of the bases usually cited that are in force on the day.

    Laws first, then decrees, circulars, guidance, others, and the province's own at the end; the
    older before the younger. `province` None: the national ones. One query.
    """
    bases = LegalBasis.objects.of(province).in_force_on(day).filter(is_usual=True)
    return tuple(basis.citation for basis in sorted(bases, key=_place))


def expired(bases, day):
    """Return those of these rows of LegalBasis that may not be cited on the day: to warn of them.

    It has ended by then, has not begun, or nobody has recorded since when it holds.
    """
    return [basis for basis in bases if not basis.is_in_force_on(day)]


def rank(number):
    """Return the place of an instrument in the order of law by its number: 0 for a law."""
    found = (place for place, letters in enumerate(RANKS) if re.search(letters, number))
    return next(found, len(RANKS))


def _place(basis):
    return basis.province_id is not None, rank(basis.number), basis.first_on, basis.pk
