"""Reading the evidence that the database's triggers wrote: before, after, who and why.

Two queries find a page of events over all tracked tables, one more names what they point to.
"""

from dataclasses import dataclass

from django.apps import apps
from django.db.models import F, OuterRef, Q, Subquery, TextField, Value
from django.db.models.functions import Cast, JSONObject
from django.utils import timezone

from accounts.models import User
from awards.models import Ballot, CouncilSession, Decision, Nomination, PaperCount
from blocs.models import Bloc, EmulationYear, Organisation, OrganisationSuccession
from blocs.people import people_kept_by
from blocs.reach import reach_of
from pledges.models import Commitment, Covenant, CovenantVersion, Signature
from scoring.hidden import hidden_seats, without_hidden
from scoring.models import CriteriaSet, Criterion

from .audit_names import NAMES

PER_PAGE = 50
# Keys and fingerprints, which say nothing to a reader.
HIDDEN = {"id", "sort_key", "search_key", "fingerprint", "sha256", "version", "revision"}


@dataclass(frozen=True)
class Change:
    """One field of an event, as stored before and after; `field` is the model's field."""

    field: object
    before: object
    after: object


@dataclass(frozen=True)
class Event:
    """One row of evidence. `through_us` is false for changes made behind the application's back."""

    model: type
    label: str
    at: object
    through_us: bool
    by: int | None
    why: str
    changes: list


def event_models():
    """Every event table, by its label."""
    models = apps.get_models()
    return {m._meta.label: m for m in models if hasattr(m, "pgh_tracked_model")}


def page_of_events(user, *, page=1, size=PER_PAGE):
    """Return a page of events the person may read, newest first, and whether there are older ones.

    Administrators read all; staff what belongs to the provinces they keep. Self-scores of others
    stay away from everybody until their last day has passed.
    """
    models, hidden = event_models(), hidden_seats(user, on=timezone.localdate())
    found = [
        without_hidden(_within(model, user), hidden)
        .annotate(table=Value(label))
        .values("table", "pgh_id", "pgh_created_at")
        for label, model in models.items()
    ]
    start = (page - 1) * size
    newest = found[0].union(*found[1:], all=True).order_by("-pgh_created_at", "-pgh_id", "table")
    keys = list(newest[start : start + size + 1])
    events = _events(models, keys[:size])
    return events, len(keys) > size


def names_of(events):
    """Return {(model, id): name} for whatever the events point to: one query."""
    wanted = {}
    for event in events:
        if event.by:
            wanted.setdefault(User, set()).add(event.by)
        for change in event.changes:
            if change.field.is_relation:
                ids = {change.before, change.after} - {None}
                wanted.setdefault(change.field.related_model, set()).update(ids)
    rows = [
        model.objects.order_by()
        .filter(pk__in=wanted[model])
        .values_list(Value(model._meta.label), "pk", Cast(name, TextField()))
        for model, name in NAMES.items()
        if model in wanted
    ]
    if not rows:
        return {}
    named = rows[0].union(*rows[1:], all=True) if len(rows) > 1 else rows[0]
    return {(apps.get_model(label), pk): name for label, pk, name in named}


def _within(model, user):
    """Events of a table that belong to what the person keeps, by the columns the table has."""
    events = model.objects.order_by()
    reach = reach_of(user)
    if reach.is_administrator:
        return events
    blocs = Bloc.objects.filter(province__in=reach.kept)
    years = EmulationYear.objects.filter(bloc__in=blocs)
    organisations = Organisation.objects.filter(province__in=reach.kept)
    covenants = Covenant.objects.filter(emulation_year__in=years)
    versions = CovenantVersion.objects.filter(covenant__in=covenants)
    nominations = Nomination.objects.filter(emulation_year__in=years)
    tracked = model.pgh_tracked_model
    kept = {
        "bloc": blocs.values("pk"),
        "emulation_year": years.values("pk"),
        "covenant": covenants.values("pk"),
        "covenant_version": versions.values("pk"),
        "commitment": Commitment.objects.filter(covenant_version__in=versions).values("pk"),
        "signature": Signature.objects.filter(covenant_version__in=versions).values("pk"),
        "criteria_set": CriteriaSet.objects.filter(emulation_year__in=years).values("pk"),
        "criterion": Criterion.objects.filter(criteria_set__emulation_year__in=years).values("pk"),
        "nomination": nominations.values("pk"),
        "session": CouncilSession.objects.filter(province__in=reach.kept).values("pk"),
        "decision": Decision.objects.filter(province__in=reach.kept).values("pk"),
        "ballot": Ballot.objects.filter(emulation_year__in=years).values("pk"),
        "count": PaperCount.objects.filter(ballot__emulation_year__in=years).values("pk"),
        "province": list(reach.kept),
        "organisation": organisations.values("pk"),
    }
    if tracked is OrganisationSuccession:
        kept["predecessor"] = organisations.values("pk")
    if tracked is User:
        kept["pgh_obj"] = people_kept_by(user).values("pk")
    columns = kept.keys() & {field.name for field in model._meta.fields}
    scope = Q(pk__in=[])
    for column in columns:
        scope |= Q(**{f"{column}__in": kept[column]})
    return events.filter(scope)


def _events(models, keys):
    by_table = {}
    for key in keys:
        by_table.setdefault(key["table"], []).append(key["pgh_id"])
    rows = [_with_states(models[table], ids) for table, ids in by_table.items()]
    if not rows:
        return []
    union = rows[0].union(*rows[1:], all=True) if len(rows) > 1 else rows[0]
    read = {(row["table"], row["pgh_id"]): row for row in union}
    return [_event(models[k["table"]], read[k["table"], k["pgh_id"]]) for k in keys]


def _with_states(model, ids):
    """The events with the row as it became, and as the event before left it."""
    columns = {field.attname: F(field.attname) for field in _kept_fields(model)}
    earlier = model.objects.filter(pgh_obj_id=OuterRef("pgh_obj_id"), pgh_id__lt=OuterRef("pgh_id"))
    earlier = earlier.order_by("-pgh_id").annotate(row_after=JSONObject(**columns))
    return (
        model.objects.order_by()
        .filter(pgh_id__in=ids)
        .annotate(
            table=Value(model._meta.label),
            row_after=JSONObject(**columns),
            row_before=Subquery(earlier.values("row_after")[:1]),
        )
        .values(
            "table",
            "pgh_id",
            "pgh_created_at",
            "pgh_label",
            "pgh_context",
            "row_after",
            "row_before",
        )
    )


def _kept_fields(model):
    fields = model._meta.fields
    return [f for f in fields if not f.name.startswith("pgh_") and f.name not in HIDDEN]


def _event(model, row):
    context = row["pgh_context"]
    before, after = row["row_before"] or {}, row["row_after"]
    if row["pgh_label"] == "delete":
        before, after = after, {}
    changes = [
        Change(field, before.get(field.attname), after.get(field.attname))
        for field in _kept_fields(model)
        if before.get(field.attname) != after.get(field.attname)
        and (before.get(field.attname), after.get(field.attname)) not in ((None, ""), ("", None))
    ]
    return Event(
        model=model.pgh_tracked_model,
        label=row["pgh_label"],
        at=row["pgh_created_at"],
        through_us=context is not None,
        by=(context or {}).get("by"),
        why=(context or {}).get("why", ""),
        changes=changes,
    )
