"""A list to go through: each point is done, with day and name, or does not apply."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Any, ClassVar

from ..language.keys import TEXT, key
from ..language.words import UNTICKED, Grid, Words
from ..questions.question import Question
from ..questions.reader import Reader
from .choice import Choice
from .group import Group

NOT_HERE = "ej_aktuellt"
NO_ANSWER, NOT_CHOSEN = "Inget svar", "–"
WIDTHS = (2.6, 0.9, 0.9, 1.3)
BLANK_WIDTHS = (2.6, 0.4, 0.8, 0.9, 1.3)


@dataclass(frozen=True, kw_only=True)
class Checkpoint(Group):
    """One point: whether it was gone through, which day and by whom."""

    kind: ClassVar[str] = "checkpoint"
    about: ClassVar[str] = "En punkt i en checklista: ja eller inte aktuellt, dagen och vem som visade."
    usual: ClassVar[str] = "kontrollpunkt"
    always: str = key(
        TEXT, "", "Vad man ska göra i stället för att välja bort punkten; med nyckeln går den inte att välja bort."
    )

    @cached_property
    def asked(self) -> tuple[Question, ...]:
        """The answer, the day and the name; a point for every workplace refuses the way out."""
        answer, *rest = self.questions
        if self.always and isinstance(answer, Choice):
            answer = replace(answer, refuse={NOT_HERE: self.always})
        return answer, *rest

    def check(self) -> str:
        if [q.name for q in self.questions] != ["svar", "datum", "sign"]:
            return "ta bort questions; delarna är givna"
        return ""


@dataclass(frozen=True, kw_only=True)
class Checklist(Group):
    """Points that are shown as one table."""

    kind: ClassVar[str] = "checklist"
    about: ClassVar[str] = "En checklista, som blir en tabell. Varje fråga i den är en checkpoint."
    row: str = key(TEXT, "Punkt", "Rubriken över punkterna.")

    def text(self, answer: Mapping[str, Any], reader: Reader) -> Words:
        head = (self.row, *(q.label for q in self._first.asked))
        rows = tuple((point.label, *_said(point, answer.get(point.name, {}), reader)) for point in self._seen(reader))
        return Grid(head, rows, WIDTHS)

    def blank(self, reader: Reader) -> Words:
        answer, *rest = self._first.asked
        options = dict(getattr(answer, "options", ()))
        head = (self.row, *options.values(), *(q.label for q in rest))
        return Grid(
            head, tuple(self._empty(point, list(options), reader) for point in self._seen(reader)), BLANK_WIDTHS
        )

    def check(self) -> str:
        strange = next((q.name for q in self.questions if not isinstance(q, Checkpoint)), "")
        return (
            f'låt "{strange}" vara en checkpoint' if strange else "" if self.questions else "skriv minst en checkpoint"
        )

    @property
    def _first(self) -> Question:
        return self.questions[0]

    def _seen(self, reader: Reader) -> Iterator[Question]:
        return (point for point in self.questions if reader.sees(point))

    def _empty(self, point: Question, options: list[str], reader: Reader) -> tuple[str, ...]:
        helped = point.help and reader.audience in ("kommun", "deltagare")
        label = f"{point.label}\n{reader.fill(point.help)}" if helped else point.label
        always = isinstance(point, Checkpoint) and point.always
        return label, *(NOT_CHOSEN if always and option == NOT_HERE else UNTICKED for option in options), "", ""


def _said(point: Question, answer: Mapping[str, Any], reader: Reader) -> tuple[str, ...]:
    if not answer:
        return NO_ANSWER, "", ""
    cells = (getattr(q.text(answer[q.name], reader), "text", "") if q.name in answer else "" for q in point.asked)
    return tuple(cells)
