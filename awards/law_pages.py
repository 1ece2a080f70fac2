"""What the pages of the law show: quotas with an example, and a form filled with today's row."""

from dataclasses import dataclass

from django.forms.models import model_to_dict
from django.utils import timezone

from .answers import cautions, spelt
from .models import QuotaRule
from .quotas import Quota


@dataclass(frozen=True)
class QuotaLine:
    """A row of quotas, what it means for its smallest bloc, and what is doubtful about it."""

    row: QuotaRule
    example: str
    cautions: tuple


def quotas_of(user, year):
    """The quotas of an emulation year that the person reads: the default, then by province."""
    rows = QuotaRule.objects.visible_to(user).filter(years__contains=year)
    rows = rows.select_related("province", "basis").order_by("province__sort_key", "sizes")
    default = [row for row in rows if row.province_id is None]
    return [_line(row) for row in [*default, *(row for row in rows if row.province_id)]]


def initial_of(form_class, query):
    """What a form begins with: the row of today for the key that the address names, if any."""
    model = form_class._meta.model
    key = getattr(model, "KEY", "")
    value = query.get(key, "") if key else ""
    if not value:
        return {}
    row = model.objects.filter(**{key: value}, period__contains=timezone.localdate()).first()
    return model_to_dict(row) if row else {}


def _line(row):
    size = row.sizes.lower
    quota = Quota(row.nominees, row.flags, row.certificates_for(size), row.nominee_within)
    return QuotaLine(row, spelt(quota, size), cautions(row))
