"""Yearly results of organisations, from which chains of years are counted (R5)."""

from django.db import transaction
from django.utils.translation import gettext as _

from accounts.evidence import because
from accounts.refusal import Refused
from blocs.models import Organisation
from blocs.workflow.locks import refusing

from ..models import YearlyResult


@transaction.atomic
def record_results(results, *, by, why=""):
    """Keep results {(pk of an organisation, year): (rating, paper)}; return how many changed.

    An empty rating takes a result away. What changes or takes away a stored one needs `why`.
    """
    organisations = {pk for pk, _year in results}
    list(Organisation.objects.select_for_update(no_key=True).filter(pk__in=organisations))
    stored = YearlyResult.objects.filter(organisation__in=organisations)
    stored = {(each.organisation_id, each.year): each for each in stored}
    changes = {place: told for place, told in results.items() if told != _told(stored.get(place))}
    if any(place in stored for place in changes) and not why.strip():
        raise Refused(_("Say why a result that is on record is changed."))
    with because(by, why), refusing():
        for (organisation, year), (rating, document) in changes.items():
            _keep(stored.get((organisation, year)), organisation, year, rating, document)
    return len(changes)


def _keep(result, organisation, year, rating, document):
    if not rating:
        if result:
            result.delete()
        return
    if not document.strip():
        raise Refused(_("Name the paper on which the result of %(year)s rests.") % {"year": year})
    result = result or YearlyResult(organisation_id=organisation, year=year)
    result.rating, result.document = rating, document
    result.save()


def _told(result):
    return (result.rating, result.document) if result else ("", "")
