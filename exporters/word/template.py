"""The part of the Word file that never changes: made by python-docx once per process and language, packed once."""

from dataclasses import dataclass
from functools import lru_cache
from io import BytesIO
from zipfile import ZipFile

from docx import Document as open_word
from docx.document import Document as WordFile
from docx.oxml import parse_xml
from docx.oxml.xmlchemy import BaseOxmlElement

from .archive import put
from .styles import BOX_FONT, FONT, SCRIPT_FONT, styles_xml

_UNWANTED = ("customXml", "stylesWithEffects", "webSettings", "thumbnail", "extended-properties")
_WRITTEN_EACH_TIME = {
    "word/document.xml",
    "word/header1.xml",
    "word/footer1.xml",
    "word/numbering.xml",
    "word/_rels/document.xml.rels",
    "docProps/core.xml",
}
_IMAGES = '<Default Extension="jpeg" ContentType="image/jpeg"/><Default Extension="png" ContentType="image/png"/>'
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


@dataclass(frozen=True, slots=True)
class Template:
    """A package that lacks what is written for each document, and what that needs to know."""

    packed: bytes
    relations: str
    header: str
    footer: str

    def related(self, more: str) -> str:
        """What the body is related to: what all bodies are, and *more*."""
        return self.relations.replace("</Relationships>", more + "</Relationships>")


@lru_cache(maxsize=8)
def template(language: str) -> Template:
    """The template for documents in that language."""
    file = open_word()
    _drop_unwanted(file)
    _refill(file.styles.element, styles_xml(language))
    _refill(file.settings.element, _SETTINGS.format(language=language))
    section = file.sections[0]
    section.header.is_linked_to_previous = section.footer.is_linked_to_previous = False
    relation = {kind.reltype.rsplit("/", 1)[-1]: name for name, kind in file.part.rels.items()}
    return _packed(file, relation["header"], relation["footer"])


def _drop_unwanted(file: WordFile) -> None:
    for rels in (file.part.rels, file.part.package.rels):
        for name, relation in list(rels.items()):
            if relation.reltype.rsplit("/", 1)[-1] in _UNWANTED:
                del rels[name]


def _refill(element: BaseOxmlElement, xml: str) -> None:
    """Make the root of a part hold what *xml* holds, and nothing else."""
    element.clear()
    element.extend(list(parse_xml(xml)))


def _packed(file: WordFile, header: str, footer: str) -> Template:
    saved, kept = BytesIO(), BytesIO()
    file.save(saved)
    with ZipFile(saved) as source, ZipFile(kept, "w") as target:
        for name in source.namelist():
            content = source.read(name)
            if name == "[Content_Types].xml":
                content = content.replace(b"<Override", _IMAGES.encode() + b"<Override", 1)
            if name == "word/fontTable.xml":
                content = _FONT_TABLE.encode()
            if name not in _WRITTEN_EACH_TIME:
                put(target, name, content)
        relations = source.read("word/_rels/document.xml.rels").decode()
    return Template(kept.getvalue(), relations, header, footer)
