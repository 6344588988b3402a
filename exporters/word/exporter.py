"""The Word exporter: a prepared package, and what each document adds to it."""

from collections.abc import Iterator
from io import BytesIO
from zipfile import ZipFile

from ..document import Document, Head
from . import parts
from .archive import put
from .body import BodyRenderer, paragraph, styled
from .picture import Picture, picture
from .runs import TAB, quoted, runs
from .template import Template, template

_OPENING = (
    f"{parts.DECLARATION}<w:document"
    ' xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
    ' xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml"'
    ' xmlns:w15="http://schemas.microsoft.com/office/word/2012/wordml"'
    ' xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
    ' xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"'
    ' xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"'
    ' xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture"><w:body>'
)


class WordExporter:
    """Writes a document as a .docx file."""

    def export(self, document: Document) -> bytes:
        base = template(quoted(document.language), document.stationery)
        logo = picture(document.head.logo) if document.head.logo and not base.names_sender else None
        renderer = BodyRenderer(base.line)
        file = BytesIO(base.packed)
        file.seek(0, 2)
        with ZipFile(file, "a") as archive:
            put(archive, "word/document.xml", _body(document, base, renderer, logo).encode())
            put(archive, "word/numbering.xml", parts.numbering(renderer.ordered_lists).encode())
            for name, content in _around(document, base):
                put(archive, name, content.encode())
            put(archive, "docProps/core.xml", parts.core(document).encode())
            put(archive, "word/_rels/document.xml.rels", base.related(logo.relation if logo else "").encode())
            if logo and document.head.logo:
                put(archive, logo.part, document.head.logo.data)
        return file.getvalue()


def _body(document: Document, base: Template, renderer: BodyRenderer, logo: Picture | None) -> str:
    pieces = [_OPENING, _head(document.head, logo, base.names_sender)]
    pieces += [paragraph("Exemplar", document.copy_for)] if document.copy_for else []
    pieces.append(paragraph("Title", document.title))
    pieces += [paragraph("Subtitle", document.subtitle)] if document.subtitle else []
    pieces += [paragraph("Markning", mark) for mark in document.marks]
    pieces += [paragraph("Normal", words) for words in document.intro]
    for section in document.sections:
        pieces.append(paragraph("Heading1", section.heading))
        pieces.append(renderer.blocks(section.blocks))
    pieces += [paragraph("Normal", document.seal)] if document.seal else []
    pieces.append(f"<w:sectPr>{base.page}</w:sectPr></w:body></w:document>")
    return "".join(pieces)


def _around(document: Document, base: Template) -> Iterator[tuple[str, str]]:
    """The headers and footers: ours, or the municipality's own with our words in them."""
    if not base.around:
        yield "word/header1.xml", parts.header(document)
        yield "word/footer1.xml", parts.footer(document)
    for one in base.around:
        ours = parts.marks(document) if one.is_header else parts.foot(document)
        yield one.part, one.before + ours + one.after


def _head(head: Head, logo: Picture | None, named: bool) -> str:
    """Who sends it, unless a letterhead has *named* the sender, and the facts."""
    facts = styled("Uppgifter", TAB.join(runs(f"{label}: {fact}") for label, fact in head.facts)) if head.facts else ""
    if named:
        return facts
    return (
        (styled("Avsandarrad", logo.drawing) if logo else "")
        + (paragraph("Avsandare", head.name) if head.name else "")
        + "".join(paragraph("Avsandarrad", line) for line in head.lines)
        + facts
    )
