"""Who acts for what, and since when. Every right is read from here at the moment of the request."""

from django.conf import settings
from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import DateRangeField, RangeOperators
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from accounts.evidence import tracked
from vietnamese.fields import CharField

from .organisations import Organisation
from .provinces import Province


class PostKind(models.TextChoices):
    ADMINISTRATOR = "administrator", _("administrator")
    STAFF = "staff", _("staff of the province")
    REPRESENTATIVE = "representative", _("representative of an organisation")
    OBSERVER = "observer", _("observer of the province")


class PostQuerySet(models.QuerySet):
    def in_force_on(self, day):
        return self.filter(period__contains=day)


@tracked()
class Post(models.Model):
    """What a person is entrusted with, for a period. Being chair is no post: see `Term`."""

    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="posts", verbose_name=_("person")
    )
    kind = models.CharField(_("kind"), max_length=14, choices=PostKind)
    province = models.ForeignKey(
        Province,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="posts",
        verbose_name=_("province"),
    )
    organisation = models.ForeignKey(
        Organisation,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="posts",
        verbose_name=_("organisation"),
    )
    position = CharField(_("position"), max_length=300, blank=True)
    may_sign = models.BooleanField(
        _("signs and votes for the organisation"),
        default=False,
        help_text=_("The head or an authorised deputy. Others do the work but do not sign."),
    )
    period = DateRangeField(_("period"))

    objects = PostQuerySet.as_manager()

    class Meta:
        verbose_name = _("post")
        ordering = ["period", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(kind__in=PostKind.values), name="post_kind_is_known"
            ),
            models.CheckConstraint(
                condition=Q(kind="administrator", province=None, organisation=None)
                | Q(kind__in=["staff", "observer"], province__isnull=False, organisation=None)
                | Q(kind="representative", province=None, organisation__isnull=False),
                name="post_says_what_it_is_for",
            ),
            models.CheckConstraint(
                condition=Q(may_sign=False) | Q(kind="representative"),
                name="only_a_representative_signs",
            ),
            models.CheckConstraint(
                condition=Q(period__isempty=False, period__lower_inf=False),
                name="post_has_a_first_day",
            ),
            ExclusionConstraint(
                name="post_is_held_once_a_day",
                expressions=[
                    (F("user"), RangeOperators.EQUAL),
                    (F("kind"), RangeOperators.EQUAL),
                    (models.functions.Coalesce("province", 0), RangeOperators.EQUAL),
                    (models.functions.Coalesce("organisation", 0), RangeOperators.EQUAL),
                    ("period", RangeOperators.OVERLAPS),
                ],
                violation_error_message=_("This person already holds this post in that period."),
            ),
        ]

    def __str__(self):
        return f"{self.user}: {self.get_kind_display()}"

    def is_in_force_on(self, day):
        return day >= self.period.lower and (self.period.upper is None or day < self.period.upper)
