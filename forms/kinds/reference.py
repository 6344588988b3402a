"""A reference to another document: its number, and a day if it is yet to come."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Any, ClassVar

from ...schemas.fields import AnswerField
from ...schemas.rules import Day
from ..language.keys import TEXT, key
from ..language.words import Plain, Words, WritingSpace
from ..questions.nested import ObjectField
from ..questions.question import Question
from ..questions.reader import Reader
from .group import Group


@dataclass(frozen=True, kw_only=True)
class Reference(Group):
    """The number of a document of the form *form*; the number alone is accepted as a string too."""

    kind: ClassVar[str] = "reference"
    about: ClassVar[str] = "Numret på en annan handling, och en dag om den ska komma senare."
    short_words: ClassVar[bool] = True
    usual: ClassVar[str] = "referens"
    form: str = key(TEXT, "", "Blanketten som handlingen hör till.")
    date_label: str = key(TEXT, "", "Frågan om datum, till exempel «Planerad till». Utan nyckeln frågas inget datum.")

    @property
    def refers_to(self) -> str:
        return self.form

    def rule(self, day: Day) -> AnswerField[Any]:
        return ReferenceField(label=self.said, messages=self.messages, questions=self.asked, day=day)

    @cached_property
    def asked(self) -> tuple[Question, ...]:
        """The number, and the day if the form asks for one, in its words."""
        number, day = self.questions
        return (number, replace(day, label=self.date_label)) if self.date_label else (number,)

    def check(self) -> str:
        return "" if [q.name for q in self.questions] == ["nummer", "datum"] else "ta bort questions; delarna är givna"

    def tidy(self, raw: Any) -> Any:
        return super().tidy(_whole(raw))

    def text(self, answer: Mapping[str, Any], reader: Reader) -> Words:
        when = f"{self.date_label} {answer['datum']}" if "datum" in answer else ""
        return Plain(", ".join(filter(None, (answer.get("nummer", ""), when))))

    def blank(self, reader: Reader) -> Words:
        return WritingSpace()

    def json_schema(self) -> dict[str, Any]:
        return {"anyOf": [super().json_schema(), {"type": "string"}]}


class ReferenceField(ObjectField):
    """A reference as an object or as the number alone."""

    def parse(self, value: Any) -> Any:
        return super().parse(_whole(value))


def _whole(raw: Any) -> Any:
    return {"nummer": raw} if isinstance(raw, str) else raw
