"""The structure tree: what a screen reader reads, in reading order, apart from how it is drawn."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypeAlias

from .file import PdfFile
from .syntax import array, reference, text_string


@dataclass(frozen=True, slots=True)
class Annotation:
    """A form field that belongs to an element."""

    page: int
    number: int


Content: TypeAlias = tuple[int, int]  # page index, marked content number on that page


class Element:
    """One element; its kids are elements, marked contents and annotations, in reading order.

    *number* and *parent* are object numbers, known when the tree is written. A way back to the parent itself would keep
    every document in memory until the garbage collector comes by.
    """

    __slots__ = ("kids", "kind", "number", "parent", "properties")

    def __init__(self, kind: str, properties: str = "") -> None:
        self.kind = kind
        self.properties = properties
        self.kids: list[Element | Content | Annotation] = []
        self.number = self.parent = 0

    def add(self, kind: str, properties: str = "") -> Element:
        """A new last kid."""
        kid = Element(kind, properties)
        self.kids.append(kid)
        return kid


def alternative(words: str) -> str:
    """The property that holds the words that replace an element."""
    return f"/Alt{text_string(words)}"


def write_tree(file: PdfFile, root: Element, pages: list[int], parents: list[Element | list[Element]]) -> int:
    """Write every element and the way back from content to element; the number of the tree's root.

    *pages* are the pages' object numbers. *parents* has, for each StructParent key, the element of an annotation or the
    elements of a page by marked content number.
    """
    top, elements = file.reserve(), [root]
    root.number, root.parent = top + 1, top
    for element in elements:  # grows while it runs
        for kid in element.kids:
            if type(kid) is Element:
                elements.append(kid)
                kid.number, kid.parent = top + len(elements), element.number
        file.add(_element(element, pages))
    keys = [f"{key} {_owner(owner)}" for key, owner in enumerate(parents)]
    tree = file.add(f"<</Nums{array(keys)}>>")
    file.fill(
        top,
        f"<</Type/StructTreeRoot/K {root.number} 0 R/ParentTree {tree} 0 R/ParentTreeNextKey {len(parents)}>>",
    )
    return top


def _element(element: Element, pages: list[int]) -> str:
    own, kids = None, []
    for kid in element.kids:
        if isinstance(kid, Element):
            kids.append(f"{kid.number} 0 R")
        elif isinstance(kid, tuple):
            page, place = kid
            own = page if own is None else own
            kids.append(str(place) if page == own else f"<</Type/MCR/Pg {pages[page]} 0 R/MCID {place}>>")
        else:
            kids.append(f"<</Type/OBJR/Obj {kid.number} 0 R/Pg {pages[kid.page]} 0 R>>")
    # One kid stands without an array: PAdES validators accept a signed field only at a path that ends in /K/Obj.
    drawn = f"/K {kids[0]}" if len(kids) == 1 else f"/K{array(kids)}" if kids else ""
    on = "" if own is None else f"/Pg {pages[own]} 0 R"
    return f"<</Type/StructElem/S/{element.kind}/P {element.parent} 0 R{on}{element.properties}{drawn}>>"


def _owner(owner: Element | list[Element]) -> str:
    return reference(owner.number) if isinstance(owner, Element) else array([reference(e.number) for e in owner])
