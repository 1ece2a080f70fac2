"""The registry: every award of every organisation and person."""

from django.contrib.postgres.indexes import GinIndex
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from accounts.evidence import tracked
from blocs.models import EmulationYear, Organisation
from blocs.reach import reach_of
from pledges.commending import Recipients
from vietnamese.fields import CharField, SearchKey, SortKey, TextField

from .decisions import Decision, HistoryImport
from .law import AwardKind, Recipient
from .nominations import Nomination


class Method(models.TextChoices):
    """Methods of commendation in the state's statistics (docs/field.md §1.5)."""

    REGULAR = "regular", _("regular, by merit")
    THEMATIC = "thematic", _("thematic")
    EXTRAORDINARY = "extraordinary", _("extraordinary")
    EXTERNAL = "external", _("external relations")
    LIFELONG = "lifelong", _("lifelong contribution")
    LENGTH = "length", _("length of service")


class Sex(models.TextChoices):
    FEMALE = "female", _("female")
    MALE = "male", _("male")


class AwardQuerySet(models.QuerySet):
    def visible_to(self, user):
        """Keep those of provinces that the person reads, of own organisations, and public ones.

        Public is for whoever has signed in; a stranger sees nothing. Where it is one or the other,
        the decisions are read first: an OR over two tables would read all awards, one over two
        columns takes their indexes (docs/decisions/0032-…).
        """
        if not user.is_authenticated:
            return self.none()
        reach = reach_of(user)
        # What was entered by mistake is no award; its decision's own page still shows it.
        entered = self.exclude(decision__in=Decision.objects.exclude(void_at=None))
        if reach.is_administrator:
            return entered
        if not reach.read_as:
            seen = Q(decision__province__in=reach.read_provinces) | Q(decision__is_public=True)
            return entered.filter(seen)
        decisions = list(Decision.objects.visible_to(user).order_by().values_list("pk", flat=True))
        return entered.filter(Q(organisation__in=reach.read_as) | Q(decision__in=decisions))

    def valid(self):
        """Keep what was not revoked, of decisions that were not entered by mistake."""
        return self.filter(revoked_on=None, decision__void_at=None)


@tracked(exclude=["sort_key", "search_key"])
class Award(models.Model):
    """An award of an organisation or a person, under the names of that day. No identity numbers.

    Every row bears the dimensions of the state's statistics (docs/field.md §1.6, R9). `money` in
    đồng is that of the day of the decision; empty where none is known. Rows of past years may not
    know a person's sex.
    """

    decision = models.ForeignKey(
        Decision, models.PROTECT, related_name="awards", verbose_name=_("decision")
    )
    kind = models.ForeignKey(
        AwardKind, models.PROTECT, related_name="awards", verbose_name=_("kind of award")
    )
    nomination = models.OneToOneField(
        Nomination,
        models.PROTECT,
        null=True,
        related_name="award",
        editable=False,
        verbose_name=_("nomination"),
    )
    emulation_year = models.ForeignKey(
        EmulationYear,
        models.PROTECT,
        null=True,
        related_name="awards",
        editable=False,
        verbose_name=_("year of the bloc"),
    )
    year = models.PositiveSmallIntegerField(_("year of the achievement"))
    recipient = models.CharField(_("recipient"), max_length=10, choices=Recipient)
    organisation = models.ForeignKey(
        Organisation,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="awards",
        verbose_name=_("organisation on record"),
    )
    organisation_name = CharField(_("organisation, as of that day"), max_length=200)
    person_name = CharField(_("full name"), max_length=120, blank=True)
    person_position = CharField(_("position"), max_length=200, blank=True)
    sex = models.CharField(_("sex"), max_length=6, choices=Sex, blank=True)
    recipient_class = models.CharField(_("class of recipient"), max_length=13, choices=Recipients)
    method = models.CharField(_("method of commendation"), max_length=13, choices=Method)
    achievement = CharField(_("achievement"), max_length=500)
    money = models.PositiveBigIntegerField(_("award money, in đồng"), null=True)
    handed_on = models.DateField(_("handed over on"), null=True, blank=True)
    occasion = CharField(_("occasion"), max_length=300, blank=True)
    revoked_on = models.DateField(_("revoked on"), null=True, blank=True)
    revoke_document = CharField(_("decision of the revocation"), max_length=300, blank=True)
    revoke_reason = TextField(_("reason for revoking"), blank=True)
    history_import = models.ForeignKey(
        HistoryImport,
        models.PROTECT,
        null=True,
        editable=False,
        related_name="awards",
        verbose_name=_("import of past awards"),
    )
    sort_key = SortKey(of="organisation_name")
    search_key = SearchKey(of=("person_name", "organisation_name", "achievement"))

    objects = AwardQuerySet.as_manager()

    class Meta:
        verbose_name = _("award")
        ordering = ["-year", "kind__position", "sort_key", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(recipient__in=Recipient.values), name="award_recipient_is_known"
            ),
            models.CheckConstraint(
                condition=Q(recipient_class__in=Recipients.values),
                name="award_recipient_class_is_known",
            ),
            models.CheckConstraint(
                condition=Q(method__in=Method.values), name="award_method_is_known"
            ),
            models.CheckConstraint(
                condition=Q(sex__in=["", *Sex.values]), name="award_sex_is_known"
            ),
            models.CheckConstraint(
                condition=Q(
                    recipient="collective", recipient_class="collective", person_name="", sex=""
                )
                | (
                    Q(recipient="person")
                    & ~Q(recipient_class="collective")
                    & ~Q(person_name="")
                    & (Q(history_import__isnull=False) | ~Q(sex=""))
                ),
                name="award_is_of_a_collective_or_a_person",
            ),
            models.CheckConstraint(
                condition=~Q(organisation_name="") & ~Q(achievement=""),
                name="award_names_organisation_and_achievement",
            ),
            models.CheckConstraint(
                condition=Q(year__gte=1948, year__lte=2100), name="award_year_is_one"
            ),
            models.CheckConstraint(
                condition=Q(revoked_on=None, revoke_document="", revoke_reason="")
                | (Q(revoked_on__isnull=False) & ~Q(revoke_document="") & ~Q(revoke_reason="")),
                name="award_is_revoked_by_a_decision_for_a_reason",
            ),
            models.CheckConstraint(
                condition=Q(handed_on=None) | ~Q(occasion=""), name="award_is_handed_over_somewhere"
            ),
        ]
        indexes = [
            models.Index(fields=["kind", "year"], name="award_by_kind_and_year"),
            models.Index(fields=["organisation", "year"], name="award_by_organisation"),
            models.Index(fields=["-year", "-id"], name="award_newest_first"),
            # Serves `search_key__contains` (docs/decisions/0032-…).
            GinIndex(fields=["search_key"], opclasses=["gin_trgm_ops"], name="award_by_words"),
        ]

    def __str__(self):
        return f"{self.recipient_name}: {self.kind}"

    @property
    def recipient_name(self):
        return self.person_name or self.organisation_name

    @property
    def is_revoked(self):
        return self.revoked_on is not None

    @property
    def may_be_removed(self):
        """Entered by mistake, and nothing rests on it: what was really given is revoked instead."""
        return not (self.nomination_id or self.revoked_on or self.handed_on)

    @property
    def is_historical(self):
        """From past records: told with less certainty. Needs its decision."""
        return self.history_import_id is not None or self.decision.is_historical
