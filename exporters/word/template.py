"""The part of the Word file that never changes: made by python-docx once per process and language, packed once."""

import logging
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from functools import lru_cache
from io import BytesIO
from zipfile import ZipFile

from docx import Document as open_word
from docx.document import Document as WordFile
from docx.oxml import parse_xml
from docx.oxml.xmlchemy import BaseOxmlElement
from docx.section import _Footer, _Header

from . import parts
from .archive import put
from .merging import merge
from .own import Own, complete, open_own, page, says_something, stripped, width
from .package import UnsafePackage
from .styles import BOX_FONT, FONT, LINE, SCRIPT_FONT, styles_xml

log = logging.getLogger("stegvis")

_UNWANTED = ("customXml", "stylesWithEffects", "webSettings", "thumbnail", "extended-properties")
_WRITTEN_EACH_TIME = {
    "word/document.xml",
    "word/header1.xml",
    "word/footer1.xml",
    "word/numbering.xml",
    "word/_rels/document.xml.rels",
    "docProps/core.xml",
}
_IMAGES = tuple(f'<Default Extension="{name}" ContentType="image/{name}"/>' for name in ("jpeg", "png"))
_SETTINGS = """<w:settings xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">
<w:removePersonalInformation/><w:removeDateAndTime/><w:defaultTabStop w:val="567"/><w:compat>
<w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat>
<w:themeFontLang w:val="{language}"/><w:decimalSymbol w:val=","/><w:listSeparator w:val=";"/></w:settings>"""
_FONT_TABLE = (
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
    '<w:fonts xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">'
    + "".join(
        f'<w:font w:name="{name}"><w:altName w:val="{instead}"/><w:charset w:val="00"/>'
        '<w:family w:val="swiss"/><w:pitch w:val="variable"/></w:font>'
        for name, instead in ((FONT, "Carlito"), (SCRIPT_FONT, "Liberation Sans"), (BOX_FONT, "MS Gothic"))
    )
    + "</w:fonts>"
)


_PAGE = (
    '<w:headerReference w:type="default" r:id="{header}"/><w:footerReference w:type="default" r:id="{footer}"/>'
    '<w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1417" w:right="1417" w:bottom="1417" w:left="1417"'
    ' w:header="567" w:footer="624" w:gutter="0"/>'
)
_HERE = "stegvis-here"


@dataclass(frozen=True, slots=True)
class Around:
    """A header or a footer of the municipality's own, in two halves with our words between them."""

    part: str
    is_header: bool
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class Template:
    """A package that lacks what is written for each document, and what that needs to know.

    *page* is the inside of ``w:sectPr``, *line* the width of the text in twips. *around* is empty in our own
    letterhead, whose header and footer are written whole; *names_sender* when a header says who sends the document.
    """

    packed: bytes
    relations: str
    page: str
    line: int = LINE
    around: tuple[Around, ...] = ()
    names_sender: bool = False

    def related(self, more: str) -> str:
        """What the body is related to: what all bodies are, and *more*."""
        return self.relations.replace("</Relationships>", more + "</Relationships>")


@lru_cache(maxsize=8)
def template(language: str, own: bytes = b"") -> Template:
    """The template for documents in that language, on the municipality's *own* letterhead if there is one.

    A letterhead that cannot be used is told of in the log, and ours is used instead.
    """
    if own:
        try:
            return _on_own(language, own)
        except UnsafePackage as problem:
            log.error("letterhead: %s", problem)
    return _ours(language)


def _ours(language: str) -> Template:
    file = open_word()
    _drop_unwanted(file)
    _refill(file.styles.element, styles_xml(language))
    _refill(file.settings.element, _SETTINGS.format(language=language))
    section = file.sections[0]
    section.header.is_linked_to_previous = section.footer.is_linked_to_previous = False
    relation = {kind.reltype.rsplit("/", 1)[-1]: name for name, kind in file.part.rels.items()}
    packed, relations = _packed(file)
    return Template(packed, relations, _PAGE.format(header=relation["header"], footer=relation["footer"]))


def _on_own(language: str, data: bytes) -> Template:
    """Raises UnsafePackage when the letterhead must not be used."""
    own = open_own(data)
    if own.refused:
        raise UnsafePackage(" ".join(own.refused))
    try:
        return _prepared(own, language)
    except Exception as error:  # what was judged can still hold something that no reader has met
        raise UnsafePackage("Spara om mallen i Word. Den går inte att använda som den är.") from error


def _prepared(own: Own, language: str) -> Template:
    names_sender = any(isinstance(part, _Header) and says_something(part) for part in own.around)
    evenly = own.file.settings.odd_and_even_pages_header_footer
    complete(own)
    stripped(own)
    line = width(own)
    merge(own.file.styles.element, [part.part.element for part in own.around], language, line)
    settings = _SETTINGS.format(language=language)
    if evenly:
        settings = settings.replace("<w:defaultTabStop", "<w:evenAndOddHeaders/><w:defaultTabStop")
    _refill(own.file.settings.element, settings)
    around = tuple(_halves(part) for part in own.around)
    packed, relations = _packed(own.file, {one.part for one in around})
    return Template(packed, relations, page(own), line, around, names_sender)


def _halves(around: _Header | _Footer) -> Around:
    root, is_header = around.part.element, isinstance(around, _Header)
    here = root.makeelement(_HERE)
    root.insert(0, here) if is_header else root.append(here)
    before, _, after = root.xml.partition(f"<{_HERE}/>")
    root.remove(here)
    return Around(str(around.part.partname)[1:], is_header, parts.DECLARATION + before, after)


def _drop_unwanted(file: WordFile) -> None:
    for rels in (file.part.rels, file.part.package.rels):
        for name, relation in list(rels.items()):
            if relation.reltype.rsplit("/", 1)[-1] in _UNWANTED:
                del rels[name]


def _refill(element: BaseOxmlElement, xml: str) -> None:
    """Make the root of a part hold what *xml* holds, and nothing else."""
    element.clear()
    element.extend(list(parse_xml(xml)))


def _packed(file: WordFile, also_written: AbstractSet[str] = frozenset()) -> tuple[bytes, str]:
    """The package without what is written each time, and what the body is related to."""
    saved, kept = BytesIO(), BytesIO()
    file.save(saved)
    with ZipFile(saved) as source, ZipFile(kept, "w") as target:
        for name in source.namelist():
            content = source.read(name)
            if name == "[Content_Types].xml":
                content = content.replace(b"<Override", _images(content) + b"<Override", 1)
            if name == "word/fontTable.xml":
                content = _FONT_TABLE.encode()
            if name not in _WRITTEN_EACH_TIME | also_written:
                put(target, name, content)
        relations = source.read("word/_rels/document.xml.rels").decode()
    return kept.getvalue(), relations


def _images(types: bytes) -> bytes:
    """The kinds of image that the package has not named yet."""
    return b"".join(each.encode() for each in _IMAGES if each.encode() not in types)
