"""What stands on every page beside the text: the marks across the top, the footer below."""

from .canvas import TaggedCanvas
from .rows import BASELINE
from .story import Story
from .structure import Element
from .style import BAND, FOOTER, HEIGHT, LEFT, MARK, RIGHT, RULE
from .typesetter import Line

FOOTER_TOP = 40.0
MARKS_TOP = HEIGHT - 30.0
MARKS_ROOM = 22.0  # between the marks and the text
PADDING = 4.0


class PageMarks:
    """Words across the top of each page: content on the first page, after the title, repetition on the others."""

    def __init__(self, story: Story, words: tuple[str, ...]) -> None:
        self._marks: list[tuple[Element, list[Line]]] = [
            (story.root.add("P"), story.typesetter.lines(mark, MARK, RIGHT - LEFT - 2 * PADDING))
            for mark in words
            if mark
        ]

    @property
    def height(self) -> float:
        """The height of the band, 0 without marks."""
        lines = sum(len(lines) for _, lines in self._marks)
        return lines * MARK.leading + 2 * PADDING if lines else 0.0

    def draw(self, canvas: TaggedCanvas, first: bool) -> None:
        """Draw the band and the words on it."""
        if not self._marks:
            return
        with canvas.artifact("/Type/Pagination/Subtype/Header"):
            canvas.setFillGray(BAND)
            canvas.setStrokeGray(RULE)
            canvas.rect(LEFT, MARKS_TOP - self.height, RIGHT - LEFT, self.height, stroke=1, fill=1)
        y = MARKS_TOP - PADDING - BASELINE * MARK.leading
        for element, lines in self._marks:
            for line in lines:
                canvas.text(element if first else None, [line], MARK, (LEFT + RIGHT - line.width) / 2, y)
                y -= MARK.leading


def draw_footer(canvas: TaggedCanvas, words: str, page: int, pages: int, right: float = RIGHT) -> None:
    """The footer with the page's number, as far as *right*."""
    text = " · ".join(part for part in (words, f"sida {page} av {pages}") if part)
    lines = canvas.typesetter.lines(text, FOOTER, right - LEFT)
    canvas.rule((LEFT, FOOTER_TOP, right, FOOTER_TOP), RULE)
    with canvas.artifact("/Type/Pagination/Subtype/Footer"):
        canvas.addLiteral(canvas.text_object(lines, FOOTER, LEFT, FOOTER_TOP - 3 - FOOTER.leading))
