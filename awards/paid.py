"""The awards of a decision with their money, and the list that the accountant gets."""

from .answers import in_dong
from .law import Law
from .money_list import MoneyLine, MoneyList


def awards_of(decision):
    """The awards of a decision in order, each with `answer`: what the law of its day says (R7).

    `is_otherwise`: what was decided then is not what the rows of the law say now.
    """
    law = Law()
    rows = decision.awards.select_related("kind__basis", "emulation_year__bloc", "nomination")
    rows = list(rows.order_by("kind__position", "emulation_year__bloc__sort_key", "pk"))
    for award in rows:
        award.answer = law.money(award.kind, decision.dated)
        award.money_text = "" if award.money is None else in_dong(award.money)
        award.is_otherwise = award.money != award.answer.amount
    return rows


def money_list_of(decision, awards):
    """Return the MoneyList of the awards that stand; revoked ones are not paid."""
    standing = [award for award in awards if not award.revoked_on]
    province = decision.province
    return MoneyList(
        province=f"{province.full_name[0].upper()}{province.full_name[1:]}",
        decision=f"Kèm theo Quyết định số {decision.number} ngày {decision.dated:%d/%m/%Y}"
        f" của {decision.issuer}",
        subject=decision.subject,
        lines=() if decision.is_void else tuple(_line(award) for award in standing),
        is_sample=province.is_sample,
    )


def _line(award):
    multiple, salary = award.answer.multiple, award.answer.salary
    doubtful = "Mức thưởng chưa ghi nhận" if award.money is None else ""
    if award.is_otherwise and not doubtful:
        doubtful = "Khác mức thưởng đang ghi nhận: đối chiếu lại"
    return MoneyLine(
        award.recipient_name,
        award.kind.name,
        multiple.figure,
        salary.amount,
        award.money,
        doubtful,
    )
