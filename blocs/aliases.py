"""The other names of an organisation, for queries that read it beside something else."""

from django.contrib.postgres.expressions import ArraySubquery

from .models import OrganisationAlias


def other_names(organisation):
    """Return the aliases of an organisation as an expression: a list, read with the row."""
    return ArraySubquery(
        OrganisationAlias.objects.filter(organisation=organisation).order_by("pk").values("alias")
    )
