"""The blocks of a document as the body of a Word file."""

from collections.abc import Iterable
from itertools import groupby

from ...forms.language.words import TICKED, UNTICKED, InputPlace
from ..document import Answer, AnswerGroup, Block, Bullets, Lines, Renderer, SignatureBlock, Table, Text, Ticks
from ..signing_lines import signing_lines
from .controls import box, control, row, section
from .runs import TAB, opens_rtl, quoted, runs
from .styles import LABEL, LINE

LONG_ROW = 1500  # letters in a row that may be cut between pages, lest it be taller than one
FIRST_FREE_LIST = 3
NARROW, WIDE = frozenset("iljIt.,:;!'|()[]-/fr "), frozenset("mwMWÅÄÖABCDEGHKNOQRUVXY@%&—")
SURELY_SHORT = 24
LABEL_EMS = LABEL / 20 / 10.5 - 0.5  # what fits in the column of labels, less a gap
STRONG = "<w:b/><w:bCs/>"
_LABEL, _MISSING, _BOX = (f'<w:rStyle w:val="{name}"/>' for name in ("Etikett", "Obesvarad", "Kryssruta"))
_SIGNING = (0.4, 0.33, 0.27)


class BodyRenderer(Renderer[str]):
    """Draws each block as paragraphs and tables; *ordered_lists* counts the lists that must start at 1.

    *line* is the width of the text in twips.
    """

    def __init__(self, line: int = LINE) -> None:
        self.line = line
        self.level = 2
        self.ordered_lists = self.controls = 0

    def blocks(self, blocks: Iterable[Block]) -> str:
        """The blocks in order; the rows of a repeat in a blank as items of one section that Word can lengthen."""
        drawn = []
        for row_of, run in groupby(blocks, lambda block: block.row_of if isinstance(block, AnswerGroup) else ""):
            if row_of:
                number = self._next()
                drawn.append(section(row_of, number, [row(self._next(), self.render(block)) for block in run]))
            else:
                drawn += map(self.render, run)
        return "".join(drawn)

    def answer(self, node: Answer) -> str:
        look = (_MISSING if node.missing else "") + STRONG * node.strong
        if not _is_short(node.label):
            return paragraph("Fraga", node.label) + paragraph("SvarUnder", node.text, look)
        return styled("Svar", runs(node.label, _LABEL) + TAB + runs(node.text, look))

    def ticks(self, node: Ticks) -> str:
        boxes = [mark + TAB + runs(words) for mark, (words, _) in zip(self._marks(node), node.options, strict=True)]
        if not node.label:
            return "".join(styled("Ruta", box) for box in boxes)
        first = ""
        if boxes and _is_short(node.label):
            first = styled("RutaSvar", runs(node.label, _LABEL) + TAB + boxes.pop(0))
        return (first or paragraph("Fraga", node.label)) + "".join(styled("RutaUnder", box) for box in boxes)

    def _marks(self, node: Ticks) -> list[str]:
        if not node.places:
            return [runs(TICKED if ticked else UNTICKED, _BOX) for _, ticked in node.options]
        pairs = zip(node.places, node.options, strict=True)
        return [box(place, words, self._next(), ticked=ticked) for place, (words, ticked) in pairs]

    def _next(self) -> int:
        self.controls += 1
        return self.controls

    def _written(self, node: Lines, place: InputPlace) -> str:
        """A control to write in, beside a short label and below a long one."""
        multiline = node.count > 1
        drawn = control(place, node.label, self._next(), multiline=multiline)
        if node.label and not multiline and not node.help and _is_short(node.label):
            return styled("Svar", runs(node.label, _LABEL) + TAB + drawn)
        return _if_any("Fraga", node.label) + _if_any("Hjalp", node.help) + styled("SvarUnder", drawn)

    def lines(self, node: Lines) -> str:
        if node.place:
            return self._written(node, node.place)
        if node.count == 1 and node.label and not node.help and _is_short(node.label):
            return styled("Skrivsvar", runs(node.label, _LABEL) + TAB + TAB)
        ruled = styled("Skrivrad", "") * node.count
        return _if_any("Skrivfraga", node.label) + _if_any("Hjalp", node.help) + ruled

    def text(self, node: Text) -> str:
        look = STRONG * node.strong
        return self._heading(node.heading) + "".join(paragraph("Normal", words, look) for words in node.paragraphs)

    def bullets(self, node: Bullets) -> str:
        lead = paragraph("Normal", node.lead, keep=True) if node.lead else ""
        if not node.ordered:
            return lead + "".join(paragraph("ListBullet", item) for item in node.items)
        number = FIRST_FREE_LIST + self.ordered_lists
        self.ordered_lists += 1
        numbered = f'<w:numPr><w:ilvl w:val="0"/><w:numId w:val="{number}"/></w:numPr>'
        return lead + "".join(paragraph("ListNumber", item, extra=numbered) for item in node.items)

    def table(self, node: Table) -> str:
        total = sum(node.widths)
        widths = [round(self.line * width / total) for width in node.widths]
        rows = _row(node.head, widths, "<w:tblHeader/>") + "".join(_row(row, widths) for row in node.rows)
        opening = _opening("Tabell", node.caption, widths, self.line, row_heads=node.row_heads)
        return _if_any("Caption", node.caption) + opening + rows + "</w:tbl>" + styled("EfterTabell", "")

    def group(self, node: AnswerGroup) -> str:
        heading = self._heading(node.heading)
        self.level += 1
        inner = self.blocks(node.blocks)
        self.level -= 1
        return heading + inner

    def signature(self, node: SignatureBlock) -> str:
        widths = [round(self.line * share) for share in _SIGNING]
        cells = "".join(
            _cell(width, paragraph("Underskrift", label) + paragraph("Underskrivet", known))
            for width, (label, known) in zip(widths, signing_lines(node), strict=True)
        )
        opening = _opening("Underskrifter", node.role, widths, self.line, row_heads=False)
        behalf = paragraph("Normal", node.behalf, keep=True) if node.behalf else ""
        row = f"<w:tr><w:trPr><w:cantSplit/></w:trPr>{cells}</w:tr></w:tbl>"
        return self._heading(node.role) + behalf + opening + row + styled("EfterTabell", "")

    def _heading(self, words: str) -> str:
        return _if_any(f"Heading{min(self.level, 3)}", words)


def styled(style: str, content: str, extra: str = "") -> str:
    """A paragraph of finished runs; *extra* stands in its properties."""
    return f'<w:p><w:pPr><w:pStyle w:val="{style}"/>{extra}</w:pPr>{content}</w:p>'


def paragraph(style: str, words: str, look: str = "", *, keep: bool = False, extra: str = "") -> str:
    """A paragraph of words, from right to left when they are; *keep* holds it on the page of the next one."""
    direction = "<w:bidi/>" if opens_rtl(words) else ""
    return styled(style, runs(words, look) if words else "", "<w:keepNext/>" * keep + extra + direction)


def _is_short(label: str) -> bool:
    """Whether the label fits beside its answer, by the rough widths of bold letters."""
    if "\n" in label or len(label) <= SURELY_SHORT:
        return "\n" not in label
    return sum(0.33 if letter in NARROW else 0.72 if letter in WIDE else 0.53 for letter in label) <= LABEL_EMS


def _if_any(style: str, words: str) -> str:
    return paragraph(style, words) if words else ""


def _opening(style: str, caption: str, widths: Iterable[int], line: int, *, row_heads: bool) -> str:
    """A table up to its first row: borders by style, words for those who cannot see it, columns."""
    columns = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    named = f'<w:tblCaption w:val="{quoted(caption)}"/>' if caption else ""
    return (
        f'<w:tbl><w:tblPr><w:tblStyle w:val="{style}"/><w:tblW w:w="{line}" w:type="dxa"/><w:tblLayout w:type="fixed"/>'
        f'<w:tblLook w:val="{"04A0" if row_heads else "0420"}" w:firstRow="1" w:lastRow="0" '
        f'w:firstColumn="{row_heads:d}" '
        f'w:lastColumn="0" w:noHBand="1" w:noVBand="1"/>{named}</w:tblPr><w:tblGrid>{columns}</w:tblGrid>'
    )


def _row(cells: tuple[str, ...], widths: list[int], head: str = "") -> str:
    whole = "<w:cantSplit/>" if sum(map(len, cells)) < LONG_ROW else ""
    drawn = "".join(_cell(width, paragraph("Tabelltext", words)) for words, width in zip(cells, widths, strict=True))
    properties = f"<w:trPr>{whole}{head}</w:trPr>" if whole or head else ""
    return f"<w:tr>{properties}{drawn}</w:tr>"


def _cell(width: int, content: str) -> str:
    return f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/></w:tcPr>{content}</w:tc>'
