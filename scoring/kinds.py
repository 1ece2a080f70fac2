"""What points a criterion gives or takes (docs/field.md §3.2)."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class CriterionKind(models.TextChoices):
    ORDINARY = "ordinary", _("ordinary points")
    BONUS = "bonus", _("bonus points")
    PENALTY = "penalty", _("penalty points")
