"""Rows added to and taken from raw answers, so that nothing that was typed is lost."""

import re
from collections.abc import Mapping
from typing import Any

from ..questions.aligned import MOST_ROWS
from ..questions.question import Question
from .base import FormData

_STEP = re.compile(r"([a-z0-9_]+)(?:\[([0-9]{1,3})\])?")


def whole(text: str) -> int:
    """The number somebody has sent; 0 when it is none, or longer than any that we ask for."""
    return int(text) if text.isascii() and text.isdigit() and len(text) < 10 else 0


def repeat_at(form: FormData, path: str) -> Question | None:
    """The question with rows at *path*, such as `parter` or `schema.rader`; None if the form has no such repeat."""
    steps = _steps(path)
    plain = ".".join(f"{name}[]" if number else name for name, number in steps)
    question = dict(form.walk()).get(plain)
    return question if question is not None and question.many and not steps[-1][1] else None


def with_rows(form: FormData, raw: Mapping[str, Any], path: str, rows: int) -> dict[str, Any]:
    """The raw answers with at least so many rows at *path*: nothing is kept of rows where nobody has written."""
    made = form.tidy(raw)
    found = _rows_at(form, made, path)
    if found is not None:
        found.extend({} for _ in range(min(rows, MOST_ROWS) - len(found)))
    return made


def add_row(form: FormData, raw: Mapping[str, Any], path: str) -> dict[str, Any]:
    """The raw answers with an empty row more in the repeat at *path*."""
    made = form.tidy(raw)
    rows = _rows_at(form, made, path)
    if rows is not None and len(rows) < MOST_ROWS:
        rows.append({})
    return made


def remove_row(form: FormData, raw: Mapping[str, Any], path: str, row: int) -> dict[str, Any]:
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


def _steps(path: str) -> list[tuple[str, str]]:
    """The steps of a path, name and number of the row; none when a step is none that a form can have."""
    found = [_STEP.fullmatch(step) for step in path.split(".")]
    return [(step[1], step[2] or "") for step in found if step] if all(found) else []


def _rows_at(form: FormData, made: dict[str, Any], path: str) -> list[Any] | None:
    """The rows of the repeat at *path*, made on the way if they are not there; None if the form has no such repeat."""
    if repeat_at(form, path) is None:
        return None
    steps = _steps(path)
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
