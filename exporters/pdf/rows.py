"""Rows: what a page is stacked from. A row has columns of lines with one line distance, and may be cut between
lines.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from operator import attrgetter
from typing import TypeAlias

from .canvas import TaggedCanvas
from .structure import Element
from .style import BAND, GRID, HAIRLINE, LEFT, RIGHT, Style
from .typesetter import Line

Painter: TypeAlias = Callable[[TaggedCanvas, float, float], None]  # canvas, top and bottom of the row
Sign: TypeAlias = Callable[[TaggedCanvas, float, float], None]  # canvas, left edge of the words, their baseline
WIDTH = attrgetter("width")
BASELINE = 0.74  # of the line distance, below the top of the line


@dataclass(slots=True)
class Passage:
    """Lines of one element in one style, the left edge at x, or the right edge if *right*."""

    element: Element
    lines: list[Line]
    style: Style
    x: float
    right: bool = False
    sign: Sign | None = None  # draws what stands before the first line, such as a box to tick

    def draw(self, canvas: TaggedCanvas, top: float, first: int, last: int, leading: float, repeated: bool) -> None:
        """Draw lines first..last-1, the top of the first at *top*; drawn again, they are an artifact."""
        element = None if repeated else self.element
        lines, base = self.lines[first:last], top - BASELINE * leading
        if self.sign and first == 0:
            self.sign(canvas, self.x, base)
        if self.right:
            for place, line in enumerate(lines):
                canvas.text(element, [line], self.style, self.x - line.width, base - place * leading)
        elif any(map(WIDTH, lines)):
            canvas.text(element, lines, self.style, self.x, base)


@dataclass(slots=True)
class SheetRow:
    """Columns side by side, each of passages below one another.

    *above* and *below* are room inside the row, *before* room that falls away at the top of a page. *keep* holds it
    together with the next row, *stay* only if both fit on a page; *whole* asks not to be cut; *head* is drawn again
    where the row goes on on a new page.
    """

    columns: list[list[Passage]]
    leading: float
    before: float = 0
    above: float = 0
    below: float = 0
    keep: bool = False
    stay: bool = False
    whole: bool = False
    ruled: bool = False
    head: SheetRow | None = None
    frame: tuple[float, ...] = ()
    band: bool = False
    painters: Sequence[Painter] = ()
    count: int = field(init=False)

    def __post_init__(self) -> None:
        self.count = 0
        for column in self.columns:
            count = 0
            for passage in column:
                count += len(passage.lines)
            self.count = max(self.count, count)

    def height(self, first: int = 0, last: int | None = None) -> float:
        """The height of lines first..last-1, with the room above and below."""
        return self.above + ((self.count if last is None else last) - first) * self.leading + self.below

    def draw(self, canvas: TaggedCanvas, top: float, first: int, last: int, repeated: bool) -> None:
        """Draw lines first..last-1 from *top* downwards."""
        bottom = top - self.height(first, last)
        if self.band:
            with canvas.artifact():
                canvas.setFillGray(BAND)
                canvas.rect(self.frame[0], bottom, self.frame[-1] - self.frame[0], top - bottom, stroke=0, fill=1)
        for column in self.columns:
            start = -first  # the passage's first line, counted from the first that is drawn
            for passage in column:
                stop = start + len(passage.lines)
                if stop > 0 and start < last - first:
                    place = top - self.above - max(start, 0) * self.leading
                    passage.draw(canvas, place, max(-start, 0), last - first - start, self.leading, repeated)
                start = stop
        if first == 0:
            for painter in self.painters:
                painter(canvas, top, bottom)
        self._rules(canvas, top, bottom, last)

    def tail(self, count: int) -> SheetRow:
        """Take the last lines off; they become a row of their own that follows without room between."""
        stay = self.count - count
        columns = []
        for column in self.columns:
            rest, start = [], 0
            for passage in column:
                stop = start + len(passage.lines)
                if stop > stay:
                    kept = max(0, stay - start)
                    rest.append(replace(passage, lines=passage.lines[kept:], sign=None if kept else passage.sign))
                    passage.lines = passage.lines[:kept]
                start = stop
            columns.append(rest)
        taken = replace(self, columns=columns, before=0, above=0, painters=())
        self.below, self.ruled, self.count = 0, False, stay
        return taken

    def _rules(self, canvas: TaggedCanvas, top: float, bottom: float, last: int) -> None:
        if self.ruled and last == self.count:
            canvas.rule((LEFT, bottom, RIGHT, bottom), HAIRLINE)
        if self.frame:
            left, right = self.frame[0], self.frame[-1]
            for x in self.frame:
                canvas.rule((x, bottom, x, top), GRID)
            canvas.rule((left, top, right, top), GRID)
            canvas.rule((left, bottom, right, bottom), GRID)
