"""ReportLab's canvas with a structure: whatever is drawn belongs to an element or is an artifact."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from io import BytesIO

from reportlab.pdfgen.canvas import Canvas

from .file import PdfFile
from .image import Image
from .structure import Annotation, Element
from .style import HEIGHT, WIDTH, Style
from .syntax import numbers, text_string
from .typesetter import Line, Typesetter


@dataclass(slots=True)
class Page:
    """A finished page: object number, contents, elements by marked content number, annotations, StructParents key."""

    number: int
    contents: str
    elements: list[Element]
    annotations: list[int]
    key: int = 0


class TaggedCanvas(Canvas):
    """Collects finished pages; ReportLab's own file is never written."""

    _code: list[str]

    def __init__(self, file: PdfFile, typesetter: Typesetter) -> None:
        super().__init__(BytesIO(), pagesize=(WIDTH, HEIGHT), invariant=1)
        self.file = file
        self.typesetter = typesetter
        self.pages: list[Page] = []
        self.parents: list[Element | list[Element]] = []
        self.fields: list[int] = []
        self.images: dict[Image, int] = {}
        self._rules: dict[float, list[str]] = {}
        self._page = Page(file.reserve(), "", [], [])

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

    def signature_field(self, element: Element, box: tuple[float, float, float, float], name: str, label: str) -> None:
        """An empty signature field with its widget, owned by the element (a Form)."""
        width, height = box[2] - box[0], box[3] - box[1]
        entries = f"/Type/XObject/Subtype/Form/BBox[0 0 {numbers(width, height)}]/Resources<<>>"
        appearance = self.file.stream(entries, b"", deflate=False)
        field = self.file.add(
            f"<</Type/Annot/Subtype/Widget/FT/Sig/T{text_string(name)}/TU{text_string(label)}/F 4"
            f"/Rect[{numbers(*box)}]/P {self._page.number} 0 R/StructParent {len(self.parents)}/AP<</N {appearance} 0 R>>>>"
        )
        self.parents.append(element)
        element.kids.append(Annotation(len(self.pages), field))
        self._page.annotations.append(field)
        self.fields.append(field)

    def showPage(self) -> None:
        """Finish the page and begin the next."""
        self._draw_rules()
        self._page.contents = "\n".join(self._code)
        self._page.key = len(self.parents)
        self.pages.append(self._page)
        self.parents.append(self._page.elements)
        self._page = Page(self.file.reserve(), "", [], [])
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
