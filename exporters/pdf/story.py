"""The document as rows and elements, before it is laid on pages."""

from .canvas import TaggedCanvas
from .rows import Passage, Row
from .structure import Element
from .style import BODY, HEADINGS, LEFT, RIGHT, RULE, Style
from .typesetter import Typesetter

BEFORE_HEADING = {2: 14.0, 3: 8.0}


class Story:
    """Collects rows, and the structure that goes with them."""

    def __init__(self) -> None:
        self.typesetter = Typesetter()
        self.root = Element("Document")
        self.rows: list[Row] = []
        self._level = 1  # of the last heading; the title is the first

    def passage(self, element: Element, text: str, style: Style, x: float = LEFT, right: float = RIGHT) -> Passage:
        """Text of an element, set between x and *right*."""
        return Passage(element, self.typesetter.lines(text, style, right - x), style, x)

    def add(self, row: Row) -> Row:
        """Put a row last."""
        self.rows.append(row)
        return row

    def room(self, points: float) -> float:
        """The room before a row: none right below a heading."""
        return 0.0 if self.rows and self.rows[-1].keep else points

    def paragraph(self, text: str, style: Style = BODY, kind: str = "P", before: float = 3, keep: bool = False) -> None:
        """A paragraph over the whole width; nothing at all without text."""
        if text:
            passage = self.passage(self.root.add(kind), text, style)
            self.add(Row([[passage]], style.leading, before=before, keep=keep))

    def heading(self, text: str, level: int) -> None:
        """A heading that stays with what follows; nothing at all without text."""
        if not text:
            return
        style = HEADINGS[min(level, 4)]
        self._level = min(level, self._level + 1, 6)  # readers must not meet a level that skips one
        row = Row([[self.passage(self.root.add(f"H{self._level}"), text, style)]], style.leading, keep=True)
        row.before = BEFORE_HEADING.get(level, 7)
        if level == 2:
            row.below, row.painters = 5, [_rule]
        self.add(row)


def _rule(canvas: TaggedCanvas, top: float, bottom: float) -> None:
    canvas.rule((LEFT, bottom + 2, RIGHT, bottom + 2), RULE)
