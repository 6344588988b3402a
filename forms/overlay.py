"""A municipality's own changes to a form: what may be changed, and what the law locks."""

import re
from collections.abc import Iterator, Mapping
from copy import deepcopy
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from .errors import FormFileError, LockedByLaw

FORM_KEYS = {"form", "version", "off", "title", "subtitle", "questions", "rules", "texts"}
QUESTION_KEYS = {
    "label", "help", "short", "required", "wanted", "default", "options", "messages", "off", "min", "max", "min_length",
    "max_length", "max_hours", "rows", "unit", "prefill", "strong",
}  # fmt: skip
OPEN_TO_ALL = {"help", "prefill", "strong", "rows"}
"""What may be changed even where a source of law locks the question: nothing that is asked, answered or signed."""
RULE_KEYS = {"months", "hours", "message", "off", "warn"}


@dataclass(frozen=True)
class Overlay:
    """One overlay file and its data."""

    path: Path
    data: Mapping[str, Any]

    def where(self, table: str, name: str, changed: str = "") -> str:
        """File and line of `[table.name]`, or of a key in it."""
        lines = self.path.read_text("utf-8").splitlines()
        head = re.compile(rf"\s*\[+\s*{table}\s*\.\s*\"?{re.escape(name)}\"?\s*(\.|\])")
        start = next((n for n, line in enumerate(lines, 1) if head.match(line)), None)
        if start is None:
            start = next((n for n, line in enumerate(lines, 1) if name in line), 1)
        row = next((n for n, line in enumerate(lines[start:], start + 1) if re.match(rf"\s*{changed}\s*=", line)), start)
        return f"{self.path.name}, rad {row if changed else start}"


def lay_over(data: Mapping[str, Any], overlay: Overlay) -> dict[str, Any]:
    """The form's data with the overlay's changes. Raises FormFileError or LockedByLaw naming file and line."""
    made = deepcopy(dict(data))
    for name in overlay.data:
        if name not in FORM_KEYS:
            raise FormFileError(overlay.where(name, ""), f'"{name}" går inte att ändra; välj bland {", ".join(sorted(FORM_KEYS))}')
    for name in ("title", "subtitle"):
        if name in overlay.data:
            made[name] = overlay.data[name]
    made["local_version"] = str(overlay.data.get("version", "1"))
    for name, change in overlay.data.get("questions", {}).items():
        _change_question(made, name, change, overlay)
    for name, change in overlay.data.get("texts", {}).items():
        _change_text(made, name, change, overlay)
    for name, change in overlay.data.get("rules", {}).items():
        _change_rule(made, name, change, overlay)
    return made


def _change_question(made: dict[str, Any], name: str, change: Any, overlay: Overlay) -> None:
    holder, question = _find(made, name, overlay, "questions")
    for key, value in _table(change, name, overlay, "questions").items():
        where = overlay.where("questions", name, key)
        if key not in QUESTION_KEYS:
            raise FormFileError(where, f'"{key}" går inte att ändra; välj bland {", ".join(sorted(QUESTION_KEYS))}')
        if question.get("law") and key not in OPEN_TO_ALL and not _tightens(question, key, value):
            raise LockedByLaw(where, f'frågan "{name}" har en källa i lag ({question["law"]}); ta bort ändringen av {key}')
        if question["kind"] == "tick" and key == "default":
            raise LockedByLaw(where, f'krysset "{name}" får inte vara ifyllt från början; ta bort default')
        if key == "off":
            _switch_off(made, holder, question, value, where)
        else:
            question[key] = {**question.get(key, {}), **value} if key == "messages" else value


def _switch_off(made: dict[str, Any], holder: list[Any], question: dict[str, Any], value: Any, where: str) -> None:
    if value is not True:
        raise FormFileError(where, "skriv off = true, eller ta bort raden")
    if any(inner.get("law") for inner in _all(question.get("questions", []))):
        raise LockedByLaw(where, f'frågan "{question["name"]}" har delar med en källa i lag; ta bort ändringen av off')
    for rule in made.get("rules", []):
        if question["name"] in map(str, _flat(rule.values())) and (rule.get("law") or question["name"] == rule.get("tick")):
            raise LockedByLaw(where, f'regeln {rule["rule"]} behöver frågan "{question["name"]}"; ta bort ändringen av off')
    holder.remove(question)
    made["rules"] = [r for r in made.get("rules", []) if question["name"] not in map(str, _flat(r.values()))]


def _tightens(question: Mapping[str, Any], key: str, value: Any) -> bool:
    """A limit may be made narrower and an optional question required, also where law locks the rest."""
    old = question.get(key)
    match key:
        case "required":
            return value is True
        case "min_length" | "min":
            return isinstance(value, (int, float)) and value >= (old or 0)
        case "max" | "max_length" | "max_hours":
            return isinstance(value, (int, float)) and old is not None and value <= old
    return False


def _change_text(made: dict[str, Any], name: str, change: Any, overlay: Overlay) -> None:
    _, question = _find(made, name, overlay, "texts")
    where = overlay.where("texts", name)
    if question["kind"] != "fixed":
        raise FormFileError(where, f'"{name}" är ingen fast text; ändra den under [questions.{name}]')
    if question.get("law"):
        raise LockedByLaw(where, f'texten "{name}" har en källa i lag ({question["law"]}) och får inte ändras')
    table = _table(change, name, overlay, "texts")
    if set(table) - {"text", "off"}:
        raise FormFileError(where, "skriv text = \"…\" eller off = true")
    open_texts = [text for text in question["texts"] if text.get("config")]
    if not open_texts:
        raise LockedByLaw(where, f'texten "{name}" är densamma för alla kommuner och får inte ändras')
    for text in open_texts:
        text["text"] = "" if table.get("off") else table["text"]


def _change_rule(made: dict[str, Any], name: str, change: Any, overlay: Overlay) -> None:
    rule = next((r for r in made.get("rules", []) if r.get("id", r["rule"]) == name), None)
    where = overlay.where("rules", name)
    if rule is None:
        known = ", ".join(r.get("id", r["rule"]) for r in made.get("rules", []))
        raise FormFileError(where, f'regeln "{name}" finns inte; välj bland {known}')
    table = _table(change, name, overlay, "rules")
    if rest := set(table) - RULE_KEYS:
        raise FormFileError(where, f'"{min(rest)}" går inte att ändra; välj bland {", ".join(sorted(RULE_KEYS))}')
    if rule.get("law"):
        raise LockedByLaw(where, f'regeln "{name}" har en källa i lag ({rule["law"]}) och får inte ändras')
    if table.get("off"):
        made["rules"].remove(rule)
    rule.update({key: value for key, value in table.items() if key != "off"})


def _table(change: Any, name: str, overlay: Overlay, table: str) -> Mapping[str, Any]:
    if not isinstance(change, Mapping):
        raise FormFileError(overlay.where(table, name), f"skriv ändringen som en tabell: [{table}.{name}]")
    return change


def _find(made: dict[str, Any], name: str, overlay: Overlay, table: str) -> tuple[list[Any], dict[str, Any]]:
    for section in made["sections"]:
        for holder in (section["questions"], *(q["questions"] for q in _all(section["questions"]) if "questions" in q)):
            for question in holder:
                if question.get("name") == name:
                    return holder, question
    raise FormFileError(overlay.where(table, name), f'blanketten har ingen fråga "{name}"; kontrollera stavningen')


def _all(questions: list[dict[str, Any]]) -> Iterator[dict[str, Any]]:
    for question in questions:
        yield question
        yield from _all(question.get("questions", []))


def _flat(values: Any) -> Iterator[Any]:
    for value in values:
        if isinstance(value, (list, tuple)):
            yield from _flat(value)
        else:
            yield value
