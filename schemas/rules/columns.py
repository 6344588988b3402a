"""Rules about one answer on each row of a question."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from .base import Answers, Day, One, Problem
from .rows import row_name


@dataclass(frozen=True, kw_only=True)
class RowsAtLeast(One):
    """There are at least so many rows, where anybody has answered."""

    name = "rows_at_least"
    about = "Det finns minst så många rader, om det finns någon."
    general = "repeat_min"
    rows: int

    def problems(self, answers: Answers, day: Day) -> Iterator[Problem]:
        if 0 < len(found := answers.get(self.question) or ()) < self.rows:
            yield (self.question,), self.say(min=self.rows, antal=len(found), etikett=self.label(self.question))

    @property
    def tells(self) -> tuple[str, ...]:
        return "min", "antal", "etikett"


@dataclass(frozen=True, kw_only=True)
class RowsNeed(One):
    """Each row has an answer in *column*, except rows where *unless* is ticked."""

    name = "rows_need"
    about = "Varje rad har svar i en fråga, utom rader där krysset i `unless` står."
    general = "required"
    column: str
    unless: str = ""

    def problems(self, answers: Answers, day: Day) -> Iterator[Problem]:
        for n, row in enumerate(answers.get(self.question) or ()):
            if not row.get(self.column) and row.get(self.unless) is not True:
                name = row_name(row, n + 1)
                yield (self.question, n, self.column), self.say(part=name, etikett=name)

    @property
    def tells(self) -> tuple[str, ...]:
        return "part", "etikett"


@dataclass(frozen=True, kw_only=True)
class RowsInOrder(One):
    """On each row the last day is the first day or later."""

    name = "rows_in_order"
    about = "På varje rad är dagen i `to` samma som dagen i `from` eller senare."
    general = "period_end_before_start"
    from_: str
    to: str

    def problems(self, answers: Answers, day: Day) -> Iterator[Problem]:
        for n, row in enumerate(answers.get(self.question) or ()):
            first, last = row.get(self.from_), row.get(self.to)
            if isinstance(first, date) and isinstance(last, date) and last < first:
                yield (self.question, n, self.to), self.say(**{self.from_: first, "nummer": n + 1})

    @property
    def tells(self) -> tuple[str, ...]:
        return self.from_, "nummer"
