"""Rules about days: order, length, limits."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

from ..values.dates import period_end
from .base import Answers, Day, One, Path, Problem, Rule, Two


def _at(answers: Answers, path: Path) -> Any:
    """The answer at *path*."""
    found: Any = answers
    for step in path:
        if isinstance(found, list) and isinstance(step, int):
            found = found[step]
        else:
            found = found.get(step) if isinstance(found, Mapping) else None
    return found


def days_at(answers: Answers, *paths: str | Path) -> tuple[date, ...] | None:
    """The days at these paths, a moment's day among them; None unless each has one."""
    found = tuple(_at(answers, tuple(path.split(".")) if isinstance(path, str) else path) for path in paths)
    days = tuple(day.date() if isinstance(day, datetime) else day for day in found)
    return days if all(isinstance(day, date) for day in days) else None


def each(answers: Answers, question: str, *others: str) -> Iterator[tuple[Path, tuple[date, ...]]]:
    """Where *question* is answered, and that day with those at *others*; `dagar.*.datum` is answered in many places."""
    for path in places(answers, question.split(".")):
        if days := days_at(answers, path, *others):
            yield path, days


def places(found: Any, steps: list[str], done: Path = ()) -> Iterator[Path]:
    """The paths that the steps lead to; `*` is every row of a list or every part of an object."""
    if not steps:
        yield done
    elif steps[0] == "*":
        inside = found.items() if isinstance(found, Mapping) else enumerate(found) if isinstance(found, list) else ()
        for step, inner in inside:
            yield from places(inner, steps[1:], (*done, step))
    elif isinstance(found, Mapping):
        yield from places(found.get(steps[0]), steps[1:], (*done, steps[0]))


@dataclass(frozen=True, kw_only=True)
class Period(Rule):
    """Two days: the first and the last of a period."""

    from_: str
    to: str

    @property
    def asked(self) -> tuple[str, ...]:
        return self.from_, self.to


@dataclass(frozen=True, kw_only=True)
class PeriodOrder(Period):
    """The last day is the first day or later."""

    name = "period_order"
    about = "Sista dagen är samma dag som den första eller senare."
    general = "period_end_before_start"

    def problems(self, answers: Answers, day: Day) -> Iterator[Problem]:
        if (days := days_at(answers, self.from_, self.to)) and days[1] < days[0]:
            yield (self.to,), self.say(**{self.from_: days[0]})

    @property
    def tells(self) -> tuple[str, ...]:
        return (self.from_,)


@dataclass(frozen=True, kw_only=True)
class PeriodAtMost(Period):
    """The period is at most so many months, counted as months of agreements are."""

    name = "period_at_most"
    about = "Perioden är högst så många månader. En månad från 15 november går till och med 14 december."
    general = "period_too_long"
    months: int

    def problems(self, answers: Answers, day: Day) -> Iterator[Problem]:
        if (days := days_at(answers, self.from_, self.to)) and days[1] > (last := period_end(days[0], self.months)):
            yield (self.to,), self.say(max=self.months, datum=last)

    @property
    def tells(self) -> tuple[str, ...]:
        return "max", "datum"


@dataclass(frozen=True, kw_only=True)
class ReasonOver(Period):
    """A period longer than so many months needs a written reason."""

    name = "reason_over"
    about = "En period som är längre än så många månader behöver en motivering."
    months: int
    reason: str

    def problems(self, answers: Answers, day: Day) -> Iterator[Problem]:
        days = days_at(answers, self.from_, self.to)
        if days and not answers.get(self.reason) and days[1] > (last := period_end(days[0], self.months)):
            yield (self.reason,), self.say(etikett=self.label(self.reason), max=self.months, datum=last)

    @property
    def asked(self) -> tuple[str, ...]:
        return self.from_, self.to, self.reason

    @property
    def tells(self) -> tuple[str, ...]:
        return "etikett", "max", "datum"


@dataclass(frozen=True, kw_only=True)
class NotOpenEnded(One):
    """There is an end date, and never «tills vidare»."""

    name = "not_open_ended"
    about = "Det finns ett slutdatum."
    general = "open_ended"

    def problems(self, answers: Answers, day: Day) -> Iterator[Problem]:
        if not answers.get(self.question):
            yield (self.question,), self.say()


@dataclass(frozen=True, kw_only=True)
class Within(One):
    """A day lies inside a period."""

    name = "within"
    about = "En dag ligger inom en period. `lista.*.datum` är dagen på varje rad."
    general = "period_outside"
    from_: str
    to: str

    def problems(self, answers: Answers, day: Day) -> Iterator[Problem]:
        for path, days in each(answers, self.question, self.from_, self.to):
            if not days[1] <= days[0] <= days[2]:
                yield path, self.say(**{"från": days[1], "till": days[2], self.from_: days[1], self.to: days[2]})

    @property
    def asked(self) -> tuple[str, ...]:
        return self.question, self.from_, self.to

    @property
    def tells(self) -> tuple[str, ...]:
        return "från", "till", self.from_, self.to


@dataclass(frozen=True, kw_only=True)
class NotBefore(Two):
    """A day is the other day or later."""

    name = "not_before"
    about = "En dag är samma som den andra eller senare."
    general = "date_too_early"

    def problems(self, answers: Answers, day: Day) -> Iterator[Problem]:
        for path, days in each(answers, self.question, self.other):
            if days[0] < days[1]:
                yield path, self.say(**{"datum": days[1], self.other: days[1]})

    @property
    def tells(self) -> tuple[str, ...]:
        return "datum", self.other


@dataclass(frozen=True, kw_only=True)
class After(Two):
    """A day is later than the other day."""

    name = "after"
    about = "En dag är senare än den andra."
    general = "date_too_early"

    def problems(self, answers: Answers, day: Day) -> Iterator[Problem]:
        for path, days in each(answers, self.question, self.other):
            if days[0] <= days[1]:
                yield path, self.say(**{"datum": days[1] + timedelta(1), self.other: days[1]})

    @property
    def tells(self) -> tuple[str, ...]:
        return "datum", self.other


@dataclass(frozen=True, kw_only=True)
class NotAfter(Two):
    """A day is the other day or earlier."""

    name = "not_after"
    about = "En dag är samma som den andra eller tidigare. `lista.*.datum` är dagen på varje rad."
    general = "date_too_late"

    def problems(self, answers: Answers, day: Day) -> Iterator[Problem]:
        for path, days in each(answers, self.question, self.other):
            if days[0] > days[1]:
                yield path, self.say(**{"datum": days[1], self.other: days[1]})

    @property
    def tells(self) -> tuple[str, ...]:
        return "datum", self.other


@dataclass(frozen=True, kw_only=True)
class Follows(Two):
    """A period begins the day after the other has ended."""

    name = "follows"
    about = "En dag är dagen efter den andra, så att en period börjar när den förra har slutat."
    general = "period_gap"

    def problems(self, answers: Answers, day: Day) -> Iterator[Problem]:
        for path, days in each(answers, self.question, self.other):
            if days[0] != (next_day := days[1] + timedelta(1)):
                yield path, self.say(datum=next_day)

    @property
    def tells(self) -> tuple[str, ...]:
        return ("datum",)


@dataclass(frozen=True, kw_only=True)
class DaysAfter(Two):
    """A day is at most so many days after the other day; it may be earlier."""

    name = "days_after"
    about = "En dag är högst så många dagar efter den andra."
    general = "date_too_late"
    days: int

    def problems(self, answers: Answers, day: Day) -> Iterator[Problem]:
        for path, days in each(answers, self.question, self.other):
            if days[0] > (last := days[1] + timedelta(self.days)):
                yield path, self.say(datum=last)

    @property
    def tells(self) -> tuple[str, ...]:
        return ("datum",)


@dataclass(frozen=True, kw_only=True)
class Before(Two):
    """A day is earlier than the other day."""

    name = "before"
    about = "En dag är tidigare än den andra."
    general = "date_too_late"

    def problems(self, answers: Answers, day: Day) -> Iterator[Problem]:
        for path, days in each(answers, self.question, self.other):
            if days[0] >= days[1]:
                yield path, self.say(**{"datum": days[1] - timedelta(1), self.other: days[1]})

    @property
    def tells(self) -> tuple[str, ...]:
        return "datum", self.other
