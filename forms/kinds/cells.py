"""The ticked cells of a matrix, judged."""

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from marshmallow import ValidationError

from ...schemas.fields import AnswerField, TextField
from ...schemas.messages import message
from ...schemas.validators import TooGeneral
from ..questions.aligned import rows_of
from ..questions.judge import scope

if TYPE_CHECKING:
    from .matrix import Matrix

Cell = dict[str, Any]


class CellsField(AnswerField[list[Cell]]):
    """Cells with a known row and a known column, each once, with words where words are needed; in order of columns."""

    def __init__(self, *, matrix: "Matrix", **common: Any) -> None:
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
