"""The top of the first page: who sends, about what, for whom."""

from ..document import Document, Head
from ..legible import legible
from .canvas import TaggedCanvas
from .image import Image, read_image
from .rows import Painter, Passage, SheetRow
from .story import Story
from .structure import Element, alternative
from .style import COPY, LEFT, LETTERHEAD, RIGHT, SENDER, SUBTITLE, TITLE
from .syntax import numbers

FACTS_LEFT = LEFT + (RIGHT - LEFT) * 0.62
TALLEST = 72.0  # of a logo
WIDEST = 150.0


def add_letterhead(story: Story, document: Document) -> None:
    """Logo, sender and facts; then whom the copy is for, title and subtitle."""
    row = _sender_row(story, document.head)
    if row.count or row.painters:
        story.add(row)
    story.paragraph(document.copy_for, COPY, before=10, keep=True)
    story.paragraph(document.title, TITLE, "H1", before=3 if document.copy_for else 10, keep=True)
    story.paragraph(document.subtitle, SUBTITLE, before=1, keep=bool(document.intro))


def _sender_row(story: Story, head: Head) -> SheetRow:
    left, painters = LEFT, []
    height = 0.0
    if head.logo:
        image = read_image(head.logo)
        height = min(head.logo.height, TALLEST, WIDEST * image.height / image.width)
        width = height * image.width / image.height
        figure = story.root.add("Figure", alternative(legible(head.logo.alt)))
        painters.append(_figure(figure, image, width, height))
        left += width + 12
    lines = [(head.name, SENDER), *((text, LETTERHEAD) for text in head.lines)]
    room = FACTS_LEFT - 10 if head.facts else RIGHT
    sender = [story.passage(story.root.add("P"), text, style, left, room) for text, style in lines if text]
    facts = [_fact(story, f"{label}: {fact}") for label, fact in head.facts]
    row = SheetRow([sender, facts], LETTERHEAD.leading, whole=True, painters=painters)
    row.below = max(0.0, height - row.height())
    return row


def _fact(story: Story, text: str) -> Passage:
    passage = story.passage(story.root.add("P"), text, LETTERHEAD, FACTS_LEFT, RIGHT)
    passage.x, passage.right = RIGHT, True
    return passage


def _figure(element: Element, image: Image, width: float, height: float) -> Painter:
    def paint(canvas: TaggedCanvas, top: float, bottom: float) -> None:
        box = numbers(LEFT, top - height, LEFT + width, top)
        element.properties += f"/A<</O/Layout/Placement/Block/BBox[{box}]>>"
        canvas.image(element, image, (LEFT, top - height, width, height))

    return paint
