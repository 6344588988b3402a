"""The programmes there are: those that come with the package, and the municipality's own."""

from functools import cache, lru_cache
from pathlib import Path
from typing import TypeAlias

from ..errors import FormFileError, UnknownProgramme
from ..loading.toml_files import read_toml
from .definition import Gate, Programme, read_gates, read_programme

HERE = Path(__file__).parents[1]
FOLDER = "programmes"
Stamped: TypeAlias = tuple[tuple[Path, int], ...]


def load_programme(programme_id: str, own: Path | None = None) -> Programme:
    """The programme of that id; a file of the municipality's in the folder *own* goes before ours with the same name.

    Raises UnknownProgramme, or FormFileError naming file, part and remedy.
    """
    for path, stamp in _files(own):
        if path.stem == programme_id:
            return _read(path, stamp)
    raise UnknownProgramme(programme_id, tuple(path.stem for path, _ in _files(own)))


def list_programmes(own: Path | None = None) -> tuple[Programme, ...]:
    """Every programme, by title; a municipality's file with a mistake is left out, and told of by
    `broken_programmes`.
    """
    made = [programme for path, stamp in _files(own) if isinstance(programme := _outcome(path, stamp), Programme)]
    return tuple(sorted(made, key=lambda programme: programme.title.casefold()))


def broken_programmes(own: Path | None = None) -> tuple[str, ...]:
    """What is wrong in the files that `list_programmes` leaves out."""
    return tuple(problem for path, stamp in _files(own) if isinstance(problem := _outcome(path, stamp), str))


@cache
def common_gates() -> tuple[Gate, ...]:
    """The gates that every programme with steps has."""
    return read_gates(read_toml(HERE / "common_gates.toml")["gates"], "gates")


def _files(own: Path | None) -> Stamped:
    """One file for each id, in the order of their names."""
    folders = [HERE / FOLDER, *([own] if own is not None and own.is_dir() else [])]
    found = {path.stem: path for folder in folders for path in sorted(folder.glob("*.toml"))}
    return tuple((path, path.stat().st_mtime_ns) for _, path in sorted(found.items()))


def _outcome(path: Path, stamp: int) -> Programme | str:
    try:
        return _read(path, stamp)
    except FormFileError as problem:
        return str(problem)


@lru_cache(512)
def _read(path: Path, stamp: int) -> Programme:
    data = read_toml(path)
    try:
        programme = read_programme(data, common_gates() if data.get("steps") else ())
    except FormFileError as problem:
        raise FormFileError(path.name, str(problem)) from None
    if programme.id != path.stem:
        raise FormFileError(path.name, f'skriv id = "{path.stem}", som filen heter, eller byt namn på filen')
    return programme
