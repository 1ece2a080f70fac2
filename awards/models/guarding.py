"""What the database itself holds of a ballot: its course, its electorate, its sealed papers."""

import re

import pgtrigger

_CHANGES = pgtrigger.Insert | pgtrigger.Update | pgtrigger.Delete
_WRITES = pgtrigger.Insert | pgtrigger.Update


_OF_YEAR = """
IF TG_OP <> 'DELETE' AND NOT EXISTS (
    SELECT FROM blocs_seat s JOIN awards_ballot b ON b.emulation_year_id = s.emulation_year_id
    WHERE s.id = NEW.seat_id AND b.id = NEW.ballot_id
) THEN REFUSE seat_is_of_the_ballots_year; END IF;
"""


def _refusing(sql):
    """Write `REFUSE a_sentence;` out as what raises it under that name."""
    sql = sql.replace("OF_YEAR", _OF_YEAR)
    raised = r"RAISE check_violation USING MESSAGE = '\1', CONSTRAINT = '\1';"
    return re.sub(r"REFUSE (\w+);", raised, sql)


_COURSE = _refusing("""
IF TG_OP = 'DELETE' THEN REFUSE ballot_is_never_deleted; END IF;
IF TG_OP = 'INSERT' THEN
    IF NEW.state <> 'prepared' THEN REFUSE ballot_begins_prepared; END IF;
    RETURN NEW;
END IF;
IF OLD.state IN ('closed', 'cancelled') THEN REFUSE finished_ballot_stands; END IF;
IF OLD.state = 'prepared' AND NEW.state = 'closed' THEN REFUSE ballot_keeps_its_course; END IF;
IF OLD.state = 'open' AND (
    NEW.state = 'prepared'
    OR (to_jsonb(OLD) - 'state' - 'closes_at') <> (to_jsonb(NEW) - 'state' - 'closes_at')
) THEN REFUSE open_ballot_stands; END IF;
RETURN NEW;
""")

_WHOLE = _refusing("""
IF EXISTS (SELECT FROM awards_ballot b WHERE b.id = NEW.id AND b.state IN ('open', 'closed'))
AND NOT (
    EXISTS (SELECT FROM awards_nominee n WHERE n.ballot_id = NEW.id)
    AND EXISTS (SELECT FROM awards_voter v WHERE v.ballot_id = NEW.id)
) THEN REFUSE open_ballot_has_nominees_and_voters; END IF;
RETURN NULL;
""")

_NOMINEES = _refusing("""
OF_YEAR
IF EXISTS (
    SELECT FROM awards_ballot b WHERE b.state <> 'prepared' AND (
        (TG_OP <> 'INSERT' AND b.id = OLD.ballot_id)
        OR (TG_OP <> 'DELETE' AND b.id = NEW.ballot_id))
) THEN REFUSE nominees_are_fixed_once_open; END IF;
IF TG_OP = 'DELETE' THEN RETURN OLD; END IF;
RETURN NEW;
""")

_ELECTORATE = _refusing("""
OF_YEAR
IF TG_OP = 'UPDATE' THEN
    IF (to_jsonb(OLD) - 'has_voted') <> (to_jsonb(NEW) - 'has_voted')
        OR (OLD.has_voted AND NOT NEW.has_voted)
        OR NOT EXISTS (SELECT FROM awards_ballot b WHERE b.id = OLD.ballot_id AND b.state = 'open')
    THEN REFUSE electorate_is_fixed_once_open; END IF;
    RETURN NEW;
END IF;
IF TG_OP = 'DELETE' THEN REFUSE electorate_is_fixed_once_open; END IF;
IF NEW.has_voted OR EXISTS (
    SELECT FROM awards_ballot b WHERE b.id = NEW.ballot_id AND b.state <> 'prepared'
) THEN REFUSE electorate_is_fixed_once_open; END IF;
IF NOT EXISTS (
    SELECT FROM awards_ballot b WHERE b.id = NEW.ballot_id
    AND (b.electorate = 'delegates') = (NEW.person_id IS NOT NULL)
) THEN REFUSE voter_is_of_the_ballots_electorate; END IF;
RETURN NEW;
""")

# The trigger names no voter: it cannot know who casts the paper, and must not.
_PAPERS = _refusing("""
IF TG_OP = 'UPDATE' THEN REFUSE ballot_paper_is_never_changed; END IF;
IF NOT EXISTS (
    SELECT FROM awards_ballot b WHERE b.state = 'open'
    AND b.id = CASE TG_OP WHEN 'DELETE' THEN OLD.ballot_id ELSE NEW.ballot_id END
) THEN REFUSE ballot_papers_change_only_while_open; END IF;
IF TG_OP = 'DELETE' THEN RETURN OLD; END IF;
IF cardinality(NEW.agreed) > (SELECT b.quota FROM awards_ballot b WHERE b.id = NEW.ballot_id)
THEN REFUSE ballot_paper_chooses_no_more_than_allowed; END IF;
IF NEW.agreed && NEW.refused OR (
    SELECT count(*) <> count(DISTINCT m) OR count(*) <> count(n.id)
    FROM unnest(NEW.agreed || NEW.refused) m
    LEFT JOIN awards_nominee n ON n.id = m AND n.ballot_id = NEW.ballot_id
) THEN REFUSE ballot_paper_marks_each_nominee_once; END IF;
RETURN NEW;
""")

_AS_MANY = _refusing("""
IF EXISTS (
    SELECT FROM awards_ballot b
    WHERE b.id = CASE TG_OP WHEN 'DELETE' THEN OLD.WAY ELSE NEW.WAY END
    AND b.state <> 'cancelled'
    AND (SELECT count(*) FROM awards_ballotpaper p WHERE p.ballot_id = b.id)
        <> (SELECT count(*) FROM awards_voter v WHERE v.ballot_id = b.id AND v.has_voted)
) THEN REFUSE ballots_are_as_many_as_voters; END IF;
RETURN NULL;
""")

_COUNTED = _refusing("""
IF NOT EXISTS (
    SELECT FROM awards_ballot b WHERE b.state = 'open'
    AND b.id = CASE TG_OP WHEN 'DELETE' THEN OF_OLD ELSE OF_NEW END
) THEN REFUSE ballots_are_counted_before_the_close; END IF;
IF TG_OP = 'DELETE' THEN RETURN OLD; END IF;
RETURN NEW;
""")

_ADDS_UP = _refusing("""
IF EXISTS (
    SELECT FROM awards_papercountline l JOIN awards_papercount c ON c.id = l.count_id
    WHERE l.id = NEW.id AND l.agree + l.disagree + l.silent <> c.valid
) THEN REFUSE count_line_adds_up_to_the_valid_ballots; END IF;
IF EXISTS (
    SELECT FROM awards_papercountline l JOIN awards_papercount c ON c.id = l.count_id
    JOIN awards_nominee n ON n.id = l.nominee_id
    WHERE l.id = NEW.id AND n.ballot_id <> c.ballot_id
) THEN REFUSE count_line_is_of_a_nominee_of_the_ballot; END IF;
RETURN NULL;
""")


def keeps_its_course():
    """Trigger: prepared → open → closed; open, only its end may move; finished, nothing."""
    return _before("keeps_its_course", _COURSE)


def is_whole_once_open():
    """Trigger, at commit: an open ballot has somebody to vote for and somebody who votes."""
    return _deferred("is_whole_once_open", _WRITES, _WHOLE)


def nominees_are_fixed():
    """Trigger: nominees sit in the ballot's year, and stand from the opening on."""
    return _before("frozen_once_opened", _NOMINEES)


def electorate_is_fixed():
    """Trigger: who may vote stands from the opening on; only "has voted" is set, never unset."""
    return _before("frozen_once_opened", _ELECTORATE)


def is_marked_rightly():
    """Trigger: papers come while the ballot is open, with marks that are allowed; none changes."""
    return _before("is_marked_rightly", _PAPERS)


def as_many_as_voters(way):
    """Trigger, at commit: there are as many papers as voters that have voted in the system."""
    return _deferred("as_many_as_voters", _CHANGES, _AS_MANY.replace("WAY", way))


def counted_before_the_close(way):
    """Trigger: counts of paper ballots change only before the close."""
    func = _COUNTED.replace("OF_OLD", way.format(row="OLD"))
    return _before("counted_before_the_close", func.replace("OF_NEW", way.format(row="NEW")))


def adds_up():
    """Trigger, at commit: each line of a count adds up to the valid ballots."""
    return _deferred("adds_up", _WRITES, _ADDS_UP)


def _before(name, func):
    return pgtrigger.Trigger(name=name, operation=_CHANGES, when=pgtrigger.Before, func=func)


def _deferred(name, operation, func):
    return pgtrigger.Trigger(
        name=name,
        operation=operation,
        when=pgtrigger.After,
        timing=pgtrigger.Deferred,
        func=func,
    )
