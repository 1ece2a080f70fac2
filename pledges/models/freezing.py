"""What the database itself holds of a covenant: its text is frozen, and it keeps its course."""

import re

import pgtrigger

_CHANGES = pgtrigger.Insert | pgtrigger.Update | pgtrigger.Delete


def _refusing(sql):
    """Write `REFUSE a_sentence;` out as what raises it under that name."""
    raised = r"RAISE check_violation USING MESSAGE = '\1', CONSTRAINT = '\1';"
    return re.sub(r"REFUSE (\w+);", raised, sql)


_COURSE = _refusing("""
IF TG_OP = 'INSERT' THEN
    IF NEW.state <> 'draft' THEN REFUSE covenant_version_begins_as_a_draft; END IF;
    RETURN NEW;
END IF;
IF TG_OP = 'DELETE' THEN
    IF OLD.state <> 'draft' THEN REFUSE covenant_text_is_frozen; END IF;
    RETURN OLD;
END IF;
IF OLD.state <> 'draft' AND (
    OLD.covenant_id, OLD.number, OLD.reason, OLD.title, OLD.theme, OLD.place, OLD.dated,
    OLD.witness, OLD.closing_terms, OLD.copies, OLD.revision
) IS DISTINCT FROM (
    NEW.covenant_id, NEW.number, NEW.reason, NEW.title, NEW.theme, NEW.place, NEW.dated,
    NEW.witness, NEW.closing_terms, NEW.copies, NEW.revision
) THEN REFUSE covenant_text_is_frozen; END IF;
IF (OLD.state, NEW.state) IN (
    ('draft', 'in_force'), ('draft', 'closed'), ('in_force', 'draft'), ('in_force', 'signing'),
    ('closed', 'draft'), ('closed', 'signing'), ('closed', 'in_force')
) THEN REFUSE covenant_keeps_its_course; END IF;
IF OLD.state = 'signing' AND NEW.state = 'draft' AND EXISTS (
    SELECT FROM pledges_signature s WHERE s.covenant_version_id = OLD.id
) THEN REFUSE signed_text_is_never_reopened; END IF;
RETURN NEW;
""")

_WHOLE = _refusing("""
IF NOT EXISTS (
    SELECT FROM pledges_covenantversion v WHERE v.id = NEW.id AND v.state <> 'draft'
) THEN RETURN NULL; END IF;
IF NOT COALESCE((
    SELECT min(c.number) = 1 AND max(c.number) = count(*)
    FROM pledges_commitment c WHERE c.covenant_version_id = NEW.id
), false) THEN REFUSE commitments_run_from_one; END IF;
IF EXISTS (
    SELECT FROM pledges_target t JOIN pledges_commitment c ON c.id = t.commitment_id
    WHERE c.covenant_version_id = NEW.id AND t.planned IS NULL
) THEN REFUSE opened_targets_have_a_plan; END IF;
RETURN NULL;
""")

_FROZEN = _refusing("""
IF TG_OP <> 'INSERT' AND EXISTS (
    SELECT FROM pledges_covenantversion v WHERE v.id = OF_OLD AND v.state <> 'draft'
) THEN REFUSE covenant_text_is_frozen; END IF;
IF TG_OP = 'DELETE' THEN RETURN OLD; END IF;
IF EXISTS (
    SELECT FROM pledges_covenantversion v WHERE v.id = OF_NEW AND v.state <> 'draft'
) THEN REFUSE covenant_text_is_frozen; END IF;
RETURN NEW;
""")

_SEATED = _refusing("""
IF NEW.seat_id IS NOT NULL AND NOT EXISTS (
    SELECT FROM blocs_seat s JOIN pledges_covenant c ON c.emulation_year_id = s.emulation_year_id
    WHERE s.id = NEW.seat_id AND c.id = COVENANT
) THEN REFUSE seat_is_of_the_covenants_year; END IF;
RETURN NEW;
""")

_SIGNABLE = _refusing("""
IF NOT EXISTS (
    SELECT FROM pledges_covenantversion v
    WHERE v.id = NEW.covenant_version_id AND v.state IN ('signing', 'in_force')
) THEN REFUSE only_an_open_covenant_is_signed; END IF;
RETURN NEW;
""")

_RESERVED = _refusing("""
IF NOT EXISTS (
    SELECT FROM pledges_signature s
    JOIN pledges_commitment c ON c.covenant_version_id = s.covenant_version_id
    WHERE s.id = NEW.signature_id AND c.id = NEW.commitment_id
    AND (c.seat_id IS NULL OR c.seat_id = s.seat_id)
) THEN REFUSE reservation_is_on_what_was_signed; END IF;
RETURN NEW;
""")

_CONCERNING = _refusing("""
IF TG_OP = 'UPDATE' AND (OLD.commitment_id, OLD.seat_id, OLD.span)
    IS DISTINCT FROM (NEW.commitment_id, NEW.seat_id, NEW.span)
THEN REFUSE progress_report_stays_where_it_is; END IF;
IF NOT EXISTS (
    SELECT FROM pledges_commitment m
    JOIN pledges_covenantversion v ON v.id = m.covenant_version_id
    JOIN pledges_covenant c ON c.id = v.covenant_id
    WHERE m.id = NEW.commitment_id AND v.in_force_on IS NOT NULL
    AND c.emulation_year_id = NEW.emulation_year_id
    AND (m.seat_id IS NULL OR m.seat_id = NEW.seat_id)
) THEN REFUSE progress_is_on_what_concerns_the_member; END IF;
RETURN NEW;
""")

_AIMED = _refusing("""
IF NOT EXISTS (
    SELECT FROM pledges_progressreport r
    JOIN pledges_target t ON t.commitment_id = r.commitment_id AND t.seat_id = r.seat_id
    WHERE r.id = NEW.report_id AND t.id = NEW.target_id
) THEN REFUSE progress_figure_is_of_the_members_target; END IF;
RETURN NEW;
""")

# How to come from a row to its version, and from there to the covenant.
BY_VERSION = "{row}.covenant_version_id"
BY_COMMITMENT = (
    "(SELECT m.covenant_version_id FROM pledges_commitment m WHERE m.id = {row}.commitment_id)"
)
_OF_VERSION = "(SELECT w.covenant_id FROM pledges_covenantversion w WHERE w.id = {version})"


def keeps_its_course():
    """Trigger: a version begins as a draft; once opened its text stands, and only its state moves.

    It is opened again as a draft only before anybody has signed.
    """
    return pgtrigger.Trigger(
        name="keeps_its_course", operation=_CHANGES, when=pgtrigger.Before, func=_COURSE
    )


def is_whole_once_opened():
    """Trigger, at commit: commitments of an opened version are 1 … n, every target has a plan."""
    return pgtrigger.Trigger(
        name="is_whole_once_opened",
        operation=pgtrigger.Insert | pgtrigger.Update,
        when=pgtrigger.After,
        timing=pgtrigger.Deferred,
        func=_WHOLE,
    )


def frozen_once_opened(way):
    """Trigger: a row of the text changes, comes and goes only while its version is a draft."""
    func = _FROZEN.replace("OF_OLD", way.format(row="OLD"))
    return pgtrigger.Trigger(
        name="frozen_once_opened",
        operation=_CHANGES,
        when=pgtrigger.Before,
        func=func.replace("OF_NEW", way.format(row="NEW")),
    )


def is_seated(way=None):
    """Trigger: the member of a row sits in the covenant's own year."""
    covenant = _OF_VERSION.format(version=way.format(row="NEW")) if way else "NEW.covenant_id"
    return pgtrigger.Trigger(
        name="is_seated",
        operation=pgtrigger.Insert | pgtrigger.Update,
        when=pgtrigger.Before,
        func=_SEATED.replace("COVENANT", covenant),
    )


def only_open_is_signed():
    """Trigger: nobody signs a draft, nor what is over."""
    return pgtrigger.Trigger(
        name="only_open_is_signed",
        operation=pgtrigger.Insert,
        when=pgtrigger.Before,
        func=_SIGNABLE,
    )


def is_on_what_was_signed():
    """Trigger: a reservation is on a commitment of the version signed that concerns the member."""
    return pgtrigger.Trigger(
        name="is_on_what_was_signed",
        operation=pgtrigger.Insert,
        when=pgtrigger.Before,
        func=_RESERVED,
    )


def is_on_what_concerns_the_member():
    """Trigger: a report is on a commitment of its year that came in force and is the member's."""
    return pgtrigger.Trigger(
        name="is_on_what_concerns_the_member",
        operation=pgtrigger.Insert | pgtrigger.Update,
        when=pgtrigger.Before,
        func=_CONCERNING,
    )


def is_of_the_members_target():
    """Trigger: a figure is of a target that the report's member has in the report's commitment."""
    return pgtrigger.Trigger(
        name="is_of_the_members_target",
        operation=pgtrigger.Insert | pgtrigger.Update,
        when=pgtrigger.Before,
        func=_AIMED,
    )
