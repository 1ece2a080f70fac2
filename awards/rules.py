"""The rules R1–R9 of docs/field.md §1.10, over plain values (R5: `awards.chains`). Pure.

Each rule returns what it found, and always says why: the rule, its clause, the figures. Nothing
found is an empty list. A finding warns; whoever overrides it gives a reason that is kept. `is_hard`
marks a limit of the law itself, which only the province may override: the caller passes
`certain=False` where the clause is merely assumed, and then nothing is hard. `is_note` marks what
the records cannot say: it is to be looked up, stops nobody and is not overridden. `is_of_province`
marks what concerns all nominees of the province together: the bloc is told, the council heeds it.
"""

from dataclasses import dataclass
from decimal import Decimal

from django.utils.translation import gettext as _

from vietnamese.dates import short_date
from vietnamese.numbers import show_decimal

from .answers import in_dong


@dataclass(frozen=True)
class Finding:
    """What a rule found: `rule` R1 … R9, `clause` as far as known, the sentence with figures."""

    rule: str
    clause: str
    sentence: str
    is_hard: bool = False
    is_note: bool = False
    is_of_province: bool = False


def leads_its_bloc(member, rank, *, missing=(), clause="", places=1):
    """R1: the nominee for a flag is first of its bloc by agreed score; `rank` None: not ranked.

    `places` is how many flags the quota of the year gives, and so how many ranks they reach.
    """
    words = {"member": member, "rank": rank, "codes": ", ".join(missing), "places": places}
    if rank is None and missing:
        sentence = _("%(member)s is not ranked: not scored are %(codes)s.")
    elif rank is None:
        sentence = _("%(member)s is not ranked, and a flag goes to the first of the bloc.")
    elif rank > places and places > 1:
        sentence = _(
            "%(member)s has rank %(rank)s, and by the quota the flags go to the first %(places)s."
        )
    elif rank > places:
        sentence = _("%(member)s has rank %(rank)s, and a flag goes to the first of the bloc.")
    else:
        return []
    return [Finding("R1", clause, sentence % words)]


def one_nominee_of_a_bloc(nominees, *, clause="", certain=False):
    """R2: a bloc has one nominee for the Government's flag at most. `nominees`: their names."""
    if len(nominees) <= 1:
        return []
    words = {"count": len(nominees), "names": ", ".join(nominees)}
    sentence = _("The bloc nominates %(count)s for the Government's flag (%(names)s): 1 at most.")
    return [Finding("R2", clause, sentence % words, certain)]


def within_the_quota(member, award, place, most, *, clause="", why=""):
    """R2: a bloc proposes at most as many as the quota of its size says (docs/field.md §5.2).

    `place` is the member's on the list of this award; `why` is the sentence of the quota.
    """
    if place <= most:
        return []
    words = {"member": member, "award": award, "place": place, "most": most, "why": why}
    sentence = _(
        "%(member)s is number %(place)s on the list for “%(award)s”, and the quota is %(most)s. "
        "%(why)s"
    )
    return [Finding("R2", clause, sentence % words)]


def unknown_quota(sentence):
    """R2: for a bloc of this size nobody has recorded a quota: to be looked up, never guessed."""
    return Finding("R2", "", sentence, is_note=True)


def nominees_within_the_share(count, answer, *, coming=0):
    """R2: of the province no more nominees than `answer`, a NomineesAnswer, allows.

    `count` are with the province, `coming` on lists that blocs have not submitted: with these it
    warns before the submission. What the law limits is what the province proposes to the State, so
    that it stops the council and neither a bloc nor an appraisal.
    """
    if not answer.is_known:
        return [Finding("R2", "", answer.sentence, is_note=True, is_of_province=True)]
    words = {"count": count, "coming": coming, "why": answer.sentence}
    if count > answer.most:
        sentence = _("The province has %(count)s nominees for the Government's flag. %(why)s")
    elif count + coming > answer.most:
        sentence = _(
            "The province has %(count)s nominees for the Government's flag, and %(coming)s more "
            "are on lists that are not submitted yet. %(why)s"
        )
    else:
        return []
    is_hard = count > answer.most and answer.is_certain
    return [Finding("R2", answer.clause, sentence % words, is_hard, is_of_province=True)]


def nobody_disqualified(member, disqualifications, *, clause="", certain=False):
    """R3: who has an open disqualification (§3.5) is nominated for no flag.

    `disqualifications` are sentences that say what stands against the member.
    """
    sentence = _("%(member)s is not to be nominated for a flag: %(fact)s")
    return [
        Finding("R3", clause, sentence % {"member": member, "fact": fact}, certain)
        for fact in disqualifications
    ]


def considered(member, disqualifications, *, clause=""):
    """R3: who is barred or postponed is nominated for nothing; each fact is a sentence."""
    sentence = _("%(member)s is not considered: %(fact)s")
    return [
        Finding("R3", clause, sentence % {"member": member, "fact": fact})
        for fact in disqualifications
    ]


def targets_exceeded(member, percents, *, clause="", certain=False):
    """R3: the Government's flag asks for more than the targets; `percents` is {target: per cent}.

    A target without figure is None: not known is not reached (docs/field.md §1.3).
    """
    found = []
    if not percents:
        sentence = _("%(member)s: the covenant has no target with a figure that it could exceed.")
        return [Finding("R3", clause, sentence % {"member": member})]
    for target, percent in percents.items():
        if percent is not None and percent > 100:
            continue
        words = {"member": member, "target": target}
        if percent is None:
            sentence = _("%(member)s: no result is recorded for “%(target)s”.")
        else:
            words["percent"] = show_decimal(Decimal(percent))
            sentence = _(
                "%(member)s: “%(target)s” reached %(percent)s %%, which does not exceed it."
            )
        found.append(Finding("R3", clause, sentence % words, certain and percent is not None))
    return found


@dataclass(frozen=True)
class Given:
    """An award that somebody has, or is to have: what the rule against double awards compares."""

    member: str
    achievement: str
    method: str
    year: int
    award: str


def not_awarded_already(proposed, earlier, *, clause=""):
    """R4: the same achievement, method and year are commended once. A warning, never a limit."""
    same = [
        each
        for each in earlier
        if (each.member, each.achievement, each.method, each.year)
        == (proposed.member, proposed.achievement, proposed.method, proposed.year)
    ]
    sentence = _(
        "%(member)s has “%(award)s” already for the same achievement of %(year)s (%(achievement)s)."
    )
    return [
        Finding("R4", clause, sentence % {**vars(each), "year": str(each.year)}) for each in same
    ]


def nominated_once(member, others, *, clause=""):
    """R4: for one achievement one award. `others` are further awards the bloc nominates it for."""
    sentence = _("%(member)s is on this list for “%(award)s” too, for the same achievement.")
    return [
        Finding("R4", clause, sentence % {"member": member, "award": award}) for award in others
    ]


def voted_on(member, votes, *, clause="", is_asked=True):
    """R6: a flag is voted on in the bloc; so much of all who may vote as its own rule asks for.

    `votes` is (agree, eligible, needed, where that is written), or None; `is_asked`: whether a vote
    must be there at all.
    """
    if votes is None:
        sentence = _("%(member)s: no result of a secret ballot is recorded for this flag.")
        return [Finding("R6", clause, sentence % {"member": member})] if is_asked else []
    agree, eligible, needed, basis = votes
    if agree >= needed:
        return []
    words = {"member": member, "agree": agree, "eligible": eligible, "needed": needed}
    sentence = _(
        "%(member)s has %(agree)s of %(eligible)s votes of all who may vote, and %(needed)s are "
        "needed."
    )
    return [Finding("R6", basis, sentence % words)]


def money_of_the_day(stated, answer):
    """R7: the money is that of the day of the decision; `stated` in đồng, `answer` MoneyAnswer."""
    if not answer.is_known:
        return [Finding("R7", "", answer.sentence)]
    if stated == answer.amount:
        return []
    words = {"stated": in_dong(stated), "why": answer.sentence}
    sentence = _("Stated are %(stated)s. %(why)s") % words
    return [Finding("R7", answer.clause, sentence)]


def bases_in_force(bases, day):
    """R8: the legal bases of a paper are in force on its day; `bases` are LegalBasis rows."""
    found = []
    for basis in bases:
        if basis.is_in_force_on(day):
            continue
        words = {"number": basis.number, "day": short_date(day)}
        if basis.has_ended_by(day):
            words["end"] = short_date(basis.ended_on)
            sentence = _("%(number)s is no longer in force on %(day)s: it ended on %(end)s.")
        elif basis.first_on:
            words["first"] = short_date(basis.first_on)
            sentence = _("%(number)s is not yet in force on %(day)s: its first day is %(first)s.")
        else:
            sentence = _("Of %(number)s no first day in force is recorded.")
        found.append(Finding("R8", basis.number, sentence % words))
    return found


def statistics_complete(award, *, recipient_class, method, recipient, sex="", clause=""):
    """R9: every award has its dimensions of statistics; the sex is asked of persons alone."""
    wanted = {
        _("class of recipient"): recipient_class,
        _("method of commendation"): method,
        _("person or collective"): recipient,
    }
    if recipient == "person":
        wanted[_("sex")] = sex
    missing = [name for name, value in wanted.items() if not value]
    if not missing:
        return []
    words = {"award": award, "missing": ", ".join(missing)}
    return [Finding("R9", clause, _("%(award)s lacks for statistics: %(missing)s.") % words)]
