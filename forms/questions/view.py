"""What a page draws of a question: ids, names, help, errors and, inside, the views of rows and parts."""

from collections.abc import Iterable, Iterator, Mapping
from typing import TYPE_CHECKING, Any, Protocol

from ..language.words import Prose

if TYPE_CHECKING:
    from wtforms import Field

    from ..language.conditions import Scope
    from .question import Question
    from .reader import Reader


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

    def __init__(self, question: "Question", path: str, label: str, text: str, errors: list[str]) -> None:
        self.question = question
        self.kind: str = question.kind
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


class ViewedPage(Protocol):
    """What a question asks of the page that shows it."""

    @property
    def errors(self) -> Mapping[str, list[str]]:
        """What is wrong, by path."""

    @property
    def warnings(self) -> Mapping[str, list[str]]:
        """What there is to doubt, by path."""

    def control(self, name: str) -> "Field | None":
        """The bound control called *name*."""

    def label_of(self, name: str) -> str:
        """The label of the form's question *name*."""

    def reader_of(self, audience: str) -> "Reader":
        """A reader of what is typed so far, as the copy of the *audience* says it."""

    def views(self, questions: Iterable["Question"], prefix: str, scope: "Scope") -> Iterator[View]:
        """The view of each question whose paths begin with *prefix*."""


def control_name(path: str) -> str:
    """The name of a control: `parter[0].enhet` is `parter-0-enhet`."""
    return path.replace("[", "-").replace("]", "").replace(".", "-")
