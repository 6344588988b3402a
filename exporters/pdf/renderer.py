"""Each kind of block as rows and elements."""

from collections.abc import Iterable
from typing import NamedTuple

from ...forms.language.words import InputPlace
from ..document import Answer, AnswerGroup, Block, Bullets, Lines, Renderer, SignatureBlock, Table, Text, Ticks
from ..legible import legible
from . import fields
from .boxes import Boxes
from .canvas import TaggedCanvas
from .rows import Passage, SheetRow, Sign
from .signing import add_signature
from .story import Story
from .structure import Element
from .style import ASKED, BODY, GUTTER, HELP, LABEL, LEFT, MISSING, RIGHT, RULE, STRONG, VALUE_LEFT
from .tables import add_table
from .tick import INDENT, box

WRITING = 23.0  # between ruled lines
SHORT = 8  # lines of an answer that is not cut at the foot of a page
FEW = 4  # lines to write on that stay together
FIRST = 3.5  # before a list that follows other text
NUMBERING = {True: "/A<</O/List/ListNumbering/Decimal>>", False: "/A<</O/List/ListNumbering/Disc>>"}
LISTED = (Answer, Lines, Ticks)  # what stands in a list of answers
PLAIN_LIST = "/A<</O/List/ListNumbering/None>>"


class ListItem(NamedTuple):
    """One item of a list of answers, and the room before it."""

    label: Element
    body: Element
    room: float


class PdfRenderer(Renderer[None]):
    """Adds each block to a story; *level* is the heading level of the blocks' own headings.

    *within* is the heading of the row they stand in, for those who only hear the label of a field.
    """

    def __init__(self, story: Story, blank: bool, level: int = 3, within: str = "") -> None:
        self.story = story
        self.blank = blank
        self.level = level
        self.within = within
        self._list: Element | None = None
        self._boxes = Boxes(story)

    def blocks(self, blocks: Iterable[Block]) -> None:
        """The blocks in order; neighbouring answers share one list."""
        for block in blocks:
            if not isinstance(block, LISTED):
                self._list = None
            if not isinstance(block, Answer):
                self._boxes.close()
            self.render(block)
        self._list = None

    def answer(self, node: Answer) -> None:
        item = self._item()
        style = MISSING if node.missing else STRONG if node.strong else BODY
        self._boxes.add((item.label, node.label), (item.body, node.text), style, item.room)

    def ticks(self, node: Ticks) -> None:
        if node.label:
            item = self._item()
            options = self._options(item.body.add("L", PLAIN_LIST), node, VALUE_LEFT)
            self._pair(item, node.label, *_side_by_side(options))
            return
        self._list = None
        room = self.story.room(FIRST)
        for passage in self._options(self.story.root.add("L", PLAIN_LIST), node, LEFT):
            self.story.add(SheetRow([[passage]], passage.style.leading, before=room, above=1, below=1))
            room = 0

    def lines(self, node: Lines) -> None:
        item = self._item()
        if node.place:
            self._field(item, node, node.place)
            return
        beside = node.count == 1 and bool(node.label or node.help)
        right = VALUE_LEFT - GUTTER if beside else RIGHT
        words = [self.story.passage(item.label, node.label, ASKED, LEFT, right)] if node.label else []
        words += [self.story.passage(item.body, node.help, HELP, LEFT, right)] if node.help else []
        if beside:
            height = sum(len(passage.lines) for passage in words) * HELP.leading
            room = max(3.0, WRITING + 1 - height)
            self.story.add(SheetRow([words], HELP.leading, above=7, below=room, whole=True, painters=[_short_rule]))
            return
        if words:
            self.story.add(SheetRow([words], HELP.leading, before=8, keep=True, whole=True))
        for number in range(node.count):
            last = number == node.count - 1
            apart = node.count > FEW and 0 < number < node.count - 2  # a long answer may go on on the next page
            self.story.add(SheetRow([], 0, below=WRITING, keep=not last and not apart, painters=[_long_rule]))

    def text(self, node: Text) -> None:
        style = STRONG if node.strong else BODY
        paragraphs = list(node.paragraphs)
        if (
            node.heading
            and paragraphs
            and not self.blank
            and self.story.titled(node.heading, paragraphs[0], self.level, style)
        ):
            del paragraphs[0]
        else:
            self.story.heading(node.heading, self.level)
        for paragraph in paragraphs:
            self.story.paragraph(paragraph, style, before=self.story.room(3))

    def bullets(self, node: Bullets) -> None:
        self.story.paragraph(node.lead, before=3, keep=True)
        items = self.story.root.add("L", NUMBERING[node.ordered])
        left = LEFT + (22 if node.ordered else 16)
        room = self.story.room(2)
        for number, text in enumerate(node.items, 1):
            item = items.add("LI")
            bullet = self.story.passage(item.add("Lbl"), f"{number}." if node.ordered else "•", BODY, LEFT + 4)
            words = self.story.passage(item.add("LBody"), text, BODY, left)
            self.story.add(
                SheetRow([[bullet], [words]], self.story.styled(BODY).leading, before=room, above=0.4, below=0.4)
            )
            room = 0

    def table(self, node: Table) -> None:
        add_table(self.story, node, self.blank)

    def group(self, node: AnswerGroup) -> None:
        self.story.heading(node.heading, self.level)
        PdfRenderer(self.story, self.blank, self.level + 1, self._named(node.heading)).blocks(node.blocks)

    def signature(self, node: SignatureBlock) -> None:
        add_signature(self.story, node, self.level, self.blank)

    def _field(self, item: ListItem, node: Lines, place: InputPlace) -> None:
        """A label with its help, and a frame to write in: to the right of them, or below for what takes several
        lines.
        """
        beside = node.count == 1
        right = VALUE_LEFT - GUTTER if beside else RIGHT
        words = [self.story.passage(item.label, node.label, ASKED, LEFT, right)]
        words += [self.story.passage(item.body.add("P"), node.help, HELP, LEFT, right)] if node.help else []
        frame = fields.write_in(
            item.body.add("Form"), place, self._named(node.label), VALUE_LEFT if beside else LEFT, RIGHT, node.count
        )
        taken = SheetRow([words], HELP.leading).height()
        row = SheetRow([words], HELP.leading, item.room, above=5, whole=True, painters=[frame])
        row.below = max(3.0, fields.height(1) + 4 - taken) if beside else fields.height(node.count) + 4
        self.story.add(row)

    def _named(self, label: str) -> str:
        """The label of a field, with the row it stands in."""
        return legible(f"{self.within}: {label}" if self.within and label else label or self.within)

    def _item(self) -> ListItem:
        """A new item of the current list."""
        room = 0.0
        if self._list is None:
            self._list = self.story.root.add("L", PLAIN_LIST)
            room = self.story.room(FIRST)
        item = self._list.add("LI")
        return ListItem(item.add("Lbl"), item.add("LBody"), room)

    def _pair(self, item: ListItem, words: str, *values: list[Passage]) -> None:
        """A label with what stands to the right of it, in one column or more."""
        style = ASKED if self.blank else LABEL
        labels = [self.story.passage(item.label, words, style, LEFT, VALUE_LEFT - GUTTER)] if words else []
        above = 6 if self.blank else 1.2
        row = SheetRow(
            [labels, *values], self.story.styled(BODY).leading, item.room, above, below=2.2, ruled=not self.blank
        )
        row.whole = row.count <= SHORT
        self.story.add(row)

    def _options(self, options: Element, node: Ticks, left: float) -> list[Passage]:
        passages = []
        for number, (words, ticked) in enumerate(node.options):
            item = options.add("LI")
            sign = (
                self._sign(item.add("Lbl"), node, number)
                if node.places
                else box(item.add("Lbl"), ticked, self.story.typesetter)
            )
            passage = self.story.passage(item.add("LBody"), words, BODY, left + INDENT)
            passage.sign = sign
            passages.append(passage)
        return passages

    def _sign(self, label: Element, node: Ticks, number: int) -> Sign:
        """The box of an option that is ticked on a screen."""
        words = node.options[number][0]
        named = self._named(f"{node.label}: {words}" if node.label else words)
        return fields.tick_in(label.add("Form"), node.places[number], named, node.single)


def _side_by_side(options: list[Passage]) -> list[list[Passage]]:
    """Short options in two columns, the first half to the left; others in one."""
    half = (RIGHT - VALUE_LEFT) / 2
    if len(options) < 2 or any(len(each.lines) > 1 or each.lines[0].width > half - INDENT - 8 for each in options):
        return [options]
    middle = (len(options) + 1) // 2
    for option in options[middle:]:
        option.x += half
    return [options[:middle], options[middle:]]


def _long_rule(canvas: TaggedCanvas, top: float, bottom: float) -> None:
    canvas.rule((LEFT, bottom, RIGHT, bottom), RULE)


def _short_rule(canvas: TaggedCanvas, top: float, bottom: float) -> None:
    canvas.rule((VALUE_LEFT, bottom, RIGHT, bottom), RULE)
