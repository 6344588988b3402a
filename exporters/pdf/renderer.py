"""Each kind of block as rows and elements."""

from collections.abc import Iterable

from ..document import Answer, Block, Bullets, Group, Lines, Renderer, Signature, Table, Text, Ticks
from .canvas import TaggedCanvas
from .rows import Passage, Row
from .signing import add_signature
from .story import Story
from .structure import Element
from .style import ASKED, BODY, GUTTER, HELP, LABEL, LEFT, MISSING, RIGHT, RULE, STRONG, VALUE_LEFT
from .tables import add_table
from .tick import INDENT, box

WRITING = 23.0  # between ruled lines
NUMBERING = {True: "/A<</O/List/ListNumbering/Decimal>>", False: "/A<</O/List/ListNumbering/Disc>>"}
PLAIN_LIST = "/A<</O/List/ListNumbering/None>>"


class PdfRenderer(Renderer[None]):
    """Adds each block to a story; *level* is the heading level of the blocks' own headings."""

    def __init__(self, story: Story, blank: bool, level: int = 3) -> None:
        self.story = story
        self.blank = blank
        self.level = level
        self._list: Element | None = None

    def blocks(self, blocks: Iterable[Block]) -> None:
        """The blocks in order; neighbouring answers share one list."""
        for block in blocks:
            if not isinstance(block, Answer | Lines | Ticks):
                self._list = None
            self.render(block)
        self._list = None

    def answer(self, node: Answer) -> None:
        label, body = self._item()
        style = MISSING if node.missing else STRONG if node.strong else BODY
        self._pair(node.label, label, [self.story.passage(body, node.text, style, self._left(node.label))])

    def ticks(self, node: Ticks) -> None:
        if node.label:
            label, body = self._item()
            options = body.add("L", PLAIN_LIST)
            self._pair(node.label, label, self._options(options, node, VALUE_LEFT))
            return
        self._list = None
        for passage in self._options(self.story.root.add("L", PLAIN_LIST), node, LEFT):
            self.story.add(Row([[passage]], BODY.leading, before=3, below=1))

    def lines(self, node: Lines) -> None:
        label, body = self._item()
        beside = node.count == 1 and bool(node.label or node.help)
        right = VALUE_LEFT - GUTTER if beside else RIGHT
        words = [self.story.passage(label, node.label, ASKED, LEFT, right)] if node.label else []
        words += [self.story.passage(body, node.help, HELP, LEFT, right)] if node.help else []
        if beside:
            height = sum(len(passage.lines) for passage in words) * HELP.leading
            room = max(3.0, WRITING + 3 - height)
            self.story.add(Row([words], HELP.leading, above=4, below=room, whole=True, painters=[_short_rule]))
            return
        if words:
            self.story.add(Row([words], HELP.leading, before=6, keep=True, whole=True))
        for number in range(node.count):
            self.story.add(Row([], 0, below=WRITING, keep=number == 0 and node.count > 1, painters=[_long_rule]))

    def text(self, node: Text) -> None:
        if node.heading:
            self.story.heading(node.heading, self.level)
        for number, paragraph in enumerate(node.paragraphs):
            self.story.paragraph(paragraph, STRONG if node.strong else BODY, before=1 if node.heading and not number else 5)

    def bullets(self, node: Bullets) -> None:
        self.story.paragraph(node.lead, before=5, keep=True)
        items = self.story.root.add("L", NUMBERING[node.ordered])
        width = 20.0 if node.ordered else 14.0
        for number, text in enumerate(node.items, 1):
            item = items.add("LI")
            mark, body = item.add("Lbl"), item.add("LBody")
            bullet = self.story.passage(mark, f"{number}." if node.ordered else "•", BODY, LEFT + 4)
            words = self.story.passage(body, text, BODY, LEFT + 4 + width)
            self.story.add(Row([[bullet], [words]], BODY.leading, before=1.5))

    def table(self, node: Table) -> None:
        add_table(self.story, node, self.blank)

    def group(self, node: Group) -> None:
        self.story.heading(node.heading, self.level)
        PdfRenderer(self.story, self.blank, self.level + 1).blocks(node.blocks)

    def signature(self, node: Signature) -> None:
        add_signature(self.story, node, self.level, self.blank)

    def _item(self) -> tuple[Element, Element]:
        """A new item of the current list: its label and its body."""
        if self._list is None:
            self._list = self.story.root.add("L", PLAIN_LIST)
        item = self._list.add("LI")
        return item.add("Lbl"), item.add("LBody")

    def _left(self, label: str) -> float:
        return VALUE_LEFT if label else LEFT

    def _pair(self, words: str, label: Element, values: list[Passage]) -> None:
        """A label with what stands to the right of it."""
        labels = [self.story.passage(label, words, LABEL, LEFT, VALUE_LEFT - GUTTER)] if words else []
        self.story.add(Row([labels, values], BODY.leading, above=1.6, below=2.4, ruled=True))

    def _options(self, options: Element, node: Ticks, left: float) -> list[Passage]:
        passages = []
        for words, ticked in node.options:
            item = options.add("LI")
            painter = box(item.add("Lbl"), ticked, left, self.story.typesetter)
            passage = self.story.passage(item.add("LBody"), words, BODY, left + INDENT)
            passage.painter = painter
            passages.append(passage)
        return passages


def _long_rule(canvas: TaggedCanvas, top: float, bottom: float) -> None:
    canvas.rule((LEFT, bottom, RIGHT, bottom), RULE)


def _short_rule(canvas: TaggedCanvas, top: float, bottom: float) -> None:
    canvas.rule((VALUE_LEFT, bottom, RIGHT, bottom), RULE)
