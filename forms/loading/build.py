"""From plain data to frozen questions: each kind's own fields say which keys it takes."""

from collections.abc import Mapping
from dataclasses import Field, fields
from functools import cache
from typing import Any

from ..errors import FormFileError
from ..kinds import KINDS
from ..language.keys import Nested, Shape
from ..questions.question import Question


@cache
def keys_of(kind: type[Question]) -> Mapping[str, Field[Any]]:
    """The keys a kind takes, in the order of its declaration."""
    return {field.name: field for field in fields(kind) if "shape" in field.metadata}


def build_question(data: Any) -> Question:
    """The question that *data* (a TOML table) describes. Raises FormFileError naming the question and the remedy."""
    if not isinstance(data, Mapping):
        raise FormFileError("frågan", f"skriv frågan som en tabell, inte {data!r}")
    where = f'frågan "{data.get("name", "utan namn")}"'
    kind = KINDS.get(str(data.get("kind")))
    if kind is None:
        raise FormFileError(where, f'frågetypen "{data.get("kind", "")}" finns inte; välj en av {", ".join(KINDS)}')
    question = kind(**_read(data, keys_of(kind), where))
    problem = question.check() or _name_problem(question.name)
    if problem:
        raise FormFileError(where, problem)
    return question


def build_questions(data: list[Any]) -> tuple[Question, ...]:
    """The questions of a list, each name once."""
    questions = tuple(map(build_question, data))
    names = [question.name for question in questions]
    twice = next((name for name in names if names.count(name) > 1), None)
    if twice is not None:
        raise FormFileError(f'frågan "{twice}"', "namnet finns två gånger; byt det ena")
    return questions


def _read(data: Mapping[str, Any], keys: Mapping[str, Field[Any]], where: str) -> dict[str, Any]:
    given: dict[str, Any] = {}
    for name, value in data.items():
        if name == "kind":
            continue
        if name not in keys:
            raise FormFileError(where, f'nyckeln "{name}" finns inte för {data["kind"]}; välj bland {", ".join(keys)}')
        shape: Shape = keys[name].metadata["shape"]
        try:
            given[name] = _value(shape, value)
        except FormFileError as problem:
            raise FormFileError(where, str(problem)) from None
        except ValueError as problem:
            raise FormFileError(f"{where}, nyckeln {name}", str(problem)) from None
    for name, field in keys.items():
        if name not in given and field.metadata["required"]:
            raise FormFileError(where, f'nyckeln "{name}" saknas; skriv {field.metadata["shape"].words}')
    return given


def _value(shape: Shape, value: Any) -> Any:
    made = shape.read(value)
    if not isinstance(shape, Nested):
        return made
    return build_questions(made) if isinstance(made, list) else build_question(made)


def _name_problem(name: str) -> str:
    if name.isascii() and name.isidentifier() and name == name.lower():
        return ""
    return "skriv namnet med små bokstäver a–z, siffror och _, till exempel galler_till"
