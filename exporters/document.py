"""The neutral document: a small closed set of frozen nodes, plain strings and tuples, that every exporter draws.

Strings are the finished words, in reading order. A newline in a string is a line break. Nothing here knows a question,
a form file or a format.
"""

from abc import ABC, abstractmethod
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Generic, TypeAlias, TypeVar, assert_never

from ..forms.language.words import Ink, InputPlace
from .page_code import PageCode

Out = TypeVar("Out")


@dataclass(frozen=True, slots=True)
class Answer:
    """One question and its answer. *strong* is printed in bold; *missing* means that nobody answered."""

    label: str
    text: str
    strong: bool = False
    missing: bool = False


@dataclass(frozen=True, slots=True)
class Ticks:
    """Boxes with words, ticked or not: a consent tick, or every option of a choice on a blank form.

    *label* may be empty (a lone tick). A box is written ☒ or ☐ in every format. *places* has one place for each
    option on a blank that is filled in on a screen; with *single* only one of them can be ticked.
    """

    label: str
    options: tuple[tuple[str, bool], ...]
    places: tuple[InputPlace, ...] = ()
    single: bool = False


@dataclass(frozen=True, slots=True)
class Lines:
    """Room to write on a blank form: *count* ruled lines under a label and its help, or a *place* on a screen."""

    label: str
    help: str = ""
    count: int = 1
    place: InputPlace | None = None


@dataclass(frozen=True, slots=True)
class Text:
    """Fixed text: paragraphs under an optional heading (one level under its section)."""

    paragraphs: tuple[str, ...]
    heading: str = ""
    strong: bool = False


@dataclass(frozen=True, slots=True)
class Bullets:
    """A list under an optional line of words; *ordered* numbers the items 1., 2., 3."""

    items: tuple[str, ...]
    lead: str = ""
    ordered: bool = False


@dataclass(frozen=True, slots=True)
class Table:
    """A table with a caption, one row of column heads, and the first cell of each row as its head if *row_heads*.

    *widths* are shares of the line, one per column. Cells may be empty (a blank form leaves room to write).
    """

    caption: str
    head: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    widths: tuple[float, ...]
    row_heads: bool = True


@dataclass(frozen=True, slots=True)
class AnswerGroup:
    """Blocks under a heading one level below the section: one row of a repeat, a person, a representative.

    *row_of* is what the places of a repeat's rows begin with, in a blank that is filled in on a screen.
    """

    heading: str
    blocks: tuple["Block", ...]
    row_of: str = ""


@dataclass(frozen=True, slots=True)
class SignatureBlock:
    """Where one party signs on paper: never split, never alone on a page.

    *role* names the party ("Deltagare"); *name*, *place*, *date* and *method* are printed when they are known,
    otherwise lines to write on. *behalf* says for whom a representative signs, and *ink* is what was drawn, which
    is shown with the *method*. *field* is the stable name of the pre-made PDF signature field; there is none once
    the method is known.
    """

    role: str
    field: str
    name: str = ""
    place: str = ""
    date: str = ""
    method: str = ""
    behalf: str = ""
    ink: Ink | None = None


Block: TypeAlias = Answer | Ticks | Lines | Text | Bullets | Table | AnswerGroup | SignatureBlock


@dataclass(frozen=True, slots=True)
class Section:
    """A part of the document under its own heading (level 2)."""

    heading: str
    blocks: tuple[Block, ...]


@dataclass(frozen=True, slots=True)
class Figure:
    """An image (PNG or JPEG bytes) with the words that replace it; *height* in points."""

    data: bytes
    media_type: str
    alt: str
    height: float = 40


@dataclass(frozen=True, slots=True)
class Head:
    """The letterhead: a logo, the sender's *name*, lines of words below it, and facts such as the case number."""

    name: str
    lines: tuple[str, ...] = ()
    facts: tuple[tuple[str, str], ...] = ()
    logo: Figure | None = None


@dataclass(frozen=True, slots=True)
class Attachment:
    """A file inside the PDF of the municipality's own copy."""

    name: str
    media_type: str
    description: str
    data: bytes


@dataclass(frozen=True, slots=True)
class Document:
    """A form, filled or blank, as one audience may see it: everything that is printed, and nothing else.

    *footer* stands on each page before "sida x av y". *marks* are words across the top of each page (draft,
    protected, demonstration). *part* numbers the party a copy is for. *made* is the moment of composition in UTC,
    taken from the Context, so that the same document always becomes the same bytes. *fillable* is a blank to fill
    in on a screen; *dense* asks for few sheets of paper. *answers* is the JSON of what this audience may see, keyed
    by question name. *stationery* is the municipality's own letterhead for Word that this audience may see, a .docx
    file; empty is ours. *seal* is said last, and in PDF with an empty signature field around it, named `stampel`;
    empty for no seal. *page_code* is printed as a code on each page of a PDF that is signed on paper.
    """

    title: str
    head: Head
    sections: tuple[Section, ...]
    form: str
    code: str
    version: str
    audience: str
    footer: str
    made: datetime
    subtitle: str = ""
    copy_for: str = ""
    intro: tuple[str, ...] = ()
    marks: tuple[str, ...] = ()
    language: str = "sv-SE"
    document_id: str = ""
    part: int = 0
    blank: bool = False
    fillable: bool = False
    dense: bool = False
    attachments: tuple[Attachment, ...] = ()
    answers: str = "{}"
    stationery: bytes = b""
    seal: str = ""
    page_code: PageCode | None = None


class Renderer(ABC, Generic[Out]):
    """What an exporter must be able to draw; mypy names every exporter that lacks a node."""

    def render(self, block: Block) -> Out:
        """Draw one block."""
        match block:
            case Answer():
                return self.answer(block)
            case Ticks():
                return self.ticks(block)
            case Lines():
                return self.lines(block)
            case Text():
                return self.text(block)
            case Bullets():
                return self.bullets(block)
            case Table():
                return self.table(block)
            case AnswerGroup():
                return self.group(block)
            case SignatureBlock():
                return self.signature(block)
            case _:
                assert_never(block)

    @abstractmethod
    def answer(self, node: Answer) -> Out: ...
    @abstractmethod
    def ticks(self, node: Ticks) -> Out: ...
    @abstractmethod
    def lines(self, node: Lines) -> Out: ...
    @abstractmethod
    def text(self, node: Text) -> Out: ...
    @abstractmethod
    def bullets(self, node: Bullets) -> Out: ...
    @abstractmethod
    def table(self, node: Table) -> Out: ...
    @abstractmethod
    def group(self, node: AnswerGroup) -> Out: ...
    @abstractmethod
    def signature(self, node: SignatureBlock) -> Out: ...


SIGNATURE_LABELS = ("Underskrift", "Namnförtydligande", "Ort och datum")


def blocks(document: Document) -> Iterator[Block]:
    """Every block of the document in reading order, groups before what they hold."""
    queue: list[Block] = [block for section in reversed(document.sections) for block in reversed(section.blocks)]
    while queue:
        block = queue.pop()
        yield block
        if isinstance(block, AnswerGroup):
            queue.extend(reversed(block.blocks))
