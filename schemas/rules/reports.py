"""Rules about a report of days: which days belong to it, and hours that agree with what is marked."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from ..values.spans import Span
from .base import Answers, Day, One, Problem
from .periods import days_at, each


@dataclass(frozen=True, kw_only=True)
class InSpan(One):
    """A day, or the day of every row, lies in the week or month *span*."""

    name = "in_span"
    about = "En dag hör till veckan eller månaden. `lista.*.datum` är dagen på varje rad."
    general = "period_outside"
    span: str

    def problems(self, answers: Answers, day: Day) -> Iterator[Problem]:
        span = answers.get(self.span)
        if not isinstance(span, Span):
            return
        for path, (found,) in each(answers, self.question):
            if not span.first <= found <= span.last:
                row = next((step + 1 for step in path if isinstance(step, int)), 1)
                yield path, self.say(från=span.first, till=span.last, datum=found, nummer=row)

    @property
    def asked(self) -> tuple[str, ...]:
        return self.question, self.span

    @property
    def tells(self) -> tuple[str, ...]:
        return "från", "till", "datum", "nummer"


@dataclass(frozen=True, kw_only=True)
class SpanMeets(One):
    """A week or month has at least one day of a period."""

    name = "span_meets"
    about = "Veckan eller månaden har minst en dag i perioden."
    general = "period_outside"
    from_: str
    to: str

    def problems(self, answers: Answers, day: Day) -> Iterator[Problem]:
        span, days = answers.get(self.question), days_at(answers, self.from_, self.to)
        if isinstance(span, Span) and days and (span.last < days[0] or span.first > days[1]):
            yield (self.question,), self.say(från=days[0], till=days[1])

    @property
    def asked(self) -> tuple[str, ...]:
        return self.question, self.from_, self.to

    @property
    def tells(self) -> tuple[str, ...]:
        return "från", "till"


@dataclass(frozen=True, kw_only=True)
class Hours(One):
    """The rows of *question* with their *hours*; *date* is what a message calls the row by."""

    hours: str
    date: str = "datum"

    @property
    def tells(self) -> tuple[str, ...]:
        return ("datum",)

    def _rows(self, answers: Answers) -> Iterator[tuple[int, Mapping[str, Any]]]:
        for n, row in enumerate(answers.get(self.question) or ()):
            if row.get(self.hours) is not None:
                yield n, row


@dataclass(frozen=True, kw_only=True)
class HoursAway(Hours):
    """A row marked as away has no hours, and every other row has some."""

    name = "hours_away"
    about = "Den som är borta har 0 timmar på raden, och den som är där har fler än 0."
    general = "hours_when_away"
    mark: str
    away: tuple[str, ...]

    def problems(self, answers: Answers, day: Day) -> Iterator[Problem]:
        for n, row in self._rows(answers):
            if self.mark in row and (row[self.mark] in self.away) is (row[self.hours] > 0):
                yield (self.question, n, self.mark), self.say(datum=row.get(self.date, n + 1))


@dataclass(frozen=True, kw_only=True)
class HoursOver(Hours):
    """The hours of a row are no more than those that were planned."""

    name = "hours_over"
    about = "Timmarna på raden är inte fler än de planerade."
    general = "hours_over_planned"
    planned: str

    def problems(self, answers: Answers, day: Day) -> Iterator[Problem]:
        for n, row in self._rows(answers):
            if row.get(self.planned) is not None and row[self.hours] > row[self.planned]:
                yield (self.question, n, self.hours), self.say(datum=row.get(self.date, n + 1))
