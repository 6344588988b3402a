"""How somebody is reached and known: e-mail, phone, personnummer, orgnr."""

from dataclasses import dataclass
from typing import Any, ClassVar

from wtforms import StringField

from ...schemas import fields, validators
from ...schemas.rules import Day
from ...schemas.values import orgnr, personnummer, phone
from ..language.keys import TEXT, key
from ..language.words import Plain, Words
from ..questions.question import Control, Question
from ..questions.reader import Reader


@dataclass(frozen=True, kw_only=True)
class OneLine(Question):
    """One line with a shape of its own."""

    def control(self) -> Control:
        return StringField(self.label)

    def text(self, answer: str, reader: Reader) -> Words:
        return Plain(answer)

    def json_schema(self) -> dict[str, Any]:
        return {"type": "string"}


@dataclass(frozen=True, kw_only=True)
class Email(OneLine):
    """An e-mail address. *reveals* as for text: an employer must not see which unit it belongs to."""

    kind: ClassVar[str] = "email"
    about: ClassVar[str] = "En e-postadress."
    reveals: str = key(TEXT, "", "Som för text: «refuse» nekar adresser som visar vilken enhet det gäller.")

    def rule(self, day: Day) -> fields.AnswerField[Any]:
        check: list[validators.Validator] = []
        if self.reveals == "refuse" and day.revealing:
            check.append(validators.Revealing(day.revealing))
        return fields.EmailField(label=self.said, messages=self.messages, validate=check)

    def check(self) -> str:
        return "" if self.reveals in ("", "refuse") else f'skriv "refuse" som reveals, inte "{self.reveals}"'

    def json_schema(self) -> dict[str, Any]:
        return {"type": "string", "format": "idn-email"}


@dataclass(frozen=True, kw_only=True)
class Phone(OneLine):
    """A telephone number, Swedish unless it starts with +."""

    kind: ClassVar[str] = "phone"
    about: ClassVar[str] = "Ett telefonnummer, svenskt om det inte börjar med +."

    def rule(self, day: Day) -> fields.AnswerField[Any]:
        return fields.PhoneField(label=self.said, messages=self.messages)

    def text(self, answer: str, reader: Reader) -> Words:
        return Plain(phone.shown(answer))


@dataclass(frozen=True, kw_only=True)
class Personnummer(OneLine):
    """A personnummer, samordningsnummer or reservnummer, kept with twelve signs."""

    kind: ClassVar[str] = "personnummer"
    about: ClassVar[str] = "Ett personnummer, samordningsnummer eller reservnummer. Sparas med tolv tecken."

    def rule(self, day: Day) -> fields.AnswerField[Any]:
        return fields.PersonnummerField(label=self.said, messages=self.messages, today=day.today)

    def text(self, answer: str, reader: Reader) -> Words:
        return Plain(personnummer.shown(answer))


@dataclass(frozen=True, kw_only=True)
class Orgnr(OneLine):
    """An organisationsnummer; that of a sole trader is a personnummer, and personal data."""

    kind: ClassVar[str] = "orgnr"
    about: ClassVar[str] = "Ett organisationsnummer. Enskild firma har ägarens personnummer, som är en personuppgift."

    def rule(self, day: Day) -> fields.AnswerField[Any]:
        return fields.OrgnrField(label=self.said, messages=self.messages)

    def text(self, answer: str, reader: Reader) -> Words:
        return Plain(orgnr.shown(answer))
