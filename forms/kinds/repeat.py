"""Any number of rows of the same questions."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, ClassVar

from wtforms import HiddenField

from ...schemas.fields import AnswerField
from ...schemas.rules import Day
from ...schemas.rules.rows import row_name
from ..nested import RowsField, said
from ..question import Control, Controls, Question
from ..reader import Reader
from ..rows import MOST_ROWS
from ..shapes import QUESTIONS, TEXT, WHOLE, WORDS, key
from ..words import Grid, Marks, Part, Parts, Plain, Words
from .group import blanks, collect, object_schema, spread, tidied, trimmed


@dataclass(frozen=True, kw_only=True)
class Repeat(Question):
    """Rows: parties, activities, signers. A row may hold a repeat of its own, but no deeper."""

    kind: ClassVar[str] = "repeat"
    about: ClassVar[str] = "Rader med samma frågor. En rad får ha rader, men inte djupare."
    many: ClassVar[bool] = True
    composite: ClassVar[bool] = True
    short_words: ClassVar[bool] = False
    questions: tuple[Question, ...] = key(QUESTIONS, doc="Frågorna på varje rad.")
    row: str = key(TEXT, "rad", "Vad en rad är, till exempel «part»; för knappen «Lägg till part» och rubriken «Part 1».")
    min: int = key(WHOLE, 0, "Minsta antal rader.")
    max: int = key(WHOLE, 50, "Högsta antal rader.")
    unique: tuple[str, ...] = key(WORDS, (), "Frågor som tillsammans inte får ha samma svar på två rader.")

    @property
    def asked(self) -> tuple[Question, ...]:
        """The questions of a row."""
        return self.questions

    def rule(self, day: Day) -> AnswerField[Any]:
        return RowsField(
            label=self.said, messages=self.messages, questions=self.asked, day=day,
            min=self.min, max=self.max, unique=self.unique,
        )  # fmt: skip

    def control(self) -> Control:
        return HiddenField(self.label)

    def heading(self, number: int) -> str:
        """What row *number* (from 1) is called."""
        return f"{self.row[:1].upper()}{self.row[1:]} {number}"

    def row_name(self, row: Mapping[str, Any], number: int) -> str:
        """How a page speaks of a row: what somebody has written first in it, or its number."""
        written = {q.name: row.get(q.name) for q in self.asked[:2] if not hasattr(q, "words_of")}
        return row_name(written, number, self.row)

    def text(self, answer: list[Mapping[str, Any]], reader: Reader) -> Words:
        if self._short(reader):
            return self._grid(answer, reader)
        return Parts(
            tuple(Part(self.heading(n), said(self.asked, row, reader.inside(row, self.asked))) for n, row in enumerate(answer, 1))
        )

    def blank(self, reader: Reader) -> Words | None:
        if self._short(reader):
            return self._grid([{}] * max(self.min, 3), reader)
        rows = range(1, max(self.min, 2) + 1)
        return Parts(tuple(Part(self.heading(n), blanks(self.asked, reader)) for n in rows))

    def trim(self, answer: list[Mapping[str, Any]], reader: Reader) -> Any:
        return [trimmed(self.asked, row, reader) for row in answer]

    def check(self) -> str:
        if any(deepest.many for q in self.asked if q.many for deepest in q.asked):
            return "ta bort den innersta upprepningen; en rad får ha rader, men inte djupare"
        if unknown := set(self.unique) - {q.name for q in self.asked}:
            return f'unique "{min(unknown)}" finns inte bland frågorna på raden'
        return "" if 0 <= self.min <= self.max <= 500 and self.max else "låt min vara högst max, och max mellan 1 och 500"

    def json_schema(self) -> dict[str, Any]:
        return {"type": "array", "items": object_schema(self.asked), "minItems": self.min, "maxItems": self.max}

    def tidy(self, raw: Any) -> Any:
        if not isinstance(raw, list):
            return raw
        return [tidied(self.asked, row) if isinstance(row, Mapping) else {} for row in raw]

    def controls(self, prefix: str, count: Callable[[str], int]) -> Controls:
        name = prefix + self.name
        yield f"{name}-antal", self.unbound
        for n in range(count(name)):
            for question in self.asked:
                yield from question.controls(f"{name}-{n}-", count)

    def collect(self, get: Callable[[str], Any], prefix: str, count: Callable[[str], int]) -> Any:
        name = prefix + self.name
        rows = [collect(self.asked, get, f"{name}-{n}-", count) for n in range(count(name))]
        return rows if any(rows) or len(rows) > self.min else []

    def spread(self, raw: Any, prefix: str) -> Iterator[tuple[str, Any]]:
        name, rows = prefix + self.name, raw[:MOST_ROWS] if isinstance(raw, list) else []
        yield f"{name}-antal", len(rows)
        for n, row in enumerate(rows):
            yield from spread(self.asked, row, f"{name}-{n}-")

    def _short(self, reader: Reader) -> bool:
        seen = self._columns(reader)
        return len(seen) <= 4 and all(q.short_words for q in seen)

    def _columns(self, reader: Reader) -> list[Question]:
        return [q for q in self.asked if q.answered and reader.audience in q.audience]

    def _grid(self, rows: list[Mapping[str, Any]], reader: Reader) -> Grid:
        columns = self._columns(reader)
        cells = tuple(tuple(_cell(q, row, reader.inside(row, self.asked)) for q in columns) for row in rows)
        return Grid(tuple(reader.fill(q.label) for q in columns), cells, (1.0,) * len(columns))


def _cell(question: Question, row: Mapping[str, Any], reader: Reader) -> str:
    if question.name not in row or not reader.sees(question):
        return ""
    match question.text(row[question.name], reader):
        case Plain(text):
            return text
        case Marks():
            return "Ja"
        case words:
            raise TypeError(f"{words!r} does not fit a table cell; set short_words = False on {type(question).__name__}")
