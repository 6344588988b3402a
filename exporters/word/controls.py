"""Content controls: the places of a blank that is filled in on a screen, in Word's own form."""

from collections.abc import Iterator

from ...forms.language.words import TICKED, UNTICKED, InputPlace
from .runs import quoted, runs
from .styles import BOX_FONT

DOTS = "…" * 20
"""Stands where nothing is written yet: a line to write on when it is printed, gone as soon as somebody writes."""
CHOOSE = "Välj …………………"
LONGEST = 64  # letters that Word allows in a tag and in a title
_BOX = '<w:rStyle w:val="Kryssruta"/>'


def tag(place: InputPlace) -> str:
    """What the control is called: the control of the page it answers, and for a box also what it sends."""
    return f"{place.control}={place.value}" if place.value else place.control


def control(place: InputPlace, label: str, number: int, *, multiline: bool) -> str:
    """A control to write or choose in, for the inside of a paragraph.

    One of several lines has no kind: LibreOffice runs the lines of plain text together.
    """
    kind = "" if multiline else "<w:text/>"
    if place.day:
        kind = (
            '<w:date><w:dateFormat w:val="yyyy-MM-dd"/><w:lid w:val="sv-SE"/><w:storeMappedDataAs '
            'w:val="date"/><w:calendar w:val="gregorian"/></w:date>'
        )
    if place.options:
        kind = f"<w:dropDownList>{''.join(_items(place))}</w:dropDownList>"
    empty = runs(CHOOSE if place.options else DOTS)
    return _control(place, label, number, f"<w:showingPlcHdr/>{kind}", empty)


def box(place: InputPlace, label: str, number: int, *, ticked: bool) -> str:
    """A control to tick."""
    states = "".join(
        f'<w14:{state} w14:val="{ord(letter):04X}" w14:font="{BOX_FONT}"/>'
        for state, letter in (("checkedState", TICKED), ("uncheckedState", UNTICKED))
    )
    kind = f'<w14:checkbox><w14:checked w14:val="{ticked:d}"/>{states}</w14:checkbox>'
    return _control(place, label, number, kind, runs(TICKED if ticked else UNTICKED, _BOX))


def section(row_of: str, number: int, rows: list[str]) -> str:
    """Rows of a repeat, to which Word lets people add more and take some away; called what their controls begin
    with.
    """
    return _block(f'<w:tag w:val="{quoted(row_of)}"/>', number, "<w15:repeatingSection/>", "".join(rows))


def row(number: int, content: str) -> str:
    """One row of such a section."""
    return _block("", number, "<w15:repeatingSectionItem/>", content)


def _block(named: str, number: int, kind: str, content: str) -> str:
    return (
        f'<w:sdt><w:sdtPr>{named}<w:id w:val="{number}"/>{kind}</w:sdtPr><w:sdtContent>{content}</w:sdtContent></w:sdt>'
    )


def _control(place: InputPlace, label: str, number: int, kind: str, content: str) -> str:
    return (
        f'<w:sdt><w:sdtPr><w:alias w:val="{quoted(label[:LONGEST])}"/><w:tag w:val="{quoted(tag(place))}"/>'
        f'<w:id w:val="{number}"/>{kind}</w:sdtPr><w:sdtContent>{content}</w:sdtContent></w:sdt>'
    )


def _items(place: InputPlace) -> Iterator[str]:
    for key, words in place.options:
        yield f'<w:listItem w:displayText="{quoted(words)}" w:value="{quoted(key)}"/>'
