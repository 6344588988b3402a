"""HTML: the document as a page of its own, or as a fragment inside a page of the web application."""

from base64 import b64encode
from collections.abc import Iterable
from html import escape
from itertools import groupby

from ..forms.language.words import TICKED, UNTICKED, Ink
from .document import (
    Answer,
    AnswerGroup,
    Block,
    Bullets,
    Document,
    Figure,
    Head,
    Lines,
    Renderer,
    Section,
    SignatureBlock,
    Table,
    Text,
    Ticks,
)
from .html_style import STYLE
from .ink import curves, fitted
from .legible import legible
from .signing_lines import signing_lines

INK_BOX = (240, 60)
RULED = '<span class="st-line"></span>'
BOX = {
    True: f'<span role="img" aria-label="Ikryssad">{TICKED}</span>',
    False: f'<span role="img" aria-label="Inte ikryssad">{UNTICKED}</span>',
}


class HtmlRenderer(Renderer[str]):
    """Draws each block as markup; *level* is the heading level of the blocks' own headings."""

    def __init__(self, level: int) -> None:
        self.level = min(level, 6)

    def blocks(self, blocks: Iterable[Block]) -> str:
        """The blocks in order; neighbouring answers share one list."""
        parts: list[str] = []
        for listed, run in groupby(blocks, _is_listed):
            drawn = "".join(map(self.render, run))
            parts.append(f'<dl class="st-sum">\n{drawn}</dl>\n' if listed else drawn)
        return "".join(parts)

    def answer(self, node: Answer) -> str:
        state = ' class="st-missing"' if node.missing else ""
        words = f"<strong>{_lines(node.text)}</strong>" if node.strong else _lines(node.text)
        if not node.label:
            return f'<p{state} dir="auto">{words}</p>\n'
        return f'<div><dt>{_lines(node.label)}</dt><dd{state} dir="auto">{words}</dd></div>\n'

    def ticks(self, node: Ticks) -> str:
        boxes = "".join(f"<li>{BOX[ticked]} {_lines(words)}</li>" for words, ticked in node.options)
        listed = f'<ul class="st-boxes">{boxes}</ul>'
        return f"<div><dt>{_lines(node.label)}</dt><dd>{listed}</dd></div>\n" if node.label else listed + "\n"

    def lines(self, node: Lines) -> str:
        helped = f'<span class="st-help">{_lines(node.help)}</span>' if node.help else ""
        room = helped + RULED * node.count
        return f"<div><dt>{_lines(node.label)}</dt><dd>{room}</dd></div>\n" if node.label else f"<p>{room}</p>\n"

    def text(self, node: Text) -> str:
        opening, closing = ("<p><strong>", "</strong></p>\n") if node.strong else ('<p dir="auto">', "</p>\n")
        paragraphs = "".join(f"{opening}{_lines(paragraph)}{closing}" for paragraph in node.paragraphs)
        return self._heading(node.heading) + paragraphs

    def bullets(self, node: Bullets) -> str:
        tag = "ol" if node.ordered else "ul"
        lead = f"<p>{_lines(node.lead)}</p>\n" if node.lead else ""
        items = "".join(f'<li dir="auto">{_lines(item)}</li>' for item in node.items)
        return f"{lead}<{tag}>{items}</{tag}>\n"

    def table(self, node: Table) -> str:
        columns = "".join(f'<th scope="col">{_lines(cell)}</th>' for cell in node.head)
        rows = "".join(f"<tr>{_cells(row, node.row_heads)}</tr>\n" for row in node.rows)
        caption = f"<caption>{_lines(node.caption)}</caption>\n" if node.caption else ""
        name = escape(legible(node.caption)) or "Tabell"
        return (
            f'<div class="st-scroll" role="region" tabindex="0" aria-label="{name}"><table>\n{caption}'
            f"<thead><tr>{columns}</tr></thead>\n<tbody>\n{rows}</tbody></table></div>\n"
        )

    def group(self, node: AnswerGroup) -> str:
        inner = HtmlRenderer(self.level + 1).blocks(node.blocks)
        return f'<div class="st-group">\n{self._heading(node.heading)}{inner}</div>\n'

    def signature(self, node: SignatureBlock) -> str:
        behalf = f"<p>{_lines(node.behalf)}</p>\n" if node.behalf else ""
        drawn = [_ink(node.ink) if node.ink and node.method else "", "", ""]
        lines = "".join(
            f"<div><dt>{label}</dt><dd>{ink}{_lines(known) or RULED}</dd></div>\n"
            for ink, (label, known) in zip(drawn, signing_lines(node), strict=True)
        )
        heading = self._heading(node.role)
        return f'<div class="st-group">\n{heading}{behalf}<dl class="st-sum">\n{lines}</dl></div>\n'

    def _heading(self, words: str) -> str:
        return f"<h{self.level}>{_lines(words)}</h{self.level}>\n" if words else ""


class HtmlExporter:
    """Writes a document as one page that needs no other file."""

    def export(self, document: Document) -> bytes:
        copy = f'<p class="st-copy">{_lines(document.copy_for)}</p>\n' if document.copy_for else ""
        subtitle = f'<p class="st-lead">{_lines(document.subtitle)}</p>\n' if document.subtitle else ""
        title = _lines(document.title)
        return (
            f'<!doctype html>\n<html lang="{escape(document.language)}">\n<head>\n<meta charset="utf-8">\n'
            '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
            f"<title>{escape(legible(document.title))}</title>\n<style>{STYLE}</style>\n</head>\n<body>\n"
            f"<header>\n{_head(document.head)}{copy}</header>\n<main>\n<h1>{title}</h1>\n{subtitle}"
            f"{fragment(document)}</main>\n<footer><p>{_lines(document.footer)}</p></footer>\n</body>\n</html>\n"
        ).encode()


def fragment(document: Document, level: int = 2) -> str:
    """Marks, introduction and sections as markup for a page with its own title; sections are headed at *level*."""
    marks = "".join(f'<p class="st-mark"><strong>{_lines(mark)}</strong></p>\n' for mark in document.marks)
    intro = "".join(f'<p dir="auto">{_lines(paragraph)}</p>\n' for paragraph in document.intro)
    numbered = enumerate(document.sections, 1)
    seal = f'<p class="st-seal">{_lines(document.seal)}</p>\n' if document.seal else ""
    return marks + intro + "".join(_section(section, number, level) for number, section in numbered) + seal


def _section(section: Section, number: int, level: int) -> str:
    name = f"st-del-{number}"
    return (
        f'<section class="st-sec" aria-labelledby="{name}">\n<h{level} '
        f'id="{name}">{_lines(section.heading)}</h{level}>\n'
        f"{HtmlRenderer(level + 1).blocks(section.blocks)}</section>\n"
    )


def _head(head: Head) -> str:
    logo = _figure(head.logo) if head.logo else ""
    name = f'<p class="st-sender"><strong>{_lines(head.name)}</strong></p>\n' if head.name else ""
    lines = "".join(f"<p>{_lines(line)}</p>\n" for line in head.lines)
    facts = "".join(f"<li>{_lines(label)}: {_lines(fact)}</li>\n" for label, fact in head.facts)
    return f"{logo}{name}{lines}" + (f'<ul class="st-facts">\n{facts}</ul>\n' if facts else "")


def _figure(figure: Figure) -> str:
    source = f"data:{escape(figure.media_type)};base64,{b64encode(figure.data).decode()}"
    alt = escape(legible(figure.alt))
    return f'<p><img src="{source}" alt="{alt}" height="{round(figure.height * 4 / 3)}"></p>\n'


def _ink(ink: Ink) -> str:
    """What was drawn, without a word: the method beside it says what it is. No style, so that any policy lets it
    through.
    """
    lines = " ".join(_stroke(points) for points in fitted(ink, *INK_BOX))
    width, height = (side + 4 for side in INK_BOX)
    return (
        f'<svg class="st-ink" width="{width}" height="{height}" viewBox="-2 -2 {width} {height}" aria-hidden="true" '
        'focusable="false">'
        f'<path d="{lines}" fill="none" stroke="currentColor" stroke-width="1.6" stroke-linecap="round" '
        'stroke-linejoin="round"/></svg><br>'
    )


def _stroke(points: tuple[tuple[float, float], ...]) -> str:
    drawn = "".join("C" + " ".join(f"{value:.1f}" for point in curve for value in point) for curve in curves(points))
    return f"M{points[0][0]:.1f} {points[0][1]:.1f}{drawn}"


def _cells(row: tuple[str, ...], row_heads: bool) -> str:
    drawn = [f'<td dir="auto">{_lines(cell)}</td>' for cell in row]
    if row_heads and row:
        drawn[0] = f'<th scope="row" dir="auto">{_lines(row[0])}</th>'
    return "".join(drawn)


def _is_listed(block: Block) -> bool:
    """Whether the block is a label with something beside it."""
    return isinstance(block, Answer | Lines | Ticks) and bool(block.label)


def _lines(text: str) -> str:
    return escape(legible(text)).replace("\n", "<br>")
