"""The tables of the awards, one file a subject."""

from .law import (
    AwardKind,
    AwardLine,
    AwardType,
    BaseSalary,
    MoneyRule,
    QuotaRule,
    Recipient,
    ShareKey,
    ShareRule,
)

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
