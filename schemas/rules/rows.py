"""Rules about the rows of a question and what hangs on them."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from itertools import islice
from typing import Any

from ..values.numbers import shown
from .base import Answers, Day, One, Problem


def row_name(row: Mapping[str, Any], number: int, noun: str = "rad") -> str:
    """How to speak of a row: its first two answers if they are text, otherwise its number (from 1)."""
    words = [value.strip() for value in islice(row.values(), 2) if isinstance(value, str)]
    return ", ".join(filter(None, words)) or f"{noun} {number}"


@dataclass(frozen=True, kw_only=True)
class RowsUsed(One):
    """Each row of *of* has at least one cell in the matrix *question*, whose cells name it by *column_key*."""

    name = "rows_used"
    about = "Varje rad har minst ett kryss i tabellen."
    general = "row_unused"
    of: str
    column_key: str = "part"

    def problems(self, answers: Answers, day: Day) -> Iterator[Problem]:
        used = {cell[self.column_key] for cell in answers.get(self.question) or ()}
        for n, row in enumerate(answers.get(self.of) or (), 1):
            if n not in used:
                yield (self.question,), self.say(part=row_name(row, n))

    @property
    def asked(self) -> tuple[str, ...]:
        return self.question, self.of

    @property
    def tells(self) -> tuple[str, ...]:
        return ("part",)


@dataclass(frozen=True, kw_only=True)
class Someone(One):
    """At least one row's answer is among *options*; in rows with several answers, the one called *column*."""

    name = "someone"
    about = "Minst en rad har svarat något av alternativen; med `column` i den frågan på raden."
    general = "nobody_chosen"
    options: tuple[str, ...]
    column: str = ""

    def problems(self, answers: Answers, day: Day) -> Iterator[Problem]:
        given = answers.get(self.question)
        if given and not any((one.get(self.column) if self.column else one) in self.options for one in given):
            yield (self.question,), self.say()


@dataclass(frozen=True, kw_only=True)
class ScheduleHours(One):
    """The hours of the schedule are the hours that were agreed."""

    name = "schedule_hours"
    about = "Schemat ger så många timmar som ni har kommit överens om."
    general = "schedule_hours_differ"
    hours: str

    def problems(self, answers: Answers, day: Day) -> Iterator[Problem]:
        schedule, hours = answers.get(self.question), answers.get(self.hours)
        if not schedule or hours is None:
            return
        total = week_hours(schedule["rader"])
        if total != hours:
            yield (self.question,), self.say(summa=shown(total), timmar=shown(hours))

    @property
    def asked(self) -> tuple[str, ...]:
        return self.question, self.hours

    @property
    def tells(self) -> tuple[str, ...]:
        return "summa", "timmar"


SHARE: Mapping[str, Decimal] = {"varje_vecka": Decimal(1), "varannan_vecka": Decimal("0.5"), "datum": Decimal(0)}


def week_hours(rows: list[Mapping[str, Any]]) -> Decimal:
    """The hours of an average week, breaks taken off; days given by date add none."""
    minutes = sum(_minutes(row) * len(row["veckodagar"]) * SHARE[row["hur_ofta"]] for row in rows)
    hours = (Decimal(minutes) / 60).quantize(Decimal("0.01"))
    return hours.quantize(Decimal(1)) if hours == hours.to_integral_value() else hours.normalize()


def heaviest_week(rows: list[Mapping[str, Any]]) -> Decimal:
    """The hours of the fullest week: every other week counts whole."""
    return week_hours([{**row, "hur_ofta": "varje_vecka"} for row in rows if row["hur_ofta"] != "datum"])


def _minutes(row: Mapping[str, Any]) -> int:
    start, end = row["tid_fran"], row["tid_till"]
    return int((end.hour - start.hour) * 60 + end.minute - start.minute - row["rast"])
