"""The tables of the awards, one file a subject."""

from .law import (
    AwardKind,
    AwardLine,
    AwardType,
    BaseSalary,
    MoneyRule,
    Recipient,
    ShareKey,
    ShareRule,
)
from .quotas import QuotaRule

__all__ = [
    "AwardKind",
    "AwardLine",
    "AwardType",
    "BaseSalary",
    "MoneyRule",
    "QuotaRule",
    "Recipient",
    "ShareKey",
    "ShareRule",
]
