"""A table of boxes: every option of the rows against every row of another question."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Any, ClassVar, cast

from marshmallow import ValidationError
from wtforms import BooleanField, StringField

from ...schemas.fields import AnswerField, TextField
from ...schemas.messages import message
from ...schemas.rules import Day
from ...schemas.rules.rows import row_name
from ...schemas.validators import TooGeneral
from ..language.conditions import Answers, Scope
from ..language.keys import FLAG, OPTIONS, TEXT, WORDS, key
from ..language.words import TICK, TICKED, UNTICKED, Grid, InputPlace, Marks, Part, Parts, Plain, Words, WritingSpace
from ..questions.aligned import row_names, row_noun, rows_of, rows_on_screen
from ..questions.control_label import ControlLabel, RowCalled
from ..questions.judge import scope
from ..questions.question import Control, Controls, Question, ViewedPage
from ..questions.reader import Reader
from ..questions.view import Row, View

if TYPE_CHECKING:
    from wtforms.fields.core import UnboundField

Cell = dict[str, Any]


@dataclass(frozen=True, kw_only=True)
class Matrix(Question):
    """A list of ticked cells, each naming its row's option and the number (1, 2 …) of the other question's row."""

    kind: ClassVar[str] = "matrix"
    about: ClassVar[str] = "En tabell att kryssa i: varje alternativ mot varje rad i en annan fråga."
    composite: ClassVar[bool] = True
    short_words: ClassVar[bool] = False
    is_act: ClassVar[bool] = True
    judged_whole: ClassVar[bool] = True
    rows: tuple[tuple[str, str], ...] = key(OPTIONS, doc="Tabellens rader.")
    of: str = key(TEXT, doc="Den upprepade fråga vars rader är tabellens kolumner.")
    row_key: str = key(TEXT, "rad", "Nyckeln för radens alternativ i svaret.")
    column_key: str = key(TEXT, "kolumn", "Nyckeln för kolumnens nummer (1, 2 …) i svaret.")
    other: str = key(TEXT, "", "Raden som kräver att man skriver vad man menar.")
    other_key: str = key(TEXT, "", "Nyckeln för den texten i svaret.")
    other_label: str = key(TEXT, "", "Etiketten till den texten.")
    refuse: tuple[str, ...] = key(WORDS, (), "Ord som inte räcker i den texten, till exempel «allt».")
    marked: tuple[str, ...] = key(WORDS, (), "Rader som märks ut som extra känsliga på sidan.")
    own: bool = key(FLAG, False, "På en parts kopia visas bara partens egen kolumn.")

    @cached_property
    def words_of(self) -> Mapping[str, str]:
        """Each row's words by its key."""
        return dict(self.rows)

    @property
    def hangs_on(self) -> str:
        return self.of

    def needed(self, scope: Scope) -> bool:
        return super().needed(scope) and bool(rows_of(scope.answers, self.of))

    def rule(self, day: Day) -> AnswerField[Any]:
        return CellsField(label=self.said, messages=self.messages, matrix=self)

    def control(self) -> Control:
        return BooleanField(self.label)

    def text(self, answer: list[Mapping[str, Any]], reader: Reader) -> Words:
        names = row_names(reader, self.of)
        columns = [n for n in range(1, len(names) + 1) if not self._others(reader) or n == reader.context.part]
        if not columns:
            return Plain("Visas bara i partens egen kopia")
        ticked = {(cell[self.row_key], cell[self.column_key]): cell.get(self.other_key, "") for cell in answer}
        rows = tuple((words, *(_cell(ticked.get((option, n))) for n in columns)) for option, words in self.rows)
        return self._grid([names[n - 1] for n in columns], rows)

    def blank(self, reader: Reader) -> Words:
        columns = [f"Part {n}:" for n in (1, 2, 3)]
        return self._grid(columns, tuple((words, *[UNTICKED] * 3) for _, words in self.rows))

    def on_screen(self, reader: Reader, prefix: str) -> Words:
        noun = row_noun(reader, self.of)
        columns = range(1, rows_on_screen(reader, self.of) + 1)
        return Parts(
            tuple(Part(f"{noun[:1].upper()}{noun[1:]} {n}", self._column(prefix + self.name, n)) for n in columns)
        )

    def _column(self, name: str, n: int) -> tuple[tuple[str, Words], ...]:
        places = tuple(InputPlace(f"{name}-{option}-{n}", TICK) for option, _ in self.rows)
        boxes = (self.label, Marks(tuple((words, False) for _, words in self.rows), places=places))
        if not self.other_key:
            return (boxes,)
        label = self._other_words
        return boxes, (label, WritingSpace(place=InputPlace(f"{name}-{self.other_key}-{n}")))

    def check(self) -> str:
        if bool(self.other) is not bool(self.other_key):
            return "skriv både other och other_key, eller ingen av dem"
        unknown = [row for row in (*self.marked, *filter(None, [self.other])) if row not in self.words_of]
        return f'raden "{unknown[0]}" finns inte bland rows' if unknown else ""

    def json_schema(self) -> dict[str, Any]:
        cell: dict[str, Any] = {
            self.row_key: {"enum": list(self.words_of)},
            self.column_key: {"type": "integer", "minimum": 1},
        }
        if self.other_key:
            cell[self.other_key] = {"type": "string"}
        items = {
            "type": "object",
            "properties": cell,
            "required": [self.row_key, self.column_key],
            "additionalProperties": False,
        }
        return {"type": "array", "items": items}

    def fill_view(self, view: View, page: ViewedPage, scope: Scope) -> None:
        names = [row_name(answers, n) for n, answers in enumerate(rows_of(scope.answers, self.of), 1)]
        view.waits_for = "" if names else page.label_of(self.of)
        view.errors = [*view.errors, *_inside(view.path, page.errors)]
        view.warnings = [*view.warnings, *_inside(view.path, page.warnings)]
        lines = [*self.rows, *([(self.other_key, self._other_words)] if self.other_key and names else [])]
        for option, words in lines:
            row = Row(f"{view.path}-{option}", words)
            row.key, row.marked = option, option in self.marked
            row.cells = [(name, page.control(f"{view.name}-{option}-{n}")) for n, name in enumerate(names, 1)]
            view.rows.append(row)

    def label_of(self, control: str, answers: Answers, row_called: RowCalled) -> ControlLabel:
        option, number = self._cell_of(control)
        line = self.words_of.get(option, self.other_label)
        label = f"{self.caption}: {line}, {row_called(self.of, number)}"
        return ControlLabel(control, label, boxes=option in self.words_of)

    def line_of(self, label: ControlLabel, value: Any, row_called: RowCalled) -> tuple[str, str]:
        option, number = self._cell_of(label.control)
        return row_called(self.of, number), self.words_of.get(option, f"{self.other_label} {value}")

    def _cell_of(self, control: str) -> tuple[str, int]:
        """The row's option, or the key of the other text, and the column's number that a control is about."""
        option, _, number = control.removeprefix(f"{self.name}-").rpartition("-")
        return option, int(number)

    def controls(self, prefix: str, count: Callable[[str], int]) -> Controls:
        name = prefix + self.name
        for n in range(1, count(self.of) + 1):
            for option, _ in self.rows:
                yield f"{name}-{option}-{n}", self.unbound
            if self.other_key:
                yield f"{name}-{self.other_key}-{n}", self._other_control

    def collect(self, get: Callable[[str], Any], prefix: str, count: Callable[[str], int]) -> Any:
        name = prefix + self.name
        cells: list[dict[str, Any]] = []
        for n in range(1, count(self.of) + 1):
            words = get(f"{name}-{self.other_key}-{n}") if self.other_key else ""
            for option, _ in self.rows:
                other = {self.other_key: words} if option == self.other and words else {}
                if get(f"{name}-{option}-{n}"):
                    cells.append({self.row_key: option, self.column_key: n, **other})
                elif other:
                    cells.append({self.column_key: n, **other})
        return cells

    def spread(self, raw: Any, prefix: str) -> Iterator[tuple[str, Any]]:
        name = prefix + self.name
        for cell in raw if isinstance(raw, list) else []:
            if isinstance(cell, Mapping) and self.column_key in cell:
                n = cell[self.column_key]
                if self.row_key in cell:
                    yield f"{name}-{cell[self.row_key]}-{n}", True
                if cell.get(self.other_key):
                    yield f"{name}-{self.other_key}-{n}", cell[self.other_key]

    def trim(self, answer: list[Mapping[str, Any]], reader: Reader) -> Any:
        if not self._others(reader):
            return answer
        return [cell for cell in answer if cell[self.column_key] == reader.context.part]

    def without_row(self, raw: Any, of: str, row: int) -> Any:
        if of != self.of or not isinstance(raw, list):
            return raw
        cells = [cell for cell in raw if isinstance(cell, Mapping) and cell.get(self.column_key) != row + 1]
        return [
            {**cell, self.column_key: n - 1} if type(n := cell.get(self.column_key)) is int and n > row + 1 else cell
            for cell in cells
        ]

    @property
    def _other_words(self) -> str:
        return self.other_label or self.words_of[self.other]

    @cached_property
    def _other_control(self) -> "UnboundField[Any]":
        return cast("UnboundField[Any]", StringField(self.other_label))

    def _others(self, reader: Reader) -> bool:
        return self.own and reader.audience == "part"

    def _grid(self, columns: list[str], rows: tuple[tuple[str, ...], ...]) -> Grid:
        return Grid(("Uppgift", *columns), rows, (1.6, *[1.0] * len(columns)))


class CellsField(AnswerField[list[Cell]]):
    """Cells with a known row and a known column, each once, with words where words are needed; in order of columns."""

    def __init__(self, *, matrix: Matrix, **common: Any) -> None:
        super().__init__(**common)
        self.matrix = matrix
        self.place = {option: n for n, option in enumerate(matrix.words_of)}
        self.words = TextField(
            label=(matrix.other_label or matrix.label).lower().rstrip("?"),
            messages=matrix.messages,
            validate=[TooGeneral(matrix.refuse)] if matrix.refuse else [],
        )

    def parse(self, value: Any) -> list[Cell]:
        if not isinstance(value, list):
            raise self.problem("wrong_shape_list")
        columns = len(rows_of(scope().answers, self.matrix.of))
        if len(value) > (most := columns * len(self.place)):
            raise self.problem("repeat_max", max=most, antal=len(value))
        errors: dict[int, Any] = {}
        seen: dict[tuple[str, int], int] = {}
        cells = []
        for n, cell in enumerate(value):
            try:
                cells.append(self._cell(n, cell, columns, seen))
            except ValidationError as problem:
                errors[n] = problem.messages
        if errors:
            raise ValidationError(errors)
        return sorted(cells, key=lambda cell: (cell[self.matrix.column_key], self.place[cell[self.matrix.row_key]]))

    def _cell(self, n: int, cell: Any, columns: int, seen: dict[tuple[str, int], int]) -> Cell:
        m = self.matrix
        if not isinstance(cell, Mapping):
            raise ValidationError(message("wrong_shape_row", nummer=n + 1))
        option, column = cell.get(m.row_key), cell.get(m.column_key)
        if not isinstance(option, str) or option not in self.place:
            raise ValidationError({m.row_key: [self.say("row_unknown", nummer=n + 1)]})
        if type(column) is not int or not 1 <= column <= columns:
            raise ValidationError({m.column_key: [self.say("column_unknown", nummer=n + 1)]})
        if (option, column) in seen:
            raise self.problem("repeat_duplicate", rad_a=seen[option, column] + 1, rad_b=n + 1)
        seen[option, column] = n
        return {m.row_key: option, m.column_key: column, **self._rest(option, cell)}

    def _rest(self, option: str, cell: Mapping[str, Any]) -> dict[str, str]:
        """The words of the row that needs them. Raises ValidationError for any other key."""
        m = self.matrix
        wordy = bool(m.other) and option == m.other
        for name in cell:
            if name not in (m.row_key, m.column_key) and not (wordy and name == m.other_key):
                raise ValidationError({name: [message("unknown_key", nyckel=name)]})
        if not wordy:
            return {}
        words = cell.get(m.other_key)
        if self.words.is_empty(words):
            raise ValidationError({m.other_key: [self.say("other_needs_text", alternativ=m.words_of[option])]})
        try:
            return {m.other_key: self.words.deserialize(words)}
        except ValidationError as problem:
            raise ValidationError({m.other_key: problem.messages}) from None


def _inside(path: str, messages: Mapping[str, list[str]]) -> Iterable[str]:
    """What is said of anything inside *path*, each once."""
    return dict.fromkeys(
        text for place, texts in messages.items() if place.startswith((f"{path}[", f"{path}.")) for text in texts
    )


def _cell(words: str | None) -> str:
    if words is None:
        return UNTICKED
    return f"{TICKED} {words}".rstrip()
