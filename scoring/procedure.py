"""Through which stages a year's scores pass, until when each lasts, and what silence then means."""

import datetime as dt
from dataclasses import dataclass, field

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import OuterRef
from django.db.models.functions import JSONObject

from blocs.deadlines import deadlines_of, with_deadlines
from blocs.models import DeadlineKind, EmulationYear

from .models import SetStage, Shown, Silence, Stage

# Until when a stage lasts. The dossier for commendation goes out with verified points, so its day
# is the last one to verify; what is made official then has no day of its own.
LASTS_UNTIL = {
    Stage.SELF: DeadlineKind.SELF_SCORE,
    Stage.CHECKED: DeadlineKind.CROSS_CHECK,
    Stage.AGREED: DeadlineKind.MEETING,
    Stage.VERIFIED: DeadlineKind.DOSSIER,
}
ORDER = tuple(Stage)


@dataclass(frozen=True)
class StageRule:
    """One stage that a year uses, as its regulation has it (`SetStage`)."""

    stage: Stage
    silence: Silence = Silence.EMPTY
    shown: Shown = Shown.TOTALS
    answer_days: int | None = None


@dataclass(frozen=True)
class Procedure:
    """The stages of a year in their order, with the days of `blocs.deadlines`, seen on `on`."""

    stages: tuple
    dues: dict = field(default_factory=dict)
    on: dt.date | None = None
    is_year_open: bool = True

    @property
    def is_staged(self):
        """Whether there is more than what the bloc agrees upon."""
        return any(rule.stage != Stage.AGREED for rule in self.stages)

    def uses(self, stage):
        return self.rule(stage) is not None

    def rule(self, stage):
        return next((rule for rule in self.stages if rule.stage == stage), None)

    def before(self, stage):
        """The stage that comes before this one, or None where it is the first."""
        earlier = [
            rule.stage for rule in self.stages if ORDER.index(rule.stage) < ORDER.index(stage)
        ]
        return earlier[-1] if earlier else None

    def has_opened(self, stage):
        """Whether the stage before it is over for all; the first one is open from the start."""
        earlier = self.before(stage)
        return earlier is None or self.is_over(earlier)

    def due(self, stage):
        """The Due of a stage, or None where nobody has set a day."""
        return self.dues.get(LASTS_UNTIL.get(stage))

    def last_day(self, stage, seat_pk=None):
        due = self.due(stage)
        return due and due.for_seat(seat_pk)

    def is_over(self, stage, seat_pk=None):
        """Whether the last day of a stage has passed, for one member its own extended one.

        A closed year is over; a stage without a day is not.
        """
        last = self.last_day(stage, seat_pk)
        return not self.is_year_open or (last is not None and self.on > last)


def with_procedure(years):
    """Annotate years with what `procedure_of` reads, so that it asks nothing more."""
    return with_stages(with_deadlines(years))


def with_stages(years):
    """Annotate years with what `rules_of` reads."""
    stages = SetStage.objects.current().filter(criteria_set__emulation_year=OuterRef("pk"))
    row = JSONObject(stage="stage", silence="silence", shown="shown", answer_days="answer_days")
    return years.annotate(stages_in_short=ArraySubquery(stages.values(row=row)))


def procedure_of(year, *, on):
    """Return the Procedure of a year on a day: one query, none where it is `with_procedure`."""
    if not hasattr(year, "stages_in_short"):
        known = EmulationYear.objects.filter(pk=year.pk).select_related("bloc")
        year = with_procedure(known).get()
    return Procedure(rules_of(year), deadlines_of([year])[year.pk], on, year.is_open)


def rules_of(year):
    """Return the StageRules of a year `with_stages`, in the order of the stages."""
    rules = [_rule(row) for row in year.stages_in_short] or [StageRule(Stage.AGREED)]
    return tuple(sorted(rules, key=lambda rule: ORDER.index(rule.stage)))


def _rule(row):
    return StageRule(
        Stage(row["stage"]), Silence(row["silence"]), Shown(row["shown"]), row["answer_days"]
    )
