"""What an answer says, free of any format: the third face of a question, and all that a document is composed from."""

from dataclasses import dataclass
from typing import TypeAlias

TICK = "y"
"""What a box of its own sends when it is ticked, as on a page."""
TICKED, UNTICKED = "☒", "☐"
"""A box with and without its cross, the same in every format."""


@dataclass(frozen=True, slots=True)
class InputPlace:
    """Where something is written or ticked in a blank that is filled in on a screen.

    *control* is the name its answer has on the page (`parter-0-enhet`), and *value* what a ticked box sends;
    without one the place takes text, or a *day*. A *required* one must be answered whatever else is. *options* are
    the keys and words it chooses among, where it is a list to choose from.
    """

    control: str
    value: str = ""
    day: bool = False
    required: bool = False
    options: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Plain:
    """Words on one or more lines."""

    text: str


@dataclass(frozen=True, slots=True)
class Marks:
    """Options with boxes. *alone* means a single tick whose own words are the label.

    *places* has one place for each option where they are ticked on a screen; with *single* only one can be.
    """

    options: tuple[tuple[str, bool], ...]
    alone: bool = False
    places: tuple[InputPlace, ...] = ()
    single: bool = False


@dataclass(frozen=True, slots=True)
class WritingSpace:
    """Room to write: so many lines, by hand or in a *place* on a screen."""

    lines: int = 1
    place: InputPlace | None = None


@dataclass(frozen=True, slots=True)
class Grid:
    """Rows under column heads; *widths* are shares of the line."""

    head: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    widths: tuple[float, ...]
    row_heads: bool = True
    note: str = ""


@dataclass(frozen=True, slots=True)
class Part:
    """One row of a repeat or one composite answer: a heading and labelled words.

    *row_of* is what the controls of a repeat's rows begin with (`parter`), where they are filled in on a screen.
    """

    heading: str
    entries: tuple[tuple[str, "Words"], ...]
    row_of: str = ""


@dataclass(frozen=True, slots=True)
class Parts:
    """Several rows, one after the other."""

    parts: tuple[Part, ...]


@dataclass(frozen=True, slots=True)
class Prose:
    """Fixed text: paragraphs (str) and lists (a tuple of items, numbered or not), in order."""

    items: tuple["str | Listed", ...]
    heading: str = ""


@dataclass(frozen=True, slots=True)
class Listed:
    """A list inside fixed text."""

    items: tuple[str, ...]
    ordered: bool


@dataclass(frozen=True, slots=True)
class Ink:
    """A signature drawn on a pad: strokes of points from (0, 0) at the upper left to (1, 1); *ratio* is the pad's
    width by its height.
    """

    strokes: tuple[tuple[tuple[float, float], ...], ...]
    ratio: float


@dataclass(frozen=True, slots=True)
class Sign:
    """Where one party signs, and what is known of it."""

    role: str
    field: str
    name: str = ""
    place: str = ""
    date: str = ""
    method: str = ""
    behalf: str = ""
    ink: Ink | None = None


@dataclass(frozen=True, slots=True)
class Signs:
    """Several places to sign."""

    signs: tuple[Sign, ...]


Words: TypeAlias = Plain | Marks | WritingSpace | Grid | Parts | Prose | Sign | Signs
