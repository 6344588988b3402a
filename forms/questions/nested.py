"""Answers inside answers: the marshmallow fields of objects and rows, and how their words are put together."""

from collections.abc import Iterable, Mapping
from typing import Any

from marshmallow import ValidationError

from ...schemas.fields import AnswerField
from ...schemas.messages import message
from ...schemas.rules import Day
from ..language.words import Words
from .judge import schema_of, scope
from .question import Question
from .reader import Reader


class ObjectField(AnswerField[Any]):
    """One object judged by the questions inside it."""

    def __init__(self, *, questions: Iterable[Question], day: Day, **common: Any) -> None:
        super().__init__(**common)
        self.inner = schema_of(questions, day)

    def is_empty(self, value: Any) -> bool:
        """An object with nothing but empty parts is empty too."""
        return super().is_empty(value) or (isinstance(value, Mapping) and self.inner.is_empty(value))

    def parse(self, value: Any) -> Any:
        if not isinstance(value, Mapping):
            raise self.problem("wrong_shape_object")
        return self.inner.judge(value, scope().inside)

    def write(self, answer: Any) -> Any:
        return self.inner.written(answer)

    def restore(self, written: Any) -> Any:
        return self.inner.restored(written)


class RowsField(AnswerField[Any]):
    """A list of objects, each judged by the questions of a row."""

    def __init__(
        self,
        *,
        questions: Iterable[Question],
        day: Day,
        min: int = 0,
        max: int = 500,
        unique: tuple[str, ...] = (),
        **common: Any,
    ) -> None:
        super().__init__(**common)
        self.inner, self.min, self.max, self.unique = schema_of(questions, day), min, max, unique

    def is_empty(self, value: Any) -> bool:
        """Nothing but empty rows is no answer."""
        if super().is_empty(value):
            return True
        return isinstance(value, list) and all(isinstance(row, Mapping) and self.inner.is_empty(row) for row in value)

    def parse(self, value: Any) -> Any:
        if not isinstance(value, list):
            raise self.problem("wrong_shape_list")
        if len(value) > self.max:
            raise self.problem("repeat_max", max=self.max, antal=len(value))
        errors: dict[int, Any] = {}
        rows = [self._row(n, row, errors) for n, row in enumerate(value)]
        if errors:
            raise ValidationError(errors)
        if len(rows) < self.min:
            raise self.problem("repeat_min", min=self.min, antal=len(rows))
        self._refuse_twins(rows)
        return rows

    def write(self, answer: Any) -> Any:
        return [self.inner.written(row) for row in answer]

    def restore(self, written: Any) -> Any:
        return [self.inner.restored(row) for row in written]

    def _row(self, n: int, row: Any, errors: dict[int, Any]) -> Any:
        if not isinstance(row, Mapping):
            errors[n] = [message("wrong_shape_row", nummer=n + 1)]
            return None
        if self.inner.is_empty(row):
            errors[n] = [message("row_empty", nummer=n + 1)]
            return None
        try:
            return self.inner.judge(row, scope().inside)
        except ValidationError as problem:
            errors[n] = problem.messages
            return None

    def _refuse_twins(self, rows: list[Mapping[str, Any]]) -> None:
        seen: dict[tuple[str, ...], int] = {}
        for n, row in enumerate(rows if self.unique else (), 1):
            same = tuple(str(row.get(name, "")).casefold() for name in self.unique)
            if same in seen:
                raise self.problem("repeat_duplicate", rad_a=seen[same], rad_b=n)
            seen[same] = n


def words_inside(
    questions: Iterable[Question], answers: Mapping[str, Any], reader: Reader
) -> tuple[tuple[str, Words], ...]:
    """Label and words of each question inside an answer that the reader may see and somebody has answered."""
    return tuple(
        (reader.fill(q.label), q.text(answers[q.name], reader))
        for q in questions
        if q.answered and q.name in answers and reader.sees(q)
    )
