"""Paper ballots as two persons counted them, each without the other."""

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from accounts.evidence import tracked

from .ballots import Ballot, Nominee
from .guarding import adds_up, counted_before_the_close

OF_COUNT = "(SELECT c.ballot_id FROM awards_papercount c WHERE c.id = {row}.count_id)"


@tracked()
class PaperCount(models.Model):
    """What one person entered of the ballots on paper. Two that agree are the count."""

    ballot = models.ForeignKey(
        Ballot, models.PROTECT, related_name="counts", verbose_name=_("secret ballot")
    )
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name=_("entered by")
    )
    at = models.DateTimeField(_("entered at"))
    issued = models.PositiveSmallIntegerField(_("ballots given out"))
    returned = models.PositiveSmallIntegerField(_("ballots taken in"))
    valid = models.PositiveSmallIntegerField(_("valid ballots"))
    invalid = models.PositiveSmallIntegerField(_("invalid ballots"))

    class Meta:
        verbose_name = _("count of ballots on paper")
        ordering = ["ballot", "pk"]
        triggers = [counted_before_the_close("{row}.ballot_id")]
        constraints = [
            models.UniqueConstraint(fields=["ballot", "by"], name="person_counts_a_ballot_once"),
            models.CheckConstraint(
                condition=Q(returned__lte=F("issued")),
                name="no_more_ballots_are_taken_in_than_given_out",
            ),
            models.CheckConstraint(
                condition=Q(returned=F("valid") + F("invalid")),
                name="valid_and_invalid_are_those_taken_in",
            ),
        ]

    def __str__(self):
        return str(self.by)


@tracked()
class PaperCountLine(models.Model):
    """One nominee's votes on paper, as one person entered them."""

    count = models.ForeignKey(
        PaperCount, models.CASCADE, related_name="lines", verbose_name=_("count")
    )
    nominee = models.ForeignKey(
        Nominee, models.PROTECT, related_name="+", verbose_name=_("nominee")
    )
    agree = models.PositiveSmallIntegerField(_("agree"))
    disagree = models.PositiveSmallIntegerField(_("disagree"))
    silent = models.PositiveSmallIntegerField(_("no opinion"))

    class Meta:
        verbose_name = _("line of a count")
        ordering = ["count", "nominee__seat__position", "pk"]
        triggers = [counted_before_the_close(OF_COUNT), adds_up()]
        constraints = [
            models.UniqueConstraint(
                fields=["count", "nominee"], name="nominee_has_one_line_in_a_count"
            ),
        ]

    def __str__(self):
        return str(self.nominee)
