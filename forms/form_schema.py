"""A whole form's judge: the questions' schema, then the rules between answers. What `form.schema(context)` returns."""

from collections.abc import Iterable, Iterator, Mapping
from typing import TYPE_CHECKING, Any

from marshmallow import ValidationError

from ..schemas.messages import message
from ..schemas.rules import Day
from ..schemas.schema import flatten
from .conditions import Scope
from .context import Context
from .judge import QuestionsSchema, judging
from .revealing import revealed, revealing_of

if TYPE_CHECKING:
    from .definition import FormDefinition, FormRule


class FormSchema:
    """Loads, validates and dumps like a marshmallow schema; every message is Swedish and says what to do."""

    def __init__(self, form: "FormDefinition", context: Context, questions: QuestionsSchema) -> None:
        self.form, self.context, self.questions = form, context, questions
        self.day = Day(context.today, revealing_of(context))

    def load(self, answers: Any) -> dict[str, Any]:
        """The judged answers. Raises marshmallow's ValidationError with the error tree."""
        if not isinstance(answers, Mapping):
            raise ValidationError(message("answers_not_object"))
        scope = Scope(answers, self.context)
        errors: dict[Any, Any] = {}
        loaded: dict[str, Any] = {}
        with judging(scope):
            try:
                loaded = self.questions.load(answers)
            except ValidationError as problem:
                errors = dict(problem.normalized_messages())
                valid = problem.valid_data if isinstance(problem.valid_data, dict) else {}
                loaded = {name: answer for name, answer in valid.items() if name not in errors}  # no half answers
        for path, text in self._problems(loaded, scope, stopping=True):
            if path[0] not in errors:
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
        found: dict[str, list[str]] = {}
        ruled = self._problems(answers, Scope(answers, self.context), stopping=False)
        for path, text in (*ruled, *revealed(self.form.questions.values(), answers, self.day.revealing)):
            one: dict[Any, Any] = {}
            _put(one, path, text)
            for where, texts in flatten(one).items():
                found.setdefault(where, []).extend(texts)
        return found

    def dump(self, answers: Mapping[str, Any]) -> dict[str, Any]:
        """Judged answers as JSON can hold them; loading them again changes nothing."""
        return self.questions.written(answers)

    def _problems(self, answers: Mapping[str, Any], scope: Scope, *, stopping: bool) -> Iterator[tuple[Any, str]]:
        for rule in self._applying(scope):
            if rule.rule.warn is not stopping:
                yield from rule.rule.problems(answers, self.day)

    def _applying(self, scope: Scope) -> Iterable["FormRule"]:
        return (rule for rule in self.form.rules if rule.when is None or rule.when.holds(scope))


def _put(errors: dict[Any, Any], path: Iterable[str | int], text: str) -> None:
    *above, last = path
    for step in above:
        errors = errors.setdefault(step, {})
    messages = errors.setdefault(last, [])
    if isinstance(messages, list):
        messages.append(text)
