"""What is proposed for each column and row of a foreign sheet, and how sure it is."""

from dataclasses import dataclass, field
from functools import cached_property

CODE, TEXT, MAXIMUM, MEMBER, LEFT_OUT = "code", "text", "maximum", "member", "left_out"
LOCKED = "locked"  # the sheet of who checks: another checks it


@dataclass(frozen=True)
class ColumnGuess:
    """What a column is. One that is not `sure` is asked about: `why` is the question."""

    column: int
    title: str
    role: str = LEFT_OUT
    member: int | None = None
    sure: bool = True
    why: str = ""
    suggestions: tuple = ()
    is_recalled: bool = False

    @property
    def is_fixed(self):
        """Not chosen in the table: the column of codes, texts or maxima, and what is locked."""
        return self.role in (CODE, TEXT, MAXIMUM, LOCKED)


@dataclass(frozen=True)
class RowGuess:
    """Which criterion a row is; `pk` None: it is left out, as a section's sum or a footer."""

    row: int
    label: str
    pk: int | None = None
    sure: bool = True
    why: str = ""
    suggestions: tuple = ()
    is_recalled: bool = False


@dataclass(frozen=True)
class Choice:
    """What a person said about the sheet itself; None is left to be found."""

    sheet: int | None = None
    turned: bool | None = None
    first: int | None = None
    last: int | None = None
    code: int | None = None
    text: int | None = None


@dataclass(frozen=True)
class Proposal:
    """How a sheet would be read. `remembered`: as it was confirmed for the same headings before."""

    sheet: int
    grid: object = field(repr=False)
    head: object = field(repr=False)
    code: int | None
    text: int | None
    columns: tuple
    rows: tuple
    asks_sheet: str = ""  # why it may be the wrong sheet or file
    asks_decimal: str = ""  # the cell whose number can be read in two ways
    decimal_sign: str = ""
    remembered: bool = False

    @cached_property
    def members(self):
        """{column: key of the member} of what is sure."""
        return {c.column: c.member for c in self.columns if c.sure and c.member is not None}

    @cached_property
    def criteria(self):
        """{row: pk of the criterion} of what is sure."""
        return {r.row: r.pk for r in self.rows if r.sure and r.pk is not None}

    @property
    def unsure_columns(self):
        return [guess for guess in self.columns if not guess.sure]

    @property
    def unsure_rows(self):
        return [guess for guess in self.rows if not guess.sure]

    @property
    def questions(self):
        """How many answers are missing."""
        asked = len(self.unsure_columns) + len(self.unsure_rows)
        return asked + bool(self.asks_sheet) + bool(self.asks_decimal)

    @property
    def weight(self):
        return len(self.members) * len(self.criteria), len(self.members) + len(self.criteria)
