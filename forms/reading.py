"""From expanded data to a form definition; a mistake is reported with section, question and remedy."""

import json
from collections.abc import Mapping
from dataclasses import MISSING, fields
from typing import Any

from ..schemas.rules import RULES
from .build import build_questions
from .consistency import judge_form
from .definition import FORMAT, FormDefinition, FormRule, Section
from .errors import FormFileError
from .shapes import CONDITION, FLAG, TEXT, WHOLE, WORDS, Shape

RULE_SHAPES: Mapping[Any, Shape] = {str: TEXT, bool: FLAG, int: WHOLE, tuple[str, ...]: WORDS}
"""What a rule's key may hold, by the type of its field."""


def from_snapshot(snapshot: str) -> FormDefinition:
    """The form as it was when the snapshot was made. Raises FormFileError for a format this version cannot read."""
    data = json.loads(snapshot)
    if data.pop("format", None) != FORMAT:
        raise FormFileError("sparad blankett", f"formatet går inte att läsa; det ska vara {FORMAT}")
    return read_form(data)


def read_form(data: Mapping[str, Any]) -> FormDefinition:
    """The form that expanded data describes, judged as a whole. Raises FormFileError."""
    top = _keys(FormDefinition, data, {"sections", "rules"}, "blanketten")
    sections = tuple(_section(entry) for entry in data.get("sections", []))
    rules = tuple(_rule(entry) for entry in data.get("rules", []))
    form = FormDefinition(**top, sections=sections, rules=rules, data=data)
    judge_form(form)
    return form


def _keys(cls: type, data: Any, besides: set[str], where: str) -> dict[str, Any]:
    if not isinstance(data, Mapping):
        raise FormFileError(where, f"skriv en tabell, inte {data!r}")
    known = {f.name: f for f in fields(cls) if "shape" in f.metadata}
    if rest := set(data) - set(known) - besides:
        raise FormFileError(where, f'nyckeln "{min(rest)}" finns inte; välj bland {", ".join([*known, *besides])}')
    if missing := [name for name, f in known.items() if f.metadata["required"] and name not in data]:
        raise FormFileError(where, f'nyckeln "{missing[0]}" saknas')
    return {name: _read(known[name].metadata["shape"], data[name], f"{where}, {name}") for name in known if name in data}


def _read(shape: Shape, value: Any, where: str) -> Any:
    try:
        return shape.read(value)
    except ValueError as problem:
        raise FormFileError(where, str(problem)) from None


def _section(data: Any) -> Section:
    where = f'delen "{data.get("title", "utan rubrik")}"' if isinstance(data, Mapping) else "delen"
    try:
        return Section(**_keys(Section, data, {"questions"}, where), questions=build_questions(data["questions"]))
    except FormFileError as problem:
        raise FormFileError(where, str(problem).removeprefix(f"{where}: ")) from None


def _rule(data: Any) -> FormRule:
    kind = RULES.get(str(data.get("rule"))) if isinstance(data, Mapping) else None
    if kind is None:
        raise FormFileError("reglerna", f"regeln {data!r} finns inte; välj rule bland {', '.join(RULES)}")
    where = f'regeln "{data["rule"]}"'
    known = {f.name.rstrip("_"): f for f in fields(kind)}
    given = {name: value for name, value in data.items() if name not in ("rule", "when")}
    if rest := set(given) - set(known):
        raise FormFileError(where, f'nyckeln "{min(rest)}" finns inte; välj bland {", ".join([*known, "when"])}')
    if missing := [name for name, f in known.items() if f.default is MISSING and name not in given]:
        raise FormFileError(where, f'nyckeln "{missing[0]}" saknas')
    values: dict[str, Any] = {
        known[name].name: _read(RULE_SHAPES[known[name].type], value, f"{where}, {name}") for name, value in given.items()
    }
    return FormRule(rule=kind(**values), when=_read(CONDITION, data["when"], where) if "when" in data else None)
