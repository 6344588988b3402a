"""One box to tick. It is never ticked from the start."""

from dataclasses import dataclass
from typing import Any, ClassVar

from wtforms import BooleanField

from ...schemas import fields
from ...schemas.rules import Day
from ..language.words import TICK, Marks, Words
from ..questions.question import Control, Question
from ..questions.reader import Reader


@dataclass(frozen=True, kw_only=True)
class Tick(Question):
    """A statement somebody agrees to. Required means that it must be ticked."""

    kind: ClassVar[str] = "tick"
    is_box: ClassVar[bool] = True
    is_act: ClassVar[bool] = True
    about: ClassVar[str] = "En ruta att kryssa i, aldrig ifylld från början. Med `required` måste den kryssas i."

    def rule(self, day: Day) -> fields.AnswerField[Any]:
        return fields.TickField(label=self.said, messages=self.messages)

    def control(self) -> Control:
        return BooleanField(self.label)

    def text(self, answer: bool, reader: Reader) -> Words:
        return Marks(((self.label, answer),), alone=True)

    def blank(self, reader: Reader) -> Words:
        return Marks(((self.label, False),), alone=True)

    def on_screen(self, reader: Reader, prefix: str) -> Words:
        return Marks(((self.label, False),), alone=True, places=(self.place(prefix, TICK),))

    @classmethod
    def holds_fast(cls, key: str) -> bool:
        return True

    def check(self) -> str:
        return "ta bort default; ett kryss är aldrig ifyllt från början" if self.default is not None else ""

    def json_schema(self) -> dict[str, Any]:
        return {"type": "boolean"}
