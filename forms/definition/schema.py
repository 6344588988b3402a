"""A whole form's judge: the questions' schema, then the rules between answers. What `form.schema(context)` returns."""

from collections.abc import Iterable, Iterator, Mapping
from functools import partial
from typing import Any

from marshmallow import ValidationError

from ...schemas.messages import message
from ...schemas.rules import Day, Rule
from ...schemas.schema import flatten
from ..language.conditions import Scope
from ..language.context import Context
from ..questions.judge import QuestionsSchema, judging
from .base import FormData
from .empty_reasons import still_empty, without_reason
from .revealing import revealed, revealing_of


class FormSchema:
    """Loads, validates and dumps like a marshmallow schema; every message is Swedish and says what to do."""

    def __init__(self, form: FormData, context: Context, questions: QuestionsSchema) -> None:
        self.form, self.context, self.questions = form, context, questions
        self.day = Day(context.today, revealing_of(context))

    def load(self, answers: Any) -> dict[str, Any]:
        """The judged answers. Raises marshmallow's ValidationError with the error tree."""
        if not isinstance(answers, Mapping):
            raise ValidationError(message("answers_not_object"))
        raw, scope = self.questions.settle(answers, partial(Scope, context=self.context))
        errors: dict[Any, Any] = {}
        loaded: dict[str, Any] = {}
        with judging(scope):
            try:
                loaded = self.questions.load(still_empty(raw, self.form.questions, scope))
            except ValidationError as problem:
                errors = dict(problem.messages_dict)
                valid = problem.valid_data if isinstance(problem.valid_data, dict) else {}
                loaded = {name: answer for name, answer in valid.items() if name not in errors}  # no half answers
        for rule in self._applying(scope, stopping=True):
            if not any(name.partition(".")[0] in errors for name in rule.asked):
                for path, text in list(rule.problems(loaded, self.day)):
                    _put(errors, path, text)
        if errors:
            raise ValidationError(errors, valid_data=loaded)
        return loaded

    def validate(self, answers: Any) -> dict[str, list[str]]:
        """`{path: [messages]}`, empty when the answers can be saved. Paths read `parter[0].enhet`."""
        try:
            self.load(answers)
        except ValidationError as problem:
            return flatten(problem.messages)
        return {}

    def warnings(self, answers: Mapping[str, Any]) -> dict[str, list[str]]:
        """What to look at again in judged answers."""
        scope = Scope(answers, self.context)
        found = without_reason(answers, self.form.questions.values(), scope)
        ruled = (
            problem for rule in self._applying(scope, stopping=False) for problem in rule.problems(answers, self.day)
        )
        for path, text in (*ruled, *revealed(self.form.questions.values(), answers, self.day.revealing)):
            one: dict[Any, Any] = {}
            _put(one, path, text)
            for where, texts in flatten(one).items():
                found.setdefault(where, []).extend(texts)
        return found

    def restore(self, written: Mapping[str, Any]) -> dict[str, Any]:
        """Saved answers as they were judged then; neither today's rules nor today's settings can make them
        unreadable.
        """
        return self.questions.restored(written)

    def dump(self, answers: Mapping[str, Any]) -> dict[str, Any]:
        """Judged answers as JSON can hold them; loading them again changes nothing."""
        return self.questions.written(answers)

    def _applying(self, scope: Scope, *, stopping: bool) -> Iterator[Rule]:
        for rule in self.form.rules:
            if rule.rule.warn is not stopping and (rule.when is None or rule.when.holds(scope)):
                yield rule.rule


def _put(errors: dict[Any, Any], path: Iterable[str | int], text: str) -> None:
    *above, last = path
    for step in above:
        errors = errors.setdefault(step, {})
    messages = errors.setdefault(last, [])
    if isinstance(messages, list):
        messages.append(text)
