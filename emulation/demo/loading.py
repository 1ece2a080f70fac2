"""The whole demonstration, in one transaction, each bloc once."""

from django.db import transaction

from accounts.models import User
from blocs.models import Bloc

from . import minh_hoa
from .accounts import ADMINISTRATOR
from .articles import ARTICLES, load_article
from .minh_hoa_loading import load_minh_hoa

SLUGS = (*(facts.slug for facts in ARTICLES), minh_hoa.SLUG)


def holds_other_data():
    """Say whether people or blocs of the site's own are there, which the demonstration is not."""
    return (
        User.objects.filter(is_demo=False).exists() or Bloc.objects.exclude(slug__in=SLUGS).exists()
    )


@transaction.atomic
def load(*, at):
    """Load the blocs that are not there yet and return their addresses (none the second time).

    Raises ValidationError or IntegrityError, with nothing stored, when a user name or a name of
    the demonstration is taken by the site's own data.
    """
    there = set(Bloc.objects.filter(slug__in=SLUGS).values_list("slug", flat=True))
    missing = [slug for slug in SLUGS if slug not in there]
    if minh_hoa.SLUG in missing:  # first: it brings the people, one of whom issues a report
        load_minh_hoa(at=at)
    if articles := [facts for facts in ARTICLES if facts.slug in missing]:
        administrator = User.objects.get(username=ADMINISTRATOR)
        for facts in articles:
            load_article(facts, at=at, issued_by=administrator)
    return missing
