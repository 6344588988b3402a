"""Text into lines: measured, broken, and written as PDF text operators."""

import codecs
import re
import unicodedata
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from itertools import accumulate, groupby
from typing import NamedTuple

from ..legible import legible
from .fontset import FontSet
from .glyphs import Glyph, glyph
from .scripts import spans
from .style import Style
from .syntax import number, text_string

MOST = 2.5  # characters that fit in each em of a line; two are usual
BREAKS_AFTER = "-/@._"
WORDS = re.compile("[^ ]+|[ ]+")


class Line(NamedTuple):
    """A line ready to draw inside a text object whose font is already chosen; its width in points."""

    operators: str
    width: float


class Typesetter:
    """Sets the text of one document, and remembers what it could not show."""

    def __init__(self) -> None:
        self.fonts = FontSet()
        self.missing: dict[str, None] = {}

    def lines(self, text: str, style: Style, width: float, indent: float = 0) -> list[Line]:
        """The text broken to a width, the first line that much shorter.

        A line that was broken at a space keeps the space, so that readers get it.
        """
        face, size = style.typeface, style.size
        try:
            data: bytes = codecs.charmap_encode(text, "strict", face.encoding)[0]
        except UnicodeEncodeError:
            return self._rich(text, style, width, indent)
        self.fonts.name(face)
        if len(text) * size < MOST * width and "\n" not in text and "\t" not in text:
            total = sum(map(face.width, data)) * size
            if total <= width - indent:
                return [Line(_show(data.decode("latin-1")), total)]
        found = []
        for part in _spaced(data.decode("latin-1")):
            ends = list(accumulate(map(face.width, part.encode("latin-1"))))
            found += [Line(_show(part[a:b]), w * size) for a, b, w in breaks(part, ends, width / size, indent / size)]
            indent = 0
        return found

    def _rich(self, text: str, style: Style, width: float, indent: float) -> list[Line]:
        """As `lines`, for text with characters outside the prepared subset."""
        face, found = style.typeface, []
        for part in _spaced(unicodedata.normalize("NFC", legible(text))):
            ends = list(accumulate(glyph(character, face).advance for character in part))
            for a, b, w in breaks(part, ends, width / style.size, indent / style.size):
                found.append(Line(self._operators(part[a:b], style), w * style.size))
            indent = 0
        return found

    def _operators(self, line: str, style: Style) -> str:
        """One line as operators; what is drawn otherwise than written carries the written text."""
        home = current = self.fonts.name(style.typeface)
        parts: list[str] = []
        for written, drawn in self._pieces(line, style):
            operators = []
            for resource, codes in self._encoded(drawn):
                if resource != current:
                    operators.append(f"/{resource} {number(style.size)} Tf")
                    current = resource
                operators.append(_show(codes.decode("latin-1")))
            parts.append(_actual(written, " ".join(operators)) if written else " ".join(operators))
        if current != home:
            parts.append(f"/{home} {number(style.size)} Tf")
        return " ".join(parts)

    def _pieces(self, line: str, style: Style) -> Iterator[tuple[str, list[Glyph]]]:
        """The line as glyphs, each piece with its written text where that differs from what is drawn."""
        for written, drawn in spans(line):
            if written != drawn:
                yield written, self._glyphs(drawn, style)
                continue
            for word in WORDS.findall(written):
                glyphs = self._glyphs(word, style)
                yield "" if "".join(each.shown for each in glyphs) == word else word, glyphs

    def _glyphs(self, text: str, style: Style) -> list[Glyph]:
        glyphs = [glyph(character, style.typeface) for character in text]
        self.missing.update((c, None) for c, each in zip(text, glyphs, strict=True) if each.missing)
        return glyphs

    def _encoded(self, glyphs: Iterable[Glyph]) -> Iterator[tuple[str, bytes]]:
        for typeface, run in groupby(glyphs, key=lambda each: each.typeface):
            yield from self.fonts.encode(typeface, "".join(each.shown for each in run))


def breaks(text: str, ends: list[float], limit: float, indent: float = 0) -> Iterator[tuple[int, int, float]]:
    """Where to break text whose characters end at *ends*: (start, stop, width) of each line, the first *indent*
    shorter.

    After a space if there is one, else after a hyphen or the like, else anywhere: a word of any length fits.
    """
    start, done, total = 0, 0.0, ends[-1] if ends else 0.0
    while total - done > limit - indent + 1e-9:
        full = max(bisect_right(ends, done + limit - indent + 1e-9, start), start + 1)
        stop = text.rfind(" ", start, full + 1) + 1
        if stop <= start:
            stop = max(text.rfind(sign, start + 1, full) for sign in BREAKS_AFTER) + 1
        if stop <= start:
            stop = full
        yield start, stop, ends[stop - 1] - done
        start, done, indent = stop, ends[stop - 1], 0.0
    if start < len(text) or not text:
        yield start, len(text), total - done


def _spaced(text: str) -> list[str]:
    """The lines of a text; each but the last ends in a space, which keeps its words apart for readers."""
    return text.replace("\t", " ").replace("\n", " \n").split("\n")


def _show(codes: str) -> str:
    """The operator that shows codes, here as Latin-1 characters."""
    return "(" + codes.replace("\\", "\\\\").replace("(", "\\(").replace(")", "\\)") + ") Tj"


def _actual(written: str, operators: str) -> str:
    return f"/Span <</ActualText{text_string(written)}>> BDC {operators} EMC"
