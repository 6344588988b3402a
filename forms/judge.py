"""The one judge: a marshmallow schema for a list of questions, whole form or one row, with their conditions and rules."""

from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from typing import Any

from marshmallow import ValidationError, pre_load, validates_schema

from ..schemas.fields import AnswerField
from ..schemas.rules import Day
from ..schemas.schema import AnswersSchema
from .conditions import Scope
from .question import Question

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
    """Judges answers to a list of questions. Hidden questions are left out, whatever was typed in them (D3)."""

    questions: tuple[Question, ...] = ()

    @pre_load
    def _leave_out_hidden(self, data: Any, **_: Any) -> Any:
        if not isinstance(data, Mapping):
            return data
        now = scope()
        hidden = {q.name for q in self.questions if q.show_if is not None and not q.show_if.holds(now)}
        return {name: answer for name, answer in data.items() if name not in hidden}

    @validates_schema(skip_on_field_errors=False, pass_original=True)
    def _required(self, data: Mapping[str, Any], original: Mapping[str, Any], **_: Any) -> None:
        now = scope()
        missing = {
            q.name: [self.missing(q)]
            for q in self.questions
            if _empty(data.get(q.name)) and self._nothing(q, original.get(q.name)) and q.shown(now) and q.needed(now)
        }
        if missing:
            raise ValidationError(missing)

    def _nothing(self, question: Question, raw: Any) -> bool:
        field = self.fields[question.name]
        return _empty(raw) or (isinstance(field, AnswerField) and field.is_empty(raw))

    def written(self, answers: Mapping[str, Any]) -> dict[str, Any]:
        """Judged answers as JSON can hold them, in the order of the questions; the opposite of `load`."""
        fields = self.fields
        return {q.name: fields[q.name].write(answers[q.name]) for q in self.questions if q.name in answers}  # type: ignore[attr-defined]

    def missing(self, question: Question) -> str:
        """What to write when a required answer is missing."""
        field = self.fields[question.name]
        assert isinstance(field, AnswerField)
        return field.missing_message()


def _empty(answer: Any) -> bool:
    if isinstance(answer, str):
        return not answer.strip()
    if isinstance(answer, dict):
        return all(map(_empty, answer.values()))
    return answer is None or answer is False or answer == []


def schema_of(questions: Iterable[Question], day: Day) -> QuestionsSchema:
    """A schema that judges these questions; build it once per day, load with it as often as you like."""
    asked = tuple(q for q in questions if q.answered)
    schema = QuestionsSchema.from_dict({q.name: q.rule(day) for q in asked}, name="Answers")
    schema.questions = asked  # type: ignore[attr-defined]
    return schema()  # type: ignore[return-value]
