"""The municipality's own letterhead for Word: two files beside the forms, read anew when they change."""

import logging
from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from ...forms.definition.revealing import shipped
from ...schemas.validators import revealing_words
from ..errors import SetupError

if TYPE_CHECKING:
    from ...forms.language.context import Letterhead

OWN, NEUTRAL = "brevhuvud.docx", "brevhuvud-neutralt.docx"
MOST_BYTES = 10_000_000
log = logging.getLogger("stegvis")


@dataclass(frozen=True)
class Stationery:
    """The letterheads that may be used, and what is wrong with the others."""

    word: bytes = b""
    word_neutral: bytes = b""
    problems: tuple[str, ...] = ()


@dataclass(frozen=True)
class Paper:
    """Who sends the documents, and the folder where the letterheads lie."""

    sender: "Letterhead"
    folder: Path
    revealing: tuple[str, ...]

    @property
    def letterhead(self) -> "Letterhead":
        """The sender with the letterheads as of now."""
        return with_stationery(self.sender, self.folder, self.revealing)

    @property
    def problems(self) -> tuple[str, ...]:
        """What is wrong with the letterheads now."""
        return stationery(self.folder, self.sender, self.revealing).problems


def must_be_neutral(letterhead: "Letterhead", revealing: tuple[str, ...]) -> "Letterhead":
    """The letterhead, if the unit's neutral name is neutral: an employer reads it. Raises SetupError."""
    word = next(revealing_words(letterhead.anordnare, revealing or shipped()), None)
    if word is None:
        return letterhead
    raise SetupError(f"Choose another neutral name than {letterhead.anordnare!r}: {word!r} tells an employer too much.")


def stationery(folder: Path, sender: "Letterhead", revealing: tuple[str, ...]) -> Stationery:
    """The letterheads of the folder; one that cannot be used is left out, and ours is used instead."""
    return _read(folder, _stamp(folder / OWN), _stamp(folder / NEUTRAL), (sender.namnd, sender.enhet), revealing)


def with_stationery(sender: "Letterhead", folder: Path, revealing: tuple[str, ...]) -> "Letterhead":
    """The sender with the letterheads of the folder."""
    found = stationery(folder, sender, revealing)
    return replace(sender, word=found.word or sender.word, word_neutral=found.word_neutral or sender.word_neutral)


def revealing_in(words: str, names: tuple[str, ...], revealing: tuple[str, ...]) -> str:
    """What an employer must not read among the words of a neutral letterhead; empty when there is nothing."""
    named = next((name for name in names if name and name.casefold() in words.casefold()), None)
    return named or next(revealing_words(words, revealing or shipped()), None) or ""


def neutral_problem(data: bytes, names: tuple[str, ...], revealing: tuple[str, ...]) -> str:
    """Why the letterhead must not stand on an employer's copy; empty when it may."""
    _, words = _judging()
    found = revealing_in(words(data), names, revealing)
    return (
        f"Ta bort ”{found}” ur det neutrala brevhuvudet. Det berättar för mycket för en arbetsgivare." if found else ""
    )


def _stamp(path: Path) -> tuple[int, int] | None:
    try:
        status = path.stat()
    except OSError:
        return None
    return status.st_mtime_ns, status.st_size


@lru_cache(16)
def _read(
    folder: Path,
    own: tuple[int, int] | None,
    neutral: tuple[int, int] | None,
    names: tuple[str, ...],
    revealing: tuple[str, ...],
) -> Stationery:
    """The stamps tell one content of the files from another; a mistake is told of in the log once for each."""
    problems: list[str] = []
    word = _usable(folder / OWN, problems) if own else b""
    word_neutral = _usable(folder / NEUTRAL, problems) if neutral else b""
    if word_neutral and (why := neutral_problem(word_neutral, names, revealing)):
        problems.append(f"{NEUTRAL}: {why}")
        word_neutral = b""
    for each in problems:
        log.error("letterhead: %s", each)
    return Stationery(word, word_neutral, tuple(problems))


def _usable(path: Path, problems: list[str]) -> bytes:
    problem, _ = _judging()
    try:
        with path.open("rb") as opened:
            data = opened.read(MOST_BYTES + 1)
        why = problem(data)
    except OSError as error:
        data, why = b"", f"Filen går inte att öppna (fel {error.errno})."
    if why:
        problems.append(f"{path.name}: {why}")
    return b"" if why else data


def _judging() -> tuple[Callable[[bytes], str], Callable[[bytes], str]]:
    """What says why a letterhead cannot be used, and which words it has."""
    from ...exporters.word.judging import problem, words  # with it comes python-docx, for those who have a letterhead

    return problem, words
