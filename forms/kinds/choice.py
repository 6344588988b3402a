"""A choice of one, of several, of yes and no, or of a language."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, cached_property
from pathlib import Path
from typing import Any, ClassVar

from wtforms import RadioField, SelectField, SelectMultipleField

from ...schemas import fields
from ...schemas.rules import Day
from ..language.conditions import plain
from ..language.keys import OPTIONS, TEXTS, WORDS, key
from ..language.words import Marks, Plain, Words, WritingSpace
from ..questions.question import NO_MESSAGES, Control, Question
from ..questions.reader import Reader


@cache
def languages() -> tuple[tuple[str, str], ...]:
    """Code and Swedish name of every language a person may be asked about."""
    data = tomllib.loads((Path(__file__).parent.parent / "languages.toml").read_text("utf-8"))
    return tuple((code, name) for code, name in data["languages"])


@dataclass(frozen=True, kw_only=True)
class Optioned(Question):
    """What every question with options has in common."""

    several: ClassVar[bool] = False
    options: tuple[tuple[str, str], ...] = key(OPTIONS, doc="Alternativen, i den ordning de visas.")

    @cached_property
    def words_of(self) -> Mapping[str, str]:
        """Each option's words by its key."""
        return dict(self.options)

    def blank(self, reader: Reader) -> Words | None:
        return Marks(tuple((reader.fill(text), False) for _, text in self.options))

    def on_screen(self, reader: Reader, prefix: str) -> Words | None:
        places = tuple(self.place(prefix, option) for option, _ in self.options)
        unticked = tuple((reader.fill(text), False) for _, text in self.options)
        return Marks(unticked, places=places, single=not self.several)


@dataclass(frozen=True, kw_only=True)
class Choice(Optioned):
    """One of the options."""

    kind: ClassVar[str] = "choice"
    about: ClassVar[str] = "Ett av alternativen."
    refuse: Mapping[str, str] = key(
        TEXTS, NO_MESSAGES, "Alternativ som går att läsa men inte att spara, med vad man ska göra."
    )

    def rule(self, day: Day) -> fields.AnswerField[Any]:
        return fields.ChoiceField(
            label=self.said, messages=self.messages, options=tuple(self.words_of.items()), refuse=self.refuse
        )

    def check(self) -> str:
        unknown = set(self.refuse) - set(self.words_of)
        return f'refuse "{min(unknown)}" finns inte bland alternativen' if unknown else ""

    def control(self) -> Control:
        if len(self.options) > 9:
            return SelectField(self.label, choices={"": "Välj", **dict(self.options)}, validate_choice=False)
        return RadioField(self.label, choices=dict(self.options), validate_choice=False)

    def text(self, answer: str, reader: Reader) -> Words:
        return Plain(reader.fill(self.words_of[answer]))

    def json_schema(self) -> dict[str, Any]:
        return {"enum": list(self.words_of)}


@dataclass(frozen=True, kw_only=True)
class YesNo(Choice):
    """Yes or no, answered in so many words."""

    kind: ClassVar[str] = "yes_no"
    about: ClassVar[str] = "Ja eller nej."
    options: tuple[tuple[str, str], ...] = key(OPTIONS, (("ja", "Ja"), ("nej", "Nej")), "Orden för ja och nej.")

    def rule(self, day: Day) -> fields.AnswerField[Any]:
        return fields.YesNoField(label=self.said, messages=self.messages)

    def tidy(self, raw: Any) -> Any:
        return plain(raw.strip().lower() if isinstance(raw, str) else raw)

    def check(self) -> str:
        return "" if tuple(self.words_of) == ("ja", "nej") else 'låt nycklarna vara "ja" och "nej"'

    def json_schema(self) -> dict[str, Any]:
        return {"enum": ["ja", "nej", True, False]}


@dataclass(frozen=True, kw_only=True)
class Language(Choice):
    """A language, from the list of languages unless the question has its own."""

    kind: ClassVar[str] = "language"
    about: ClassVar[str] = "Ett språk ur listan i `forms/languages.toml`, om frågan inte har en egen."
    options: tuple[tuple[str, str], ...] = key(OPTIONS, (), "Språken. Utan nyckeln: listan i languages.toml.")

    @cached_property
    def words_of(self) -> Mapping[str, str]:
        return dict(self.options or languages())

    def control(self) -> Control:
        return SelectField(self.label, choices={"": "Välj", **self.words_of}, validate_choice=False)

    def blank(self, reader: Reader) -> Words | None:
        return Question.blank(self, reader)

    def on_screen(self, reader: Reader, prefix: str) -> Words | None:
        return WritingSpace(place=self.place(prefix, options=tuple(self.words_of.items())))


@dataclass(frozen=True, kw_only=True)
class Choices(Optioned):
    """Any number of the options."""

    kind: ClassVar[str] = "choices"
    about: ClassVar[str] = "Valfritt antal av alternativen."
    several: ClassVar[bool] = True
    exclusive: tuple[str, ...] = key(WORDS, (), "Alternativ som inte går ihop med något annat.")

    def rule(self, day: Day) -> fields.AnswerField[Any]:
        return fields.ChoicesField(
            label=self.said, messages=self.messages, options=self.options, exclusive=self.exclusive
        )

    def control(self) -> Control:
        return SelectMultipleField(self.label, choices=dict(self.options), validate_choice=False)

    def text(self, answer: list[str], reader: Reader) -> Words:
        return Plain("\n".join(reader.fill(self.words_of[option]) for option in answer))

    def check(self) -> str:
        unknown = [option for option in self.exclusive if option not in self.words_of]
        return f'exclusive "{unknown[0]}" finns inte bland alternativen' if unknown else ""

    def json_schema(self) -> dict[str, Any]:
        return {"type": "array", "items": {"enum": list(self.words_of)}, "uniqueItems": True}
