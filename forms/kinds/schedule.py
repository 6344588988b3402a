"""A week's schedule: rows of days and times, what they add up to, and where they collide."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import time
from decimal import Decimal
from itertools import combinations
from typing import Any, ClassVar

from marshmallow import ValidationError

from ...schemas.fields import AnswerField
from ...schemas.rules import Day
from ...schemas.rules.rows import SHARE, heaviest_week, week_hours
from ...schemas.values.numbers import shown
from ..language.keys import NUMBER, key
from ..language.words import Grid, Words
from ..questions.nested import ObjectField
from ..questions.question import Question
from ..questions.reader import Reader
from .choice import Choice, Optioned
from .group import Group
from .repeat import Repeat

DAYS = {
    "man": "måndag",
    "tis": "tisdag",
    "ons": "onsdag",
    "tor": "torsdag",
    "fre": "fredag",
    "lor": "lördag",
    "son": "söndag",
}
HEAD = ("Dagar", "Tid", "Rast", "Vad ska göras?", "Var?", "Tillsammans med vem?")
PARTS = {
    "aktivitet": "text",
    "veckodagar": "choices",
    "tid_fran": "time",
    "tid_till": "time",
    "rast": "integer",
    "hur_ofta": "choice",
    "plats": "text",
    "med_vem": "text",
}
KNOWN = {"veckodagar": set(DAYS), "hur_ofta": set(SHARE)}
MOST_HOURS = 168
WIDTHS = (1.1, 1.0, 0.6, 1.6, 1.2, 1.3)


@dataclass(frozen=True, kw_only=True)
class Schedule(Group):
    """From when it is valid, and its rows; the rows alone are accepted too. Dates given one by one add no hours."""

    kind: ClassVar[str] = "schedule"
    about: ClassVar[str] = "Veckans schema: dagar, tider, raster och vad som händer. Summan och krockar räknas ut."
    usual: ClassVar[str] = "schemats_delar"
    max_hours: int | float = key(NUMBER, 40, "Högsta antal timmar i veckan.")

    def rule(self, day: Day) -> AnswerField[Any]:
        return ScheduleField(
            label=self.said, messages=self.messages, questions=self.questions, day=day, max_hours=self.max_hours
        )

    def text(self, answer: Mapping[str, Any], reader: Reader) -> Words:
        start = answer.get("giltig_fran")
        note = f"Schemat gäller från {start}. " if start else ""
        rows = tuple(_row(row, self._often()) for row in answer["rader"])
        return Grid(HEAD, rows, WIDTHS, note=f"{note}Timmar i veckan: {shown(week_hours(answer['rader']))}")

    def blank(self, reader: Reader) -> Words:
        return Grid(HEAD, (("",) * len(HEAD),) * 5, WIDTHS, note="Schemat gäller från ………… Timmar i veckan: …………")

    @staticmethod
    def undated(written: Any) -> Any:
        """Its rows: the day it is good from is of its own time."""
        return {"rader": written.get("rader", [])} if isinstance(written, Mapping) else written

    def tidy(self, raw: Any) -> Any:
        return super().tidy(_whole(raw))

    def check(self) -> str:
        rows = next((q for q in self.questions if q.name == "rader" and q.required and q.show_if is None), None)
        if not isinstance(rows, Repeat):
            return "skriv questions med rader som en repeat med required = true, eller ta bort questions"
        if not 0 < self.max_hours <= MOST_HOURS:
            return f"låt max_hours vara mellan 1 och {MOST_HOURS}"
        return _parts_problem({q.name: q for q in rows.asked})

    def json_schema(self) -> dict[str, Any]:
        whole = super().json_schema()
        return {"anyOf": [whole, whole["properties"]["rader"]]}

    def _often(self) -> Mapping[str, str]:
        rows = next(q for q in self.questions if q.name == "rader")
        return next(q.words_of for q in rows.asked if isinstance(q, Choice) and q.name == "hur_ofta")


class ScheduleField(ObjectField):
    """Judges a schedule: rows first, then breaks, collisions and the week's hours."""

    def __init__(self, *, max_hours: float, **common: Any) -> None:
        super().__init__(**common)
        self.max_hours = Decimal(str(max_hours))

    def is_empty(self, value: Any) -> bool:
        return super().is_empty(_whole(value))

    def parse(self, value: Any) -> Any:
        answer = super().parse(_whole(value))
        rows = answer["rader"]
        errors = {n: problem for n, row in enumerate(rows) if (problem := self._row(row))}
        if errors:
            raise ValidationError({"rader": errors})
        for (first, second), day in _collisions(rows):
            raise self.problem("schedule_overlap", veckodag=DAYS[day], tid_a=_span(first), tid_b=_span(second))
        if heaviest_week(rows) > self.max_hours:
            raise self.problem("schedule_too_long", max=self.max_hours)
        return answer

    def _row(self, row: Mapping[str, Any]) -> dict[str, list[str]]:
        if row["tid_till"] <= row["tid_fran"]:
            return {"tid_till": [self.say("time_end_before_start", tid=row["tid_fran"])]}
        if row["rast"] >= _minutes(row["tid_till"]) - _minutes(row["tid_fran"]):
            return {"rast": [self.say("break_longer_than_day")]}
        return {}


def _parts_problem(parts: Mapping[str, Question]) -> str:
    """What keeps the rows from being added up and drawn."""
    for name, kind in PARTS.items():
        part = parts.get(name)
        if part is None or part.kind != kind or not part.required or part.show_if:
            return f"låt rader fråga {name} som {kind} med required = true; schemat går inte att räkna ut annars"
        if isinstance(part, Optioned) and (unknown := set(part.words_of) - KNOWN[name]):
            return f'ta bort "{min(unknown)}" ur {name}; alternativen är {", ".join(sorted(KNOWN[name]))}'
    return ""


def _whole(raw: Any) -> Any:
    return {"rader": raw} if isinstance(raw, list) else raw


def _minutes(clock: time) -> int:
    return clock.hour * 60 + clock.minute


def _span(row: Mapping[str, Any]) -> str:
    return f"{row['tid_fran']:%H:%M}–{row['tid_till']:%H:%M}"


def _collisions(rows: list[Mapping[str, Any]]) -> list[tuple[tuple[Mapping[str, Any], Mapping[str, Any]], str]]:
    return [
        ((first, second), next(day for day in first["veckodagar"] if day in second["veckodagar"]))
        for first, second in combinations(rows, 2)
        if set(first["veckodagar"]) & set(second["veckodagar"])
        and _dates(first) == _dates(second)
        and first["tid_fran"] < second["tid_till"]
        and second["tid_fran"] < first["tid_till"]
    ]


def _dates(row: Mapping[str, Any]) -> str:
    """The dates of a row that is not for every week: only the same ones can collide for certain."""
    return str(row.get("datum", "")).casefold() if row["hur_ofta"] == "datum" else ""


def _row(row: Mapping[str, Any], often: Mapping[str, str]) -> tuple[str, ...]:
    days = ", ".join(DAYS[day] for day in row["veckodagar"])
    when = row.get("datum") or ("" if row["hur_ofta"] == "varje_vecka" else often[row["hur_ofta"]].lower())
    first = f"{days[:1].upper()}{days[1:]}" + (f"\n{when}" if when else "")
    return first, _span(row), f"{row['rast']} min", row["aktivitet"], row["plats"], row["med_vem"]
