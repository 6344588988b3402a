"""The document as rows and elements, before it is laid on pages."""

from collections.abc import Mapping

from .canvas import TaggedCanvas
from .rows import Passage, SheetRow
from .structure import Element
from .style import BODY, DENSE, HEADINGS, LEFT, RIGHT, RULE, RUN_IN, Style
from .typesetter import Typesetter

BEFORE_HEADING = {2: 8.0, 3: 5.0}
BEFORE_RUN_IN, AFTER_RUN_IN = 3.5, 7.0


class Story:
    """Collects rows, and the structure that goes with them."""

    def __init__(self, dense: bool = False) -> None:
        self._styles: Mapping[Style, Style] = DENSE if dense else {}
        self.typesetter = Typesetter()
        self.root = Element("Document")
        self.rows: list[SheetRow] = []
        self._heading: SheetRow | None = None  # the last one
        self._level = 1  # of the last heading; the title is the first

    def styled(self, style: Style) -> Style:
        """The style as this document has it."""
        return self._styles.get(style, style)

    def passage(self, element: Element, text: str, style: Style, x: float = LEFT, right: float = RIGHT) -> Passage:
        """Text of an element, set between x and *right*."""
        style = self.styled(style)
        return Passage(element, self.typesetter.lines(text, style, right - x), style, x)

    def add(self, row: SheetRow) -> SheetRow:
        """Put a row last."""
        self.rows.append(row)
        return row

    def room(self, points: float) -> float:
        """The room before a row: none right below a heading."""
        return 0.0 if self.rows and self.rows[-1].keep else points

    def paragraph(self, text: str, style: Style = BODY, kind: str = "P", before: float = 3, keep: bool = False) -> None:
        """A paragraph over the whole width; nothing at all without text. One line under a heading stays with what
        follows.
        """
        if text:
            passage = self.passage(self.root.add(kind), text, style)
            keep = keep or (len(passage.lines) == 1 and bool(self.rows) and self.rows[-1] is self._heading)
            self.add(SheetRow([[passage]], passage.style.leading, before=before, keep=keep))

    def titled(self, heading: str, text: str, level: int, style: Style = BODY) -> bool:
        """A paragraph whose heading opens its first line; False, and nothing, where the heading is too long for it."""
        lines = self.typesetter.lines(heading, self.styled(RUN_IN), RIGHT - LEFT)
        indent = lines[0].width + AFTER_RUN_IN
        if len(lines) > 1 or indent > (RIGHT - LEFT) / 2:
            return False
        title, style = self.heading_passage(heading, level, RUN_IN), self.styled(style)
        words = self.root.add("P")
        first, *rest = self.typesetter.lines(text, style, RIGHT - LEFT, indent)
        body = [Passage(words, [first], style, LEFT + indent), Passage(words, rest, style, LEFT)]
        self.add(SheetRow([[title], body], style.leading, before=self.room(BEFORE_RUN_IN)))
        return True

    def heading_passage(self, text: str, level: int, style: Style, right: float = RIGHT) -> Passage:
        """The words of a heading, one level below the last one at the most: readers must not meet one that skips."""
        self._level = min(level, self._level + 1, 6)
        return self.passage(self.root.add(f"H{self._level}"), text, style, right=right)

    def heading(self, text: str, level: int) -> None:
        """A heading that stays with what follows; nothing at all without text."""
        if not text:
            return
        passage = self.heading_passage(text, level, HEADINGS[min(level, 4)])
        row = SheetRow([[passage]], passage.style.leading, keep=True)
        row.before = BEFORE_HEADING.get(level, 7)
        if level == 2:
            row.below, row.painters = 3, [_rule]
        self._heading = self.add(row)


def _rule(canvas: TaggedCanvas, top: float, bottom: float) -> None:
    canvas.rule((LEFT, bottom + 2, RIGHT, bottom + 2), RULE)
