"""Any number of rows of the same questions."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, ClassVar

from wtforms import HiddenField

from ...schemas.fields import AnswerField
from ..nested import RowsField, said
from ..question import Control, Controls, Judging, Question
from ..reader import Reader
from ..shapes import QUESTIONS, TEXT, WHOLE, WORDS, key
from ..words import Grid, Part, Parts, Plain, Room, Words
from .group import blanks, collect, object_schema, spread, trimmed


@dataclass(frozen=True, kw_only=True)
class Repeat(Question):
    """Rows: parties, activities, signers. A row may hold a repeat of its own, but no deeper."""

    kind: ClassVar[str] = "repeat"
    questions: tuple[Question, ...] = key(QUESTIONS, doc="Frågorna på varje rad.")
    row: str = key(TEXT, "rad", "Vad en rad är, till exempel «part»; för knappen «Lägg till part» och rubriken «Part 1».")
    min: int = key(WHOLE, 0, "Minsta antal rader.")
    max: int = key(WHOLE, 50, "Högsta antal rader.")
    unique: tuple[str, ...] = key(WORDS, (), "Frågor som tillsammans inte får ha samma svar på två rader.")

    @property
    def asked(self) -> tuple[Question, ...]:
        """The questions of a row."""
        return self.questions

    def rule(self, judging: Judging) -> AnswerField[Any]:
        return RowsField(
            label=self.said, messages=self.messages, questions=self.asked, day=judging,
            min=self.min, max=self.max, unique=self.unique,
        )  # fmt: skip

    def control(self) -> Control:
        return HiddenField(self.label)

    def heading(self, number: int) -> str:
        """What row *number* (from 1) is called."""
        return f"{self.row[:1].upper()}{self.row[1:]} {number}"

    def row_name(self, row: Mapping[str, Any], number: int) -> str:
        """How other questions speak of a row: its first two short answers, or its heading."""
        first = [str(row[q.name]).strip() for q in self.asked[:2] if isinstance(row.get(q.name), str)]
        return ", ".join(filter(None, first)) or self.heading(number)

    def text(self, answer: list[Mapping[str, Any]], reader: Reader) -> Words:
        if self._short(reader):
            return self._grid([dict(said(self.asked, row, reader.inside(row))) for row in answer], reader)
        return Parts(
            tuple(Part(self.heading(n), said(self.asked, row, reader.inside(row))) for n, row in enumerate(answer, 1))
        )

    def blank(self, reader: Reader) -> Words:
        rows = max(self.min, 3)
        if self._short(reader):
            return self._grid([{}] * rows, reader)
        return Parts(tuple(Part(self.heading(n), blanks(self.asked, reader)) for n in range(1, rows)))

    def trim(self, answer: list[Mapping[str, Any]], reader: Reader) -> Any:
        return [trimmed(self.asked, row, reader) for row in answer]

    def check(self) -> str:
        if any(isinstance(inner, Repeat) for q in self.questions if isinstance(q, Repeat) for inner in q.questions):
            return "ta bort den innersta upprepningen; en rad får ha rader, men inte djupare"
        return "" if self.min <= self.max <= 500 else "låt min vara högst max, och max högst 500"

    def json_schema(self) -> dict[str, Any]:
        return {"type": "array", "items": object_schema(self.asked), "minItems": self.min, "maxItems": self.max}

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
        name, rows = prefix + self.name, raw if isinstance(raw, list) else []
        yield f"{name}-antal", len(rows)
        for n, row in enumerate(rows):
            yield from spread(self.asked, row, f"{name}-{n}-")

    def _short(self, reader: Reader) -> bool:
        seen = [q for q in self.asked if self.asked and reader.audience in q.audience]
        return len(seen) <= 4 and not any(isinstance(q, Repeat) or q.kind in ("long_text", "group", "person") for q in seen)

    def _grid(self, rows: list[dict[str, Words]], reader: Reader) -> Grid:
        labels = [reader.fill(q.label) for q in self.asked if reader.audience in q.audience]
        cells = tuple(tuple(_cell(row.get(label)) for label in labels) for row in rows)
        return Grid(tuple(labels), cells, (1.0,) * len(labels))


def _cell(words: Words | None) -> str:
    match words:
        case Plain(text):
            return text
        case None | Room():
            return ""
        case _:
            raise TypeError(f"{words!r} does not fit a table cell")
