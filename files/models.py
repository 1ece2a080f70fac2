"""The row of a stored file. Whose it is, and who may have it, its owner's table says."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from vietnamese.fields import CharField

from .kinds import CONTENT_TYPES, Kind


class StoredFile(models.Model):
    """A file that passed the gate: never changed once stored. Made by `storing.store` alone."""

    name = CharField(_("file name"), max_length=160)
    kind = models.CharField(_("kind of file"), max_length=4, choices=Kind)
    size = models.PositiveIntegerField(_("size in bytes"))
    sha256 = models.CharField(max_length=64, editable=False)
    key = models.CharField(max_length=64, unique=True, editable=False)
    uploaded_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        related_name="uploaded_files",
        verbose_name=_("uploaded by"),
    )
    uploaded_at = models.DateTimeField(_("uploaded at"))

    class Meta:
        ordering = ["-uploaded_at", "-pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(kind__in=Kind.values), name="stored_file_kind_is_known"
            ),
            models.CheckConstraint(condition=Q(size__gt=0), name="stored_file_is_not_empty"),
            models.CheckConstraint(
                condition=Q(sha256__regex="^[0-9a-f]{64}$"), name="stored_file_sha256_is_one"
            ),
            # The key becomes a path: nothing but hexadecimal digits may ever stand in it.
            models.CheckConstraint(
                condition=Q(key__regex="^[0-9a-f]{64}$"), name="stored_file_key_is_hexadecimal"
            ),
            models.CheckConstraint(
                condition=~Q(name="") & ~Q(name__regex=r"[/\\]"),
                name="stored_file_name_has_no_folder",
            ),
        ]

    def __str__(self):
        return self.name

    @property
    def content_type(self):
        return CONTENT_TYPES[self.kind]

    @property
    def path(self):
        """Where the bytes lie: a folder that no web server knows, under an unguessable name."""
        return settings.PRIVATE_ROOT / self.key[:2] / self.key[2:4] / self.key
