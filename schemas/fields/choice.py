"""Answers that are picked: one of several, several of several, yes or no, a tick."""

from collections.abc import Mapping, Sequence
from typing import Any, Final

from marshmallow import ValidationError

from ..errors import ValueProblem
from .base import AnswerField, as_text


class ChoiceField(AnswerField[str]):
    """One key of *options*. *refuse* holds keys that may be shown but not chosen, each with the message it gives."""

    missing_id = "required_choice"

    def __init__(
        self, *, options: Sequence[tuple[str, str]], refuse: Mapping[str, str] | None = None, **common: Any
    ) -> None:
        super().__init__(**common)
        self.options = dict(options)
        self.refuse = dict(refuse or {})

    def parse(self, value: Any) -> str:
        key = as_text(value).strip()
        if key in self.refuse:
            raise ValidationError(self.refuse[key])
        if key not in self.options:
            raise ValueProblem("choice_unknown")
        return key


class ChoicesField(AnswerField[list[str]]):
    """Some keys of *options*, in the order of the options. A key in *exclusive* stands alone or not at all."""

    missing_id = "required_multi"

    def __init__(self, *, options: Sequence[tuple[str, str]], exclusive: Sequence[str] = (), **common: Any) -> None:
        super().__init__(**common)
        self.options = dict(options)
        self.exclusive = tuple(exclusive)

    def is_empty(self, value: Any) -> bool:
        """A list of nothing but empty answers is empty too."""
        return super().is_empty(value) or (
            isinstance(value, list) and all(super(ChoicesField, self).is_empty(x) for x in value)
        )

    def parse(self, value: Any) -> list[str]:
        if not isinstance(value, list):
            raise ValueProblem("wrong_shape_list")
        keys = [as_text(key).strip() for key in value if not super(ChoicesField, self).is_empty(key)]
        if any(key not in self.options for key in keys):
            raise ValueProblem("choice_unknown")
        if len(set(keys)) < len(keys):
            raise ValueProblem("choice_twice")
        alone = next((key for key in self.exclusive if key in keys), None)
        if alone is not None and len(keys) > 1:
            raise ValueProblem("choice_exclusive", alternativ=self.options[alone])
        return [key for key in self.options if key in keys]


class YesNoField(AnswerField[str]):
    """ "ja" or "nej"; true and false are taken for them."""

    missing_id = "required_choice"

    def parse(self, value: Any) -> str:
        if isinstance(value, bool):
            return "ja" if value else "nej"
        key = as_text(value).strip().lower()
        if key not in ("ja", "nej"):
            raise ValueProblem("choice_unknown")
        return key


class TickField(AnswerField[bool]):
    """True when the box is ticked. An empty box is no answer, so a required one must be ticked."""

    missing_id = "required_tick"
    TICKED: Final = ("ja", "on", "true")
    UNTICKED: Final = ("nej", "off", "false")

    def is_empty(self, value: Any) -> bool:
        """False, and the words that stand for it, say that the box is empty."""
        if isinstance(value, str):
            return super().is_empty(value) or value.strip().lower() in self.UNTICKED
        return value is False or super().is_empty(value)

    def parse(self, value: Any) -> bool:
        if value is not True and not (isinstance(value, str) and value.strip().lower() in self.TICKED):
            raise ValueProblem("tick_format")
        return True
