"""What the dated rows of the law share: their days, what they rest on, how certain they are."""

from django.contrib.postgres.fields import DateRangeField
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from blocs.models import LegalBasis
from vietnamese.fields import CharField, TextField


class Grounded(models.Model):
    """A figure of the law with what it rests on.

    `is_assumed` marks whatever nobody has read in the instrument itself: such a row is shown as
    "to be confirmed", and may warn but not stop anybody (docs/field.md, marks). A row without
    legal basis is always assumed.
    """

    basis = models.ForeignKey(
        LegalBasis,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="%(class)s_rows",
        verbose_name=_("legal basis"),
    )
    clause = CharField(
        _("article, clause"), max_length=100, blank=True, help_text=_("For example Điều 54.")
    )
    is_assumed = models.BooleanField(
        _("default, to be confirmed"),
        default=False,
        help_text=_("Leave it ticked until somebody has read it in the instrument itself."),
    )
    note = TextField(_("note"), blank=True)

    class Meta:
        abstract = True

    @property
    def clause_text(self):
        """Article and number of the instrument, as far as they are known."""
        return ", ".join(filter(None, [self.clause, self.basis.number if self.basis else ""]))


class Dated(Grounded):
    """A row that holds on the days of `period`, [first, first day without)."""

    period = DateRangeField(_("validity"))

    SPAN = "period"
    KEY = ""  # the column that says of what it is; empty where there is one thing alone

    class Meta:
        abstract = True

    def rivals(self):
        """The stored rows for the same thing, which may not hold on the same day."""
        same = {self.KEY: getattr(self, self.KEY)} if self.KEY else {}
        return type(self).objects.filter(**same)

    def is_in_force_on(self, day):
        return day >= self.period.lower and (self.period.upper is None or day < self.period.upper)


def grounded(name):
    """The constraint of a table of `Grounded` rows, in the table's own words."""
    return models.CheckConstraint(
        condition=Q(basis__isnull=False) | Q(is_assumed=True),
        name=f"{name}_without_basis_is_assumed",
        violation_error_message=_(
            "Without a legal basis it is a default: choose the basis, or tick that it is to be "
            "confirmed."
        ),
    )


def begins(name, field="period"):
    """A row begins somewhere, and holds on one day at least."""
    return models.CheckConstraint(
        condition=Q(**{f"{field}__isempty": False, f"{field}__lower_inf": False}),
        name=f"{name}_has_a_beginning",
    )
