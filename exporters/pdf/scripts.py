"""Other scripts than Latin, Greek and Cyrillic: fonts and letter shaping from the optional extra `scripts`."""

import unicodedata
from collections.abc import Callable
from functools import cache
from importlib.util import find_spec
from itertools import groupby
from operator import itemgetter
from pathlib import Path

from .typeface import Typeface

# Scripts that need a shaping engine to be legible (Devanagari, Khmer …) are left out: better said than shown wrong.
FILES = ("", "Arabic", "Hebrew", "Ethiopic", "Armenian", "Georgian", "Thai", "Lao", "Symbols")
RIGHT_TO_LEFT = frozenset(("R", "AL"))
UNASSIGNED = "?"  # characters too new for this Python, which the reordering refuses
OPEN_ENDED = frozenset(("R", "AL", "AN", "NSM"))


@cache
def fallbacks() -> tuple[Typeface, ...]:
    """The fonts to look in, in order, for what the document's own font lacks; none without the extra."""
    found = find_spec("manimgx_fonts")
    if found is None or found.origin is None or not can_reorder():
        return ()
    folder = Path(found.origin).parent
    paths = [folder / f"NotoSans{name}[wght].ttf" for name in FILES] + [folder / "NotoEmoji[wght].ttf"]
    return tuple(Typeface(path, preset="") for path in paths if path.exists())


@cache
def fallback(character: str) -> Typeface | None:
    """The font that has a character, or None."""
    return next((typeface for typeface in fallbacks() if character in typeface.characters), None)


@cache
def can_reorder() -> bool:
    """Whether the libraries that shape and order right-to-left text are installed."""
    return all(find_spec(name) for name in ("bidi", "arabic_reshaper"))


def spans(line: str) -> list[tuple[str, str]]:
    """The line as (as written, as drawn from left to right) pieces; only right-to-left pieces differ."""
    classes = [unicodedata.bidirectional(character) or UNASSIGNED for character in line]
    if RIGHT_TO_LEFT.isdisjoint(classes) or not can_reorder():
        return [(line, line)]
    first = next((kind for kind in classes if kind in RIGHT_TO_LEFT or kind == "L"), "L")
    if first != "L" and UNASSIGNED not in classes:  # the whole line reads from the right
        return [(line, _drawn(line))]
    pieces = []
    for right, run in groupby(zip(line, _directions(classes), strict=True), key=itemgetter(1)):
        text = "".join(character for character, _ in run)
        pieces.append((text, _drawn(text) if right else text))
    return pieces


def _directions(classes: list[str]) -> list[bool]:
    """Whether each character belongs to a right-to-left run; what stands between two such letters goes with them."""
    right = [kind in OPEN_ENDED for kind in classes]
    last = None
    for place, kind in enumerate(classes):
        if right[place]:
            if last is not None:
                right[last:place] = [True] * (place - last)
            last = place
        elif kind in ("L", UNASSIGNED):
            last = None
    return right


def _drawn(text: str) -> str:
    reshape, get_display = _shaping()
    joined = reshape(text)
    seen = "".join(character for character in joined if unicodedata.category(character) != "Cf")
    ordered = get_display(seen, base_dir="R")
    return ordered if isinstance(ordered, str) else ordered.decode()


@cache
def _shaping() -> tuple[Callable[[str], str], Callable[..., str | bytes]]:
    """What joins the letters of a text, and what orders them. The one of bidi in Rust does not mirror brackets."""
    import arabic_reshaper  # an extra
    import bidi.algorithm  # an extra

    return arabic_reshaper.ArabicReshaper({"delete_harakat": False}).reshape, bidi.algorithm.get_display
