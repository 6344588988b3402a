"""The one judge: a marshmallow schema for a list of questions, whole form or one row, with their conditions."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from itertools import islice
from typing import Any, cast

from marshmallow import ValidationError, missing, validates_schema

from ...schemas.fields import AnswerField
from ...schemas.rules import Day
from ...schemas.schema import AnswersSchema
from ..language.conditions import Answers, Scope, names
from .question import Question

MOST_UNKNOWN = 20
"""How many keys that are no questions are told of; nobody reads more."""
_scope: ContextVar[Scope] = ContextVar("stegvis_scope")


@contextmanager
def judging(scope: Scope) -> Iterator[None]:
    """Everything judged inside sees this scope."""
    token = _scope.set(scope)
    try:
        yield
    finally:
        _scope.reset(token)


def scope() -> Scope:
    """What is being judged right now."""
    return _scope.get()


class QuestionsSchema(AnswersSchema):
    """Judges answers to a list of questions. Hidden questions are left out, whatever was typed in them."""

    questions: tuple[Question, ...] = ()
    watched: frozenset[str] = frozenset()
    """The questions that conditions ask about."""
    composite: frozenset[str] = frozenset()
    """The questions that cannot be judged before the scope is known."""

    def judge(self, raw: Any, scope: Callable[[Answers], Scope]) -> dict[str, Any]:
        """The judged answers; *scope* makes the scope in which they are seen. Raises ValidationError."""
        kept, now = self.settle(raw, scope) if isinstance(raw, Mapping) else (raw, scope({}))
        with judging(now):
            return cast("dict[str, Any]", self.load(kept))

    def settle(self, raw: Answers, scope: Callable[[Answers], Scope]) -> tuple[dict[str, Any], Scope]:
        """The raw answers without those of hidden questions, and the scope that tells which are hidden.

        Conditions see answers as they will be judged, so that " JA" shows what "ja" shows, and no answer to a question
        that is hidden itself.
        """
        if len(raw) > len(self.fields) + MOST_UNKNOWN:
            unknown = (name for name in raw if name not in self.fields)
            raw = {**{n: raw[n] for n in self.fields if n in raw}, **{n: raw[n] for n in islice(unknown, MOST_UNKNOWN)}}
        seen: dict[str, Any] = {**dict.fromkeys(self.fields), **raw}
        seen.update({name: self._seen(name, raw[name]) for name in self.watched if name in raw})
        now, hidden = scope(seen), set[str]()
        while more := [q.name for q in self.questions if q.show_if and q.name not in hidden and not q.shown(now)][:1]:
            hidden.update(more)
            seen[more[0]] = None
        return {name: answer for name, answer in raw.items() if name not in hidden}, now

    def is_empty(self, raw: Answers) -> bool:
        """Whether nothing is answered in an object of these questions."""
        return all(name in self.fields and self.field(name).is_empty(value) for name, value in raw.items())

    def field(self, name: str) -> AnswerField[Any]:
        """The field that judges the question *name*."""
        return cast("AnswerField[Any]", self.fields[name])

    def written(self, answers: Answers) -> dict[str, Any]:
        """Judged answers as JSON can hold them, in the order of the questions; the opposite of `load`."""
        return {q.name: self.field(q.name).write(answers[q.name]) for q in self.questions if q.name in answers}

    def restored(self, written: Answers) -> dict[str, Any]:
        """Answers as `written` wrote them, judged before and not again."""
        return {q.name: self.field(q.name).restore(written[q.name]) for q in self.questions if q.name in written}

    @validates_schema(skip_on_field_errors=False, pass_original=True)
    def _required(self, data: Answers, original: Answers, **_: Any) -> None:
        now = scope()
        told = {
            q.name: [self.field(q.name).missing_message()]
            for q in self.questions
            if q.name not in data
            and q.needed(now)
            and q.shown(now)
            and self.field(q.name).is_empty(original.get(q.name, missing))
        }
        if told:
            raise ValidationError(told)

    def _seen(self, name: str, value: Any) -> Any:
        field = self.field(name)
        if field.is_empty(value):
            return None
        try:
            return value if name in self.composite else field.deserialize(value)
        except ValidationError:
            return value


def schema_of(questions: Iterable[Question], day: Day, watched: Iterable[str] | None = None) -> QuestionsSchema:
    """A schema that judges these questions; build it once per day, load with it as often as you like.

    *watched* are the questions that conditions ask about; without it, those of these questions' own conditions.
    """
    asked = tuple(q for q in questions if q.answered)
    schema = cast("QuestionsSchema", QuestionsSchema.from_dict({q.name: q.rule(day) for q in asked}, name="Answers")())
    spoken_of = set(condition_names(asked) if watched is None else watched)
    schema.questions = asked
    schema.watched = frozenset(q.name for q in asked if q.name in spoken_of)
    schema.composite = frozenset(q.name for q in asked if q.composite)
    return schema


def condition_names(questions: Iterable[Question]) -> Iterator[str]:
    """The questions that the conditions of these questions ask about."""
    for question in questions:
        yield from names(question.show_if)
        yield from names(question.required_if)
