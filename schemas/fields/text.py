"""Text of one line or many."""

from typing import Any, ClassVar

from ..errors import ValueProblem
from ..values import text
from .base import AnswerField, as_text


class TextField(AnswerField[str]):
    """One line of text, counted in characters after it has been cleaned."""

    missing_id = "required_text"
    one_line: ClassVar[bool] = True

    def __init__(self, *, min_length: int = 0, max_length: int = 200, **common: Any) -> None:
        super().__init__(**common)
        self.min_length = min_length
        self.max_length = max_length

    def parse(self, value: Any) -> str:
        words = text.parse(as_text(value), one_line=self.one_line)
        if len(words) < self.min_length:
            raise ValueProblem("too_short", min=self.min_length, antal=len(words))
        if len(words) > self.max_length:
            raise ValueProblem("too_long", max=self.max_length, antal=len(words))
        return words


class LongTextField(TextField):
    """Text of any number of lines."""

    one_line = False

    def __init__(self, *, max_length: int = 4000, **common: Any) -> None:
        super().__init__(max_length=max_length, **common)
