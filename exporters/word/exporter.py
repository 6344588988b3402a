"""The Word exporter: a prepared package, and what each document adds to it."""

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
    ' xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
    ' xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"'
    ' xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"'
    ' xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture"><w:body>'
)
_PAGE = (
    '<w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1417" w:right="1417" w:bottom="1417" w:left="1417"'
    ' w:header="567" w:footer="624" w:gutter="0"/>'
)


class WordExporter:
    """Writes a document as a .docx file."""

    def export(self, document: Document) -> bytes:
        base = template(quoted(document.language))
        logo = picture(document.head.logo) if document.head.logo else None
        renderer = BodyRenderer()
        file = BytesIO(base.packed)
        file.seek(0, 2)
        with ZipFile(file, "a") as archive:
            put(archive, "word/document.xml", _body(document, base, renderer, logo).encode())
            put(archive, "word/numbering.xml", parts.numbering(renderer.ordered_lists).encode())
            put(archive, "word/header1.xml", parts.header(document).encode())
            put(archive, "word/footer1.xml", parts.footer(document).encode())
            put(archive, "docProps/core.xml", parts.core(document).encode())
            put(archive, "word/_rels/document.xml.rels", base.related(logo.relation if logo else "").encode())
            if document.head.logo and logo:
                put(archive, logo.part, document.head.logo.data)
        return file.getvalue()


def _body(document: Document, base: Template, renderer: BodyRenderer, logo: Picture | None) -> str:
    pieces = [_OPENING, _head(document.head, logo)]
    pieces += [paragraph("Exemplar", document.copy_for)] if document.copy_for else []
    pieces.append(paragraph("Title", document.title))
    pieces += [paragraph("Subtitle", document.subtitle)] if document.subtitle else []
    pieces += [paragraph("Markning", mark) for mark in document.marks]
    pieces += [paragraph("Normal", words) for words in document.intro]
    for section in document.sections:
        pieces.append(paragraph("Heading1", section.heading))
        pieces += map(renderer.render, section.blocks)
    pieces.append(
        f'<w:sectPr><w:headerReference w:type="default" r:id="{base.header}"/>'
        f'<w:footerReference w:type="default" r:id="{base.footer}"/>{_PAGE}</w:sectPr></w:body></w:document>'
    )
    return "".join(pieces)


def _head(head: Head, logo: Picture | None) -> str:
    facts = TAB.join(runs(f"{label}: {fact}") for label, fact in head.facts)
    return (
        (styled("Avsandarrad", logo.drawing) if logo else "")
        + (paragraph("Avsandare", head.name) if head.name else "")
        + "".join(paragraph("Avsandarrad", line) for line in head.lines)
        + (styled("Uppgifter", facts) if facts else "")
    )
