"""Plain text: every word of the document in reading order. What the other formats say is measured against it."""

from collections.abc import Iterable, Iterator

from ..forms.language.words import TICKED, UNTICKED
from .document import Answer, AnswerGroup, Bullets, Document, Head, Lines, Renderer, SignatureBlock, Table, Text, Ticks
from .legible import legible
from .signing_lines import signing_lines

ROOM = "_" * 40
INDENT = "    "


class TextRenderer(Renderer[list[str]]):
    """Draws each block as lines."""

    def answer(self, node: Answer) -> list[str]:
        return [node.label, *_indented([node.text])]

    def ticks(self, node: Ticks) -> list[str]:
        boxes = [f"{TICKED if ticked else UNTICKED} {words}" for words, ticked in node.options]
        return [node.label, *_indented(boxes)] if node.label else boxes

    def lines(self, node: Lines) -> list[str]:
        return [node.label, *_filled(node.help), *_indented([ROOM] * node.count)]

    def text(self, node: Text) -> list[str]:
        return [*_filled(node.heading), *_apart([paragraph] for paragraph in node.paragraphs)]

    def bullets(self, node: Bullets) -> list[str]:
        marks = [f"{number}." if node.ordered else "•" for number in range(1, len(node.items) + 1)]
        return [*_filled(node.lead), *(f"  {mark} {item}" for mark, item in zip(marks, node.items, strict=True))]

    def table(self, node: Table) -> list[str]:
        rows = [[cell.replace("\n", " ") for cell in row] for row in (node.head, *node.rows)]
        widths = [min(30, max(map(len, column))) for column in zip(*rows, strict=True)]
        padded = ("  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)) for row in rows)
        return [*_filled(node.caption), *_indented(line.rstrip() for line in padded)]

    def group(self, node: AnswerGroup) -> list[str]:
        return [node.heading, "", *_apart(map(self.render, node.blocks))]

    def signature(self, node: SignatureBlock) -> list[str]:
        lines = (f"{label} {known or ROOM}" for label, known in signing_lines(node))
        return [node.role, *_filled(node.behalf), *_indented(lines)]


class TextExporter:
    """Writes a document as UTF-8 text."""

    def export(self, document: Document) -> bytes:
        return "".join(f"{line}\n" for line in text_lines(document)).encode()


def text_lines(document: Document) -> list[str]:
    """Every line of the document, letterhead first and footer last."""
    renderer = TextRenderer()
    parts: list[list[str]] = [
        _head(document.head),
        _filled(document.copy_for),
        [*_filled(document.title), *_filled(document.subtitle)],
        list(document.marks),
        *([paragraph] for paragraph in document.intro),
    ]
    for section in document.sections:
        parts += [["", section.heading], *map(renderer.render, section.blocks)]
    parts += [_filled(document.seal), ["", document.footer]]
    return legible("\n".join(_apart(parts))).split("\n")


def section_texts(document: Document) -> list[tuple[str, str]]:
    """Each section's heading and the words under it, to be pasted into another system."""
    renderer = TextRenderer()
    texts = ((section.heading, _apart(map(renderer.render, section.blocks))) for section in document.sections)
    return [(legible(heading), legible("\n".join(lines))) for heading, lines in texts if lines]


def _head(head: Head) -> list[str]:
    logo = _filled(head.logo.alt) if head.logo else []
    return [*logo, *_filled(head.name), *head.lines, *(f"{label}: {fact}" for label, fact in head.facts)]


def _filled(text: str) -> list[str]:
    return [text] if text else []


def _indented(lines: Iterable[str]) -> Iterator[str]:
    return (INDENT + line.replace("\n", f"\n{INDENT}") for line in lines)


def _apart(parts: Iterable[list[str]]) -> list[str]:
    """The parts with an empty line between them; empty parts leave no trace."""
    lines: list[str] = []
    for part in parts:
        if part:
            lines += ["", *part] if lines else part
    return lines
