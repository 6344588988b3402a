"""ReportLab's canvas with a structure: whatever is drawn belongs to an element or is an artifact."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from io import BytesIO
from typing import TypeAlias

from reportlab.pdfgen.canvas import Canvas

from .file import PdfFile
from .form_font import form_font
from .image import Image
from .structure import Annotation, Element
from .style import BODY, HEIGHT, WIDTH, Style
from .syntax import array, numbers, reference, text_string
from .typesetter import Line, Typesetter

RADIO = 1 << 15 | 1 << 14  # flags: one of several, and it cannot be unticked but by ticking another
Box: TypeAlias = tuple[float, float, float, float]
"""Left, bottom, right and top, in points from the lower left corner of the page."""


@dataclass(slots=True)
class SheetPage:
    """A finished page: object number, contents, elements by marked content number, annotations, StructParents key."""

    number: int
    contents: str
    elements: list[Element]
    annotations: list[int]
    key: int = 0


class TaggedCanvas(Canvas):
    """Collects finished pages; ReportLab's own file is never written."""

    FORM_FONT = "Typ"
    _code: list[str]

    def __init__(self, file: PdfFile, typesetter: Typesetter) -> None:
        super().__init__(BytesIO(), pagesize=(WIDTH, HEIGHT), invariant=1)
        self.file = file
        self.typesetter = typesetter
        self.pages: list[SheetPage] = []
        self.parents: list[Element | list[Element]] = []
        self.fields: list[int] = []
        self.images: dict[Image, int] = {}
        self._groups: dict[str, tuple[int, list[int], int]] = {}
        self._font: int | None = None
        self._rules: dict[float, list[str]] = {}
        self._page = SheetPage(file.reserve(), "", [], [])

    @contextmanager
    def tagged(self, element: Element) -> Iterator[None]:
        """What is drawn inside is content of the element."""
        self.addLiteral(f"{self._mark(element)} q")
        yield
        self.addLiteral("Q EMC")

    @contextmanager
    def artifact(self, properties: str = "") -> Iterator[None]:
        """What is drawn inside is decoration; *properties* such as ``/Type/Pagination/Subtype/Footer``."""
        self.addLiteral(f"/Artifact <<{properties}>> BDC q" if properties else "/Artifact BMC q")
        yield
        self.addLiteral("Q EMC")

    def text(self, element: Element | None, lines: Sequence[Line], style: Style, x: float, y: float) -> None:
        """Draw lines downwards, the first baseline at y, as content of the element or as an artifact."""
        start = "/Artifact <</Type/Pagination>> BDC" if element is None else self._mark(element)
        self._code.append(f"{start} {self.text_object(lines, style, x, y)} EMC")

    def text_object(self, lines: Sequence[Line], style: Style, x: float, y: float) -> str:
        """The operators that draw lines downwards, the first baseline at y."""
        shown = style.turn.join([line.operators for line in lines])
        text = f"BT /{self.typesetter.fonts.name(style.typeface)} {style.choice} {x:.2f} {y:.2f} Td {shown} ET"
        return f"{style.grey} g {text} 0 g" if style.grey else text

    def rule(self, line: tuple[float, float, float, float], grey: float) -> None:
        """A thin line, drawn as an artifact with the others when the page is finished."""
        self._rules.setdefault(grey, []).append("{:.2f} {:.2f} m {:.2f} {:.2f} l".format(*line))

    def image(self, element: Element, image: Image, box: tuple[float, float, float, float]) -> None:
        """Draw an image as content of the element (a Figure): left, bottom, width, height."""
        name = self.images.setdefault(image, len(self.images))
        self.addLiteral(f"{self._mark(element)} q {numbers(box[2], 0, 0, box[3], box[0], box[1])} cm /I{name} Do Q EMC")

    def signature_field(self, element: Element, box: Box, name: str, label: str) -> None:
        """An empty signature field with its widget, owned by the element (a Form)."""
        self.field(element, box, name, label, f"/FT/Sig/AP<</N {self.appearance(box, '')} 0 R>>")

    def field(self, element: Element, box: Box, name: str, label: str, entries: str) -> None:
        """A form field with its widget, owned by the element (a Form); *entries* say what it takes and how it looks."""
        self.fields.append(self._widget(element, box, f"/T{text_string(name)}/TU{text_string(label)}{entries}"))

    def one_of(
        self, element: Element, box: Box, name: str, label: str, entries: str, *, required: bool = False
    ) -> None:
        """A box of the group *name*, of which one at the most is ticked, or exactly one when it is *required*."""
        if name not in self._groups:
            self._groups[name] = (self.file.reserve(), [], RADIO | 2 * required)
            self.fields.append(self._groups[name][0])
        parent, kids, _ = self._groups[name]
        kids.append(self._widget(element, box, f"/Parent {parent} 0 R/TU{text_string(label)}{entries}"))

    def appearance(self, box: Box, code: str, *, font: bool = False) -> int:
        """What a widget looks like, drawn from the lower left corner of its box."""
        resources = f"/Resources<<{self.form_font()}>>" if font else "/Resources<<>>"
        size = numbers(box[2] - box[0], box[3] - box[1])
        return self.file.stream(f"/Type/XObject/Subtype/Form/BBox[0 0 {size}]{resources}", code.encode(), deflate=False)

    def form_font(self) -> str:
        """The font that is typed with in the fields, as an entry of a resource dictionary; embedded when first
        asked for.
        """
        if self._font is None:
            self._font = form_font(self.file, BODY.typeface)
        return f"/Font<</{self.FORM_FONT} {self._font} 0 R>>"

    def form(self) -> str:
        """The form of the catalog; nothing without fields."""
        for name, (parent, kids, flags) in self._groups.items():
            drawn = array([reference(kid) for kid in kids])
            self.file.fill(
                parent, f"<</FT/Btn/Ff {flags}/T{text_string(name)}/TU{text_string(name)}/V/Off/Kids{drawn}>>"
            )
        if not self.fields:
            return ""
        typed = f"/DR<<{self.form_font()}>>/DA(/{self.FORM_FONT} 10 Tf 0 g)" if self._font else ""
        return f"/AcroForm<</Fields{array([reference(field) for field in self.fields])}/SigFlags 0{typed}>>"

    def _widget(self, element: Element, box: Box, entries: str) -> int:
        number = self.file.add(
            f"<</Type/Annot/Subtype/Widget{entries}/F 4/Rect[{numbers(*box)}]/P {self._page.number} 0 R"
            f"/StructParent {len(self.parents)}>>"
        )
        self.parents.append(element)
        element.kids.append(Annotation(len(self.pages), number))
        self._page.annotations.append(number)
        return number

    def showPage(self) -> None:
        """Finish the page and begin the next."""
        self._draw_rules()
        self._page.contents = "\n".join(self._code)
        self._page.key = len(self.parents)
        self.pages.append(self._page)
        self.parents.append(self._page.elements)
        self._page = SheetPage(self.file.reserve(), "", [], [])
        self._code = []

    def _make_preamble(self) -> None:
        """Nothing: pages begin with what is drawn on them, not with a font of ReportLab's."""

    def _draw_rules(self) -> None:
        if self._rules:
            with self.artifact():
                self.setLineWidth(0.5)
                for grey, lines in self._rules.items():
                    self.setStrokeGray(grey)
                    self.addLiteral(" ".join(lines) + " S")
            self._rules = {}

    def _mark(self, element: Element) -> str:
        elements = self._page.elements
        place = len(elements)
        elements.append(element)
        element.kids.append((len(self.pages), place))
        return f"/{element.kind} <</MCID {place}>> BDC"
