"""The accessibility statement: our words, with what the municipality has changed put over them."""

import tomllib
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from ...schemas.words import fill, placeholders
from ..errors import SetupError
from ..installation.state import Mounted

FILE = "tillganglighet.toml"
OURS = Path(__file__).parents[1] / FILE


@dataclass(frozen=True)
class StatementItem:
    """One of the eleven things the statement must say."""

    title: str
    paragraphs: tuple[str, ...]


def read_statement(mounted: Mounted) -> tuple[StatementItem, ...]:
    """The eleven items, in order. Raises SetupError naming the file and the key that is wrong."""
    statement = tomllib.loads(OURS.read_text("utf-8"))
    local = mounted.folder / FILE
    if local.exists():
        _change(statement, _read(local), local)
    values = {"kommun": mounted.settings.kommun, "email": mounted.settings.email, "phone": mounted.settings.phone}
    values |= statement.pop("values")
    return tuple(StatementItem(item["title"], _paragraphs(item["text"], values)) for item in statement.values())


def _read(path: Path) -> dict[str, Any]:
    try:
        return tomllib.loads(path.read_text("utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise SetupError(f"Correct {path}: {error}.") from error


def _change(statement: dict[str, Any], changes: dict[str, Any], path: Path) -> None:
    known = {"kommun", "email", "phone", *statement["values"]}
    for item, keys in changes.items():
        if item not in statement or not isinstance(keys, dict):
            raise SetupError(f"Remove {item} from {path}: the sections are {', '.join(statement)}.")
        for key, value in keys.items():
            if key not in statement[item]:
                raise SetupError(f"Remove {item}.{key} from {path}: there is only {', '.join(statement[item])}.")
            if not isinstance(value, str):
                raise SetupError(f"Write {item}.{key} in {path} as text within quotes.")
            if unknown := placeholders(value) - known:
                raise SetupError(f"Remove {{{min(unknown)}}} from {item}.{key} in {path}: there is no such value.")
            statement[item][key] = value


def _paragraphs(text: str, values: dict[str, Any]) -> tuple[str, ...]:
    filled = (" ".join(fill(part, values).split()) for part in text.strip().split("\n\n"))
    return tuple(part for part in filled if part)
