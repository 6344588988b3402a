"""Several questions answered together as one object: a group, a person, and what else has parts."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, ClassVar

from wtforms import HiddenField

from ...schemas.fields import AnswerField
from ...schemas.rules import Day
from ..language.conditions import Scope
from ..language.keys import QUESTIONS, key
from ..language.words import Part, Parts, Words
from ..questions.nested import ObjectField, words_inside
from ..questions.question import Control, Controls, Question, ViewedPage
from ..questions.reader import Reader, whole
from ..questions.view import View


@dataclass(frozen=True, kw_only=True)
class Composite(Question):
    """One object with an answer to each of the questions `asked`."""

    composite: ClassVar[bool] = True
    short_words: ClassVar[bool] = False

    def rule(self, day: Day) -> AnswerField[Any]:
        return ObjectField(label=self.said, messages=self.messages, questions=self.asked, day=day)

    def control(self) -> Control:
        return HiddenField(self.label)

    def text(self, answer: Mapping[str, Any], reader: Reader) -> Words:
        return Parts((Part("", words_inside(self.asked, answer, reader.inside(answer, self.asked))),))

    def blank(self, reader: Reader) -> Words:
        return Parts((Part("", blanks(self.asked, reader)),))

    def on_screen(self, reader: Reader, prefix: str) -> Words:
        return Parts((Part("", on_screens(self.asked, reader, f"{prefix}{self.name}-")),))

    def json_schema(self) -> dict[str, Any]:
        return object_schema(self.asked)

    def trim(self, answer: Mapping[str, Any], reader: Reader) -> Any:
        return trimmed(self.asked, answer, reader)

    def tidy(self, raw: Any) -> Any:
        return tidied(self.asked, raw) if isinstance(raw, Mapping) else raw

    def fill_view(self, view: View, page: ViewedPage, scope: Scope) -> None:
        inside = scope.inside(whole(self.asked, scope.value(self.name)))
        view.inside = list(page.views(self.asked, f"{view.path}.", inside))

    def controls(self, prefix: str, count: Callable[[str], int]) -> Controls:
        for question in self.asked:
            yield from question.controls(f"{prefix}{self.name}-", count)

    def collect(self, get: Callable[[str], Any], prefix: str, count: Callable[[str], int]) -> Any:
        return collect(self.asked, get, f"{prefix}{self.name}-", count)

    def spread(self, raw: Any, prefix: str) -> Iterator[tuple[str, Any]]:
        yield from spread(self.asked, raw, f"{prefix}{self.name}-")


@dataclass(frozen=True, kw_only=True)
class Group(Composite):
    """Questions that belong together, under one heading."""

    kind: ClassVar[str] = "group"
    about: ClassVar[str] = "Flera frågor som besvaras tillsammans."
    questions: tuple[Question, ...] = key(QUESTIONS, doc="Frågorna i gruppen.")

    @property
    def asked(self) -> tuple[Question, ...]:
        """The questions inside."""
        return self.questions


@dataclass(frozen=True, kw_only=True)
class Person(Group):
    """A person: name, telephone and e-mail, unless the form says otherwise."""

    kind: ClassVar[str] = "person"
    about: ClassVar[str] = "En person: namn, telefon och e-post, om blanketten inte säger annat."
    usual: ClassVar[str] = "person"


def blanks(questions: tuple[Question, ...], reader: Reader) -> tuple[tuple[str, Words], ...]:
    """What an empty form shows for questions inside another."""
    made = ((reader.fill(q.label), q.blank(reader)) for q in questions if reader.sees(q))
    return tuple((label, words) for label, words in made if words is not None)


def on_screens(questions: tuple[Question, ...], reader: Reader, prefix: str) -> tuple[tuple[str, Words], ...]:
    """What a blank that is filled in on a screen shows for questions inside another."""
    made = ((reader.fill(q.label), q.on_screen(reader, prefix)) for q in questions if q.answered and reader.sees(q))
    return tuple((label, words) for label, words in made if words is not None)


def trimmed(questions: tuple[Question, ...], answer: Mapping[str, Any], reader: Reader) -> dict[str, Any]:
    """What this reader may have of an object's answers."""
    inside = reader.inside(answer, questions)
    return {q.name: q.trim(answer[q.name], inside) for q in questions if q.name in answer and inside.sees(q)}


def tidied(questions: Iterable[Question], raw: Mapping[str, Any]) -> dict[str, Any]:
    """Raw answers, each in the shape that a page draws; what belongs to no question stays as it is."""
    known = {q.name: q for q in questions}
    return {name: known[name].tidy(value) if name in known else value for name, value in raw.items()}


def object_schema(questions: tuple[Question, ...]) -> dict[str, Any]:
    """The JSON Schema of an object with these questions as its properties."""
    answered = [q for q in questions if q.answered]
    schema: dict[str, Any] = {
        "type": "object",
        "properties": {q.name: {"title": q.label} | q.json_schema() for q in answered},
        "additionalProperties": False,
    }
    required = [q.name for q in answered if q.required and q.show_if is None and not q.hangs_on]
    return schema | ({"required": required} if required else {})


def collect(
    questions: tuple[Question, ...], get: Callable[[str], Any], prefix: str, count: Callable[[str], int]
) -> dict[str, Any]:
    """The raw answers to these questions, without those nobody has touched."""
    made = ((q.name, q.collect(get, prefix, count)) for q in questions if q.answered)
    return {name: raw for name, raw in made if raw not in (None, "", False, [], {})}


def spread(questions: tuple[Question, ...], raw: Any, prefix: str) -> Iterator[tuple[str, Any]]:
    """The opposite of `collect`."""
    answers = raw if isinstance(raw, Mapping) else {}
    for question in questions:
        if question.answered and question.name in answers:
            yield from question.spread(answers[question.name], prefix)
