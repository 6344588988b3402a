"""Sizes, greys and measures, in points. All greys keep their contrast on a black-and-white printer."""

from dataclasses import dataclass
from functools import cached_property

from .typeface import Typeface, source_sans

WIDTH, HEIGHT = 595.28, 841.89  # A4
LEFT, RIGHT = 48.0, WIDTH - 48.0
TOP, BOTTOM = HEIGHT - 34.0, 47.0
LABEL_WIDTH = 188.0
GUTTER = 12.0
VALUE_LEFT = LEFT + LABEL_WIDTH + GUTTER

HAIRLINE, GRID, RULE = 0.82, 0.62, 0.4  # greys
BAND = 0.93


@dataclass(frozen=True)
class Style:
    """How a run of text looks: weight of Source Sans, size, line distance, grey (0 is black)."""

    weight: str
    size: float
    leading: float
    grey: float = 0.0

    @cached_property
    def typeface(self) -> Typeface:
        """The font file of the weight."""
        return source_sans(self.weight)

    @cached_property
    def choice(self) -> str:
        """The operator that chooses the font, after the font's name."""
        return f"{self.size} Tf"

    @cached_property
    def turn(self) -> str:
        """The operator that moves to the next line."""
        return f" 0 {-self.leading} Td "


BODY = Style("Regular", 10, 12.4)
STRONG = Style("Bold", 10, 12.4)
MISSING = Style("It", 10, 12.4, 0.36)
LABEL = Style("Regular", 9.5, 12.4, 0.32)
ANSWER_LABEL = Style("Regular", 9, 12.4, 0.32)
HELP = Style("Regular", 9.5, 11.5, 0.36)
ASKED = Style("Bold", 10, 12.4)
CELL = Style("Regular", 9.5, 12)
CELL_HEAD = Style("Bold", 9.5, 12)
RUN_IN = Style("Bold", 10, 12.4)
ROLE_STYLE = Style("Bold", 10, 12.4)
TITLE = Style("Bold", 20, 24)
SUBTITLE = Style("Regular", 13, 17, 0.25)
COPY = Style("Bold", 10, 13, 0.3)
HEADINGS = {2: Style("Bold", 13, 16), 3: Style("Bold", 10.5, 13), 4: Style("Bold", 10, 13, 0.25)}
SENDER = Style("Bold", 11, 13)
LETTERHEAD = Style("Regular", 9.5, 13, 0.3)
MARK = Style("Bold", 10, 13)
FOOTER = Style("Regular", 9, 11, 0.36)

DENSE = {
    BODY: Style("Regular", 9, 10.6),
    STRONG: Style("Bold", 9, 10.6),
    MISSING: Style("It", 9, 10.6, 0.36),
    LABEL: Style("Regular", 8.5, 10.2, 0.32),
    ANSWER_LABEL: Style("Regular", 8.2, 10.6, 0.32),
    RUN_IN: Style("Bold", 9, 10.6),
    CELL: Style("Regular", 8.8, 10.5),
    CELL_HEAD: Style("Bold", 8.8, 10.5),
    TITLE: Style("Bold", 18, 20),
    SUBTITLE: Style("Regular", 11, 13, 0.25),
    COPY: Style("Bold", 9, 11, 0.3),
    HEADINGS[2]: Style("Bold", 11, 12.5),
    HEADINGS[3]: Style("Bold", 9, 11),
}
"""What the styles are instead in a form that should take few sheets, such as an agreement; its blanks are not dense."""
