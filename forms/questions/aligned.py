"""Answers that hang on the rows of another question: one each, or a cell for each."""

from collections.abc import Callable, Mapping
from typing import Any

from marshmallow import ValidationError

from ...schemas.fields import AnswerField
from ...schemas.rules.rows import row_name
from .judge import scope
from .reader import Reader

MOST_ROWS = 500
"""As many rows as a page draws, all its repeats together."""


def rows_of(answers: Mapping[str, Any], of: str) -> list[Mapping[str, Any]]:
    """The rows that another question's answer has, raw or judged; no more than any question may have."""
    rows = answers.get(of)
    return [row if isinstance(row, Mapping) else {} for row in rows[:MOST_ROWS]] if isinstance(rows, list) else []


def row_names(reader: Reader, of: str) -> list[str]:
    """The names of the rows of *of* in the reader's answers."""
    return [row_name(row, n, row_noun(reader, of)) for n, row in enumerate(rows_of(reader.answers, of), 1)]


def row_noun(reader: Reader, of: str) -> str:
    """What a row of *of* is."""
    return reader.questions[of].row_noun if of in reader.questions else "rad"


def rows_on_screen(reader: Reader, of: str) -> int:
    """How many rows the question *of* has on a blank that is filled in on a screen."""
    return reader.questions[of].rows_on_screen if of in reader.questions else 0


class AlignedField(AnswerField[list[Any]]):
    """A list with one answer for each row of the question *of*; *row* makes the field that judges the answer of one.

    With *every* no row may be left without an answer; otherwise a row without one has `""`.
    """

    def __init__(self, *, of: str, row: Callable[[str], AnswerField[Any]], every: bool, **common: Any) -> None:
        super().__init__(**common)
        self.of, self.row, self.every = of, row, every
        self.any_row = row("")

    def is_empty(self, value: Any) -> bool:
        """A list of nothing but empty answers is empty too, unless every row needs one and is told so itself."""
        if super().is_empty(value):
            return True
        return not self.every and isinstance(value, list) and all(map(self.any_row.is_empty, value))

    def missing_message(self) -> str:
        """What to say when no row has an answer: what is said of one."""
        return self.say("required" if "required" in self.messages else self.any_row.missing_id)

    def parse(self, value: Any) -> list[Any]:
        if not isinstance(value, list):
            raise self.problem("wrong_shape_list")
        rows = rows_of(scope().answers, self.of)
        errors: dict[int, list[Any]] = {}
        judged = [self._one(n, row, value, errors) for n, row in enumerate(rows)]
        if len(value) > len(rows):
            errors[len(rows)] = [self.say("too_many_rows", antal=len(rows))]
        if errors:
            raise ValidationError(errors)
        return judged

    def write(self, answer: list[Any]) -> list[Any]:
        return ["" if one in (None, "") else self.any_row.write(one) for one in answer]

    def restore(self, written: Any) -> list[Any]:
        return ["" if one == "" else self.any_row.restore(one) for one in written]

    def _one(self, n: int, row: Mapping[str, Any], value: list[Any], errors: dict[int, list[Any]]) -> Any:
        given = value[n] if n < len(value) else None
        if self.any_row.is_empty(given):
            if self.every:
                errors[n] = [self.row(row_name(row, n + 1)).missing_message()]
            return ""
        try:
            return self.any_row.deserialize(given)
        except ValidationError:
            errors[n] = self._messages(row_name(row, n + 1), given)
            return ""

    def _messages(self, name: str, given: Any) -> list[Any]:
        """What is wrong, told with the row's name: a name is only needed when something is."""
        try:
            self.row(name).deserialize(given)
        except ValidationError as problem:
            return list(problem.messages)
        return []
