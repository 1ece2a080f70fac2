"""The tables of what the staff keep on record as plain values, for Excel: people, provinces, …"""

from django.utils.translation import gettext as _

from files.tables import Cells, Table
from vietnamese.text import slug

from .page_tables import last_of, of_year


def person_table(context):
    columns = (
        (_("Full name"), Cells.TEXT), (_("User name"), Cells.SHORT), (_("E-mail"), Cells.TEXT),
        (_("Posts today"), Cells.LONG), (_("State"), Cells.SHORT),
    )  # fmt: skip
    found = list(context["page"])
    rows = tuple(
        (
            person.full_name,
            person.username,
            person.email,
            "; ".join(_post(post) for post in person.posts.all()),
            _("account open") if person.is_active else _("account closed"),
        )
        for person in found
    )
    is_sample = any(person.is_demo for person in found)
    return Table("nguoi-dung", _("People"), columns, rows, is_sample=is_sample)


def _post(post):
    """What a post is: "đại diện đơn vị: Hội Nông dân, Chủ tịch"."""
    of = post.organisation.name if post.organisation else post.province and post.province.full_name
    said = f"{post.get_kind_display()}: {of}" if of else post.get_kind_display()
    return f"{said}, {post.position}" if post.position else said


def province_table(context):
    columns = (
        (_("Name"), Cells.TEXT), (_("Kind"), Cells.SHORT), (_("First day"), Cells.DAY),
        (_("Last day of it"), Cells.DAY), (_("State"), Cells.SHORT),
        (_("Went over into"), Cells.TEXT),
    )  # fmt: skip
    found = list(context["page"])
    rows = tuple(
        (
            each.name,
            each.get_kind_display(),
            each.validity and each.validity.lower,
            last_of(each.validity),
            _standing(each.validity, context["today"]),
            ", ".join(row.successor.full_name for row in each.successions.all()),
        )
        for each in found
    )
    is_sample = any(each.is_sample for each in found)
    return Table("tinh-thanh", _("Provinces"), columns, rows, is_sample=is_sample)


def _standing(period, today):
    """As the page says it: a period that is not known is in force."""
    if period and period.upper and period.upper <= today:
        return _("ended")
    return _("not yet") if period and period.lower and period.lower > today else _("in force")


def legal_basis_table(context):
    columns = (
        (_("Number and symbol"), Cells.SHORT), (_("Title of the instrument"), Cells.LONG),
        (_("Province"), Cells.TEXT), (_("Signed on"), Cells.DAY), (_("In force from"), Cells.DAY),
        (_("No longer in force from"), Cells.DAY), (_("Cited in papers"), Cells.SHORT),
    )  # fmt: skip
    found = list(context["page"])
    rows = tuple(
        (
            each.number,
            each.title,
            each.province and each.province.full_name,
            each.signed_on,
            each.in_force_on,
            each.ended_on,
            _("yes") if each.is_usual else None,
        )
        for each in found
    )
    is_sample = any(each.province and each.province.is_sample for each in found)
    return Table("can-cu-phap-ly", _("Legal bases"), columns, rows, is_sample=is_sample)


def membership_table(context):
    """In which blocs an organisation sat, year by year, and what it was there."""
    organisation = context["organisation"]
    columns = (
        (_("Emulation year"), Cells.PLAIN), (_("Bloc"), Cells.TEXT),
        (_("Protocol order"), Cells.WHOLE), (_("Role"), Cells.SHORT), (_("Left on"), Cells.DAY),
    )  # fmt: skip
    rows = tuple(
        (
            seat.emulation_year.year,
            seat.emulation_year.name,
            seat.position,
            _role(seat),
            seat.left_on,
        )
        for seat in context["seats"]
    )
    name = f"khoi-cua-don-vi-{organisation.pk}"
    is_sample = bool(organisation.province and organisation.province.is_sample)
    title = _("In the blocs, year by year")
    return Table(name, title, columns, rows, (organisation.name,), is_sample)


def _role(seat):
    bloc = seat.emulation_year.bloc
    words = {"chair": bloc.chair_word, "deputy": bloc.deputy_word}
    return ", ".join(str(words[role]) for role in seat.roles) or _("member")


def bloc_years_tables(context):
    """The years of a bloc, and who sat in it in each: two sheets."""
    return _years(context), _members_over_the_years(context)


def _years(context):
    bloc = context["bloc"]
    columns = (
        (_("Year"), Cells.PLAIN), (_("Name of the bloc in that year"), Cells.TEXT),
        (bloc.chair_word, Cells.TEXT), (_("Members"), Cells.WHOLE), (_("State"), Cells.SHORT),
    )  # fmt: skip
    rows = tuple(
        (
            each.year.year,
            each.year.name,
            ", ".join(term.seat.organisation.name for term in each.chairs) or _("not recorded"),
            len(each.year.members) if each.year.members or each.year.is_open else None,
            each.year.get_state_display(),
        )
        for each in context["years"]
    )
    return Table(
        f"cac-nam-{slug(bloc.slug)}", _("Years"), columns, rows, (bloc.name,), bloc.is_sample
    )


def _members_over_the_years(context):
    bloc = context["bloc"]
    years = ((f"{each.year.year}", Cells.SHORT) for each in context["years"])
    columns = ((_("Organisation"), Cells.TEXT), (_("Name today"), Cells.TEXT), *years)
    rows = tuple(
        (row.name, ", ".join(row.names_today), *(cell and _sat(bloc, cell) for cell in row.cells))
        for row in context["matrix"]
    )
    title = _("Members over the years")
    return Table("thanh-vien-qua-cac-nam", title, columns, rows, (bloc.name,), bloc.is_sample)


def _sat(bloc, cell):
    if cell.is_chair:
        return bloc.chair_word
    return bloc.deputy_word if cell.is_deputy else _("member")


def attendance_table(context):
    conference = context["conference"]
    columns = (
        (_("Member"), Cells.TEXT), (_("Attendance"), Cells.SHORT), (_("Who attended"), Cells.TEXT),
        (_("Left on"), Cells.DAY),
    )  # fmt: skip
    rows = (
        (seat.organisation.name, seat.said or _("not recorded"), seat.noted_by, seat.left_on)
        for seat in context["seats"]
    )
    title = f"{_('Attendance of the members')}: {conference}"
    return of_year(conference.emulation_year, f"diem-danh-{conference.pk}", title, columns, rows)


def inventory_table(context):
    """What was handed over; under the title the two sides."""
    handover = context["handover"]
    columns = (
        (_("Content"), Cells.LONG), (_("Kind"), Cells.SHORT), (_("Quantity"), Cells.SHORT),
        (_("Note"), Cells.TEXT),
    )  # fmt: skip
    rows = tuple(
        (item.text, item.get_kind_display(), item.quantity, item.note) for item in context["items"]
    )
    bloc, sides = handover.bloc, f"{handover.giver_term.seat} → {handover.receiver_term.seat}"
    title = f"{_('Inventory')}: {sides}"
    name = f"danh-muc-ban-giao-{handover.pk}"
    return Table(name, title, columns, rows, (bloc.name,), bloc.is_sample)


def deadline_rule_table(context):
    """The days that a province or the country set for every year."""
    province = context["province"]
    columns = (
        (_("What is due"), Cells.TEXT), (_("From the emulation year"), Cells.PLAIN),
        (_("Day"), Cells.SHORT), (_("Basis"), Cells.LONG),
    )  # fmt: skip
    rows = tuple(
        (rule.get_kind_display(), rule.from_year, _rule_day(rule), rule.basis)
        for rule in context["rules"]
    )
    facts = (province.full_name,) if province else ()
    is_sample = bool(province and province.is_sample)
    return Table("ngay-den-han", _("Days set so far"), columns, rows, facts, is_sample)


def _rule_day(rule):
    """A day of the calendar without a year: no date of Excel."""
    if not rule.month:
        return _("the usual day again") if rule.province_id else _("no day any more")
    day = f"{rule.day:02d}/{rule.month:02d}"
    return f"{day} {_('in the calendar year after')}" if rule.years_later else day
