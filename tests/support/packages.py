"""Word packages changed as another program would, without its clock: the same change twice gives the same bytes."""

from io import BytesIO
from zipfile import ZipFile

from docx.oxml import parse_xml
from lxml import etree

from stegvis.exporters.word.archive import put

BODY = "word/document.xml"


def repacked(data, change=lambda name, content: content, more=None):
    """The package with what *change* makes of each part, and *more* parts."""
    kept = BytesIO()
    with ZipFile(BytesIO(data)) as source, ZipFile(kept, "w") as target:
        for name in source.namelist():
            put(target, name, change(name, source.read(name)))
        for name, content in (more or {}).items():
            put(target, name, content)
    return kept.getvalue()


def with_body(data, change):
    """The package after *change* has been done to the root of its body."""

    def of(name, content):
        if name != BODY:
            return content
        change(root := parse_xml(content))
        return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)

    return repacked(data, of)
