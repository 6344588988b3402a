"""Answers that hang on the rows of another question: one each, or a cell for each."""

from collections.abc import Callable, Mapping
from typing import Any

from marshmallow import ValidationError

from ..schemas.fields import AnswerField
from .judge import scope
from .reader import Reader


def rows_of(answers: Mapping[str, Any], of: str) -> list[Mapping[str, Any]]:
    """The rows that another question's answer has, raw or judged."""
    rows = answers.get(of)
    return [row if isinstance(row, Mapping) else {} for row in rows] if isinstance(rows, list) else []


def row_name(row: Mapping[str, Any], number: int, noun: str = "part") -> str:
    """How to speak of a row: its first two short answers, or its number."""
    words = [value.strip() for value in list(row.values())[:2] if isinstance(value, str)]
    return ", ".join(filter(None, words)) or f"{noun} {number}"


def row_names(reader: Reader, of: str) -> list[str]:
    """The names of the rows of *of* in the reader's answers."""
    noun = str(getattr(reader.questions.get(of), "row", "rad"))
    return [row_name(row, n, noun) for n, row in enumerate(rows_of(reader.answers, of), 1)]


class AlignedField(AnswerField[list[Any]]):
    """A list with one answer for each row of the question *of*; *row* makes the field that judges the answer of one."""

    def __init__(self, *, of: str, row: Callable[[str], AnswerField[Any]], every: bool, **common: Any) -> None:
        super().__init__(**common)
        self.of, self.row, self.every = of, row, every

    def parse(self, value: Any) -> list[Any]:
        if not isinstance(value, list):
            raise self.problem("wrong_shape_list")
        rows = rows_of(scope().answers, self.of)
        errors: dict[int, list[str]] = {}
        judged = [self._one(n, row, value, errors) for n, row in enumerate(rows)]
        if len(value) > len(rows):
            errors[len(rows)] = [self.say("too_many_rows", antal=len(rows))]
        if errors:
            raise ValidationError(errors)  # type: ignore[arg-type]
        return judged

    def write(self, answer: list[Any]) -> list[Any]:
        plain = self.row("")
        return ["" if one in (None, "") else plain.write(one) for one in answer]

    def _one(self, n: int, row: Mapping[str, Any], value: list[Any], errors: dict[int, list[str]]) -> Any:
        field = self.row(row_name(row, n + 1))
        given = value[n] if n < len(value) else None
        if field.is_empty(given):
            if self.every:
                errors[n] = [field.missing_message()]
            return ""
        try:
            return field.deserialize(given)
        except ValidationError as problem:
            errors[n] = problem.messages if isinstance(problem.messages, list) else [str(problem.messages)]
            return ""
