"""Where a party signs: a role, and three lines with what is known printed on them."""

from collections.abc import Iterator

from ..document import Signature
from ..legible import legible
from ..signing_lines import signing_lines
from .canvas import TaggedCanvas
from .rows import Painter, Row
from .story import Story
from .structure import Element
from .style import BODY, LABEL, LEFT, RIGHT, ROLE_STYLE, RULE

ROLE = 104.0  # the width of the column that says who signs
SHARES = (0.40, 0.33, 0.27)
GAP = 12.0
ROOM = 30.0  # to write in above a line
LAST_LINES = 3  # of a long text that come along when the signatures move to the next page


def add_signature(story: Story, node: Signature, level: int, blank: bool) -> None:
    """The signature as rows that stay together, and with what stands before them: who, then three lines to write on."""
    _hold_on(story.rows)
    edge = LEFT + ROLE
    role = [story.heading_passage(node.role, level, ROLE_STYLE, edge)]
    behalf = [story.passage(story.root.add("P"), node.behalf, LABEL, LEFT, edge)] if node.behalf else []
    items = story.root.add("L", "/A<</O/List/ListNumbering/None>>")
    values, labels, form = [], [], None
    for (words, known), (left, right) in zip(signing_lines(node), COLUMNS, strict=True):
        item = items.add("LI")
        labels.append([story.passage(item.add("Lbl"), words, LABEL, left, right)])
        body = item.add("LBody")
        if form is None and not blank:
            form = body.add("Form")
        values.append([story.passage(body, known, BODY, left, right)] if known else [])
    painters = [_rule_lines] if form is None else [_rule_lines, _field(form, node)]
    row = Row([role, *values], story.styled(BODY).leading, below=2, keep=True, whole=True, painters=painters)
    row.above = max(4.0, ROOM - row.height())
    story.add(row)
    story.add(Row([behalf, *labels], story.styled(LABEL).leading, below=2, whole=True))


def _hold_on(rows: list[Row]) -> None:
    """Ask what stands last, headings aside, to stay with the signature; of a long text only the last lines."""
    place = next((place for place in reversed(range(len(rows))) if not rows[place].keep), None)
    if place is None:
        return
    row = rows[place]
    if row.count > 2 * LAST_LINES and not row.frame:
        row = row.tail(LAST_LINES)
        rows.insert(place + 1, row)
    row.stay = True


def _columns() -> Iterator[tuple[float, float]]:
    left = LEFT + ROLE + GAP
    room = RIGHT - left - GAP * (len(SHARES) - 1)
    for share in SHARES:
        yield left, left + share * room
        left += share * room + GAP


COLUMNS = tuple(_columns())


def _rule_lines(canvas: TaggedCanvas, top: float, bottom: float) -> None:
    for left, right in COLUMNS:
        canvas.rule((left, bottom, right, bottom), RULE)


def _field(form: Element, node: Signature) -> Painter:
    left, right = COLUMNS[0]
    # A full stop in a field's name would make it the kid of another field.
    name = legible(node.field).replace(".", "_")
    label = f"{signing_lines(node)[0][0]}: {legible(node.role)}"

    def paint(canvas: TaggedCanvas, top: float, bottom: float) -> None:
        canvas.signature_field(form, (left, bottom + 1, right, min(top, bottom + ROOM) - 1), name, label)

    return paint
