"""Which glyph stands for a character: in the document's own font, in a fallback font, or a stand-in."""

import unicodedata
from functools import lru_cache
from typing import NamedTuple

from ..legible import REPLACEMENT
from .scripts import fallback
from .typeface import Typeface

NOT_SHOWN = "◊"
LOOKALIKES = {"☒": "☑", "\u2010": "-", "\u2011": "-", "\u2012": "–", "\u2015": "—"}


class Glyph(NamedTuple):
    """What is drawn for a character; *shown* is empty for one that is never seen (marks of direction, soft hyphens)."""

    typeface: Typeface
    shown: str
    missing: bool = False

    @property
    def advance(self) -> float:
        """The width at size 1."""
        return self.typeface.advances[self.shown] if self.shown else 0.0


@lru_cache(4096)
def glyph(character: str, home: Typeface) -> Glyph:
    """The glyph of a character in text set in *home*. One that no font has becomes a lozenge and is *missing*."""
    if unicodedata.category(character) == "Cf" or "\ufe00" <= character <= "\ufe0f":
        return Glyph(home, "")
    if unicodedata.category(character) == "Zs":
        return Glyph(home, character if character == "\u00a0" else " ")
    shown = LOOKALIKES.get(character, character)
    typeface = home if shown in home.characters else fallback(shown)
    if typeface is not None:
        return Glyph(typeface, shown)
    return Glyph(home, NOT_SHOWN, missing=character != REPLACEMENT)
