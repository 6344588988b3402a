"""One file of the municipality's own: which form it is about, what it holds, and on which line."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import lru_cache
from pathlib import Path
from typing import Any

from ..errors import FormFileError
from .toml_files import read_toml

ABOUT = re.compile(r"""\s*(form|id)\s*=\s*["']([^"']*)["']""")


@dataclass(frozen=True)
class Overlay:
    """The file and its data. *about* is the form's id, empty when none can be read; *own* says that the form is the
    municipality's. With a *problem* the file cannot be used."""

    path: Path
    data: Mapping[str, Any]
    about: str = ""
    own: bool = False
    problem: FormFileError | None = None

    def line(self, key: str) -> str:
        """File and line of a key at the top of the file."""
        return self._at(self._line(rf"\s*\[*\s*{re.escape(key)}\b", 1))

    def where(self, table: str, name: str, key: str = "") -> str:
        """File and line of `[table.name]`, or of a key in it."""
        quoted = rf"[\"']?{re.escape(name)}[\"']?"
        start = self._line(rf"\s*\[+\s*{table}\s*\.\s*{quoted}\s*[\].]", 0) or self._line(rf".*{quoted}", 1)
        return self._at(self._line(rf"\s*[\"']?{re.escape(key)}[\"']?\s*=", start, start) if key else start)

    def _line(self, pattern: str, otherwise: int, after: int = 0) -> int:
        """The first line from *after* that begins like the pattern, in the same table if *after* is given."""
        lines = self.path.read_text("utf-8-sig").splitlines()
        for number, line in enumerate(lines[after:], after + 1):
            if re.match(pattern, line):
                return number
            if after and line.lstrip().startswith("["):
                break
        return otherwise

    def _at(self, line: int) -> str:
        return f"{self.path.name}, rad {line}"


@lru_cache(256)
def read_overlay(path: Path, stamp: int) -> Overlay:
    """The overlay in the file as it was at the time *stamp*. Never raises: what is wrong is kept as its problem."""
    try:
        data = read_toml(path)
    except FormFileError as problem:
        kind, about = _told(path)
        return Overlay(path, {}, about, kind == "id", problem.with_traceback(None))
    kind = "form" if "form" in data else "id"
    about = data.get(kind, "")
    overlay = Overlay(path, data, about if isinstance(about, str) else "", kind == "id" and kind in data)
    return replace(overlay, problem=_problem(overlay))


def _told(path: Path) -> tuple[str, str]:
    """Key and id from the first lines of a file that cannot be read as a whole."""
    try:
        lines = path.read_bytes().decode("utf-8-sig", "replace").splitlines()
    except OSError:
        return "", ""
    for line in lines:
        if line.lstrip().startswith("["):
            break
        if found := ABOUT.match(line):
            return found[1], found[2]
    return "", ""


def _problem(overlay: Overlay) -> FormFileError | None:
    data = overlay.data
    if ("form" in data) is ("id" in data):
        return FormFileError(
            overlay.path.name, 'börja filen med form = "…" för att ändra en blankett, eller id = "…" för en egen'
        )
    for name, kind, words in (("form", str, "text"), ("id", str, "text"), ("off", bool, "true eller false")):
        if type(data.get(name, kind())) is not kind:
            return FormFileError(overlay.line(name), f"skriv {name} som {words}, inte {data[name]!r}")
    return None
