"""Where a party signs: a role, and three lines with what is known printed on them; and the place of the seal."""

from collections.abc import Iterator

from ...forms.language.words import Ink
from ..document import SignatureBlock
from ..ink import curves, fitted
from ..legible import legible
from ..signing_lines import signing_lines
from .canvas import TaggedCanvas
from .rows import Painter, SheetRow
from .story import Story
from .structure import Element
from .style import BODY, LABEL, LEFT, RIGHT, ROLE_STYLE, RULE
from .syntax import number, numbers, text_string

ROLE = 104.0  # the width of the column that says who signs
SHARES = (0.40, 0.33, 0.27)
GAP = 12.0
ROOM = 30.0  # to write in above a line
DRAWN = 30.0  # the height of a drawn signature
PEN = 0.9
SEAL_FIELD, SEAL_LABEL = "stampel", "Elektronisk stämpel"
LAST_LINES = 3  # of a long text that come along when the signatures move to the next page


def add_signature(story: Story, node: SignatureBlock, level: int, blank: bool) -> None:
    """The signature as rows that stay together, and with what stands before them: who, then three lines to write on."""
    _hold_on(story.rows)
    edge = LEFT + ROLE
    role = [story.heading_passage(node.role, level, ROLE_STYLE, edge)]
    behalf = [story.passage(story.root.add("P"), node.behalf, LABEL, LEFT, edge)] if node.behalf else []
    items = story.root.add("L", "/A<</O/List/ListNumbering/None>>")
    values, labels = [], []
    painters: list[Painter] = [_rule_lines]
    for place, ((words, known), (left, right)) in enumerate(zip(signing_lines(node), COLUMNS, strict=True)):
        item = items.add("LI")
        labels.append([story.passage(item.add("Lbl"), words, LABEL, left, right)])
        body = item.add("LBody")
        if place == 0 and node.ink and node.method:
            body = body.add("Figure", f"/ActualText{text_string(legible(node.method))}")
            painters.append(_drawn(body, node.ink))
        elif place == 0 and not node.method and not blank:
            painters.append(_field(body.add("Form"), node))
        values.append([story.passage(body, known, BODY, left, right)] if known else [])
    row = SheetRow([role, *values], story.styled(BODY).leading, below=2, keep=True, whole=True, painters=painters)
    row.above = DRAWN + 4 if node.ink else max(4.0, ROOM - row.height())
    story.add(row)
    story.add(SheetRow([behalf, *labels], story.styled(LABEL).leading, below=2, whole=True))


def add_seal(story: Story, words: str) -> None:
    """The words of the seal, with the field that it is put in around them: last in the document, and never alone on
    a page.
    """
    _hold_on(story.rows)
    passage = story.passage(story.root.add("P"), words, LABEL, LEFT + GAP, RIGHT - GAP)
    form = story.root.add("Form")

    def paint(canvas: TaggedCanvas, top: float, bottom: float) -> None:
        box = (LEFT, bottom, RIGHT, top)
        for line in (
            (LEFT, top, RIGHT, top),
            (LEFT, bottom, RIGHT, bottom),
            (LEFT, bottom, LEFT, top),
            (RIGHT, bottom, RIGHT, top),
        ):
            canvas.rule(line, RULE)
        canvas.signature_field(form, box, SEAL_FIELD, SEAL_LABEL)

    story.add(SheetRow([[passage]], passage.style.leading, before=14, above=5, below=6, whole=True, painters=[paint]))


def _hold_on(rows: list[SheetRow]) -> None:
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


def _field(form: Element, node: SignatureBlock) -> Painter:
    left, right = COLUMNS[0]
    # A full stop in a field's name would make it the kid of another field.
    name = legible(node.field).replace(".", "_")
    label = f"{signing_lines(node)[0][0]}: {legible(node.role)}"

    def paint(canvas: TaggedCanvas, top: float, bottom: float) -> None:
        canvas.signature_field(form, (left, bottom + 1, right, min(top, bottom + ROOM) - 1), name, label)

    return paint


def _drawn(figure: Element, ink: Ink) -> Painter:
    left, right = COLUMNS[0]

    def paint(canvas: TaggedCanvas, top: float, bottom: float) -> None:
        top -= 2
        strokes = fitted(ink, right - left - 4, DRAWN)
        figure.properties += f"/A<</O/Layout/Placement/Block/BBox[{numbers(left, bottom, right, top)}]>>"
        with canvas.tagged(figure):
            canvas.addLiteral(f"1 J 1 j {number(PEN)} w 0 G 1 0 0 -1 {numbers(left + 2, top)} cm")
            canvas.addLiteral("\n".join(map(_stroke, strokes)))

    return paint


def _stroke(points: tuple[tuple[float, float], ...]) -> str:
    drawn = [" ".join(f"{value:.1f}" for point in curve for value in point) + " c" for curve in curves(points)]
    return f"{points[0][0]:.1f} {points[0][1]:.1f} m " + " ".join(drawn) + " S"
