"""Numbers and addresses that belong to a person or an organisation."""

from datetime import date
from typing import Any

from ..values import email, orgnr, personnummer, phone
from .base import AnswerField, as_text


class EmailField(AnswerField[str]):
    """An e-mail address."""

    missing_id = "required_text"

    def parse(self, value: Any) -> str:
        return email.parse(as_text(value))


class PhoneField(AnswerField[str]):
    """A telephone number, kept as +46701740605."""

    missing_id = "required_text"

    def parse(self, value: Any) -> str:
        return phone.parse(as_text(value))


class PersonnummerField(AnswerField[str]):
    """A personnummer, samordningsnummer or reservnummer of someone born by *today*, kept with twelve characters."""

    missing_id = "required_text"

    def __init__(self, *, today: date, **common: Any) -> None:
        super().__init__(**common)
        self.today = today

    def parse(self, value: Any) -> str:
        return personnummer.parse(as_text(value), self.today)


class OrgnrField(AnswerField[str]):
    """An organisationsnummer, kept with ten digits."""

    missing_id = "required_text"

    def parse(self, value: Any) -> str:
        return orgnr.parse(as_text(value))
