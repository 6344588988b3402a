"""Boxes to tick, drawn as lines, since fonts lack the crossed one or draw the two unlike each other."""

from ...forms.language.words import TICKED, UNTICKED
from .canvas import TaggedCanvas
from .rows import Sign
from .structure import Element, alternative
from .style import BODY
from .syntax import numbers, text_string
from .typesetter import Typesetter

SIDE = 9.0
INDENT = 16.0
CROSS = 2.0  # from the edge of the box to the ends of the cross


def box(label: Element, ticked: bool, typesetter: Typesetter) -> Sign:
    """Adds a printed check box to a list label or a cell; returns what draws it to the left of the words."""
    role = f"/A<</O/PrintField/Role/cb/checked/{'on' if ticked else 'off'}>>"
    form = label.add("Form", role + alternative("Ikryssad" if ticked else "Inte ikryssad"))
    unseen = typesetter.lines(UNTICKED, BODY, SIDE * 2)
    written = text_string(TICKED if ticked else UNTICKED)

    def draw(canvas: TaggedCanvas, words: float, base: float) -> None:
        x, low = words - INDENT, base - 1
        with canvas.tagged(form):
            # An unseen character (mode 3) carries the words of the box for those who copy or search the text.
            text = canvas.text_object(unseen, BODY, x, base)
            canvas.addLiteral(f"/Span <</ActualText{written}>> BDC 3 Tr {text} EMC")
            canvas.addLiteral(f"0.9 w {numbers(x, low, SIDE, SIDE)} re S")
            if ticked:
                canvas.addLiteral(cross(x + CROSS, low + CROSS, SIDE - 2 * CROSS))

    return draw


def cross(x: float, y: float, side: float) -> str:
    """The operators that draw a cross in a square, from its lower left corner."""
    rising = f"{numbers(x, y)} m {numbers(x + side, y + side)} l"
    falling = f"{numbers(x, y + side)} m {numbers(x + side, y)} l"
    return f"1.4 w {rising} {falling} S"
