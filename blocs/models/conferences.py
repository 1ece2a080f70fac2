"""Conferences of a bloc: what they were for, when and where they were held, what they decided."""

import pgtrigger
from django.conf import settings
from django.contrib.postgres.expressions import ArraySubquery
from django.db import models
from django.db.models import Exists, F, OuterRef, Q
from django.db.models.functions import JSONObject
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from accounts.evidence import tracked
from vietnamese.fields import CharField, SearchKey, TextField

from .acts import ChairAct
from .blocs import Bloc
from .organisations import Organisation
from .revoking import Revocable, revoked_for_a_reason
from .sources import Sourced
from .years import EmulationYear


class Purpose(models.TextChoices):
    """What a conference of a bloc is held for, in the order of the year (docs/field.md §2.2)."""

    SIGNING = "signing", _("signing the covenant")
    LAUNCHING = "launching", _("launching the year's work")
    HALF_YEAR_REVIEW = "half_year_review", _("half-year review")
    CROSS_CHECK = "cross_check", _("cross-check")
    APPRAISAL = "appraisal", _("appraisal")
    YEAR_END_REVIEW = "year_end_review", _("year-end review")
    HANDOVER = "handover", _("handover of the chair")
    OTHER = "other", _("other meeting")


class PartOfDay(models.TextChoices):
    MORNING = "morning", _("morning")
    AFTERNOON = "afternoon", _("afternoon")
    EVENING = "evening", _("evening")
    WHOLE_DAY = "whole_day", _("whole day")
    UNKNOWN = "unknown", _("not recorded")


class ConferenceQuerySet(models.QuerySet):
    def visible_to(self, user):
        """Keep those of a year that the person may read: the main one, or that of a purpose."""
        return self.serving(EmulationYear.objects.visible_to(user))

    def serving(self, years):
        """Keep those that belong to one of these years, or serve it by one of their purposes."""
        purposes = ConferencePurpose.objects.filter(conference=OuterRef("pk"))
        return self.filter(
            Q(emulation_year__in=years) | Exists(purposes.filter(emulation_year__in=years))
        )

    def for_purpose(self, purpose, **of_year):
        """Keep those held for a purpose; `of_year` narrows it to the purposes of some years."""
        rows = ConferencePurpose.objects.filter(conference=OuterRef("pk"), purpose=purpose)
        return self.filter(Exists(rows.filter(**of_year)))

    def valid(self):
        return self.filter(revoked_at=None)

    def with_purposes(self):
        """Annotate `stated`: what each is for, as read by `Conference.purposes_said`."""
        rows = ConferencePurpose.objects.filter(conference=OuterRef("pk")).order_by("pk")
        stated = rows.values(row=JSONObject(purpose="purpose", year="emulation_year__year"))
        return self.annotate(stated=ArraySubquery(stated))

    def in_time(self):
        """The earliest first; those of an unknown day come last."""
        return self.order_by(F("held_on").asc(nulls_last=True), "pk")

    def latest_first(self):
        """The latest first; those of an unknown day come last here too."""
        return self.order_by(F("held_on").desc(nulls_last=True), "-pk")


@tracked(exclude=["search_key", "version"])
class Conference(Sourced, Revocable):
    """A conference of a bloc. Its emulation year is stated, never derived from its day.

    One of 4 January may close the year before and open this one: it belongs to one main year, and
    each purpose names the year it is for. What nobody recorded is empty. `recorded` is the chair's
    act by which it was entered; a conference of the past has none. `version` grows whenever the
    words change, so that of two who write at the same time the second is told.
    """

    bloc = models.ForeignKey(
        Bloc, models.PROTECT, related_name="conferences", editable=False, verbose_name=_("bloc")
    )
    emulation_year = models.ForeignKey(
        EmulationYear,
        models.PROTECT,
        related_name="conferences",
        editable=False,
        verbose_name=_("emulation year"),
    )
    title = CharField(_("title"), max_length=300)
    search_key = SearchKey(of="title")
    held_on = models.DateField(_("held on"), null=True, blank=True)
    part_of_day = models.CharField(
        _("part of the day"), max_length=9, choices=PartOfDay, default=PartOfDay.UNKNOWN
    )
    place = CharField(_("place"), max_length=300, blank=True)
    host = models.ForeignKey(
        Organisation,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("host"),
    )
    agenda = TextField(_("agenda"), blank=True)
    discussion = TextField(_("discussion"), blank=True)
    results = TextField(_("results"), blank=True)
    conclusions = TextField(_("conclusions"), blank=True)
    version = models.PositiveIntegerField(default=1, editable=False)
    recorded = models.OneToOneField(
        ChairAct,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        editable=False,
        verbose_name=_("act of the chair"),
    )
    recorded_at = models.DateTimeField(_("recorded at"), editable=False)
    recorded_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        editable=False,
        verbose_name=_("recorded by"),
    )

    objects = ConferenceQuerySet.as_manager()

    class Meta:
        verbose_name = _("conference")
        ordering = ["bloc", "held_on", "pk"]
        triggers = [pgtrigger.Protect(name="never_deleted", operation=pgtrigger.Delete)]
        constraints = [
            # The pairs that purposes, people and papers point to.
            models.UniqueConstraint(fields=["id", "bloc"], name="conference_belongs_to_its_bloc"),
            models.UniqueConstraint(
                fields=["id", "emulation_year"], name="conference_belongs_to_its_year"
            ),
            models.CheckConstraint(condition=~Q(title=""), name="conference_has_a_title"),
            models.CheckConstraint(
                condition=Q(part_of_day__in=PartOfDay.values),
                name="conference_part_of_day_is_known",
            ),
            revoked_for_a_reason("conference_is_revoked_for_a_reason"),
        ]

    def __str__(self):
        return self.title

    def get_absolute_url(self):
        return reverse("blocs:conference_detail", args=[self.bloc.slug, self.pk])

    @property
    def is_past(self):
        """Whether the keepers of the records entered it as history, without an act of the chair."""
        return self.recorded_id is None

    @property
    def purposes_said(self):
        """`[(label, year or None)]` of `stated`; the year only where it is not the main one."""
        main, labels = self.emulation_year.year, dict(Purpose.choices)
        return [
            (labels[row["purpose"]], None if row["year"] == main else row["year"])
            for row in sorted(self.stated, key=_in_order)
        ]


@tracked()
class ConferencePurpose(models.Model):
    """One thing that a conference was held for, and the emulation year for which it was done."""

    conference = models.ForeignKey(
        Conference, models.PROTECT, related_name="purposes", verbose_name=_("conference")
    )
    bloc = models.ForeignKey(
        Bloc, models.PROTECT, related_name="+", editable=False, verbose_name=_("bloc")
    )
    purpose = models.CharField(_("purpose"), max_length=16, choices=Purpose)
    emulation_year = models.ForeignKey(
        EmulationYear,
        models.PROTECT,
        related_name="conference_purposes",
        verbose_name=_("emulation year"),
    )

    class Meta:
        verbose_name = _("purpose of a conference")
        ordering = ["conference", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["conference", "purpose", "emulation_year"],
                name="conference_has_a_purpose_once_a_year",
            ),
            models.CheckConstraint(
                condition=Q(purpose__in=Purpose.values), name="conference_purpose_is_known"
            ),
        ]

    def __str__(self):
        return self.get_purpose_display()


def _in_order(row):
    return row["year"], Purpose.values.index(row["purpose"])
