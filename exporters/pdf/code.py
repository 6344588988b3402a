"""The code of a page that is signed on paper: one path, small and sharp, and so far in that a page laid askew on
the glass keeps it.
"""

from collections.abc import Iterator

from reportlab.graphics.barcode.qrencoder import QRCode, QRErrorCorrectLevel

from ..page_code import PageCode
from .canvas import TaggedCanvas
from .style import RIGHT

SIDE = 42.0
LOW = 16.0
ROOM = LOW + SIDE + 4
"""Where the text of such a page ends."""
SHORT = RIGHT - SIDE - 8
"""Where the line above the footer ends, so that the code has white around it."""


def draw_code(canvas: TaggedCanvas, code: PageCode) -> None:
    """Draws the code in the lower right corner; what it says stands in words in the footer."""
    drawn = QRCode(None, QRErrorCorrectLevel.Q)
    drawn.addData(code.text())
    drawn.make()
    size = SIDE / drawn.moduleCount
    left = RIGHT - SIDE
    with canvas.artifact("/Type/Pagination/Subtype/Footer"):
        runs = [
            f"{left + x * size:.2f} {LOW + SIDE - (y + 1) * size:.2f} {count * size:.2f} {size:.2f} re"
            for x, y, count in _runs(drawn)
        ]
        canvas.addLiteral(f"0 g {' '.join(runs)} f")


def _runs(code: QRCode) -> Iterator[tuple[int, int, int]]:
    """The dark modules, row by row: where each run begins, and how long it is."""
    for y, row in enumerate(code.modules):
        x = 0
        while x < len(row):
            count = 0
            while x + count < len(row) and row[x + count]:
                count += 1
            if count:
                yield x, y, count
            x += count + 1
