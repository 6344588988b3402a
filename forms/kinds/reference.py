"""A reference to another document: its number, and a day if it is yet to come."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, ClassVar

from ...schemas.fields import AnswerField
from ...schemas.rules import Day
from ..nested import ObjectField
from ..reader import Reader
from ..shapes import TEXT, key
from ..words import Plain, Room, Words
from .group import Group


@dataclass(frozen=True, kw_only=True)
class Reference(Group):
    """The number of a document of the form *form*; the number alone is accepted as a string too."""

    kind: ClassVar[str] = "reference"
    short_words: ClassVar[bool] = True
    usual: ClassVar[str] = "referens"
    form: str = key(TEXT, "", "Blanketten som handlingen hör till.")
    date_label: str = key(TEXT, "", "Frågan om datum, till exempel «Planerad till». Utan nyckeln frågas inget datum.")

    def rule(self, day: Day) -> AnswerField[Any]:
        return ReferenceField(label=self.said, messages=self.messages, questions=self.asked, day=day)

    @property
    def asked(self) -> tuple[Any, ...]:
        """The number, and the day if the form asks for one."""
        return self.questions if self.date_label else self.questions[:1]

    def text(self, answer: Mapping[str, Any], reader: Reader) -> Words:
        when = f"{self.date_label} {answer['datum']}" if "datum" in answer else ""
        return Plain(", ".join(filter(None, (answer.get("nummer", ""), when))))

    def blank(self, reader: Reader) -> Words:
        return Room()

    def json_schema(self) -> dict[str, Any]:
        return {"anyOf": [super().json_schema(), {"type": "string"}]}


class ReferenceField(ObjectField):
    """A reference as an object or as the number alone."""

    def parse(self, value: Any) -> Any:
        return super().parse({"nummer": value} if isinstance(value, str) else value)
