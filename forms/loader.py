"""From files to forms: read TOML, put in the blocks, lay the municipality's overlays over, build and judge the whole."""

from collections.abc import Iterable, Mapping
from functools import cache, lru_cache
from pathlib import Path
from typing import Any, TypeAlias

from .blocks import expand, read_toml
from .definition import FormDefinition
from .errors import FormFileError, UnknownForm
from .overlay import Overlay, lay_over
from .reading import read_form

HERE = Path(__file__).parent
Overlays: TypeAlias = str | Path | Iterable[str | Path] | None
Stamped: TypeAlias = tuple[tuple[Path, int], ...]


def load_form(form_id: str, overlays: Overlays = None) -> FormDefinition:
    """The form called *form_id*, with the municipality's own files in *overlays* (a folder, or files) laid over it.

    Raises UnknownForm, FormFileError or LockedByLaw; their text is Swedish and names file, question and remedy.
    """
    return _load(form_id, _stamped(overlays))


def list_forms(overlays: Overlays = None) -> tuple[FormDefinition, ...]:
    """Every form that is switched on, in the order of their codes."""
    files = _stamped(overlays)
    layers = [_overlay(*file) for file in files]
    found = [_load(name, files) for name in {*shipped(), *_own(layers)} - _switched_off(layers)]
    return tuple(sorted(found, key=lambda form: form.code))


@cache
def shipped() -> tuple[str, ...]:
    """The ids of the forms that come with the package."""
    return tuple(sorted(path.stem for path in (HERE / "blanketter").glob("*.toml")))


def _stamped(overlays: Overlays) -> Stamped:
    """The overlay files that *overlays* stands for, in the order of their names, each with when it was last changed."""
    places = [overlays] if isinstance(overlays, (str, Path)) else overlays or ()
    found = [sorted(path.glob("*.toml")) if path.is_dir() else [path] for path in map(Path, places)]
    return tuple((path, path.stat().st_mtime_ns) for group in found for path in group if path.exists())


@lru_cache(256)
def _load(form_id: str, files: Stamped) -> FormDefinition:
    layers = [_overlay(*file) for file in files]
    own = _own(layers)
    known = tuple(sorted({*shipped(), *own}))
    for layer in layers:
        if layer.data.get("form", form_id) not in known:
            raise FormFileError(layer.line("form"), str(UnknownForm(str(layer.data["form"]), known)))
    off = _switched_off(layers)
    if form_id not in known or form_id in off:
        raise UnknownForm(form_id, tuple(name for name in known if name not in off))
    path = own[form_id].path if form_id in own else HERE / "blanketter" / f"{form_id}.toml"
    data = expand(own[form_id].data if form_id in own else read_toml(path), path.name)
    form = _named(path, data)
    for layer in (layer for layer in layers if layer.data.get("form") == form_id):  # each is judged by itself, so that a mistake is told with the file that made it
        data = lay_over(data, layer)
        form = _named(layer.path, data)
    return form


def _switched_off(layers: Iterable[Overlay]) -> set[str]:
    return {layer.data["form"] for layer in layers if layer.data.get("off") and "form" in layer.data}


def _own(layers: Iterable[Overlay]) -> dict[str, Overlay]:
    """The municipality's own forms by id. Raises FormFileError for an id that is taken."""
    found: dict[str, Overlay] = {}
    for layer in layers:
        form_id = layer.data.get("id")
        if form_id in shipped() or form_id in found:
            where, remedy = layer.line("id"), f'byt id, eller skriv form = "{form_id}" för att ändra den'
            raise FormFileError(where, f'blanketten "{form_id}" finns redan; {remedy}')
        if form_id is not None:
            found[form_id] = layer
    return found


def _named(path: Path, data: Mapping[str, Any]) -> FormDefinition:
    try:
        return read_form(data)
    except FormFileError as problem:
        raise type(problem)(path.name, str(problem)) from None


@lru_cache(256)
def _overlay(path: Path, stamp: int) -> Overlay:
    """The overlay in the file as it was at the time *stamp*."""
    data = read_toml(path)
    if ("form" in data) is ("id" in data):
        raise FormFileError(path.name, 'börja filen med form = "…" för att ändra en blankett, eller id = "…" för en egen')
    overlay = Overlay(path, data)
    for name, kind, words in (("form", str, "text"), ("id", str, "text"), ("off", bool, "true eller false")):
        if type(data.get(name, kind())) is not kind:
            raise FormFileError(overlay.line(name), f"skriv {name} som {words}, inte {data[name]!r}")
    return overlay
