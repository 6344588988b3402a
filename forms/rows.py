"""Rows added to and taken from raw answers, so that nothing that was typed is lost."""

import re
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from .definition import FormDefinition

MOST_ROWS = 500
"""As many rows as a page draws, all its repeats together."""
_STEP = re.compile(r"([a-z0-9_]+)(?:\[([0-9]{1,3})\])?")


def add_row(form: "FormDefinition", raw: Mapping[str, Any], path: str) -> dict[str, Any]:
    """The raw answers with an empty row more in the repeat at *path*, such as `parter` or `schema.rader`."""
    made = form.tidy(raw)
    rows = _rows_at(form, made, path)
    if rows is not None and len(rows) < MOST_ROWS:
        rows.append({})
    return made


def remove_row(form: "FormDefinition", raw: Mapping[str, Any], path: str, row: int) -> dict[str, Any]:
    """The raw answers without row *row* (from 0) of the repeat at *path*; what hangs on later rows moves with them."""
    made = form.tidy(raw)
    rows = _rows_at(form, made, path)
    if rows is None or not 0 <= row < len(rows):
        return made
    del rows[row]
    for question in form.questions.values():
        if question.name in made:
            made[question.name] = question.without_row(made[question.name], path, row)
    return made


def _rows_at(form: "FormDefinition", made: dict[str, Any], path: str) -> list[Any] | None:
    """The rows of the repeat at *path*, made on the way if they are not there; None if the form has no such repeat."""
    steps = [found.groups() for found in map(_STEP.fullmatch, path.split(".")) if found]
    plain = ".".join(f"{name}[]" if number else name for name, number in steps)
    question = dict(form.walk()).get(plain)
    if question is None or not question.many or steps[-1][1]:
        return None
    here: Any = made
    for name, number in steps[:-1]:
        here = _held(here, name, list if number else dict)
        if number:
            if int(number) >= len(here) or not isinstance(here[int(number)], dict):
                return None
            here = here[int(number)]
    rows: list[Any] = _held(here, steps[-1][0], list)
    return rows


def _held(answers: dict[str, Any], name: str, shape: type) -> Any:
    if not isinstance(answers.get(name), shape):
        answers[name] = shape()
    return answers[name]
