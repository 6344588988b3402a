"""From files to forms: read TOML, put in the blocks, lay the municipality's overlays over, build and judge the
whole.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from functools import cache, lru_cache
from pathlib import Path
from typing import Any, TypeAlias

from ..definition.definition import FormDefinition
from ..errors import FormFileError, UnknownForm
from ..language.case_roles import ROLES, CasePart
from .locks import locks_of
from .overlay import lay_over
from .overlay_file import Overlay, read_overlay
from .read_case import read_case
from .read_form import read_form
from .toml_files import expand, read_toml

HERE = Path(__file__).parents[1]
Overlays: TypeAlias = str | Path | Iterable[str | Path] | None
Stamped: TypeAlias = tuple[tuple[Path, int], ...]


@dataclass(frozen=True)
class BrokenForm:
    """A form that cannot be used because of a mistake in a file of the municipality's; *problem* names file, place and
    remedy. Without *title* the file is about no form there is, and every form can be used."""

    id: str
    title: str
    problem: str


def load_form(form_id: str, overlays: Overlays = None) -> FormDefinition:
    """The form called *form_id*, with the municipality's own files in *overlays* (a folder, or files) laid over it.

    Raises UnknownForm, FormFileError or LockedByLaw; their text is Swedish and names file, question and remedy. Files
    about other forms are not judged.
    """
    files = _stamped(overlays)
    known = _known(files)
    if form_id not in known:
        raise UnknownForm(form_id, known)
    made = _outcome(form_id, _about(form_id, files))
    if isinstance(made, FormFileError):
        raise type(made)("", str(made))  # a new one, since the kept one would gather traces
    return made


def list_forms(overlays: Overlays = None) -> tuple[FormDefinition, ...]:
    """Every form that is switched on and can be used, in the order of their codes."""
    files = _stamped(overlays)
    found = [_outcome(name, _about(name, files)) for name in _known(files)]
    return tuple(sorted((form for form in found if isinstance(form, FormDefinition)), key=lambda form: form.code))


def broken_forms(overlays: Overlays = None) -> tuple[BrokenForm, ...]:
    """What `list_forms` leaves out because of a mistake, and files about no form there is."""
    files = _stamped(overlays)
    outcomes = {name: _outcome(name, _about(name, files)) for name in _known(files)}
    broken = [
        BrokenForm(name, _title(name, files), str(made))
        for name, made in outcomes.items()
        if isinstance(made, FormFileError)
    ]
    return (*broken, *(BrokenForm("", "", str(problem)) for problem in _astray(files)))


@cache
def shipped() -> tuple[str, ...]:
    """The ids of the forms that come with the package."""
    return tuple(sorted(path.stem for path in (HERE / "blanketter").glob("*.toml")))


def case_parts(overlays: Overlays = None) -> Mapping[str, CasePart]:
    """What each form tells its case, by the form's id: the shipped first, and those that are switched off too, since
    their documents are there.
    """
    return _parts(tuple(file for file in _stamped(overlays) if read_overlay(*file).own))


@lru_cache(16)
def _parts(own: Stamped) -> Mapping[str, CasePart]:
    names = dict.fromkeys((*shipped(), *sorted(read_overlay(*file).about for file in own)))
    made = {name: _outcome(name, () if name in shipped() else _about(name, own)) for name in names}
    parts = {name: form.case for name, form in made.items() if isinstance(form, FormDefinition) and form.case}
    broken = (name for name, form in made.items() if not isinstance(form, FormDefinition))
    return parts | {name: part for name in broken if (part := _told_by_broken(name, own))}


def _told_by_broken(form_id: str, own: Stamped) -> CasePart | None:
    """What a form that has a mistake says that it tells, as it is written: a withdrawal counts while a file waits to be
    mended.
    """
    told = next((dict(read_overlay(*file).data).get("case") for file in _about(form_id, own)), None)
    if not isinstance(told, dict) or told.get("role") not in ROLES or not isinstance(told.get("tells"), dict):
        return None
    return CasePart(told["role"], {str(term): str(name) for term, name in told["tells"].items()})


def _stamped(overlays: Overlays) -> Stamped:
    """The overlay files that *overlays* stands for, in the order of their names, each with when it was last changed."""
    places = [overlays] if isinstance(overlays, (str, Path)) else overlays or ()
    found = [sorted(path.glob("*.toml")) if path.is_dir() else [path] for path in map(Path, places)]
    return tuple((path, path.stat().st_mtime_ns) for group in found for path in group if path.exists())


def _about(form_id: str, files: Stamped) -> Stamped:
    return tuple(file for file in files if read_overlay(*file).about == form_id)


def _every(files: Stamped) -> set[str]:
    """The ids of all forms, the municipality's own and those that are switched off too."""
    layers = [read_overlay(*file) for file in files]
    return {*shipped(), *(layer.about for layer in layers if layer.own and layer.about)}


def _known(files: Stamped) -> tuple[str, ...]:
    """The ids of the forms that are switched on."""
    off = {layer.about for layer in (read_overlay(*file) for file in files) if layer.data.get("off") is True}
    return tuple(sorted(_every(files) - off))


def _astray(files: Stamped) -> Iterable[FormFileError]:
    """What is wrong with files that are about no form there is."""
    every = tuple(sorted(_every(files)))
    for layer in (read_overlay(*file) for file in files):
        if layer.about not in every:
            yield layer.problem or FormFileError(layer.line("form"), str(UnknownForm(layer.about, every)))


def _title(form_id: str, files: Stamped) -> str:
    """What the form is called where it cannot be used."""
    if form_id in shipped() and isinstance(form := _outcome(form_id, ()), FormDefinition):
        return form.title
    titles = (read_overlay(*file).data.get("title") for file in _about(form_id, files))
    return next((title for title in titles if isinstance(title, str)), form_id)


@lru_cache(256)
def _outcome(form_id: str, files: Stamped) -> FormDefinition | FormFileError:
    """The form that the files about it make, or what is wrong with them: both are kept."""
    try:
        return _made(form_id, [read_overlay(*file) for file in files])
    except FormFileError as problem:
        return problem.with_traceback(None)


def _made(form_id: str, layers: list[Overlay]) -> FormDefinition:
    if problem := next((layer.problem for layer in layers if layer.problem), None):
        raise problem
    own = [layer for layer in layers if layer.own]
    for layer in own if form_id in shipped() else own[1:]:
        remedy = f'byt id, eller skriv form = "{form_id}" för att ändra den'
        raise FormFileError(layer.line("id"), f'blanketten "{form_id}" finns redan; {remedy}')
    path = own[0].path if own else HERE / "blanketter" / f"{form_id}.toml"
    data = expand(own[0].data if own else read_toml(path), path.name)
    told = data.pop("case", None)  # beside the snapshot: a saved form is what it asked, whatever a case goes by today
    form = _named(path, data)
    case = None if told is None else _case(path, told, form)
    for layer in (
        layer for layer in layers if not layer.own
    ):  # each is judged by itself, so that a mistake is told with the file that made it
        data = lay_over(data, layer, locks_of(form))
        form = _named(layer.path, data)
    return replace(form, case=case) if case else form


def _case(path: Path, told: Any, form: FormDefinition) -> CasePart:
    try:
        return read_case(told, form)
    except FormFileError as problem:
        raise FormFileError(path.name, str(problem)) from None


def _named(path: Path, data: Mapping[str, Any]) -> FormDefinition:
    try:
        return read_form(data)
    except FormFileError as problem:
        raise type(problem)(path.name, str(problem)) from None
