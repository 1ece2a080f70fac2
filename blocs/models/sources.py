"""Where a fact comes from. A record without a source was entered by its keepers themselves."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from accounts.evidence import tracked
from vietnamese.fields import CharField, TextField


@tracked()
class Source(models.Model):
    """A publication from which records were taken: an article, a decision, a bulletin."""

    title = CharField(_("title"), max_length=300)
    publisher = CharField(_("publisher"), max_length=200, blank=True)
    author = CharField(_("author"), max_length=120, blank=True)
    published_on = models.DateField(_("published on"), null=True, blank=True)
    note = TextField(_("note"), blank=True)

    class Meta:
        ordering = ["published_on", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["title", "publisher"], name="source_is_entered_once")
        ]

    def __str__(self):
        return self.title


class Sourced(models.Model):
    """A record that may name its source, and says what in it was inferred rather than stated."""

    source = models.ForeignKey(
        Source, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("source")
    )
    inferred = TextField(_("what was inferred"), blank=True)

    class Meta:
        abstract = True
