"""From files to forms: read TOML, put in the blocks, lay the municipality's overlays over, build and judge the whole."""

import re
import tomllib
from collections.abc import Iterable, Mapping
from copy import deepcopy
from functools import cache, lru_cache
from pathlib import Path
from typing import Any

from .definition import FormDefinition
from .errors import FormFileError, UnknownForm
from .kinds import KINDS
from .overlay import Overlay, lay_over
from .reading import read_form

HERE = Path(__file__).parent


def load_form(form_id: str, overlays: str | Path | Iterable[str | Path] | None = None) -> FormDefinition:
    """The form called *form_id*, with the municipality's own files in *overlays* (a folder, or files) laid over it.

    Raises UnknownForm, FormFileError or LockedByLaw; their text is Swedish and names file, question and remedy.
    """
    files = overlay_files(overlays)
    stamps = tuple((path, path.stat().st_mtime_ns) for path in files)
    return _load(form_id, stamps)


def list_forms(overlays: str | Path | Iterable[str | Path] | None = None) -> tuple[FormDefinition, ...]:
    """Every form that is switched on, in the order of their codes."""
    files = overlay_files(overlays)
    own = {overlay.data["id"] for overlay in map(_overlay, files) if "id" in overlay.data}
    off = {overlay.data["form"] for overlay in map(_overlay, files) if overlay.data.get("off")}
    found = [load_form(name, files) for name in sorted(({*shipped()} | own) - off)]
    return tuple(sorted(found, key=lambda form: form.code))


@cache
def shipped() -> tuple[str, ...]:
    """The ids of the forms that come with the package."""
    return tuple(sorted(path.stem for path in (HERE / "blanketter").glob("*.toml")))


def overlay_files(overlays: str | Path | Iterable[str | Path] | None) -> tuple[Path, ...]:
    """The overlay files that *overlays* stands for, in the order of their names."""
    if overlays is None:
        return ()
    places = [overlays] if isinstance(overlays, (str, Path)) else list(overlays)
    found = [sorted(path.glob("*.toml")) if path.is_dir() else [path] for path in map(Path, places)]
    return tuple(path for group in found for path in group if path.exists())


@lru_cache(256)
def _load(form_id: str, stamps: tuple[tuple[Path, int], ...]) -> FormDefinition:
    layers = [_overlay(path) for path, _ in stamps]
    changes = [layer for layer in layers if layer.data.get("form") == form_id]
    own = next((layer for layer in layers if layer.data.get("id") == form_id), None)
    known = tuple(sorted({*shipped()} | {str(layer.data["id"]) for layer in layers if "id" in layer.data}))
    for layer in layers:
        if layer.data.get("form", form_id) not in known:
            raise UnknownForm(str(layer.data["form"]), known)
    if form_id not in known or any(layer.data.get("off") for layer in changes):
        raise UnknownForm(form_id, known)
    path = own.path if own else HERE / "blanketter" / f"{form_id}.toml"
    data = expand(own.data if own else read_toml(path), path.name)
    for layer in changes:
        data = lay_over(data, layer)
    return _named(path, data)


def _named(path: Path, data: Mapping[str, Any]) -> FormDefinition:
    try:
        return read_form(data)
    except FormFileError as problem:
        raise type(problem)(path.name, str(problem)) from None


def read_toml(path: Path) -> dict[str, Any]:
    """The file's data; FormFileError when it cannot be read as UTF-8 TOML."""
    try:
        return tomllib.loads(path.read_text("utf-8"))
    except (OSError, UnicodeDecodeError) as problem:
        raise FormFileError(path.name, f"filen går inte att läsa som text i UTF-8 ({problem})") from None
    except tomllib.TOMLDecodeError as problem:
        line = re.search(r"line (\d+)", str(problem))
        place = f"rad {line[1]}" if line else "slutet av filen"
        raise FormFileError(path.name, f"kontrollera {place}; filen går inte att läsa som TOML") from None


def _overlay(path: Path) -> Overlay:
    data = read_toml(path)
    if ("form" in data) is ("id" in data):
        raise FormFileError(path.name, 'börja filen med form = "…" för att ändra en blankett, eller id = "…" för en egen')
    return Overlay(path, data)


def expand(data: Mapping[str, Any], where: str) -> dict[str, Any]:
    """The form's data with every block put in and every nested question's audience written out."""
    made = deepcopy(dict(data))
    for section in made.get("sections", []):
        if not isinstance(section, dict) or not isinstance(section.get("questions"), list):
            raise FormFileError(where, "skriv varje del som [[sections]] med [[sections.questions]]")
        section["questions"] = [q for entry in section["questions"] for q in _entry(entry, where)]
    return made


def _entry(entry: Any, where: str) -> list[dict[str, Any]]:
    if not isinstance(entry, dict):
        raise FormFileError(where, f"skriv frågan som en tabell, inte {entry!r}")
    questions = _block(entry, where) if "block" in entry else [entry]
    return [_inherit(question) for question in questions]


def _block(entry: Mapping[str, Any], where: str) -> list[dict[str, Any]]:
    if rest := set(entry) - {"block", "only", "signed", "change"}:
        raise FormFileError(where, f'blocket "{entry["block"]}" kan inte ha nyckeln "{min(rest)}"')
    questions = {q["name"]: dict(q) for q in block(str(entry["block"]), where)}
    chosen = entry.get("only", list(questions))
    for name in (*chosen, *entry.get("signed", ()), *entry.get("change", ())):
        if name not in questions:
            raise FormFileError(where, f'blocket "{entry["block"]}" har ingen fråga "{name}"; välj bland {", ".join(questions)}')
    for name in entry.get("signed", ()):
        questions[name]["signed"] = True
    for name, change in entry.get("change", {}).items():
        questions[name] |= change
    return [questions[name] for name in chosen]


def block(name: str, where: str) -> list[dict[str, Any]]:
    """The questions of `forms/block/<name>.toml`, as fresh data."""
    path = HERE / "block" / f"{name}.toml"
    if not name.isidentifier() or not path.exists():
        raise FormFileError(where, f'blocket "{name}" finns inte; välj bland {", ".join(sorted(p.stem for p in path.parent.glob("*.toml")))}')
    return deepcopy(_block_data(path))


@cache
def _block_data(path: Path) -> list[dict[str, Any]]:
    questions: list[dict[str, Any]] = read_toml(path)["questions"]
    return questions


def _inherit(question: dict[str, Any], above: Mapping[str, Any] | None = None) -> dict[str, Any]:
    """Inside another question, audience and signed are the outer one's unless they are given."""
    if above is not None:
        question = {"audience": above.get("audience", ["kommun"]), "signed": above.get("signed", False)} | question
    kind = KINDS.get(str(question.get("kind")))
    if kind is not None and kind.usual and "questions" not in question:
        question = question | {"questions": block(kind.usual, question["name"])}
    if isinstance(question.get("questions"), list):
        question = question | {"questions": [_inherit(inner, question) for inner in question["questions"]]}
    return question
