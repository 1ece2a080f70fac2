"""The tables of the blocs' pages as plain values, for Excel: each from the context of its page."""

from django.utils.translation import gettext as _

from files.tables import Cells, Table
from vietnamese.dates import last_day
from vietnamese.text import slug

from .deadlines import SetBy
from .roster import Known


def of_year(year, name, title, columns, rows):
    """A `Table` about a bloc's year: both stand in the name of the file and below the title."""
    return Table(
        f"{name}-{slug(year.bloc.slug)}-{year.year}",
        title,
        tuple(columns),
        tuple(rows),
        facts=(year.name, _("Year %(year)s") % {"year": year.year}),
        is_sample=year.bloc.is_sample,
    )


def seat_table(context):
    year = context["year"]
    words = {"chair": year.bloc.chair_word, "deputy": year.bloc.deputy_word}
    columns = [
        (_("No."), Cells.WHOLE), (_("Organisation"), Cells.TEXT), (_("Short name"), Cells.SHORT),
        (_("Role today"), Cells.SHORT), (_("Joined on"), Cells.DAY), (_("Left on"), Cells.DAY),
        (_("Reason"), Cells.TEXT),
    ]  # fmt: skip
    rows = [
        (
            number,
            row["seat"].organisation.name,
            row["seat"].organisation.short_name,
            row["term"] and words[row["term"].role],
            row["seat"].joined_on,
            row["seat"].left_on,
            row["seat"].reason,
        )
        for number, row in enumerate(context["rows"], start=1)
    ]
    return of_year(year, "thanh-vien", _("Members"), columns, rows)


def bloc_table(context):
    columns = [
        (_("Name"), Cells.TEXT), (_("Province"), Cells.TEXT), (_("Chair today"), Cells.TEXT),
        (_("Latest year"), Cells.PLAIN), (_("State"), Cells.SHORT), (_("Members"), Cells.WHOLE),
    ]  # fmt: skip
    rows = [
        (
            row.bloc.name,
            row.bloc.province and row.bloc.province.full_name,
            chair_in_words(row.bloc, row.chair),
            row.year and row.year.year,
            row.year and row.year.get_state_display(),
            row.year and row.year.member_count,
        )
        for row in context["rows"]
    ]
    is_sample = any(row.bloc.is_sample for row in context["rows"])
    return Table("khoi-thi-dua", _("Blocs"), tuple(columns), tuple(rows), is_sample=is_sample)


def chair_in_words(bloc, answer):
    """Who chairs a bloc, as its page says it; nothing where the person does not read it."""
    if answer.known == Known.CHAIR:
        return answer.term.seat.organisation.name
    if answer.known == Known.NOBODY:
        words = {"word": bloc.get_word_display(), "chair": bloc.chair_word}
        return _("the %(word)s has no %(chair)s") % words
    return _("not recorded") if answer.known == Known.UNKNOWN else None


def organisation_table(context):
    columns = [
        (_("Official name"), Cells.TEXT), (_("Short name"), Cells.SHORT),
        (_("Name today"), Cells.TEXT), (_("Kind"), Cells.SHORT), (_("Province"), Cells.SHORT),
        (_("First day"), Cells.DAY), (_("Last day of it"), Cells.DAY),
    ]  # fmt: skip
    rows = [
        (
            each.name,
            each.short_name,
            names_today,
            each.get_kind_display(),
            each.province and each.province.name,
            each.validity and each.validity.lower,
            last_of(each.validity),
        )
        for each, names_today in context["rows"]
    ]
    is_sample = any(each.province and each.province.is_sample for each, _n in context["rows"])
    return Table("don-vi", _("Organisations"), tuple(columns), tuple(rows), is_sample=is_sample)


def term_table(context):
    bloc = context["bloc"]
    words = {"chair": bloc.chair_word, "deputy": bloc.deputy_word}
    columns = [
        (_("Year"), Cells.PLAIN), (_("Organisation"), Cells.TEXT), (_("Role"), Cells.SHORT),
        (_("First day"), Cells.DAY), (_("Last day of it"), Cells.DAY),
        (_("Manner of selection"), Cells.SHORT), (_("Note"), Cells.TEXT),
        (_("Revoked"), Cells.TEXT),
    ]  # fmt: skip
    rows = []
    for each in context["years"]:
        if not each.chairs:
            blank = (None,) * 5
            rows.append((each.year.year, _("not recorded"), bloc.chair_word, *blank))
        rows += [(each.year.year, *_term(term, words)) for term in each.terms]
    title = _("Terms of office")
    return Table(
        f"nhiem-ky-{bloc.slug}", title, tuple(columns), tuple(rows), (bloc.name,), bloc.is_sample
    )


def _term(term, words):
    return (
        term.seat.organisation.name, words[term.role], term.period and term.period.lower,
        last_of(term.period), term.get_selection_display(), term.note,
        term.revoked_at and term.revoke_reason,
    )  # fmt: skip


def last_of(period):
    """The last day of a period, inclusive; None where no end is known."""
    return last_day(period.upper) if period and period.upper else None


def conference_table(context):
    """Of one year, or of all that were found: then each names its bloc."""
    year = context.get("year")
    columns = [
        (_("Held on"), Cells.DAY), (_("Conference"), Cells.TEXT), (_("Bloc"), Cells.TEXT),
        (_("Year"), Cells.PLAIN), (_("Purposes"), Cells.TEXT), (_("Place"), Cells.TEXT),
        (_("Revoked"), Cells.DAY),
    ]  # fmt: skip
    found = list(context["page"])
    rows = [
        (
            each.held_on,
            str(each),
            each.bloc.name,
            each.emulation_year.year,
            "; ".join(_purpose(*said) for said in each.purposes_said),
            each.place,
            each.revoked_at,
        )
        for each in found
    ]
    if year:
        return of_year(year, "hoi-nghi", _("Conferences"), columns, rows)
    is_sample = any(each.bloc.is_sample for each in found)
    return Table("hoi-nghi", _("Conferences"), tuple(columns), tuple(rows), is_sample=is_sample)


def _purpose(label, year):
    return f"{label} ({year})" if year else str(label)


def deadline_table(context):
    year = context["year"]
    set_by = {
        SetBy.BLOC: _("the %(word)s") % {"word": year.bloc.get_word_display()},
        SetBy.PROVINCE: _("the province"),
        SetBy.USUAL: _("usual day"),
    }
    columns = [
        (_("What is due"), Cells.TEXT), (_("Last day"), Cells.DAY),
        (_("Day before the extension"), Cells.DAY), (_("Set by"), Cells.SHORT),
        (_("Days left"), Cells.WHOLE), (_("Members that have longer"), Cells.WHOLE),
    ]  # fmt: skip
    rows = [
        (
            row.due.label,
            row.due.on,
            row.due.first_on if row.is_extended else None,
            set_by[row.due.set_by],
            row.left,
            row.longer,
        )
        for row in context["rows"]
    ]
    return of_year(year, "thoi-han", _("Deadlines"), columns, rows)


def activity_table(context):
    columns = [
        (_("Month"), Cells.MONTH), (_("Activity"), Cells.LONG), (_("Kind"), Cells.SHORT),
        (_("Planned for the day"), Cells.DAY), (_("Who is in charge"), Cells.TEXT),
        (_("Host or place"), Cells.TEXT), (_("State"), Cells.SHORT),
        (_("Carried out on"), Cells.DAY), (_("Result"), Cells.LONG), (_("Reason"), Cells.TEXT),
    ]  # fmt: skip
    rows = [
        (
            month.first,
            str(each),
            each.get_kind_display(),
            each.planned_on,
            each.owner_name,
            each.host_name,
            each.get_state_display(),
            each.done_on,
            each.result,
            each.reason,
        )
        for month in context["months"]
        for each in month.activities
    ]
    return of_year(context["year"], "hoat-dong", _("Plan and activities"), columns, rows)


def notice_table(context):
    columns = [
        (_("Title"), Cells.LONG), (_("Kind"), Cells.SHORT), (_("Published"), Cells.MOMENT),
        (_("By"), Cells.TEXT), (_("Files"), Cells.WHOLE), (_("Withdrawn"), Cells.MOMENT),
    ]  # fmt: skip
    rows = [
        (
            str(each),
            each.get_kind_display(),
            each.published.at,
            each.published.organisation and each.published.organisation.name,
            each.file_count,
            each.withdrawn and each.withdrawn.at,
        )
        for each in context["page"]
    ]
    return of_year(context["year"], "van-ban", _("Notices and papers"), columns, rows)
