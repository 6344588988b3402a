"""A municipality's own changes to a form, laid over it: what may be changed, and where a mistake stands."""

from collections.abc import Iterator, Mapping
from copy import deepcopy
from typing import Any

from ..errors import FormFileError, LockedByLaw
from ..kinds import KINDS
from .locks import Locks, tightens
from .overlay_file import Overlay

FORM_KEYS = ("form", "version", "off", "title", "subtitle", "questions", "rules", "texts")
QUESTION_KEYS = (
    "label",
    "help",
    "short",
    "required",
    "wanted",
    "default",
    "options",
    "messages",
    "off",
    "min",
    "max",
    "min_length",
    "max_length",
    "max_hours",
    "rows",
    "unit",
    "prefill",
    "strong",
)
RULE_KEYS = ("months", "hours", "days", "message", "off", "warn")


def lay_over(data: Mapping[str, Any], overlay: Overlay, locks: Locks) -> dict[str, Any]:
    """The form's data with the overlay's changes. Raises FormFileError or LockedByLaw naming file and line."""
    made = deepcopy(dict(data))
    for name in overlay.data:
        if name not in FORM_KEYS:
            raise FormFileError(overlay.line(name), f'"{name}" går inte att ändra; välj bland {", ".join(FORM_KEYS)}')
        if name in ("title", "subtitle"):
            if locks.law:
                raise LockedByLaw(
                    overlay.line(name), f"blanketten har källor i lag ({locks.law}); ta bort ändringen av {name}"
                )
            made[name] = overlay.data[name]
    made["local_version"] = str(overlay.data.get("version", "1"))
    for name, keys in _changes(overlay, "questions"):
        _change_question(made, name, keys, overlay, locks)
    for name, keys in _changes(overlay, "texts"):
        _change_text(made, name, keys, overlay)
    for name, keys in _changes(overlay, "rules"):
        _change_rule(made, name, keys, overlay)
    return made


def _changes(overlay: Overlay, table: str) -> Iterator[tuple[str, Mapping[str, Any]]]:
    """The name and the keys of each `[table.name]`."""
    for name, keys in _table(overlay.data.get(table, {}), overlay.line(table), f"[{table}.namn]").items():
        yield name, _table(keys, overlay.where(table, name), f"[{table}.{name}]")


def _change_question(
    made: dict[str, Any], name: str, change: Mapping[str, Any], overlay: Overlay, locks: Locks
) -> None:
    path, holder, question = _find(made, name, overlay.where("questions", name))
    kind = KINDS[question["kind"]]
    for key, value in change.items():
        where = overlay.where("questions", name, key)
        if key not in QUESTION_KEYS or (key == "rows" and not kind.rows_are_height):
            raise FormFileError(where, f'"{key}" går inte att ändra; välj bland {", ".join(QUESTION_KEYS)}')
        if why := locks.refuses(path, question, key, value):
            raise LockedByLaw(where, f"{why}; ta bort ändringen av {key}")
        if kind.is_box and key in ("default", "prefill"):
            raise LockedByLaw(where, f'krysset "{name}" får inte vara ifyllt från början; ta bort {key}')
        if key == "off":
            if value is not True:
                raise FormFileError(where, "skriv off = true, eller ta bort raden")
            for inside, _, inner in _all(question.get("questions", []), f"{path}."):
                if inner.get("law") or inside in locks.needed:
                    raise LockedByLaw(where, f'frågan "{name}" har delar som är låsta ({inside}); ta bort off')
            _switch_off(made, holder, question)
        elif key == "messages":
            question[key] = {**question.get(key, {}), **_table(value, where, "messages = { required = … }")}
        else:
            question[key] = value


def _switch_off(made: dict[str, Any], holder: list[Any], question: dict[str, Any]) -> None:
    """Takes the question away, and with it the municipality's own rules about it."""
    gone = [rule for rule in made.get("rules", []) if question["name"] in _spoken_of(rule) and not rule.get("law")]
    for rule in gone:
        made["rules"].remove(rule)
    holder.remove(question)


def _change_text(made: dict[str, Any], name: str, change: Mapping[str, Any], overlay: Overlay) -> None:
    where = overlay.where("texts", name)
    if name in ("titles", "intro"):
        _change_own_words(made, name, change, where)
        return
    _, holder, question = _find(made, name, where)
    if not KINDS[question["kind"]].is_prose:
        raise FormFileError(where, f'"{name}" är ingen fast text; ändra den under [questions.{name}]')
    if question.get("law"):
        raise LockedByLaw(where, f'texten "{name}" har en källa i lag ({question["law"]}) och får inte ändras')
    own = [text for text in question["texts"] if text.get("config")]
    if not own:
        raise LockedByLaw(where, f'texten "{name}" är densamma för alla kommuner och får inte ändras')
    match dict(change):
        case {"text": str(words), **rest} if not rest:
            for text in own:
                text["text"] = words
        case {"off": True, **rest} if not rest:
            question["texts"] = [text for text in question["texts"] if not text.get("config")]
            if not question["texts"]:
                holder.remove(question)
        case _:
            raise FormFileError(where, 'skriv text = "…" eller off = true, och inget annat')


def _change_own_words(made: dict[str, Any], name: str, change: Mapping[str, Any], where: str) -> None:
    """The form's own titles or introduction: those with config = true may be said in other words."""
    own = [text for text in made.get(name, []) if text.get("config")]
    if not own:
        raise LockedByLaw(where, f"blanketten har inga egna ord i {name} som får ändras")
    match dict(change):
        case {"text": str(words), **rest} if not rest:
            for text in own:
                text["text"] = words
        case _:
            raise FormFileError(where, 'skriv text = "…", och inget annat')


def _change_rule(made: dict[str, Any], name: str, change: Mapping[str, Any], overlay: Overlay) -> None:
    rules = made.get("rules", [])
    rule = next((rule for rule in rules if rule.get("id", rule["rule"]) == name), None)
    if rule is None:
        known = ", ".join(rule.get("id", rule["rule"]) for rule in rules) or "ingen; blanketten har inga regler"
        raise FormFileError(overlay.where("rules", name), f'regeln "{name}" finns inte; välj bland {known}')
    for key, value in change.items():
        where = overlay.where("rules", name, key)
        if key not in RULE_KEYS:
            raise FormFileError(where, f'"{key}" går inte att ändra; välj bland {", ".join(RULE_KEYS)}')
        if rule.get("law") and not tightens(rule, key, value):
            raise LockedByLaw(where, f'regeln "{name}" har en källa i lag ({rule["law"]}); ta bort ändringen av {key}')
        if key == "off" and value is not True:
            raise FormFileError(where, "skriv off = true, eller ta bort raden")
        rule[key] = value
    if rule.pop("off", False):
        rules.remove(rule)


def _table(value: Any, where: str, example: str) -> Mapping[str, Any]:
    if not isinstance(value, Mapping):
        raise FormFileError(where, f"skriv ändringen som en tabell: {example}")
    return value


def _find(made: dict[str, Any], name: str, where: str) -> tuple[str, list[Any], dict[str, Any]]:
    """The question called *name*, or at the path *name*: its path, the list it stands in, and itself."""
    found = [
        (path, holder, question)
        for section in made["sections"]
        for path, holder, question in _all(section["questions"])
        if name in (path, question.get("name"))
    ]
    exact = [one for one in found if one[0] == name] or found
    if len(exact) > 1:
        paths = ", ".join(f'"{path}"' for path, _, _ in exact)
        raise FormFileError(where, f'"{name}" finns på flera ställen; skriv vilken med hela vägen: {paths}')
    if not exact:
        raise FormFileError(where, f'blanketten har ingen fråga "{name}"; kontrollera stavningen')
    return exact[0]


def _all(questions: list[dict[str, Any]], prefix: str = "") -> Iterator[tuple[str, list[Any], dict[str, Any]]]:
    """Every question, those inside others too, with its path and the list it stands in."""
    for question in questions:
        path = f"{prefix}{question.get('name')}"
        yield path, questions, question
        yield from _all(question.get("questions", []), f"{path}.")


def _spoken_of(rule: Mapping[str, Any]) -> Iterator[str]:
    """The names of the questions that a rule speaks of, among other texts."""
    return _strings({key: value for key, value in rule.items() if key not in ("rule", "id", "law", "message")})


def _strings(value: Any) -> Iterator[str]:
    """Every text in the value; of a path, such as `schema.giltig_fran`, its first step."""
    if isinstance(value, str):
        yield value.partition(".")[0]
    elif isinstance(value, Mapping):
        for inner in value.values():
            yield from _strings(inner)
    elif isinstance(value, (list, tuple)):
        for inner in value:
            yield from _strings(inner)
