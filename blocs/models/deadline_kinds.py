"""What is due in a year: of deadlines, and of acts that do it."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class DeadlineKind(models.TextChoices):
    """What is due in a year, in the order of the year (docs/field.md §2.2)."""

    SIGNING = "signing", _("signing of the covenant")
    HALF_YEAR_REPORT = "half_year_report", _("half-year report")
    SELF_SCORE = "self_score", _("self-score")
    CROSS_CHECK = "cross_check", _("cross-check")
    MEETING = "meeting", _("appraisal meeting")
    YEAR_END_REPORT = "year_end_report", _("year-end report")
    DOSSIER = "dossier", _("dossier for commendation")
