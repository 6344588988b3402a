"""The small parts of the package that change with each document."""

from datetime import UTC, datetime

from ..document import Document
from .body import FIRST_FREE_LIST, paragraph, styled
from .runs import TAB, quoted, runs
from .styles import FONT, HANG

DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_MAIN = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
_INDENT = f'<w:pPr><w:ind w:left="{HANG}" w:hanging="{HANG}"/></w:pPr>'


def header(document: Document) -> str:
    """The header of every page: the marks, or nothing."""
    return f"{DECLARATION}<w:hdr {_MAIN}>{marks(document) or styled('Header', '')}</w:hdr>"


def footer(document: Document) -> str:
    """The footer of every page, with page x of y."""
    return f"{DECLARATION}<w:ftr {_MAIN}>{foot(document)}</w:ftr>"


def marks(document: Document) -> str:
    """The marks, a paragraph each."""
    return "".join(paragraph("Header", mark) for mark in document.marks)


def foot(document: Document) -> str:
    """Which form it is, and page x of y."""
    page, pages = (f'<w:fldSimple w:instr=" {name} ">{runs("1")}</w:fldSimple>' for name in ("PAGE", "NUMPAGES"))
    return styled("Footer", runs(document.footer) + TAB + runs("Sida ") + page + runs(" av ") + pages)


def numbering(ordered_lists: int) -> str:
    """Bullets, numbers, and one restart for each ordered list of the document."""
    restarts = "".join(
        f'<w:num w:numId="{FIRST_FREE_LIST + number}"><w:abstractNumId w:val="1"/><w:lvlOverride w:ilvl="0">'
        '<w:startOverride w:val="1"/></w:lvlOverride></w:num>'
        for number in range(ordered_lists)
    )
    return (
        f"{DECLARATION}<w:numbering {_MAIN}>{_levels(0, 'bullet', '•')}{_levels(1, 'decimal', '%1.')}"
        '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="1"/></w:num>'
        f"{restarts}</w:numbering>"
    )


def core(document: Document) -> str:
    """The properties of the file: title, sender, language and the moment of composition; nobody's name."""
    made = _w3c(document.made)
    return (
        f"{DECLARATION}<cp:coreProperties "
        'xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" '
        'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" '
        'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">'
        f"<dc:title>{quoted(document.title)}</dc:title><dc:creator>{quoted(document.head.name)}</dc:creator>"
        f"<dc:language>{quoted(document.language)}</dc:language>"
        f'<dcterms:created xsi:type="dcterms:W3CDTF">{made}</dcterms:created>'
        f'<dcterms:modified xsi:type="dcterms:W3CDTF">{made}</dcterms:modified></cp:coreProperties>'
    )


def _levels(number: int, kind: str, mark: str) -> str:
    return (
        f'<w:abstractNum w:abstractNumId="{number}"><w:multiLevelType w:val="singleLevel"/><w:lvl w:ilvl="0">'
        f'<w:start w:val="1"/><w:numFmt w:val="{kind}"/><w:lvlText w:val="{mark}"/><w:lvlJc w:val="left"/>{_INDENT}'
        f'<w:rPr><w:rFonts w:ascii="{FONT}" w:hAnsi="{FONT}" w:hint="default"/></w:rPr></w:lvl></w:abstractNum>'
    )


def _w3c(moment: datetime) -> str:
    return moment.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
