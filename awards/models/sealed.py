"""The ballots themselves. Only `awards.sealing` may open this file's table."""

import uuid

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.utils.translation import gettext_lazy as _

from accounts.evidence import never_truncated

from .ballots import Ballot
from .guarding import as_many_as_voters, is_marked_rightly


class BallotPaper(models.Model):
    """One ballot cast in the system: the nominees agreed to and those refused, and nothing else.

    No voter, no moment, no number: a random key. Not evidence, so no trigger copies it. Every vote
    takes all papers of the ballot out and puts them back in random order, under new keys.
    """

    key = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    ballot = models.ForeignKey(
        Ballot, models.PROTECT, related_name="papers", verbose_name=_("secret ballot")
    )
    agreed = ArrayField(models.BigIntegerField(), default=list)
    refused = ArrayField(models.BigIntegerField(), default=list)

    class Meta:
        verbose_name = _("ballot paper")
        ordering = ["key"]
        triggers = [is_marked_rightly(), as_many_as_voters("ballot_id"), never_truncated()]

    def __str__(self):
        return str(self.key)
