"""Which row of another question something belongs to, by its number."""

from dataclasses import dataclass
from typing import Any, ClassVar

from wtforms import StringField

from ...schemas.errors import ValueProblem
from ...schemas.fields import AnswerField
from ...schemas.rules import Day
from ...schemas.values.numbers import parse_whole
from ..language.keys import TEXT, key
from ..language.words import Plain, Words
from ..questions.aligned import row_names, rows_of
from ..questions.judge import scope
from ..questions.question import Control, Question
from ..questions.reader import Reader


@dataclass(frozen=True, kw_only=True)
class RowOf(Question):
    """The number (1, 2 …) of a row of the question *of*; documents say the row's name."""

    kind: ClassVar[str] = "row_of"
    about: ClassVar[str] = "Numret (1, 2 …) på en rad i en annan fråga. Dokumenten säger radens namn."
    composite: ClassVar[bool] = True
    of: str = key(TEXT, doc="Den upprepade fråga som raden står i.")

    @property
    def hangs_on(self) -> str:
        return self.of

    def rule(self, day: Day) -> AnswerField[Any]:
        return RowOfField(label=self.said, messages=self.messages, of=self.of)

    def control(self) -> Control:
        return StringField(self.label)

    def text(self, answer: int, reader: Reader) -> Words:
        names = row_names(reader, self.of)
        return Plain(names[answer - 1] if 1 <= answer <= len(names) else str(answer))

    def without_row(self, raw: Any, of: str, row: int) -> Any:
        if of != self.of or not str(raw).strip().isdecimal():
            return raw
        number = int(str(raw).strip())
        return "" if number == row + 1 else number - (number > row + 1)

    def json_schema(self) -> dict[str, Any]:
        return {"type": "integer", "minimum": 1}


class RowOfField(AnswerField[int]):
    """Judges the number of a row. Raises ValueProblem: integer_format, row_not_there."""

    missing_id = "required_text"

    def __init__(self, *, of: str, **common: Any) -> None:
        super().__init__(**common)
        self.of = of

    def parse(self, value: Any) -> int:
        number = parse_whole(value)
        if not 1 <= number <= len(rows_of(scope().answers, self.of)):
            raise ValueProblem("row_not_there")
        return number
