"""What somebody has written in a Word blank: by the tags of its controls, or by order and title where a program dropped
them.

The file is hostile until it is judged: it is unpacked within limits, and only plain text is taken.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from difflib import SequenceMatcher

from docx.oxml import parse_xml
from docx.oxml.ns import qn
from docx.oxml.xmlchemy import BaseOxmlElement

from ..letterhead import Imprint, imprint
from .controls import CHOOSE, DOTS
from .package import UnsafePackage, unpacked

MOST_LETTERS = 20_000  # of one answer
_W15 = "{http://schemas.microsoft.com/office/word/2012/wordml}"
_W14 = "{http://schemas.microsoft.com/office/word/2010/wordml}"
_VAL = qn("w:val")
_EMPTY = {DOTS, CHOOSE, ""}
Rows = dict[BaseOxmlElement, tuple[str, int]]


@dataclass(frozen=True)
class WrittenValue:
    """One control as it stands in a file: what it is for if that is still known, and what somebody has written."""

    tag: str
    title: str
    kind: str
    text: str = ""


@dataclass(frozen=True)
class Values:
    """The values by control of the page; *doubts* are Swedish sentences about what could not be told for certain."""

    values: Mapping[str, list[str]]
    doubts: tuple[str, ...] = field(default=())


def control_values(data: bytes, blank: bytes | None = None) -> Values:
    """What is written, chosen and ticked. Raises UnsafePackage for a file that cannot be read.

    *blank* is the same blank as we write it, for a file that has lost its tags.
    """
    found = written(data)
    if not found:
        raise UnsafePackage("Välj en Word-fil med fält att fylla i. Den här har inga.")
    if all(one.tag for one in found) or blank is None:
        lost = sum(not one.tag for one in found)
        doubts = (f"{lost} fält i filen går inte att känna igen. Kontrollera svaren.",) if lost else ()
        return Values(_gathered((one.tag, one) for one in found if one.tag), doubts)
    return _matched(found, written(blank))


def read_imprint(data: bytes) -> Imprint:
    """What a footer of the file says of the form. Raises UnsafePackage."""
    footers = (content for name, content in sorted(unpacked(data).items()) if name.startswith("word/footer"))
    found = (imprint(re.sub(r"<[^>]+>", " ", footer.decode("utf-8", "replace"))) for footer in footers)
    return next((one for one in found if one.code), Imprint())


def written(data: bytes) -> list[WrittenValue]:
    """Every control of the body, in order. Raises UnsafePackage."""
    content = unpacked(data)["word/document.xml"]
    try:
        root = parse_xml(content)
    except Exception as error:  # whatever a broken file leads the parser to
        raise UnsafePackage("Öppna filen i Word, spara den på nytt och försök igen. Den går inte att läsa.") from error
    controls = (control for control in root.iter(qn("w:sdt")) if control.find(qn("w:sdtPr")) is not None)
    # LibreOffice puts a control around a paragraph that begins with one, and around the heading of a row that can be
    # added to.
    inmost = [control for control in controls if control.find(f".//{qn('w:sdt')}") is None and not _is_heading(control)]
    rows = _numbered(root)
    return [_read(control, rows) for control in inmost]


def _is_heading(control: BaseOxmlElement) -> bool:
    paragraph = next(control.iterancestors(qn("w:p")), None)
    style = paragraph.find(f"{qn('w:pPr')}/{qn('w:pStyle')}") if paragraph is not None else None
    return style is not None and str(style.get(_VAL, "")).startswith("Heading")


def _numbered(root: BaseOxmlElement) -> Rows:
    """Each row that can be added to, by its own element: what its controls begin with, and its place among the
    others.
    """
    numbers: Rows = {}
    for section in root.iter(f"{_W15}repeatingSection"):
        control = section.getparent().getparent()
        properties, content = control.find(qn("w:sdtPr")), control.find(qn("w:sdtContent"))
        items = content.findall(qn("w:sdt")) if content is not None else []
        numbers |= {item: (_value(properties, "w:tag"), n) for n, item in enumerate(items)}
    return numbers


def _in_its_row(tag: str, control: BaseOxmlElement, rows: Rows) -> str:
    """The tag with the number of the row it stands in: Word copies the tags of the row that it adds one after."""
    for above in control.iterancestors(qn("w:sdt")):
        row_of, number = rows.get(above, ("", 0))
        if row_of:
            tag = re.sub(rf"^{re.escape(row_of)}-[0-9]+-", f"{row_of}-{number}-", tag)
    return tag


def _read(control: BaseOxmlElement, rows: Rows) -> WrittenValue:
    properties = control.find(qn("w:sdtPr"))
    box = properties.find(f"{_W14}checkbox")
    tag, title = _in_its_row(_value(properties, "w:tag"), control, rows), _value(properties, "w:alias")
    if box is not None:
        state = box.find(f"{_W14}checked")
        ticked = state is not None and state.get(f"{_W14}val") in ("1", "true", "on")
        return WrittenValue(tag, title, "box", "y" if ticked else "")
    text = _text(control)
    if properties.find(qn("w:showingPlcHdr")) is not None or text in _EMPTY:
        text = ""
    kinds = {"w:dropDownList": "list", "w:date": "date", "w:text": "text"}
    kind = next((name for tag_name, name in kinds.items() if properties.find(qn(tag_name)) is not None), "lines")
    return WrittenValue(tag, title, kind, _key(properties, text))


def _value(properties: BaseOxmlElement, name: str) -> str:
    found = properties.find(qn(name))
    return str(found.get(_VAL, "")) if found is not None else ""


def _text(control: BaseOxmlElement) -> str:
    """The words inside, a line for each break and paragraph."""
    content = control.find(qn("w:sdtContent"))
    words = ""
    for element in content.iter() if content is not None else ():
        if element.tag == qn("w:t"):
            words += element.text or ""
        elif element.tag in (qn("w:br"), qn("w:cr")) or (element.tag == qn("w:p") and words):
            words += "\n"
        elif element.tag == qn("w:tab"):
            words += "\t"
    return words.strip()[:MOST_LETTERS]


def _key(properties: BaseOxmlElement, text: str) -> str:
    """The key of what is chosen in a list; other words as they are."""
    for item in properties.iter(qn("w:listItem")):
        if text and text in (item.get(qn("w:displayText")), item.get(qn("w:value"))):
            return str(item.get(qn("w:value")))
    return text


def _gathered(pairs: Iterator[tuple[str, WrittenValue]]) -> dict[str, list[str]]:
    values: dict[str, list[str]] = {}
    for tag, one in pairs:
        control, _, key = tag.partition("=")
        if one.text:
            values.setdefault(control, []).append((key or "y") if one.kind == "box" else one.text)
    return values


def _matched(found: list[WrittenValue], known: list[WrittenValue]) -> Values:
    """The controls of the file against those of the blank: same kind, same title, same order."""
    titled = {one.kind for one in found if one.title}  # LibreOffice keeps the titles of some kinds
    here, there = ([(one.kind, one.title if one.kind in titled else "") for one in each] for each in (found, known))
    pairs: list[tuple[str, WrittenValue]] = []
    matched: set[int] = set()
    for block in SequenceMatcher(None, here, there, autojunk=False).get_matching_blocks():
        for step in range(block.size):
            pairs.append((known[block.b + step].tag, found[block.a + step]))
            matched.add(block.a + step)
    doubts = [_doubt(one) for n, one in enumerate(found) if n not in matched and one.text]
    if len(found) != len(known):
        doubts.append(f"Filen har {len(found)} fält, och blanketten {len(known)}. Kontrollera alla svar.")
    return Values(_gathered(iter(pairs)), tuple(doubts))


def _doubt(one: WrittenValue) -> str:
    where = f" ”{one.title}”" if one.title else ""
    return f"Ett fält{where} med svaret ”{one.text[:40]}” går inte att para ihop med någon fråga."
