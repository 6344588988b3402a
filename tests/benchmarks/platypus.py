"""The same document drawn by ReportLab's platypus as its guide shows it: flowables, plain and untagged."""

from functools import cache
from io import BytesIO
from pathlib import Path
from xml.sax.saxutils import escape

import font_source_sans_pro
from reportlab.lib.colors import HexColor
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import mm
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import BaseDocTemplate, Frame, Image, KeepTogether, PageTemplate, Paragraph, Spacer, Table
from reportlab.platypus.flowables import HRFlowable

from stegvis.exporters.document import Renderer
from stegvis.exporters.signing_lines import signing_lines

REGULAR, BOLD = "Bench-Regular", "Bench-Bold"
WIDTH = A4[0] - 50 * mm
BOX = {True: "[x]", False: "[ ]"}  # the typeface has no boxes
GRID = [
    ("GRID", (0, 0), (-1, -1), 0.5, HexColor("#b9c1c8")),
    ("BACKGROUND", (0, 0), (-1, 0), HexColor("#eef3f4")),
    ("VALIGN", (0, 0), (-1, -1), "TOP"),
]
PAIR = [("VALIGN", (0, 0), (-1, -1), "TOP"), ("LEFTPADDING", (0, 0), (-1, -1), 0), ("TOPPADDING", (0, 0), (-1, -1), 1)]
UNDERLINED = [("LINEBELOW", (0, 1), (-1, 1), 0.7, HexColor("#4a5560")), ("LEFTPADDING", (0, 0), (-1, -1), 0)]


def platypus(document):
    """The document as PDF: two passes over the pages, since the footer says how many there are."""
    kept = BytesIO()
    template = BaseDocTemplate(kept, pagesize=A4, title=document.title, author=document.head.name, lang="sv-SE")
    frame = Frame(25 * mm, 25 * mm, WIDTH, A4[1] - 50 * mm, 0, 0, 0, 0)
    template.addPageTemplates(PageTemplate(frames=[frame]))
    template.build(list(_story(document)), canvasmaker=_numbered(document.footer))
    return kept.getvalue()


def _numbered(footer):
    """The usual way to "page x of y": pages are kept until their number is known."""

    class Numbered(Canvas):
        def __init__(self, *args, **kwargs):
            super().__init__(*args, **kwargs)
            self.kept = []

        def showPage(self):
            self.kept.append(dict(self.__dict__))
            self._startPage()

        def save(self):
            for state in self.kept:
                self.__dict__.update(state)
                self.setFont(REGULAR, 8.5)
                self.drawString(25 * mm, 14 * mm, footer)
                self.drawRightString(A4[0] - 25 * mm, 14 * mm, f"Sida {self._pageNumber} av {len(self.kept)}")
                super().showPage()
            super().save()

    return Numbered


@cache
def _styles():
    folder = Path(font_source_sans_pro.__file__).parent / "files"
    pdfmetrics.registerFont(TTFont(REGULAR, folder / "SourceSansPro-Regular.ttf"))
    pdfmetrics.registerFont(TTFont(BOLD, folder / "SourceSansPro-Bold.ttf"))
    sizes = {
        "Body": (REGULAR, 10.5, 0),
        "Strong": (BOLD, 10.5, 0),
        "Small": (REGULAR, 9.5, 0),
        "Title": (BOLD, 24, 12),
        "Heading1": (BOLD, 14, 12),
        "Heading2": (BOLD, 11.5, 8),
    }
    return {
        name: ParagraphStyle(
            name,
            fontName=font,
            fontSize=size,
            leading=size * 1.25,
            spaceBefore=before,
            spaceAfter=3,
            keepWithNext=name.startswith("Heading"),
        )
        for name, (font, size, before) in sizes.items()
    }


def _paragraph(words, style="Body"):
    return Paragraph(escape(words).replace("\n", "<br/>"), _styles()[style])


def _story(document):
    head = document.head
    if head.logo:
        yield Image(BytesIO(head.logo.data), head.logo.height * 96 / 112, head.logo.height, hAlign="LEFT")
    yield _paragraph(head.name, "Strong")
    yield from (_paragraph(line, "Small") for line in head.lines)
    yield from (_paragraph(f"{label}: {fact}", "Small") for label, fact in head.facts)
    yield _paragraph(document.copy_for, "Strong")
    yield _paragraph(document.title, "Title")
    yield _paragraph(document.subtitle)
    yield from (_paragraph(mark, "Strong") for mark in document.marks)
    yield from (_paragraph(words) for words in document.intro)
    renderer = Platypus()
    for section in document.sections:
        yield HRFlowable(WIDTH, 0.75, color=HexColor("#1f5f6b"), spaceBefore=10, spaceAfter=0)
        yield _paragraph(section.heading, "Heading1")
        for block in section.blocks:
            yield from renderer.render(block)


class Platypus(Renderer):
    """Each node as flowables."""

    def _heading(self, words):
        return [_paragraph(words, "Heading2")] if words else []

    def answer(self, node):
        text = _paragraph(node.text, "Strong" if node.strong else "Body")
        return [Table([[_paragraph(node.label, "Strong"), text]], [WIDTH * 0.4, WIDTH * 0.6], style=PAIR)]

    def ticks(self, node):
        boxes = [[_paragraph(BOX[ticked]), _paragraph(words)] for words, ticked in node.options]
        return [*self._heading(node.label), Table(boxes, [18, WIDTH - 18], style=PAIR)]

    def lines(self, node):
        ruled = [HRFlowable(WIDTH, 0.7, spaceBefore=18, spaceAfter=0) for _ in range(node.count)]
        return [_paragraph(node.label, "Strong"), _paragraph(node.help, "Small"), *ruled]

    def text(self, node):
        style = "Strong" if node.strong else "Body"
        return [*self._heading(node.heading), *(_paragraph(words, style) for words in node.paragraphs)]

    def bullets(self, node):
        marks = [f"{number}." if node.ordered else "•" for number in range(1, len(node.items) + 1)]
        items = [[_paragraph(mark), _paragraph(item)] for mark, item in zip(marks, node.items, strict=True)]
        return [_paragraph(node.lead), Table(items, [18, WIDTH - 18], style=PAIR)]

    def table(self, node):
        rows = [[_paragraph(cell, "Strong") for cell in node.head]]
        rows += [[_paragraph(cell) for cell in row] for row in node.rows]
        widths = [WIDTH * width / sum(node.widths) for width in node.widths]
        return [_paragraph(node.caption, "Strong"), Table(rows, widths, repeatRows=1, style=GRID), Spacer(1, 6)]

    def group(self, node):
        return [*self._heading(node.heading), *(flowable for block in node.blocks for flowable in self.render(block))]

    def signature(self, node):
        labels, known = zip(*signing_lines(node), strict=True)
        rows = [[_paragraph(words, "Small") for words in labels], [_paragraph(words) for words in known]]
        table = Table(rows, [WIDTH * 0.4, WIDTH * 0.33, WIDTH * 0.27], [None, 30], style=UNDERLINED)
        behalf = [_paragraph(node.behalf)] if node.behalf else []
        return [KeepTogether([*self._heading(node.role), *behalf, table])]
