"""The schema that all forms' schemas are made from, and errors as ``{path: [messages]}``."""

from collections.abc import Iterator, Mapping
from typing import Any

from marshmallow import Schema, ValidationError
from marshmallow.exceptions import SCHEMA

from .messages import MESSAGES, message
from .words import fill, shorten, visible

_SAID = {"type": message("answers_not_object"), "unknown": MESSAGES["unknown_key"]}


class AnswersSchema(Schema):
    """A set of answers: an object whose every key is a question, with its errors in the order of the questions."""

    error_messages = _SAID

    def handle_error(self, error: ValidationError, data: Any, *, many: bool, **kwargs: Any) -> None:
        """Names each unknown key, which marshmallow does not, and puts the errors in order."""
        if isinstance(error.messages, dict):
            rows = error.messages.items()
            error.messages = {row: self._in_order(below) for row, below in rows} if many else self._in_order(dict(rows))

    def _in_order(self, errors: Any) -> Any:
        if not isinstance(errors, dict):
            return errors
        place = {name: number for number, name in enumerate(self.fields)}
        ordered = sorted(errors.items(), key=lambda item: (place.get(item[0], len(place)), str(item[0])))
        return {key: _named(key, below) for key, below in ordered}


def flatten(errors: Any) -> dict[str, list[str]]:
    """An error tree of marshmallow's as ``{"parter[0].enhet": ["Skriv …"]}``; what belongs to no question under ""."""
    flat: dict[str, list[str]] = {}
    for path, text in _leaves(errors, ""):
        flat.setdefault(path, []).append(text)
    return flat


def _named(key: Any, messages: Any) -> Any:
    if not isinstance(messages, list):
        return messages
    return [fill(text, {"nyckel": key}) if text == MESSAGES["unknown_key"] else text for text in messages]


def _leaves(errors: Any, path: str) -> Iterator[tuple[str, str]]:
    if isinstance(errors, Mapping):
        for key, below in errors.items():
            yield from _leaves(below, _join(path, key))
    elif isinstance(errors, list):
        for below in errors:
            yield from _leaves(below, path)
    else:
        yield path, str(errors)


def _join(path: str, key: str | int) -> str:
    if key == SCHEMA:
        return path
    if isinstance(key, int):
        return f"{path}[{key}]"
    name = visible(shorten(key))
    return f"{path}.{name}" if path else name
