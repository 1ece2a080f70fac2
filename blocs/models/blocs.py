"""Emulation blocs: khối or cụm, numbered or not. The word is the bloc's own."""

from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from accounts.evidence import tracked
from vietnamese.fields import CharField, SearchKey, SortKey, TextField

from ..reach import reach_of
from .provinces import Province
from .sources import Sourced


class BlocWord(models.TextChoices):
    KHOI = "khoi", "khối"
    CUM = "cum", "cụm"


class BlocQuerySet(models.QuerySet):
    def visible_to(self, user):
        """Keep those of the person's provinces and those in which their organisation ever sat."""
        reach = reach_of(user)
        if reach.is_administrator:
            return self
        sat = self.model.objects.filter(seats__organisation__in=reach.read_as)
        return self.filter(Q(province__in=reach.read_provinces) | Q(pk__in=sat))


@tracked(exclude=["sort_key", "search_key"])
class Bloc(Sourced):
    """A group of organisations that compete. What changes by year stands in the year."""

    slug = models.SlugField(_("address"), max_length=60, unique=True)
    name = CharField(_("name"), max_length=200)
    word = models.CharField(_("khối or cụm"), max_length=4, choices=BlocWord, default=BlocWord.KHOI)
    number = models.PositiveSmallIntegerField(_("number"), null=True, blank=True)
    province = models.ForeignKey(
        Province,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="blocs",
        verbose_name=_("province"),
    )
    note = TextField(_("note"), blank=True)
    is_sample = models.BooleanField(_("invented for demonstration"), default=False, editable=False)
    sort_key = SortKey(of="name")
    search_key = SearchKey(of="name")

    objects = BlocQuerySet.as_manager()

    class Meta:
        verbose_name = _("bloc")
        ordering = ["sort_key", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(word__in=BlocWord.values), name="bloc_word_is_known"
            ),
            models.UniqueConstraint(
                fields=["province", "name"],
                name="bloc_name_is_unique_in_its_province",
                nulls_distinct=False,
                violation_error_message=_("This province already has a bloc of this name."),
            ),
        ]

    def __str__(self):
        return self.name

    def get_absolute_url(self):
        return reverse("blocs:bloc_detail", args=[self.slug])

    @property
    def chair_word(self):
        """`khối trưởng` or `cụm trưởng`, as the bloc calls it."""
        return f"{self.get_word_display()} trưởng"

    @property
    def deputy_word(self):
        return f"{self.get_word_display()} phó"


class BlocAlias(models.Model):
    """Another name under which the bloc is known or was written."""

    bloc = models.ForeignKey(Bloc, models.CASCADE, related_name="aliases", verbose_name=_("bloc"))
    alias = CharField(_("alias"), max_length=200)
    search_key = SearchKey(of="alias")

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(fields=["bloc", "alias"], name="bloc_alias_is_entered_once")
        ]

    def __str__(self):
        return self.alias
