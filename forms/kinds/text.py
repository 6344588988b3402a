"""Words: one line, or many."""

from dataclasses import dataclass
from typing import Any, ClassVar, Literal

from wtforms import StringField, TextAreaField

from ...schemas import fields, validators
from ...schemas.rules import Day
from ..language.keys import TEXT, WHOLE, WORDS, key
from ..language.words import Plain, Words, WritingSpace
from ..questions.question import Control, Question
from ..questions.reader import Reader


@dataclass(frozen=True, kw_only=True)
class WrittenQuestion(Question):
    """What text on one line and on many have in common."""

    min_length: int = key(WHOLE, 0, "Minsta antal tecken.")
    max_length: int = key(WHOLE, 200, "Högsta antal tecken.")
    refuse: tuple[str, ...] = key(WORDS, (), "Ord som inte räcker som svar, till exempel «alla myndigheter».")
    reveals: Literal["", "warn", "refuse"] = key(
        TEXT, "", "Vad som händer om svaret har ett ord som arbetsgivaren inte ska se: «warn» eller «refuse»."
    )

    def text(self, answer: str, reader: Reader) -> Words:
        return Plain(answer)

    @property
    def warns_of_revealing(self) -> bool:
        return self.reveals == "warn"

    def check(self) -> str:
        if self.reveals not in ("", "warn", "refuse"):
            return f'skriv "warn" eller "refuse" som reveals, inte "{self.reveals}"'
        if not 0 <= self.min_length <= self.max_length:
            return "låt min_length vara högst max_length"
        return ""

    def json_schema(self) -> dict[str, Any]:
        limits = {"maxLength": self.max_length} | ({"minLength": self.min_length} if self.min_length else {})
        return {"type": "string", **limits}

    def _limits(self, day: Day) -> dict[str, Any]:
        return {
            "label": self.said,
            "messages": self.messages,
            "min_length": self.min_length,
            "max_length": self.max_length,
            "validate": self._validators(day),
        }

    def _validators(self, day: Day) -> list[validators.Validator]:
        found: list[validators.Validator] = []
        if "arbetsgivare" in self.audience:
            found.append(validators.NoPersonnummer())
        if self.refuse:
            found.append(validators.TooGeneral(self.refuse))
        if self.reveals == "refuse" and day.revealing:
            found.append(validators.Revealing(day.revealing))
        return found


@dataclass(frozen=True, kw_only=True)
class ShortText(WrittenQuestion):
    """Text on one line."""

    kind: ClassVar[str] = "text"
    about: ClassVar[str] = "Text på en rad."

    def rule(self, day: Day) -> fields.AnswerField[Any]:
        return fields.TextField(**self._limits(day))

    def control(self) -> Control:
        return StringField(self.label)


@dataclass(frozen=True, kw_only=True)
class LongText(WrittenQuestion):
    """Text on several lines."""

    kind: ClassVar[str] = "long_text"
    about: ClassVar[str] = "Text på flera rader."
    rows_are_height: ClassVar[bool] = True
    short_words: ClassVar[bool] = False
    max_length: int = key(WHOLE, 4000, "Högsta antal tecken.")
    rows: int = key(WHOLE, 4, "Rutans höjd i rader, på sidan och på papper.")

    def rule(self, day: Day) -> fields.AnswerField[Any]:
        return fields.LongTextField(**self._limits(day))

    def check(self) -> str:
        return super().check() or ("" if 1 <= self.rows <= 40 else "låt rows vara mellan 1 och 40")

    def control(self) -> Control:
        return TextAreaField(self.label, render_kw={"rows": self.rows})

    def blank(self, reader: Reader) -> Words:
        return WritingSpace(max(2, self.rows - 1))
