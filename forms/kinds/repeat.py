"""Any number of rows of the same questions."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Any, ClassVar

from wtforms import HiddenField

from ...schemas.fields import AnswerField
from ...schemas.rules import Day
from ...schemas.rules.rows import row_name
from ...schemas.values.numbers import shown
from ..language.conditions import Scope
from ..language.keys import FLAG, QUESTIONS, TEXT, WHOLE, WORDS, key
from ..language.words import Part, Parts, Plain, Words
from ..questions.aligned import MOST_ROWS
from ..questions.control_label import ControlLabel, RowCalled
from ..questions.nested import RowsField, words_inside
from ..questions.question import Control, Controls, Question, ViewedPage
from ..questions.reader import Reader, whole
from ..questions.view import Row, View
from .group import blanks, collect, object_schema, on_screens, spread, tidied, trimmed
from .numbers import Number
from .row_of import RowOf
from .row_table import empty, filled

ROWS_ON_SCREEN = 5


@dataclass(frozen=True, kw_only=True)
class Repeat(Question):
    """Rows: parties, activities, signers. A row may hold a repeat of its own, but no deeper."""

    kind: ClassVar[str] = "repeat"
    about: ClassVar[str] = "Rader med samma frågor. En rad får ha rader, men inte djupare."
    many: ClassVar[bool] = True
    composite: ClassVar[bool] = True
    short_words: ClassVar[bool] = False
    questions: tuple[Question, ...] = key(QUESTIONS, doc="Frågorna på varje rad.")
    row: str = key(
        TEXT, "rad", "Vad en rad är, till exempel «part»; för knappen «Lägg till part» och rubriken «Part 1»."
    )
    min: int = key(WHOLE, 0, "Minsta antal rader.")
    max: int = key(WHOLE, 50, "Högsta antal rader.")
    table: bool = key(FLAG, False, "Raderna är alltid en tabell i dokumenten; utan nyckeln högst fyra korta svar.")
    total: str = key(TEXT, "", "Talet på raderna som räknas samman under tabellen.")
    total_label: str = key(TEXT, "Summa", "Vad summan kallas.")
    blank_rows: int = key(WHOLE, 3, "Antal tomma rader på papper, när raderna är en tabell.")
    unique: tuple[str, ...] = key(WORDS, (), "Frågor som tillsammans inte får ha samma svar på två rader.")
    own: bool = key(
        FLAG,
        False,
        "På en parts kopia visas bara partens egna rader: den med partens nummer, eller de som en row_of på raden "
        "säger hör till parten.",
    )
    shared: str = key(TEXT, "", "Krysset på raden som med own gör att raden visas för alla parter.")

    @property
    def asked(self) -> tuple[Question, ...]:
        """The questions of a row."""
        return self.questions

    @property
    def row_noun(self) -> str:
        return self.row

    @property
    def least_rows(self) -> int:
        return self.min

    @property
    def names_rows(self) -> tuple[str, ...]:
        """Those that may not be alike on two rows, or else the first two."""
        return self.unique or tuple(q.name for q in self.asked[:2])

    @property
    def _naming(self) -> tuple[str, ...]:
        """The questions whose words a row is called by: the first two, but for those with options."""
        return tuple(q.name for q in self.asked[:2] if not q.words_of)

    def rule(self, day: Day) -> AnswerField[Any]:
        return RowsField(
            label=self.said,
            messages=self.messages,
            questions=self.asked,
            day=day,
            min=self.min,
            max=self.max,
            unique=self.unique,
        )

    def control(self) -> Control:
        return HiddenField(self.label)

    def heading(self, number: int) -> str:
        """What row *number* (from 1) is called."""
        return f"{self.row[:1].upper()}{self.row[1:]} {number}"

    def row_name(self, row: Mapping[str, Any], number: int) -> str:
        return row_name({name: row.get(name) for name in self._naming}, number, self.row)

    def fill_view(self, view: View, page: ViewedPage, scope: Scope) -> None:
        view.control = page.control(f"{view.name}-antal")
        raw = scope.value(self.name)
        for n, answers in enumerate(raw if isinstance(raw, list) else []):
            answers = answers if isinstance(answers, dict) else {}
            row = Row(f"{view.path}[{n}]", self.heading(n + 1), self.row_name(answers, n + 1))
            row.views = list(page.views(self.asked, f"{row.path}.", scope.inside(whole(self.asked, answers))))
            row.errors, row.warnings = page.errors.get(row.path, []), page.warnings.get(row.path, [])
            view.rows.append(row)

    def label_inside(self, label: str, steps: list[str], answer: Any) -> tuple[str, Question]:
        if not (steps and steps[0].isdigit()):
            return super().label_inside(label, steps, answer)
        number, rows = int(steps[0]), answer if isinstance(answer, list) else []
        row = rows[number] if number < len(rows) else {}
        named = self.row_name(row, number + 1) if isinstance(row, Mapping) else ""
        heading = self.heading(number + 1)
        more = f" ({named})" if named and named.lower() != heading.lower() else ""
        return super().label_inside(f"{label}, {heading}{more}", steps[1:], row)

    def line_of(self, label: ControlLabel, value: Any, row_called: RowCalled) -> tuple[str, str]:
        number, *_, last = label.control.removeprefix(f"{self.name}-").split("-")
        said = "" if last in self._naming else label.words(value)  # the row's name says it already
        return row_called(self.name, int(number) + 1), said

    def text(self, answer: list[Mapping[str, Any]], reader: Reader) -> Words:
        rows = self._seen(answer, reader)
        if answer and not rows:
            return Plain("Inget svar")
        if self._short(reader):
            inside = ((row, reader.inside(row, self.asked)) for _, row in rows)
            note = self._sum([row for _, row in rows], reader)
            return filled(self._columns(reader), inside, reader, wide=self.table, note=note)
        return Parts(
            tuple(
                Part(self.heading(n), words_inside(self.asked, row, reader.inside(row, self.asked))) for n, row in rows
            )
        )

    def blank(self, reader: Reader) -> Words | None:
        if self._short(reader):
            note = f"{self.total_label}: …………" if self._summed(reader) else ""
            return empty(self._columns(reader), max(self.min, self.blank_rows), reader, wide=self.table, note=note)
        rows = range(1, max(self.min, 2) + 1)
        return Parts(tuple(Part(self.heading(n), blanks(self.asked, reader)) for n in rows))

    def on_screen(self, reader: Reader, prefix: str) -> Words:
        rows = ((n, f"{prefix}{self.name}-{n}-") for n in range(self.rows_on_screen))
        name = f"{prefix}{self.name}"
        return Parts(tuple(Part(self.heading(n + 1), on_screens(self.asked, reader, start), name) for n, start in rows))

    @property
    def rows_on_screen(self) -> int:
        return min(max(self.min, self.blank_rows, ROWS_ON_SCREEN), self.max)

    def trim(self, answer: list[Mapping[str, Any]], reader: Reader) -> Any:
        return [trimmed(self.asked, row, reader) for _, row in self._seen(answer, reader)]

    def check(self) -> str:
        if any(deepest.many for q in self.asked if q.many for deepest in q.asked):
            return "ta bort den innersta upprepningen; en rad får ha rader, men inte djupare"
        if self.total and not any(isinstance(q, Number) and q.name == self.total for q in self.asked):
            return f'total "{self.total}" är inget tal bland frågorna på raden'
        if self.table and not all(q.short_words for q in self.asked):
            return "ta bort table; det går bara när alla svar på raden är korta"
        if unknown := set(self.unique) - {q.name for q in self.asked}:
            return f'unique "{min(unknown)}" finns inte bland frågorna på raden'
        if self.shared and not (self.own and any(q.name == self.shared and q.is_box for q in self.asked)):
            return f'shared "{self.shared}" ska vara ett kryss på raden, tillsammans med own'
        return (
            "" if 0 <= self.min <= self.max <= 500 and self.max else "låt min vara högst max, och max mellan 1 och 500"
        )

    def json_schema(self) -> dict[str, Any]:
        return {"type": "array", "items": object_schema(self.asked), "minItems": self.min, "maxItems": self.max}

    def tidy(self, raw: Any) -> Any:
        if not isinstance(raw, list):
            return raw
        return [tidied(self.asked, row) if isinstance(row, Mapping) else {} for row in raw]

    def without_row(self, raw: Any, of: str, row: int) -> Any:
        if not isinstance(raw, list):
            return raw
        return [_row_without(self.asked, inside, of, row) if isinstance(inside, Mapping) else inside for inside in raw]

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

    def _seen(self, answer: list[Mapping[str, Any]], reader: Reader) -> list[tuple[int, Mapping[str, Any]]]:
        """The rows this reader may have, each with its number (from 1)."""
        rows = list(enumerate(answer, 1))
        if not (self.own and reader.audience == "part"):
            return rows
        return [
            (n, row)
            for n, row in rows
            if row.get(self.shared) is True or self._part_of(n, row, reader) == reader.context.part
        ]

    def _part_of(self, number: int, row: Mapping[str, Any], reader: Reader) -> int | None:
        """The number of the party that a row belongs to; 0 when it belongs to none."""
        pointing = next((q for q in self.asked if isinstance(q, RowOf)), None)
        if pointing is None:
            return number
        applies = pointing.shown(reader.inside(row, self.asked).scope)
        return row.get(pointing.name, 0) if applies else 0

    def _short(self, reader: Reader) -> bool:
        seen = self._columns(reader)
        return self.table or (len(seen) <= 4 and all(q.short_words for q in seen))

    def _columns(self, reader: Reader) -> list[Question]:
        return [q for q in self.asked if q.answered and reader.audience in q.audience]

    def _summed(self, reader: Reader) -> bool:
        return any(q.name == self.total for q in self._columns(reader))

    def _sum(self, rows: list[Mapping[str, Any]], reader: Reader) -> str:
        if not self._summed(reader):
            return ""
        total = sum((Decimal(row.get(self.total, 0)) for row in rows), Decimal(0))
        return f"{self.total_label}: {shown(total.normalize() + 0)}"


def _row_without(asked: Iterable[Question], row: Mapping[str, Any], of: str, gone: int) -> dict[str, Any]:
    """The answers of a row when a row of another question is gone."""
    moved = {q.name: q.without_row(row[q.name], of, gone) for q in asked if q.name in row}
    return {**row, **moved}
