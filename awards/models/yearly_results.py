"""Results of organisations by year: what chains of consecutive years are counted from."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from accounts.evidence import tracked
from blocs.models import Organisation
from blocs.models.sources import Sourced
from vietnamese.fields import CharField


class YearRating(models.TextChoices):
    """How an organisation did its task of a year, as its superiors rated it."""

    EXCELLENT = "excellent", _("completed its task excellently")
    GOOD = "good", _("completed its task well")
    DONE = "done", _("completed its task")
    NOT_DONE = "not_done", _("did not complete its task")


@tracked()
class YearlyResult(Sourced):
    """An organisation's result of a year, from which chains of years are counted (R5)."""

    organisation = models.ForeignKey(
        Organisation, models.PROTECT, related_name="yearly_results", verbose_name=_("organisation")
    )
    year = models.PositiveSmallIntegerField(_("year"))
    rating = models.CharField(_("result of the year"), max_length=9, choices=YearRating)
    document = CharField(_("paper"), max_length=300)

    class Meta:
        verbose_name = _("result of a year")
        ordering = ["organisation", "-year"]
        constraints = [
            models.UniqueConstraint(
                fields=["organisation", "year"],
                name="organisation_has_one_result_a_year",
                violation_error_message=_("This organisation has a result of that year already."),
            ),
            models.CheckConstraint(
                condition=Q(rating__in=YearRating.values), name="yearly_rating_is_known"
            ),
            models.CheckConstraint(
                condition=Q(year__gte=1948, year__lte=2100), name="yearly_result_year_is_one"
            ),
            models.CheckConstraint(
                condition=~Q(document=""), name="yearly_result_rests_on_a_paper"
            ),
        ]

    def __str__(self):
        return f"{self.year}: {self.get_rating_display()}"
