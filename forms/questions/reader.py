"""Who reads a document: the audience, the answers and the Context, and how placeholders are filled for them."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import Any, Final, Protocol

from ..language.conditions import Answers, Condition, Scope
from ..language.context import Context
from ..language.words import Words

PLACEHOLDER = re.compile(r"\{([a-z_]+)\}")
DOTS = "…………"
MASKED: Final = "Skyddad uppgift"
"""Stands in the answers of a person with protected data, instead of what must not be printed."""
NEUTRAL = {"namnd": "kommun", "enhet": "anordnare"}
"""What an employer is told instead of the nämnd and the unit."""
SETTINGS: Mapping[str, str] = {
    "kommun": "kommun",
    "namnd": "namnd",
    "enhet": "enhet",
    "anordnare": "anordnare",
    "tider": "hours",
    "webbadress": "web",
}


class Readable(Protocol):
    """What a reader needs to know of a question; every `Question` is one."""

    @property
    def name(self) -> str:
        """Its key among the answers."""

    @property
    def audience(self) -> tuple[str, ...]:
        """Whose copies it stands on."""

    @property
    def show_if(self) -> Condition | None:
        """When it applies; None for always."""

    @property
    def answered(self) -> bool:
        """Whether it takes an answer at all."""

    @property
    def signed(self) -> bool:
        """Whether it belongs to what the parties sign."""

    @property
    def signs(self) -> bool:
        """Whether it is a place to sign."""

    @property
    def words_of(self) -> Mapping[str, str]:
        """The words of each option by its key."""

    @property
    def row_noun(self) -> str:
        """What a row of it is."""

    @property
    def rows_on_screen(self) -> int:
        """How many rows a blank that is filled in on a screen has."""

    def text(self, answer: Any, reader: "Reader") -> Words:
        """The words that documents show for a judged answer."""


@lru_cache(4096)
def _pieces(text: str) -> tuple[str, ...]:
    return tuple(PLACEHOLDER.split(text))


def whole(asked: Iterable[Readable], answers: Any) -> Answers:
    """The answers of a row with None for what it asks and nobody has answered, so that it is not looked for outside."""
    return {**{q.name: None for q in asked}, **(answers if isinstance(answers, Mapping) else {})}


@dataclass(frozen=True)
class Reader:
    """One reader of one document: whose copy it is, and the answers it is made of; inside a row also *row*.

    A *fillable* reader has a blank that is filled in on a screen; a *signed* one reads what is signed and no more.
    """

    audience: str
    context: Context
    answers: Answers
    questions: Mapping[str, Readable]
    blank: bool = False
    row: Answers | None = None
    fillable: bool = False
    signed: bool = False

    @cached_property
    def scope(self) -> Scope:
        """Where conditions look."""
        return Scope(self.answers, self.context, self.row)

    def sees(self, question: Readable) -> bool:
        """Whether this audience may see the question and it applies; a blank form shows every question it may."""
        if self.audience not in question.audience or (self.signed and not (question.signed or question.signs)):
            return False
        return (self.blank and question.answered) or question.show_if is None or question.show_if.holds(self.scope)

    @property
    def protected(self) -> bool:
        """Whether the person's data are protected (`skydd` other than «nej»)."""
        return bool(self.answers.get("skydd", "nej") != "nej")

    def inside(self, row: Answers, asked: Iterable[Readable]) -> "Reader":
        """The same reader inside an answer with parts: a row, a group."""
        return Reader(
            self.audience,
            self.context,
            self.answers,
            self.questions,
            self.blank,
            whole(asked, row),
            self.fillable,
            self.signed,
        )

    def fill(self, text: str) -> str:
        """The text with its placeholders filled; dots to write on where nothing is known."""
        pieces = _pieces(text)
        if len(pieces) == 1:
            return text
        return "".join(self._word(piece) if n % 2 else piece for n, piece in enumerate(pieces))

    def _word(self, name: str) -> str:
        if self.audience == "arbetsgivare":
            name = NEUTRAL.get(name, name)
        if name in SETTINGS:
            return str(getattr(self.context.letterhead, SETTINGS[name])) or DOTS
        if name == "granskare":
            return self.context.reviewer or "En utsedd granskare"
        if name == "version":
            return str(self.context.settings.get("info_gdpr_version", DOTS))
        question, answer = self.questions.get(name), self.answers.get(name)
        if question is None or answer in (None, "") or self.audience not in question.audience:
            return DOTS
        if answer is MASKED:
            return MASKED
        said: Any = question.text(answer, self)
        return str(said.text)
