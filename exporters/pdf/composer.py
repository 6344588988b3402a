"""From the neutral document to the bytes of a PDF file."""

import unicodedata
from dataclasses import replace

from ..document import Attachment, Document
from ..legible import legible
from .canvas import TaggedCanvas
from .code import ROOM, SHORT, draw_code
from .file import PdfFile
from .furniture import PageMarks, draw_footer
from .icc import srgb_profile
from .letterhead import add_letterhead
from .metadata import Metadata
from .pagination import Placed, paginate
from .renderer import PdfRenderer
from .signing import add_seal
from .story import Story
from .structure import write_tree
from .style import BOTTOM, HEIGHT, HELP, RIGHT, TOP, WIDTH
from .syntax import array, reference, text_string

MANY = 40  # characters that a note still lists one by one


def write(document: Document) -> bytes:
    """The document as PDF. Raises UnusableImage."""
    story = Story(dense=document.dense and not document.blank)
    add_letterhead(story, document)
    marks = PageMarks(story, document.marks)
    for paragraph in document.intro:
        story.paragraph(paragraph, before=6)
    for section in document.sections:
        story.heading(section.heading, 2)
        PdfRenderer(story, document.blank).blocks(section.blocks)
    _add_note(story)
    if document.seal:
        add_seal(story, document.seal)
    pages = paginate(story.rows, min(TOP, TOP - marks.height), ROOM if document.page_code else BOTTOM)
    file = PdfFile()
    canvas = TaggedCanvas(file, story.typesetter)
    for place, page in enumerate(pages, 1):
        _draw(canvas, page)
        marks.draw(canvas, place == 1)
        draw_footer(canvas, _footer(document), place, len(pages), SHORT if document.page_code else RIGHT)
        if document.page_code:
            draw_code(canvas, replace(document.page_code, page=place, pages=len(pages)))
        canvas.showPage()
    return _finish(document, story, canvas)


def _footer(document: Document) -> str:
    """The words of the footer, with what the code of the page says."""
    code = document.page_code
    return f"{document.footer} · handlingens version {code.version} · märke {code.words}" if code else document.footer


def _add_note(story: Story) -> None:
    """Name the characters that no font could show."""
    missing = sorted(story.typesetter.missing)
    if missing:
        named = [f"U+{ord(sign):04X} ({unicodedata.name(sign, 'utan namn')})" for sign in missing[:MANY]]
        more = f" och {len(missing) - MANY} till" if len(missing) > MANY else ""
        story.paragraph(f"Tecken som inte kan visas i PDF: {', '.join(named)}{more}.", HELP, before=18)


def _draw(canvas: TaggedCanvas, page: list[Placed]) -> None:
    for placed in page:
        placed.row.draw(canvas, placed.top, placed.first, placed.last, placed.repeated)


def _finish(document: Document, story: Story, canvas: TaggedCanvas) -> bytes:
    """Everything around the pages: tree, fonts, catalog."""
    file = canvas.file
    meta = Metadata(
        legible(document.title),
        legible(document.head.name),
        document.language,
        document.made,
        3 if document.attachments else 2,
    )
    tree = write_tree(file, story.root, [page.number for page in canvas.pages], canvas.parents)
    profile = file.deflated("/N 3", srgb_profile())
    xmp = file.stream("/Type/Metadata/Subtype/XML", meta.xmp(), deflate=False)
    colours = f"/OutputConditionIdentifier(sRGB)/Info(sRGB)/DestOutputProfile {profile} 0 R"
    catalog = file.add(
        f"<</Type/Catalog/Pages {_write_pages(canvas)} 0 R/Lang{text_string(document.language)}"
        "/MarkInfo<</Marked true>>"
        f"/ViewerPreferences<</DisplayDocTitle true>>/StructTreeRoot {tree} 0 R/Metadata {xmp} 0 R"
        f"/OutputIntents[<</Type/OutputIntent/S/GTS_PDFA1{colours}>>]{canvas.form()}"
        f"{_attach(file, document.attachments, meta.date)}>>"
    )
    return file.write(catalog, file.add(meta.info()))


def _write_pages(canvas: TaggedCanvas) -> int:
    file = canvas.file
    images = "".join(f"/I{name} {image.write(file)} 0 R" for image, name in canvas.images.items())
    resources = file.add(f"<<{canvas.typesetter.fonts.write(file)}/XObject<<{images}>>>>")
    parent = file.reserve()
    size = f"[0 0 {WIDTH} {HEIGHT}]"
    for page in canvas.pages:
        contents = file.stream("", page.contents.encode("latin-1"))
        annotations = f"/Annots{array([reference(each) for each in page.annotations])}" if page.annotations else ""
        file.fill(
            page.number,
            f"<</Type/Page/Parent {parent} 0 R/MediaBox{size}/Resources {resources} 0 R/Contents {contents} 0 R"
            f"/StructParents {page.key}/Tabs/S{annotations}>>",
        )
    kids = array([reference(page.number) for page in canvas.pages])
    file.fill(parent, f"<</Type/Pages/Count {len(canvas.pages)}/Kids{kids}>>")
    return parent


def _attach(file: PdfFile, attachments: tuple[Attachment, ...], date: str) -> str:
    """Embed the files; what the catalog says of them."""
    if not attachments:
        return ""
    specs = [(legible(each.name), _embed(file, each, date)) for each in attachments]
    names = " ".join(f"{text_string(name)} {spec} 0 R" for name, spec in sorted(specs))
    return f"/Names<</EmbeddedFiles<</Names[{names}]>>>>/AF{array([reference(spec) for _, spec in specs])}"


def _embed(file: PdfFile, attachment: Attachment, date: str) -> int:
    kind = attachment.media_type.replace("/", "#2F")
    entries = f"/Type/EmbeddedFile/Subtype/{kind}/Params<</Size {len(attachment.data)}/ModDate{date}>>"
    data, name = file.stream(entries, attachment.data), text_string(legible(attachment.name))
    return file.add(
        f"<</Type/Filespec/F{name}/UF{name}/Desc{text_string(legible(attachment.description))}/AFRelationship/Data"
        f"/EF<</F {data} 0 R/UF {data} 0 R>>>>"
    )
