"""Form fields of a blank that is filled in on a screen: tagged, labelled, and drawn alike empty, filled in and
printed.
"""

from ...forms.language.words import TICK, InputPlace
from ..legible import legible
from .canvas import TaggedCanvas
from .rows import Painter, Sign
from .structure import Element
from .style import RULE
from .syntax import array, numbers, text_string
from .tick import INDENT, SIDE, cross

HEIGHT = 18.0  # of a line to write on
SIZE = 10  # of what is written, in points
LEADING = 13.0
FONT = f"/DA(/{TaggedCanvas.FORM_FONT} {SIZE} Tf 0 g)"
REQUIRED, MULTILINE, LIST = 1 << 1, 1 << 12, 1 << 17  # flags of a field
EMPTY = "/Tx BMC EMC"


def write_in(form: Element, place: InputPlace, label: str, left: float, right: float, lines: int) -> Painter:
    """Draws a frame to write in at the foot of a row, and its field: text on so many lines, or a list to choose
    from.
    """

    def paint(canvas: TaggedCanvas, top: float, bottom: float) -> None:
        box = (left, bottom + 2, right, bottom + 2 + height(lines))
        for line in _sides(*box):
            canvas.rule(line, RULE)
        appearance = canvas.appearance(box, EMPTY, font=True)
        canvas.field(
            form, box, place.control, _told(label, place), f"{_kind(place, lines)}{FONT}/AP<</N {appearance} 0 R>>"
        )

    return paint


def height(lines: int) -> float:
    """The height of a frame for so many lines."""
    return HEIGHT if lines == 1 else lines * LEADING + 6


def tick_in(form: Element, place: InputPlace, label: str, single: bool) -> Sign:
    """Draws a box to the left of an option's words: a field of its own, or one of a group where only one is ticked."""

    def draw(canvas: TaggedCanvas, words: float, base: float) -> None:
        left, low = words - INDENT, base - 1
        box = (left, low, left + SIDE, low + SIDE)
        frame = f"0.9 w {numbers(0.45, 0.45, SIDE - 0.9, SIDE - 0.9)} re S"
        states = {place.value: f"{frame} {cross(2, 2, SIDE - 4)}", "Off": frame}
        drawn = "".join(f"/{name} {canvas.appearance(box, code)} 0 R" for name, code in states.items())
        entries = f"/AS/Off/AP<</N<<{drawn}>>>>"
        if single:
            canvas.one_of(form, box, place.control, label, entries, required=place.required)
        elif place.value == TICK:
            canvas.field(
                form, box, place.control, _told(label, place), f"/FT/Btn/Ff {REQUIRED * place.required}/V/Off{entries}"
            )
        else:
            canvas.field(form, box, ticked_name(place), label, f"/FT/Btn/V/Off{entries}")

    return draw


def ticked_name(place: InputPlace) -> str:
    """The name of a box's own field: `egen_vilja`, or `kontaktvag=sms` where several boxes answer one question."""
    return place.control if place.value == TICK else f"{place.control}={place.value}"


def _told(label: str, place: InputPlace) -> str:
    """What is read aloud of a field."""
    return f"{label} (måste fyllas i)" if place.required else label


def _kind(place: InputPlace, lines: int) -> str:
    if place.options:
        pairs = [array([text_string(key), text_string(legible(words))]) for key, words in (("", ""), *place.options)]
        return f"/FT/Ch/Ff {LIST | REQUIRED * place.required}/Opt{array(pairs)}/V()"
    return f"/FT/Tx/Ff {MULTILINE * (lines > 1) | REQUIRED * place.required}/V()/DV()"


def _sides(left: float, low: float, right: float, high: float) -> tuple[tuple[float, float, float, float], ...]:
    return (left, low, right, low), (left, high, right, high), (left, low, left, high), (right, low, right, high)
