"""Our named styles in a letterhead of the municipality's own: its styles stand, what it lacks is added."""

from collections.abc import Iterable, Iterator

from docx.oxml import parse_xml
from docx.oxml.ns import qn
from docx.oxml.xmlchemy import BaseOxmlElement

from .styles import LINE, styles_xml

_ID, _TYPE, _VAL = qn("w:styleId"), qn("w:type"), qn("w:val")
_USES = tuple(qn(f"w:{name}") for name in ("pStyle", "rStyle", "tblStyle", "basedOn", "next", "link"))
OURS_ALWAYS = {"list bullet", "list number"}
"""Styles that need our numbering."""


def name_of(style: BaseOxmlElement) -> str:
    """The name that Word shows, as it is compared: built-in names differ in capitals between programs."""
    name = style.find(qn("w:name"))
    return str(name.get(_VAL, "")).lower() if name is not None else ""


def our_styles(language: str) -> tuple[BaseOxmlElement, ...]:
    """Every style that our documents use."""
    return tuple(parse_xml(styles_xml(language)).iter(qn("w:style")))


def merge(styles: BaseOxmlElement, others: Iterable[BaseOxmlElement], language: str, line: int) -> None:
    """Make every style that we use be in *styles* under our id; *others* are the parts that use styles by id.

    *line* is the width of the text in twips, for the stops at its right end.
    """
    roots = (styles, *others)
    _language(styles, language)
    for ours in our_styles(language):
        theirs = [style for style in styles.iter(qn("w:style")) if _same(style, ours)]
        for style in _taken(styles, ours.get(_ID), theirs[:1]):
            _rename(roots, style, style.get(_ID) + "Egen")
        if theirs and name_of(ours) not in OURS_ALWAYS:
            _rename(roots, theirs[0], ours.get(_ID))
        else:
            for style in theirs:
                styles.remove(style)
            styles.append(_fitted(ours, line))
    for numbered in [n for n in styles.iter(qn("w:numPr")) if name_of(n.getparent().getparent()) not in OURS_ALWAYS]:
        numbered.getparent().remove(numbered)


def _same(style: BaseOxmlElement, ours: BaseOxmlElement) -> bool:
    if style.get(_TYPE) != ours.get(_TYPE):
        return False
    return name_of(style) == name_of(ours) or (ours.get(qn("w:default")) is not None and _default(style))


def _default(style: BaseOxmlElement) -> bool:
    return style.get(qn("w:default")) in ("1", "true", "on")


def _taken(styles: BaseOxmlElement, wanted: str, but: list[BaseOxmlElement]) -> Iterator[BaseOxmlElement]:
    """Other styles that have the id already."""
    return iter([s for s in styles.iter(qn("w:style")) if s.get(_ID, "").lower() == wanted.lower() and s not in but])


def _rename(roots: Iterable[BaseOxmlElement], style: BaseOxmlElement, new: str) -> None:
    old = style.get(_ID)
    style.set(_ID, new)
    if old == new:
        return
    for root in roots:
        for use in root.iter(*_USES):
            if use.get(_VAL) == old:
                use.set(_VAL, new)


def _fitted(ours: BaseOxmlElement, line: int) -> BaseOxmlElement:
    """Our style, its right stop at the end of their line; never a second default."""
    if qn("w:default") in ours.attrib:
        del ours.attrib[qn("w:default")]
    for stop in ours.iter(qn("w:tab")):
        if stop.get(qn("w:pos")) == str(LINE):
            stop.set(qn("w:pos"), str(line))
    return ours


def _language(styles: BaseOxmlElement, language: str) -> None:
    for element in styles.iter(qn("w:lang")):
        element.set(_VAL, language)
