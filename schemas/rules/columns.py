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
class RowsNotBefore(One):
    """On each row the day in *column* is the other day or later; the other stands on the row, or in the form."""

    name = "rows_not_before"
    about = "På varje rad är dagen i `column` samma som den andra eller senare. Den andra står på raden eller i blanketten."
    general = "date_too_early"
    column: str
    other: str

    def problems(self, answers: Answers, day: Day) -> Iterator[Problem]:
        for n, row in enumerate(answers.get(self.question) or ()):
            found, first = row.get(self.column), row.get(self.other) or answers.get(self.other)
            if isinstance(found, date) and isinstance(first, date) and found < first:
                told = {"datum": first, self.other: first, "nummer": n + 1}
                yield (self.question, n, self.column), self.say(**told)

    @property
    def tells(self) -> tuple[str, ...]:
        return "datum", self.other, "nummer"
