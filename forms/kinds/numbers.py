"""Whole numbers and decimals, with their unit."""

from dataclasses import dataclass
from decimal import Decimal
from typing import Any, ClassVar

from wtforms import StringField

from ...schemas import fields
from ...schemas.rules import Day
from ...schemas.values.numbers import shown
from ..language.keys import NUMBER, TEXT, WHOLE, key
from ..language.words import Plain, Words
from ..questions.question import Control, Question
from ..questions.reader import Reader


@dataclass(frozen=True, kw_only=True)
class Number(Question):
    """What whole numbers and decimals have in common."""

    min: int | float | None = key(NUMBER, None, "Minsta tal.")
    max: int | float | None = key(NUMBER, None, "Största tal.")
    unit: str = key(TEXT, "", "Enheten, efter talet.")

    def control(self) -> Control:
        return StringField(self.label)

    def text(self, answer: int | Decimal, reader: Reader) -> Words:
        return Plain(f"{shown(answer)} {self.unit}".rstrip())

    def check(self) -> str:
        crossed = self.min is not None and self.max is not None and self.min > self.max
        return "låt min vara högst max" if crossed else ""

    def json_schema(self) -> dict[str, Any]:
        limits = {"minimum": self.min, "maximum": self.max}
        return {"type": "number", **{name: limit for name, limit in limits.items() if limit is not None}}

    def _limits(self) -> dict[str, Any]:
        limits = {"min": self.min, "max": self.max}
        given = {name: Decimal(str(limit)) for name, limit in limits.items() if limit is not None}
        return {"label": self.said, "messages": self.messages, **given}


@dataclass(frozen=True, kw_only=True)
class Integer(Number):
    """A whole number."""

    kind: ClassVar[str] = "integer"
    about: ClassVar[str] = "Ett heltal."

    def rule(self, day: Day) -> fields.AnswerField[Any]:
        return fields.IntegerField(**self._limits())

    def json_schema(self) -> dict[str, Any]:
        return super().json_schema() | {"type": "integer"}


@dataclass(frozen=True, kw_only=True)
class DecimalNumber(Number):
    """A number with a decimal comma."""

    kind: ClassVar[str] = "decimal"
    about: ClassVar[str] = "Ett tal med decimalkomma."
    decimals: int = key(WHOLE, 2, "Högsta antal decimaler.")

    def rule(self, day: Day) -> fields.AnswerField[Any]:
        return fields.DecimalField(decimals=self.decimals, **self._limits())
