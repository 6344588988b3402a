"""Form files as data: read as TOML, with the blocks that forms share put in."""

import re
import tomllib
from collections.abc import Mapping
from copy import deepcopy
from functools import cache
from pathlib import Path
from typing import Any

from ..errors import FormFileError
from ..kinds import KINDS

BLOCKS = Path(__file__).parents[1] / "block"


def read_toml(path: Path) -> dict[str, Any]:
    """The file's data; FormFileError when it cannot be read as TOML in UTF-8."""
    try:
        return tomllib.loads(path.read_bytes().decode("utf-8-sig"))
    except OSError:
        raise FormFileError(path.name, "kontrollera filen; den går inte att öppna") from None
    except UnicodeDecodeError as problem:
        line = problem.object[: problem.start].count(b"\n") + 1
        raise FormFileError(f"{path.name}, rad {line}", "spara filen som UTF-8; tecken går inte att läsa") from None
    except tomllib.TOMLDecodeError as problem:
        found = re.search(r"line (\d+)", str(problem))
        place = f"rad {found[1]}" if found else "sista raden"
        raise FormFileError(f"{path.name}, {place}", "kontrollera raden; filen går inte att läsa som TOML") from None


def expand(data: Mapping[str, Any], where: str) -> dict[str, Any]:
    """The form's data with every block put in and every nested question's audience written out."""
    made = deepcopy(dict(data))
    sections = made.get("sections", [])
    for section in sections if isinstance(sections, list) else [None]:
        if not isinstance(section, dict) or not isinstance(section.get("questions"), list):
            raise FormFileError(where, "skriv varje del som [[sections]] med [[sections.questions]]")
        section["questions"] = [q for entry in section["questions"] for q in _entry(entry, where)]
    return made


def _entry(entry: Any, where: str) -> list[dict[str, Any]]:
    if not isinstance(entry, dict):
        raise FormFileError(where, f"skriv frågan som en tabell, inte {entry!r}")
    questions = _block(entry, where) if "block" in entry else [entry]
    return [_inherit(question, where) for question in questions]


def _block(entry: Mapping[str, Any], where: str) -> list[dict[str, Any]]:
    name = str(entry["block"])
    here = f'{where}: blocket "{name}"'
    if rest := set(entry) - {"block", "only", "signed", "change"}:
        raise FormFileError(here, f'nyckeln "{min(rest)}" finns inte; välj bland only, signed, change')
    questions = {question["name"]: question for question in block(name, where)}
    only, signed, change = entry.get("only", list(questions)), entry.get("signed", []), entry.get("change", {})
    if not (isinstance(only, list) and isinstance(signed, list) and isinstance(change, dict)):
        raise FormFileError(here, "skriv only och signed som listor av namn, och change som en tabell")
    for chosen in (*only, *signed, *change):
        if chosen not in questions:
            raise FormFileError(here, f'det finns ingen fråga "{chosen}"; välj bland {", ".join(questions)}')
        if chosen not in only:
            raise FormFileError(here, f'lägg till "{chosen}" i only; frågan är inte vald')
    for chosen in signed:
        questions[chosen]["signed"] = True
    for chosen, keys in change.items():
        if not isinstance(keys, dict):
            raise FormFileError(here, f"skriv change.{chosen} som en tabell med nycklar")
        questions[chosen] |= keys
    return [questions[chosen] for chosen in only]


def block(name: str, where: str) -> list[dict[str, Any]]:
    """The questions of `forms/block/<name>.toml`, as fresh data."""
    path = BLOCKS / f"{name}.toml"
    if not name.isidentifier() or not path.exists():
        known = ", ".join(sorted(other.stem for other in BLOCKS.glob("*.toml")))
        raise FormFileError(where, f'blocket "{name}" finns inte; välj bland {known}')
    return deepcopy(_block_data(path))


@cache
def _block_data(path: Path) -> list[dict[str, Any]]:
    questions: list[dict[str, Any]] = read_toml(path)["questions"]
    return questions


def _inherit(question: dict[str, Any], where: str, above: Mapping[str, Any] | None = None) -> dict[str, Any]:
    """Inside another question, audience and signed are the outer one's unless they are given."""
    if above is not None:
        question = {"audience": above.get("audience", ["kommun"]), "signed": above.get("signed", False)} | question
    kind = KINDS.get(str(question.get("kind")))
    if kind is not None and kind.usual and "questions" not in question:
        question = question | {"questions": block(kind.usual, where)}
    if isinstance(question.get("questions"), list):
        inside = [_inherit(q, where, question) if isinstance(q, dict) else q for q in question["questions"]]
        question = question | {"questions": inside}
    return question
