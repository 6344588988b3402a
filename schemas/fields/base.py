"""What every answer's field has in common: emptiness, Swedish messages, and a label to put in them."""

from collections.abc import Callable, Iterable, Mapping
from typing import Any, ClassVar, TypeVar, cast

from marshmallow import ValidationError, missing
from marshmallow.fields import Field

from ..errors import ValueProblem
from ..messages import MESSAGES
from ..values.text import is_blank
from ..words import fill

Value = TypeVar("Value")


class AnswerField(Field[Value]):
    """The field of one question: ``parse`` judges an answer, ``write`` makes it what JSON can hold.

    *label* is the label in running text; *messages* replace those of the table by their id, for this question only.
    ``required`` among them is said instead of any of the general ones for a missing answer.
    """

    missing_id: ClassVar[str] = "required"

    def __init__(
        self,
        *,
        label: str,
        messages: Mapping[str, str] | None = None,
        required: bool = False,
        validate: Callable[[Any], Any] | Iterable[Callable[[Any], Any]] | None = None,
        data_key: str | None = None,
        attribute: str | None = None,
    ) -> None:
        super().__init__(required=required, validate=validate, data_key=data_key, attribute=attribute)
        self.label = label
        self.messages = dict(messages or {})

    def is_empty(self, value: Any) -> bool:
        """Whether the raw value is no answer: nothing, null, white space, or an empty list or object."""
        return value is missing or value is None or value in ([], {}) or (isinstance(value, str) and is_blank(value))

    def deserialize(
        self, value: Any, attr: str | None = None, data: Mapping[str, Any] | None = None, **kwargs: Any
    ) -> Any:
        """The judged answer; ``missing`` when there is none and none is required. Raises ValidationError."""
        if self.is_empty(value):
            if self.required:
                raise ValidationError(self.missing_message())
            return missing
        try:
            answer = self._deserialize(value, attr, data, **kwargs)
            if self.validators and answer is not missing:
                self._validate(answer)
        except ValueProblem as problem:
            raise self.problem(problem.message_id, **problem.values) from None
        return answer

    def parse(self, value: Any) -> Value:
        """The answer that a raw value stands for. Raises ValueProblem."""
        raise NotImplementedError

    def write(self, answer: Value) -> Any:
        """The one way JSON writes the answer."""
        return answer

    def restore(self, written: Any) -> Value:
        """The answer that `write` wrote, without judging it: what could be saved once can always be read."""
        return cast(Value, written)

    def missing_message(self) -> str:
        """What to say when a required answer is missing."""
        return self.say("required" if "required" in self.messages else self.missing_id)

    def say(self, message_id: str, /, **values: object) -> str:
        """A message in this question's own words if it has any, otherwise in the table's."""
        return fill(self.messages.get(message_id) or MESSAGES[message_id], {"etikett": self.label, **values})

    def problem(self, message_id: str, /, **values: object) -> ValidationError:
        """The error to raise for this question."""
        return ValidationError(self.say(message_id, **values))

    def make_error(self, key: str, **kwargs: Any) -> ValidationError:
        """marshmallow's own ways out lead to the table too."""
        return self.problem(key, **kwargs) if key in MESSAGES else self.problem("required")

    def _deserialize(self, value: Any, attr: str | None, data: Mapping[str, Any] | None, **kwargs: Any) -> Any:
        return self.parse(value)

    def _serialize(self, value: Value | None, attr: str | None, obj: Any, **kwargs: Any) -> Any:
        return None if value is None else self.write(value)


def as_text(value: object) -> str:
    """The value, if it is text. Raises ValueProblem: wrong_shape_text."""
    if not isinstance(value, str):
        raise ValueProblem("wrong_shape_text")
    return value
