"""What a page draws of a question: ids, names, help, errors and, inside, the views of rows and parts."""

from typing import Any, Protocol

from wtforms import Field

from ..language.conditions import Condition
from ..language.words import Prose
from .reader import Readable


class Viewable(Readable, Protocol):
    """What a view needs to know of its question; every `Question` is one."""

    @property
    def kind(self) -> str:
        """The kind, whose partial draws it."""

    @property
    def required(self) -> bool:
        """Whether it must have an answer."""

    @property
    def required_if(self) -> Condition | None:
        """When it must have an answer; None for never or always."""


class View:
    """One question on the page. Its partial is `kinds/<kind>.html`; everything it needs stands here."""

    __slots__ = (
        "control",
        "error_count",
        "errors",
        "help",
        "hidden",
        "id",
        "inside",
        "kind",
        "label",
        "name",
        "only_if",
        "optional",
        "path",
        "prose",
        "question",
        "reason",
        "rows",
        "seen_by",
        "waits_for",
        "warnings",
    )

    def __init__(self, question: Viewable, path: str, label: str, text: str, errors: list[str]) -> None:
        self.question = question
        self.kind = question.kind
        self.path = path
        self.name = control_name(path)
        self.id = f"st-{self.name}"
        self.label, self.help, self.errors = label, text, errors
        self.warnings: list[str] = []
        self.control: Field | None = None
        self.reason: Field | None = None
        """The control that asks why a wanted question is empty."""
        self.inside: list[View] = []
        """The views of the questions inside a group, or of one answer each in a per_row."""
        self.rows: list[Row] = []
        """The rows of a repeat, or the lines of a matrix."""
        self.prose: Prose | None = None
        self.hidden = False
        """Whether the question's condition does not hold now; the page shows it all the same without JavaScript."""
        self.only_if = ""
        """When the question applies, in words."""
        self.seen_by = ""
        """The id of the phrase that says who else reads the answer, where that is not the same for the whole part."""
        self.waits_for = ""
        """The label of the question whose rows this one hangs on, while there are none."""
        self.optional = not (question.required or question.required_if is not None)
        self.error_count = len(errors)

    @property
    def called(self) -> str:
        """What a list of doubts calls it."""
        return self.label

    @property
    def described_by(self) -> str:
        """The ids of help and error, for aria-describedby."""
        return " ".join(
            [f"{self.id}-hjalp"] * bool(self.help)
            + [f"{self.id}-fel"] * bool(self.errors)
            + [f"{self.id}-varning"] * bool(self.warnings)
        )


class Row:
    """A row of a repeat with its views, or a line of a matrix with its cells."""

    __slots__ = ("cells", "errors", "heading", "id", "key", "marked", "name", "path", "views", "warnings")

    def __init__(self, path: str, heading: str, name: str = "") -> None:
        self.path, self.heading, self.name = path, heading, name
        self.id = f"st-{control_name(path)}"
        self.views: list[View] = []
        self.cells: list[tuple[str, Any]] = []
        """Of a matrix: the column's name and the bound control."""
        self.key, self.marked = "", False
        self.errors: list[str] = []
        self.warnings: list[str] = []

    @property
    def called(self) -> str:
        """What a list of doubts calls it."""
        return self.heading


def control_name(path: str) -> str:
    """The name of a control: `parter[0].enhet` is `parter-0-enhet`."""
    return path.replace("[", "-").replace("]", "").replace(".", "-")
