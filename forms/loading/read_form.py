"""From expanded data to a form definition; a mistake is reported with section, question and remedy."""

import json
import re
from collections.abc import Iterable, Mapping
from dataclasses import MISSING, Field, fields
from typing import Any

from ...schemas.rules import RULES, Rule
from ..definition.definition import FORMAT, FormDefinition
from ..definition.sections import FormRule, FormSection
from ..errors import FormFileError
from ..language.keys import CONDITION, FLAG, TEXT, WHOLE, WORDS, Shape
from ..questions.question import Question
from .build import build_questions
from .consistency import judge_form

RULE_SHAPES: Mapping[Any, Shape] = {str: TEXT, bool: FLAG, int: WHOLE, tuple[str, ...]: WORDS}
"""What a rule's key may hold, by the type of its field."""


def from_snapshot(snapshot: str) -> FormDefinition:
    """The form as it was when the snapshot was made. Raises FormFileError for a format this version cannot read."""
    try:
        data = json.loads(snapshot)
    except json.JSONDecodeError:
        data = None
    if not isinstance(data, dict) or data.pop("format", None) != FORMAT:
        raise FormFileError("sparad blankett", f"formatet går inte att läsa; det ska vara JSON med format {FORMAT}")
    return read_form(data)


def read_form(data: Mapping[str, Any]) -> FormDefinition:
    """The form that expanded data describes, judged as a whole. Raises FormFileError."""
    top = _keys(FormDefinition, data, {"sections", "rules"}, "blanketten")
    if not re.fullmatch(r"[a-z][a-z0-9-]{0,40}", top["id"]):
        raise FormFileError("blanketten", f'skriv id med små bokstäver a–z, siffror och -, inte "{top["id"]}"')
    sections = tuple(_section(entry) for entry in _tables(data, "sections"))
    if not sections:
        raise FormFileError("blanketten", "skriv minst en del som [[sections]]")
    labels = _labels(question for section in sections for question in section.questions)
    rules = tuple(_rule(entry, labels) for entry in _tables(data, "rules"))
    form = FormDefinition(**top, sections=sections, rules=rules, data=data)
    judge_form(form)
    return form


def rule_keys(kind: type[Rule]) -> Mapping[str, Field[Any]]:
    """The keys a rule takes, besides `rule` and `when`; `from` is `from_` in Python."""
    return {f.name.rstrip("_"): f for f in fields(kind) if f.type in RULE_SHAPES}


def _tables(data: Mapping[str, Any], name: str) -> list[Any]:
    entries = data.get(name, [])
    if not isinstance(entries, list):
        raise FormFileError("blanketten", f"skriv {name} som [[{name}]], med dubbla hakparenteser")
    return entries


def _keys(cls: type, data: Any, besides: set[str], where: str) -> dict[str, Any]:
    if not isinstance(data, Mapping):
        raise FormFileError(where, f"skriv en tabell, inte {data!r}")
    known = {f.name: f for f in fields(cls) if "shape" in f.metadata}
    if rest := set(data) - set(known) - besides:
        raise FormFileError(
            where, f'nyckeln "{min(rest)}" finns inte; välj bland {", ".join([*known, *sorted(besides)])}'
        )
    for name, field in known.items():
        if field.metadata["required"] and name not in data:
            raise FormFileError(where, f'nyckeln "{name}" saknas; skriv {field.metadata["shape"].words}')
    return {
        name: _read(known[name].metadata["shape"], data[name], f"{where}, {name}") for name in known if name in data
    }


def _read(shape: Shape, value: Any, where: str) -> Any:
    try:
        return shape.read(value)
    except ValueError as problem:
        raise FormFileError(where, str(problem)) from None


def _section(data: Any) -> FormSection:
    where = f'delen "{data.get("title", "utan rubrik")}"' if isinstance(data, Mapping) else "delen"
    keys = _keys(FormSection, data, {"questions"}, where)
    try:
        return FormSection(**keys, questions=build_questions(data.get("questions", [])))
    except FormFileError as problem:
        raise FormFileError(where, str(problem)) from None


def _rule(data: Any, labels: Mapping[str, str]) -> FormRule:
    kind = RULES.get(str(data.get("rule"))) if isinstance(data, Mapping) else None
    if kind is None:
        raise FormFileError("reglerna", f"regeln {data!r} finns inte; välj rule bland {', '.join(RULES)}")
    where, known = f'regeln "{data["rule"]}"', rule_keys(kind)
    given = {name: value for name, value in data.items() if name not in ("rule", "when")}
    if rest := set(given) - set(known):
        raise FormFileError(where, f'nyckeln "{min(rest)}" finns inte; välj bland {", ".join([*known, "when"])}')
    for name, field in known.items():
        if field.default is MISSING and name not in given:
            raise FormFileError(where, f'nyckeln "{name}" saknas; skriv {RULE_SHAPES[field.type].words}')
    values: dict[str, Any] = {
        known[name].name: _read(RULE_SHAPES[known[name].type], value, f"{where}, {name}")
        for name, value in given.items()
    }
    when = _read(CONDITION, data["when"], f"{where}, when") if "when" in data else None
    return FormRule(rule=kind(**values, labels=labels), when=when)


def _labels(questions: Iterable[Question]) -> Mapping[str, str]:
    """What rules call the questions, and the roles of signers, in their messages."""
    labels: dict[str, str] = {}
    for question in questions:
        labels |= question.labels
    return labels
