"""A week or a month, by its number."""

from dataclasses import dataclass
from typing import Any, ClassVar

from wtforms import StringField

from ...schemas import fields
from ...schemas.rules import Day
from ...schemas.values.spans import Span
from ..language.words import Plain, Words
from ..questions.question import Control, Question
from ..questions.reader import Reader


@dataclass(frozen=True, kw_only=True)
class Spanned(Question):
    """What weeks and months have in common."""

    def control(self) -> Control:
        return StringField(self.label)

    def text(self, answer: Span, reader: Reader) -> Words:
        return Plain(answer.text)

    def json_schema(self) -> dict[str, Any]:
        return {"type": "string", "pattern": r"^\d{4}-\d\d$"}


@dataclass(frozen=True, kw_only=True)
class Week(Spanned):
    """A week, written 2026-47."""

    kind: ClassVar[str] = "week"
    about: ClassVar[str] = "En vecka, 2026-47."

    def rule(self, day: Day) -> fields.AnswerField[Any]:
        return fields.WeekField(label=self.said, messages=self.messages)


@dataclass(frozen=True, kw_only=True)
class Month(Spanned):
    """A month, written 2026-11."""

    kind: ClassVar[str] = "month"
    about: ClassVar[str] = "En månad, 2026-11."

    def rule(self, day: Day) -> fields.AnswerField[Any]:
        return fields.MonthField(label=self.said, messages=self.messages)
