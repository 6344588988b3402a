"""Tables: heads that are drawn again on each page, rows that may be cut, a grid."""

from itertools import accumulate

from ...forms.language.words import TICKED, UNTICKED
from ..document import Table
from .rows import Passage, SheetRow
from .story import Story
from .structure import Element
from .style import ASKED, CELL, CELL_HEAD, LEFT, RIGHT, Style
from .tick import INDENT, box

PAD = 5.0
SMALL = 8  # rows of a table that rather moves to the next page than is cut
WRITING = 25.0  # the least height of a row with room to write in


def add_table(story: Story, node: Table, blank: bool) -> None:
    """The table as rows of the story; on a blank form a row with an empty cell is tall enough to write in."""
    table = story.root.add("Table")
    edges = _edges(node.widths)
    if node.caption:
        caption = story.passage(table.add("Caption"), node.caption, ASKED)
        story.add(SheetRow([[caption]], caption.style.leading, before=6, below=2, keep=True))
    head = _row(story, table.add("THead").add("TR"), node.head, edges, ["Column"] * len(node.head))
    head.band = head.keep = True
    head.before = 0 if node.caption else 6
    story.add(head)
    body = table.add("TBody")
    small = len(node.rows) <= SMALL
    for place, cells in enumerate(node.rows, 1):
        scopes = ["Row" if node.row_heads and column == 0 else "" for column in range(len(cells))]
        row = _row(story, body.add("TR"), cells, edges, scopes)
        row.head, row.stay = head, small and place < len(node.rows)
        if blank and "" in cells:
            row.below = max(row.below, WRITING - row.height() + row.below)
        story.add(row)


def _edges(widths: tuple[float, ...]) -> tuple[float, ...]:
    total = sum(widths)
    return tuple(LEFT + (RIGHT - LEFT) * part / total for part in accumulate(widths, initial=0.0))


def _cell(story: Story, element: Element, text: str, style: Style, left: float, right: float) -> Passage:
    """The words of a cell; a box that a cell of a matrix begins with is drawn as one."""
    if text[:1] not in (TICKED, UNTICKED) or text[1:2].strip():
        return story.passage(element, text, style, left, right)
    sign = box(element, text[0] == TICKED, story.typesetter)
    passage = story.passage(element, text[2:], style, left + INDENT, right)
    passage.sign = sign
    return passage


def _row(
    story: Story, element: Element, cells: tuple[str, ...], edges: tuple[float, ...], scopes: list[str]
) -> SheetRow:
    columns = []
    for text, scope, left, right in zip(cells, scopes, edges, edges[1:], strict=False):
        named = bool(scope and text)  # a head without words would announce nothing
        style = CELL_HEAD if named else CELL
        cell = element.add("TH", f"/A<</O/Table/Scope/{scope}>>") if named else element.add("TD")
        columns.append([_cell(story, cell, text, style, left + PAD, right - PAD)])
    return SheetRow(columns, story.styled(CELL).leading, above=1.8, below=2.4, frame=edges)
