"""Terms of chair and deputies. A term is for a seat; its period says when it holds rights."""

import pgtrigger
from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import DateRangeField, RangeOperators
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from accounts.evidence import tracked
from vietnamese.fields import TextField

from .blocs import Bloc
from .revoking import Revocable, revoked_for_a_reason
from .sources import Sourced
from .years import EmulationYear, Seat


class TermRole(models.TextChoices):
    CHAIR = "chair", _("chair")
    DEPUTY = "deputy", _("deputy")


class Selection(models.TextChoices):
    """How the organisation was chosen (docs/field.md §2.4, §11)."""

    AGREED = "agreed", _("by agreement")
    SHOW_OF_HANDS = "show_of_hands", _("by show of hands")
    SECRET_BALLOT = "secret_ballot", _("by secret ballot")
    ROTATION = "rotation", _("by rotation")
    DESIGNATED = "designated", _("designated by the emulation council")
    UNKNOWN = "unknown", _("not recorded")


_JOINS_ITS_TERMS = """
IF EXISTS (
    SELECT FROM blocs_handover h
    JOIN blocs_term g ON g.id = h.giver_term_id
    JOIN blocs_term r ON r.id = h.receiver_term_id
    WHERE WHICH AND h.revoked_at IS NULL AND NOT (
        g.revoked_at IS NULL AND r.revoked_at IS NULL
        AND g.role = 'chair' AND r.role = 'chair'
        AND upper(g.period) IS NOT DISTINCT FROM h.effective_on
        AND lower(r.period) IS NOT DISTINCT FROM h.effective_on
    )
) THEN
    RAISE check_violation
    USING MESSAGE = 'handover_joins_its_terms', CONSTRAINT = 'handover_joins_its_terms';
END IF;
RETURN NULL;
"""


def joins_its_terms(which):
    """Trigger: a handover's terms meet on the day from which the receiver acts.

    Without such a day it is history, and neither term has a period. Checked at commit, on both
    tables, so that neither an edited term nor an edited handover can leave a day without chair.
    `which` says in SQL which handovers (h) the changed row (NEW) concerns.
    """
    return pgtrigger.Trigger(
        name="joins_its_terms",
        operation=pgtrigger.Insert | pgtrigger.Update,
        when=pgtrigger.After,
        timing=pgtrigger.Deferred,
        func=_JOINS_ITS_TERMS.replace("WHICH", which),
    )


class TermQuerySet(models.QuerySet):
    def visible_to(self, user):
        """Keep the terms for the years that the person may read."""
        return self.filter(seat__emulation_year__in=EmulationYear.objects.visible_to(user))

    def valid(self):
        """Leave out the terms that were revoked as mistaken."""
        return self.filter(revoked_at=None)

    def chairs(self):
        return self.valid().filter(role=TermRole.CHAIR)

    def deputies(self):
        return self.valid().filter(role=TermRole.DEPUTY)

    def in_force_on(self, day):
        return self.valid().filter(period__contains=day)


@tracked()
class Term(Sourced, Revocable):
    """An organisation chairs a bloc, or is its deputy, for the year of its seat.

    `period` is `[from, until)` in days of Asia/Ho_Chi_Minh, open above until a handover ends it.
    Without a period the term is history only: it answers who chaired a year and gives no rights.
    """

    seat = models.ForeignKey(
        Seat, models.PROTECT, related_name="terms", verbose_name=_("organisation")
    )
    bloc = models.ForeignKey(
        Bloc, models.PROTECT, related_name="terms", editable=False, verbose_name=_("bloc")
    )
    role = models.CharField(_("role"), max_length=6, choices=TermRole, default=TermRole.CHAIR)
    period = DateRangeField(_("period"), null=True, blank=True)
    selection = models.CharField(
        _("manner of selection"), max_length=13, choices=Selection, default=Selection.UNKNOWN
    )
    note = TextField(_("note"), blank=True)

    objects = TermQuerySet.as_manager()

    class Meta:
        verbose_name = _("term of office")
        ordering = ["bloc", "seat__emulation_year__year", "period", "pk"]
        triggers = [joins_its_terms("NEW.id IN (h.giver_term_id, h.receiver_term_id)")]
        constraints = [
            # The pair that handovers point to, so that both sides are of one bloc.
            models.UniqueConstraint(fields=["id", "bloc"], name="term_belongs_to_its_bloc"),
            models.CheckConstraint(
                condition=Q(role__in=TermRole.values), name="term_role_is_known"
            ),
            models.CheckConstraint(
                condition=Q(selection__in=Selection.values), name="term_selection_is_known"
            ),
            models.CheckConstraint(
                condition=Q(period=None) | Q(period__isempty=False, period__lower_inf=False),
                name="term_period_has_a_first_day",
            ),
            ExclusionConstraint(
                name="bloc_has_one_chair_a_day",
                expressions=[
                    (F("bloc"), RangeOperators.EQUAL),
                    ("period", RangeOperators.OVERLAPS),
                ],
                condition=Q(role="chair", revoked_at=None),
            ),
            ExclusionConstraint(
                name="organisation_has_a_role_once_a_day",
                expressions=[
                    (F("seat"), RangeOperators.EQUAL),
                    ("period", RangeOperators.OVERLAPS),
                ],
                condition=Q(revoked_at=None),
            ),
            models.UniqueConstraint(
                fields=["seat", "role"],
                condition=Q(period=None, revoked_at=None),
                name="past_term_is_entered_once",
            ),
            revoked_for_a_reason("term_is_revoked_for_a_reason"),
        ]

    def __str__(self):
        return f"{self.seat} ({self.get_role_display()})"

    def is_in_force_on(self, day):
        return (
            self.revoked_at is None
            and self.period is not None
            and self.period.lower <= day
            and (self.period.upper is None or day < self.period.upper)
        )
