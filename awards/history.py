"""A workbook of awards as a plan: what is new, what is there already, what nobody can know.

Rows become awards only as they were shown: a fingerprint goes over all that the plan says.
"""

import hashlib
from dataclasses import dataclass, field

from django.utils.translation import gettext as _

from scoring.workbook.heads import MAX_PROBLEMS, Problem
from vietnamese.text import search_key

from .bodies import Bodies
from .kind_names import KindNames
from .models import Award, AwardKind, Decision
from .register_book.read import read
from .rows import AwardRow, keys_by_decision


@dataclass(frozen=True)
class Planned:
    """A row of the file with what it becomes, and the decision (number, day) it belongs to."""

    line: object
    row: AwardRow
    issuer: str

    @property
    def decision(self):
        return self.line.number, self.line.dated


@dataclass(frozen=True)
class Plan:
    """`new` and `already` are Planned rows; nothing is done while there are `problems`.

    `otherwise` are [(row, key of the award)] of those already there of which the file says
    something else: an import adds, it corrects nothing.
    """

    new: tuple = ()
    already: tuple = ()
    otherwise: tuple = ()
    problems: tuple = ()
    decisions: dict = field(default_factory=dict)

    @property
    def unknown(self):
        """Names of organisations that are on no record: they are kept as text."""
        names = (each.row.organisation_name for each in self.new if not each.row.organisation)
        return sorted(set(names))

    @property
    def fingerprint(self):
        told = repr([(each.row, each.decision, each.issuer, each.row.kind.pk, _pk(each.row))
                     for each in self.new])  # fmt: skip
        return hashlib.sha256(told.encode()).hexdigest()


def plan_of(content, province, *, today):
    """Return the `Plan` of a workbook of past awards in a province."""
    lines, problems = read(content, today=today)
    if problems:
        return Plan(problems=tuple(problems))
    planned, problems = _planned(lines, province)
    known = {(d.number, d.dated): d for d in _decisions(lines, province)}
    keys = keys_by_decision(Award.objects.filter(decision__in=list(known.values())))
    there = {each: keys.get(decision.pk, {}) for each, decision in known.items()}
    new, already, otherwise = _divided(planned, there)
    problems += _issuers(planned)
    problems += [
        Problem(each.line.at("number"), _already_entered())
        for each in new
        if (decision := known.get(each.decision)) and not decision.is_historical
    ]
    return Plan(new, already, otherwise, tuple(problems[:MAX_PROBLEMS]), known)


def plan_for(decision, content, *, today):
    """Return the `Plan` of a workbook whose rows are all of one decision that is on record."""
    told = (decision.number, decision.dated)
    lines, problems = read(content, today=today, decision=told)
    if problems:
        return Plan(problems=tuple(problems))
    planned, problems = _planned(lines, decision.province)
    there = keys_by_decision(decision.awards.all()).get(decision.pk, {})
    new, already, otherwise = _divided(planned, {told: there})
    return Plan(new, already, otherwise, tuple(problems[:MAX_PROBLEMS]), {told: decision})


def _divided(planned, there):
    """(new, already there, there otherwise), `there` being {decision: {key: Stored}}."""
    new, already, otherwise = [], [], []
    for each in planned:
        stored = there.get(each.decision, {}).get(each.row.key)
        (already if stored else new).append(each)
        if stored and each.row.differs(stored):
            otherwise.append((each, stored.pk))
    return tuple(new), tuple(already), tuple(otherwise)


def _planned(lines, province):
    kinds, bodies = KindNames(AwardKind.objects.all()), Bodies(province)
    planned, problems, seen = [], [], {}
    for line in lines:
        kind = _kind(line, kinds, problems)
        organisation, is_sure = _organisation(line, bodies, problems)
        if kind is None or not is_sure:
            continue
        each = Planned(line, _row(line, kind, organisation), line.issuer)
        key = each.decision, each.row.key
        if key in seen:
            sentence = _("The same award stands in row %(row)s already.") % {"row": seen[key]}
            problems.append(Problem(line.at("kind"), sentence))
        seen.setdefault(key, line.row)
        planned.append(each)
    return planned, problems


def _row(line, kind, organisation):
    return AwardRow(
        kind=kind,
        year=line.year,
        organisation=organisation,
        organisation_name=organisation.name if organisation else line.organisation,
        method=line.method,
        achievement=line.achievement,
        recipient_class=line.recipient_class,
        person_name=line.person,
        person_position=line.position,
        sex=line.sex,
    )


def _kind(line, kinds, problems):
    kind = kinds.find(line.kind, line.recipient, line.dated)
    if kind is None:
        sentence = (
            _("“%(text)s” is not given to this recipient.")
            if kinds.is_known(line.kind)
            else _("“%(text)s” is no kind of award that is known. Write its code or exact name.")
        )
        problems.append(Problem(line.at("kind"), sentence % {"text": line.kind[:80]}))
    return kind


def _organisation(line, bodies, problems):
    """(organisation or None, whether that is sure); what is not is a problem."""
    words = {"text": line.organisation[:80], "code": line.code}
    if line.code:
        if found := bodies.with_code(line.code):
            return found, True
        sentence = _("No organisation of this province has the code %(code)s.")
        problems.append(Problem(line.at("code"), sentence % words))
        return None, False
    match = bodies.find(line.organisation, line.dated)
    if match.organisation or match.is_unknown:
        return match.organisation, True
    doubtful = match.several or match.at_other_times
    words["names"] = "; ".join(f"{each.name} ({each.pk})" for each in doubtful[:6])
    sentence = (
        _("“%(text)s” may be one of: %(names)s. Write the code in “Mã đơn vị”.")
        if match.several
        else _("On that day “%(text)s” bore another name. Write it, or a code: %(names)s.")
    )
    problems.append(Problem(line.at("organisation"), sentence % words))
    return None, False


def _decisions(lines, province):
    days = {line.dated for line in lines}
    return Decision.objects.filter(province=province, dated__in=days)


def _issuers(planned):
    """One decision has one issuer; a row may leave it out."""
    said = {}
    for each in planned:
        first = said.setdefault(each.decision, each.issuer) or each.issuer
        said[each.decision] = first
        if each.issuer and search_key(each.issuer) != search_key(first):
            sentence = _("Another row says that this decision is by “%(issuer)s”.")
            yield Problem(each.line.at("issuer"), sentence % {"issuer": first[:80]})


def _already_entered():
    return _("This decision is entered already, and not from past records: add it on its page.")


def _pk(row):
    return row.organisation.pk if row.organisation else None
