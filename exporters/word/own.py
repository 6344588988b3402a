"""The municipality's own letterhead: only its styles, page, headers and footers are taken; all else is left behind."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from io import BytesIO

from docx import Document as open_word
from docx.document import Document as WordFile
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml.ns import qn
from docx.oxml.xmlchemy import BaseOxmlElement
from docx.section import _Footer, _Header

from .package import UnsafePackage, unpacked
from .styles import LINE

TWIP = 635  # English metric units
NARROWEST, WIDEST = 6000, 20000  # twips
KEPT = {"styles", "theme", "fontTable", "settings", "header", "footer", "numbering"}
IMAGES = {"image/png": "png", "image/jpeg": "jpeg"}
FIELDS = {"PAGE", "NUMPAGES", "SECTIONPAGES"}
_CHANGES = {qn(f"w:{name}") for name in ("ins", "del", "moveFrom", "moveTo", "rPrChange", "pPrChange", "tblPrChange")}
_REFUSED = {qn(f"w:{name}") for name in ("object", "control", "altChunk", "subDoc")}
_TRACE = re.compile(r"(rsid\w*|paraId|textId)$")
_UNPLAIN = re.compile(r"[^\w.+-]")
_DROPPED = {
    qn(f"w:{name}")
    for name in (
        "rsid",
        "commentRangeStart",
        "commentRangeEnd",
        "commentReference",
        "dataBinding",
        "bookmarkStart",
        "bookmarkEnd",
        "proofErr",
    )
}


@dataclass
class Own:
    """What was read: the opened file, and what stops it from being used (Swedish, each says what to do)."""

    file: WordFile
    around: list[_Header | _Footer] = field(default_factory=list)
    refused: list[str] = field(default_factory=list)


def open_own(data: bytes) -> Own:
    """The letterhead, with the headers and footers it has. Raises UnsafePackage when it cannot be read at all."""
    names = unpacked(data)
    try:
        file = open_word(BytesIO(data))
        own = Own(file, [part for part in _around(file) if not part.is_linked_to_previous])
        own.refused = list(dict.fromkeys(_refusals(own, names)))
    except Exception as error:  # whatever a broken part leads the library to
        if any(b"macroEnabled" in content for name, content in names.items() if name == "[Content_Types].xml"):
            raise UnsafePackage(
                "Spara mallen som Word-dokument utan makron (.docx). Den är sparad med makron."
            ) from error
        raise UnsafePackage(
            "Öppna mallen i Word och spara den som Word-dokument (.docx). Den går inte att läsa."
        ) from error
    return own


def _around(file: WordFile) -> Iterator[_Header | _Footer]:
    """The headers and footers of the first section, which is the one whose page is used."""
    section = file.sections[0]
    yield from (section.header, section.footer)
    if section.different_first_page_header_footer:
        yield from (section.first_page_header, section.first_page_footer)
    if file.settings.odd_and_even_pages_header_footer:
        yield from (section.even_page_header, section.even_page_footer)


def _refusals(own: Own, names: dict[str, bytes]) -> Iterator[str]:
    if any("vbaproject" in name.lower() or "activex" in name.lower() for name in names):
        yield "Ta bort makrona ur mallen, och spara den som Word-dokument utan makron (.docx)."
    for around in own.around:
        yield from _relations(around.part)
        yield from _content(around.part.element)


def _relations(part: Part) -> Iterator[str]:
    for relation in part.rels.values():
        if relation.is_external:
            yield (
                f"Ta bort länken till {relation.target_ref[:80]} i sidhuvud eller sidfot. Skriv adressen som vanlig "
                "text."
            )
        elif relation.reltype != RELATIONSHIP_TYPE.IMAGE:
            yield "Ta bort det som är inbäddat i sidhuvud eller sidfot. Bara text, tabeller och bilder kan användas."
        elif relation.target_part.content_type not in IMAGES:
            yield "Byt ut bilden i sidhuvud eller sidfot mot en PNG- eller JPEG-bild."


def _content(root: BaseOxmlElement) -> Iterator[str]:
    tags = {element.tag for element in root.iter()}
    if tags & _CHANGES:
        yield "Godkänn eller avvisa alla spårade ändringar i mallen (Granska, Godkänn alla)."
    if tags & _REFUSED:
        yield "Ta bort det som är inbäddat i sidhuvud eller sidfot. Bara text, tabeller och bilder kan användas."
    instructions = ["".join(text.itertext()) for text in root.iter(qn("w:instrText"))]
    instructions += [simple.get(qn("w:instr"), "") for simple in root.iter(qn("w:fldSimple"))]
    for instruction in instructions:
        name = (instruction.split() or [""])[0].upper()
        if name and name not in FIELDS and not name.startswith("\\"):
            yield f"Ta bort fältet {name[:30]} i sidhuvud eller sidfot. Skriv det som vanlig text."


def complete(own: Own) -> None:
    """Give the letterhead an empty header and footer where it lacks one: ours have words to put there."""
    for part in _around(own.file):
        if part.is_linked_to_previous:
            part.is_linked_to_previous = False
    own.around = list(_around(own.file))


def says_something(around: _Header | _Footer) -> bool:
    """Whether it has words or an image."""
    root = around.part.element
    return bool("".join(text.text or "" for text in root.iter(qn("w:t"))).strip()) or bool(
        list(root.iter(qn("w:drawing")))
    )


def width(own: Own) -> int:
    """The width of the text in twips. Raises ValueError for a page that leaves no room."""
    section = own.file.sections[0]
    sizes = (section.page_width, section.left_margin, section.right_margin)
    if any(size is None for size in sizes):
        return LINE
    page_width, left, right = (int(size or 0) // TWIP for size in sizes)
    if not NARROWEST <= page_width - left - right <= WIDEST:
        raise ValueError("no room for the text")
    return page_width - left - right


def stripped(own: Own) -> None:
    """Leave behind all that is not used: the text, comments, code, custom data, properties and traces of editing."""
    wanted = {around.part.partname for around in own.around}
    for rels in (own.file.part.rels, own.file.part.package.rels):
        for name, relation in list(rels.items()):
            kind = relation.reltype.rsplit("/", 1)[-1]
            known = kind in KEPT or kind in ("officeDocument", "core-properties")
            if (
                relation.is_external
                or not known
                or kind in ("header", "footer")
                and relation.target_part.partname not in wanted
            ):
                del rels[name]
            elif kind not in ("header", "footer", "officeDocument"):
                relation.target_part.rels.clear()
    for number, around in enumerate(own.around):
        _renamed(around.part, number)
        _untraced(around.part.element)
    _untraced(own.file.styles.element)


def _renamed(part: Part, number: int) -> None:
    part.partname = PackURI(f"/word/brev{number}.xml")
    for each, relation in enumerate(part.rels.values()):
        image = relation.target_part
        image.partname = PackURI(f"/word/media/brev{number}-{each}.{IMAGES[image.content_type]}")


def _untraced(root: BaseOxmlElement) -> None:
    for element in list(root.iter()):
        for name in list(element.attrib):
            if _TRACE.match(name.rpartition("}")[2]):
                del element.attrib[name]
        if element.tag in _DROPPED and element.getparent() is not None:
            element.getparent().remove(element)


def page(own: Own) -> str:
    """The size and margins of the page and which headers it has, as the inside of ``w:sectPr``."""
    kept = {qn(f"w:{name}") for name in ("headerReference", "footerReference", "pgSz", "pgMar", "titlePg")}
    found = (child for child in own.file.sections[0]._sectPr if child.tag in kept)
    return "".join(_written(child) for child in found if child.get(qn("r:id"), "") in {"", *own.file.part.rels})


def _written(element: BaseOxmlElement) -> str:
    """An empty element in our own prefixes, without the namespaces that its file declared."""
    prefixes = {qn("w:x")[:-1]: "w", qn("r:x")[:-1]: "r"}
    attributes = ""
    for name, value in element.attrib.items():
        space, _, local = name.rpartition("}")
        if prefix := prefixes.get(space + "}"):
            attributes += f' {prefix}:{local}="{_UNPLAIN.sub("", value)}"'
    return f"<w:{element.tag.rpartition('}')[2]}{attributes}/>"
