"""Scans of what was signed on paper, held against the document by the code on each page."""

import json
import subprocess
import sys
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from importlib.util import find_spec
from typing import Any

from ...exporters.page_code import PageCode, read_code
from .errors import SigningError

PATIENCE = 90
"""Seconds that reading may take."""
KINDS = (b"%PDF-", b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff", b"II*\x00", b"MM\x00*")


class NotAScan(SigningError):
    """A file that is no scan; the message says which, and what to choose."""


@dataclass(frozen=True)
class Leaf:
    """One scanned side: in which file (from 1) and where in it (from 1), its code if it has one, and whether it is
    white.
    """

    file: int
    page: int
    code: PageCode | None = None
    white: bool = False

    @property
    def where(self) -> str:
        """Where it is, for people."""
        return f"fil {self.file}, sida {self.page}"


@dataclass(frozen=True)
class Matched:
    """What the scans are. *problems* must be mended before they count; *notes* are good to know."""

    leaves: tuple[Leaf, ...]
    problems: tuple[str, ...]
    notes: tuple[str, ...] = ()

    @property
    def complete(self) -> bool:
        """Whether every page of the document is there, and nothing else."""
        return not self.problems


def match(files: Sequence[bytes], expected: PageCode) -> Matched:
    """The scans held against the document, version and words in *expected*. Raises NotAScan."""
    if missing := [name for name in ("pypdfium2", "zxingcpp") if find_spec(name) is None]:
        raise NotAScan(f"Be IT installera stegvis[signing]. Skanningar kan inte läsas här ännu ({missing[0]} saknas).")
    leaves = tuple(_read(files))
    ours = [leaf for leaf in leaves if leaf.code is not None and _same(leaf.code, expected)]
    problems = [*_strange(leaves, expected), *_missing(ours)]
    white = [leaf.where for leaf in leaves if leaf.white]
    notes = (f"Tomma sidor räknas inte: {'; '.join(white)}.",) if white else ()
    return Matched(leaves, tuple(problems), notes)


def _same(code: PageCode, expected: PageCode) -> bool:
    return (code.document_id, code.version, code.mark) == (expected.document_id, expected.version, expected.mark)


def _strange(leaves: Iterable[Leaf], expected: PageCode) -> Iterator[str]:
    """What is said of each side that is not a page of the document."""
    for leaf in leaves:
        code = leaf.code
        if code is None:
            if not leaf.white:
                yield (
                    f"Skanna om {leaf.where}. Det finns ingen kod att läsa där. Lägg papperet rakt och med hela "
                    "nederkanten på glaset."
                )
        elif code.document_id != expected.document_id:
            yield f"Ta bort {leaf.where}. Den hör till en annan handling."
        elif code.version != expected.version:
            yield (
                f"Ta bort {leaf.where}. Den är version {code.version} av handlingen, och den här är version "
                f"{expected.version}."
            )
        elif code.mark != expected.mark:
            yield (
                f"Ta bort {leaf.where}. Den har märket {code.words}, och den här handlingen har {expected.words}. "
                "Orden är inte desamma."
            )


def _missing(ours: Sequence[Leaf]) -> Iterator[str]:
    """The pages that are not there, and those that are there too often: several counterparts are all whole."""
    counts = Counter(leaf.code.page for leaf in ours if leaf.code)
    pages = max((leaf.code.pages for leaf in ours if leaf.code), default=0)
    if not pages:
        yield "Välj skanningen av den här handlingen. Ingen av sidorna hör till den."
    for page in range(1, pages + 1):
        if not counts[page]:
            yield f"Skanna också sida {page} av {pages}. Den saknas."
    if len(set(counts.values())) > 1:
        twice = ", ".join(str(page) for page, count in sorted(counts.items()) if count > min(counts.values()))
        yield f"Ta bort det som är dubbelt. Sida {twice} finns fler gånger än de andra."


def _read(files: Sequence[bytes]) -> Iterator[Leaf]:
    for number, data in enumerate(files, 1):
        if not data.startswith(KINDS):
            raise NotAScan(f"Välj en PDF eller en bild (PNG, JPEG eller TIFF). Fil {number} är något annat.")
    for found in _in_a_process_of_its_own(files):
        number = found["file"] + 1
        if found.get("problem") == "large":
            raise NotAScan(f"Skanna med lägre upplösning eller färre sidor. Fil {number} är för stor.")
        if "problem" in found:
            raise NotAScan(f"Skanna om, eller spara filen på nytt. Fil {number} går inte att läsa.")
        codes = [code for text in found["codes"] if (code := read_code(text))]
        yield Leaf(number, found["page"], codes[0] if codes else None, found["white"])


def _in_a_process_of_its_own(files: Sequence[bytes]) -> list[Any]:
    command = [sys.executable, "-m", "stegvis.plugin.signing.scan_reader", *(str(len(data)) for data in files)]
    try:
        done = subprocess.run(command, input=b"".join(files), capture_output=True, timeout=PATIENCE, check=True)
        found: list[Any] = json.loads(done.stdout)
    except (subprocess.SubprocessError, ValueError) as error:
        raise NotAScan("Skanna om, eller dela upp filerna. De går inte att läsa.") from error
    return found
