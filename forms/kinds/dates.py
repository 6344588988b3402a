"""A day, a moment, a time of day."""

from dataclasses import dataclass, replace
from datetime import date, datetime, time
from typing import Any, ClassVar

from wtforms import StringField

from ...schemas import fields
from ...schemas.errors import ValueProblem
from ...schemas.rules import Day
from ..language.context import STOCKHOLM
from ..language.keys import FLAG, key
from ..language.words import Plain, Words, WritingSpace
from ..questions.judge import scope
from ..questions.question import Control, Question
from ..questions.reader import Reader


@dataclass(frozen=True, kw_only=True)
class Dated(Question):
    """What a day and a moment have in common: whether they may lie ahead or behind."""

    future: bool = key(FLAG, True, "Dagen får ligga framåt i tiden.")
    past: bool = key(FLAG, True, "Dagen får ligga bakåt i tiden.")

    @property
    def is_act(self) -> bool:
        """A day that cannot lie ahead is when something was done, unless it is known from elsewhere."""
        return (not self.future and not self.prefill) or super().is_act

    def control(self) -> Control:
        return StringField(self.label)

    def _limits(self, day: Day) -> dict[str, Any]:
        return {
            "label": self.said,
            "messages": self.messages,
            "today": day.today,
            "future": self.future,
            "past": self.past,
        }


@dataclass(frozen=True, kw_only=True)
class Date(Dated):
    """A calendar day, written 2026-11-21."""

    kind: ClassVar[str] = "date"
    about: ClassVar[str] = "En dag, 2026-11-21."
    is_day: ClassVar[bool] = True

    def rule(self, day: Day) -> fields.AnswerField[Any]:
        return fields.DateField(**self._limits(day))

    def text(self, answer: date, reader: Reader) -> Words:
        return Plain(answer.isoformat())

    def on_screen(self, reader: Reader, prefix: str) -> Words:
        return WritingSpace(place=replace(self.place(prefix), day=True))

    def json_schema(self) -> dict[str, Any]:
        return {"type": "string", "format": "date"}


@dataclass(frozen=True, kw_only=True)
class Moment(Dated):
    """A day and a time of day, written 2026-11-21 14:30, in Swedish time."""

    kind: ClassVar[str] = "moment"
    about: ClassVar[str] = "En dag och ett klockslag i svensk tid, 2026-11-21 14:30."

    def rule(self, day: Day) -> fields.AnswerField[Any]:
        return fields.MomentField(**self._limits(day), validate=() if self.future else _not_yet_come)

    def text(self, answer: datetime, reader: Reader) -> Words:
        return Plain(f"{answer:%Y-%m-%d} klockan {answer:%H:%M}")

    def json_schema(self) -> dict[str, Any]:
        return {"type": "string", "pattern": r"^\d{4}-\d\d-\d\d \d\d:\d\d$"}


@dataclass(frozen=True, kw_only=True)
class Time(Question):
    """A time of day, written 08:30."""

    kind: ClassVar[str] = "time"
    about: ClassVar[str] = "Ett klockslag, 08:30."

    def rule(self, day: Day) -> fields.AnswerField[Any]:
        return fields.TimeField(label=self.said, messages=self.messages)

    def control(self) -> Control:
        return StringField(self.label)

    def text(self, answer: time, reader: Reader) -> Words:
        return Plain(f"{answer:%H:%M}")

    def json_schema(self) -> dict[str, Any]:
        return {"type": "string", "pattern": r"^\d\d:\d\d$"}


def _not_yet_come(moment: datetime) -> None:
    """Raises ValueProblem for a moment later than the one in which the answer is judged."""
    now = scope().context.now.astimezone(STOCKHOLM).replace(tzinfo=None)
    if moment > now:
        raise ValueProblem("date_in_future")
