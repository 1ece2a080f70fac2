"""Secret ballots (bỏ phiếu suy tôn): what is voted on, for whom, by whom (docs/field.md §4)."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from accounts.evidence import never_truncated, tracked
from blocs.models import EmulationYear, Seat
from vietnamese.fields import CharField, TextField

from ..thresholds import Threshold
from .guarding import (
    as_many_as_voters,
    electorate_is_fixed,
    is_whole_once_open,
    keeps_its_course,
    nominees_are_fixed,
)


class BallotState(models.TextChoices):
    PREPARED = "prepared", _("being prepared")
    OPEN = "open", _("open")
    CLOSED = "closed", _("closed")
    CANCELLED = "cancelled", _("cancelled")


class Electorate(models.TextChoices):
    """Who has one vote each."""

    ORGANISATIONS = "organisations", _("each member organisation")
    DELEGATES = "delegates", _("each delegate")


class BallotQuerySet(models.QuerySet):
    def visible_to(self, user):
        return self.filter(emulation_year__in=EmulationYear.objects.visible_to(user))


@tracked()
class Ballot(models.Model):
    """One round of a secret ballot of a bloc's year on one award.

    `quota` is how many may be chosen, on a ballot paper and in the result. Everything that rules
    the result is a parameter and stands from the opening on; `basis` says where it is written.
    `closes_at` is when voting ends; the result exists only once the ballot is closed.
    """

    emulation_year = models.ForeignKey(
        EmulationYear, models.PROTECT, related_name="ballots", verbose_name=_("emulation year")
    )
    first_round = models.OneToOneField(
        "self",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="second_round",
        verbose_name=_("first round"),
    )
    title = CharField(_("what is voted on"), max_length=300)
    quota = models.PositiveSmallIntegerField(_("how many may be chosen"), default=1)
    threshold = models.CharField(
        _("votes needed, of all who may vote"),
        max_length=10,
        choices=Threshold,
        default=Threshold.HALF,
    )
    basis = CharField(_("where these rules are written"), max_length=300)
    electorate = models.CharField(
        _("who has a vote"), max_length=13, choices=Electorate, default=Electorate.ORGANISATIONS
    )
    self_vote = models.BooleanField(_("a member may vote for itself"), default=True)
    allows_proxy = models.BooleanField(_("voting by written proxy is allowed"), default=True)
    consulted_on = models.DateField(_("consultation held on"))
    consultation = TextField(_("result of the consultation: number and kinds of awards"))
    state = models.CharField(
        _("state"), max_length=9, choices=BallotState, default=BallotState.PREPARED, editable=False
    )
    closes_at = models.DateTimeField(_("voting ends"), null=True, editable=False)

    objects = BallotQuerySet.as_manager()

    class Meta:
        verbose_name = _("secret ballot")
        ordering = ["emulation_year", "pk"]
        triggers = [keeps_its_course(), is_whole_once_open(), as_many_as_voters("id")]
        constraints = [
            # The pair that papers point to: a ballot of the same year.
            models.UniqueConstraint(
                fields=["id", "emulation_year"], name="ballot_belongs_to_its_year"
            ),
            models.CheckConstraint(
                condition=Q(state__in=BallotState.values), name="ballot_state_is_known"
            ),
            models.CheckConstraint(
                condition=Q(threshold__in=Threshold.values), name="ballot_threshold_is_known"
            ),
            models.CheckConstraint(
                condition=Q(electorate__in=Electorate.values), name="ballot_electorate_is_known"
            ),
            models.CheckConstraint(condition=Q(quota__gte=1), name="ballot_chooses_somebody"),
            models.CheckConstraint(
                condition=(Q(closes_at=None) & ~Q(state__in=["open", "closed"]))
                | (Q(closes_at__isnull=False) & ~Q(state="prepared")),
                name="ballot_has_an_end_once_open",
            ),
            models.CheckConstraint(
                condition=~Q(title="") & ~Q(basis="") & ~Q(consultation=""),
                name="ballot_says_what_and_by_which_rule",
            ),
        ]

    def __str__(self):
        return self.title

    @property
    def round(self):
        return 2 if self.first_round_id else 1

    @property
    def is_prepared(self):
        return self.state == BallotState.PREPARED

    @property
    def is_open(self):
        return self.state == BallotState.OPEN

    @property
    def is_closed(self):
        return self.state == BallotState.CLOSED

    def takes_votes(self, at):
        return self.is_open and at < self.closes_at


@tracked()
class Nominee(models.Model):
    """A member that may be chosen. Points and rank are those of the opening, as papers print them.

    The rank is empty where the member was not ranked, the points where nothing was scored.
    """

    ballot = models.ForeignKey(
        Ballot, models.PROTECT, related_name="nominees", verbose_name=_("secret ballot")
    )
    seat = models.ForeignKey(Seat, models.PROTECT, related_name="+", verbose_name=_("member"))
    points = models.DecimalField(
        _("points"), max_digits=9, decimal_places=2, null=True, editable=False
    )
    rank = models.PositiveSmallIntegerField(_("rank"), null=True, editable=False)

    class Meta:
        verbose_name = _("nominee")
        ordering = ["ballot", "seat__position", "pk"]
        triggers = [nominees_are_fixed()]
        constraints = [
            models.UniqueConstraint(
                fields=["ballot", "seat"], name="member_is_nominated_once_in_a_ballot"
            ),
        ]

    def __str__(self):
        return str(self.seat)


class Voter(models.Model):
    """One vote of a ballot: a member's, or in a ballot of delegates one person's.

    Fixed at the opening, as is who votes on paper. `has_voted` is set in the system only, and
    bears no time: no trigger copies these rows, and each vote writes all of them anew.
    """

    ballot = models.ForeignKey(
        Ballot, models.PROTECT, related_name="voters", verbose_name=_("secret ballot")
    )
    seat = models.ForeignKey(Seat, models.PROTECT, related_name="+", verbose_name=_("member"))
    person = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        null=True,
        related_name="+",
        verbose_name=_("delegate"),
    )
    on_paper = models.BooleanField(_("votes on paper"), default=False)
    proxy = CharField(_("written proxy"), max_length=300, blank=True)
    has_voted = models.BooleanField(_("has voted"), default=False)

    class Meta:
        verbose_name = _("voter")
        ordering = ["ballot", "seat__position", "pk"]
        triggers = [electorate_is_fixed(), as_many_as_voters("ballot_id"), never_truncated()]
        constraints = [
            models.UniqueConstraint(
                fields=["ballot", "seat", "person"],
                nulls_distinct=False,
                name="voter_has_one_vote_in_a_ballot",
            ),
            models.CheckConstraint(
                condition=Q(on_paper=False) | Q(has_voted=False),
                name="paper_voter_does_not_vote_in_the_system",
            ),
            models.CheckConstraint(
                condition=Q(proxy="") | Q(on_paper=True), name="proxy_votes_on_paper"
            ),
        ]

    def __str__(self):
        return f"{self.person} ({self.seat})" if self.person_id else str(self.seat)
