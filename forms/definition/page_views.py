"""What a template draws of a question: ids, names, help, errors and, inside, the views of rows and parts."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from wtforms import Field

from ...schemas.rules.rows import row_name
from ..kinds.fixed import Fixed
from ..kinds.group import Composite
from ..kinds.matrix import Matrix
from ..kinds.per_row import PerRow
from ..kinds.repeat import Repeat
from ..kinds.signature import Signature
from ..language.conditions import Scope
from ..language.context import Context
from ..language.words import Prose
from ..questions.aligned import rows_of
from ..questions.question import Question
from ..questions.reader import DOTS, Reader, whole
from .base import FormData
from .condition_words import in_words
from .empty_reasons import WHY_EMPTY

Errors = Mapping[str, list[str]]
"""Messages by the path of what they are about."""


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

    def __init__(self, question: Question, path: str, label: str, text: str, errors: list[str]) -> None:
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


def seen_by(question: Question, audiences: tuple[str, ...]) -> str:
    """The id of the phrase that says who else will read the answer, or will not; empty when none is needed."""
    if question.audience == ("kommun",):
        return "ser_bara_kommun"
    if "arbetsgivare" in audiences:
        return "ser_arbetsgivare" if "arbetsgivare" in question.audience else "ser_inte_arbetsgivare"
    if "part" in audiences:
        return "ser_part" if "part" in question.audience else "ser_inte_part"
    return ""


def control_name(path: str) -> str:
    """The name of a control: `parter[0].enhet` is `parter-0-enhet`."""
    return path.replace("[", "-").replace("]", "").replace(".", "-")


class PageReader(Reader):
    """Reads answers as they were typed: what cannot be read yet stands as it is."""

    def _word(self, name: str) -> str:
        answer = self.answers.get(name)
        if answer in (None, "") or name not in self.questions:
            return super()._word(name)
        if not isinstance(answer, str):
            return DOTS
        words: Mapping[str, str] = getattr(self.questions[name], "words_of", {})
        return words.get(answer, answer)


@dataclass(frozen=True)
class Viewer:
    """Makes the views of a page's questions, from what was typed and what is said of it. *control* finds the bound
    control of a name.
    """

    form: FormData
    context: Context
    raw: Mapping[str, Any]
    errors: Errors
    warnings: Errors
    control: Callable[[str], Field | None]

    @cached_property
    def reader(self) -> Reader:
        """Who reads labels and help: the one who fills the form in."""
        return PageReader("kommun", self.context, self.raw, self.form.questions, blank=True)

    @cached_property
    def scope(self) -> Scope:
        """Where the conditions of the whole form look."""
        return Scope(self.raw, self.context)

    def views(self, questions: Iterable[Question], prefix: str = "", scope: Scope | None = None) -> Iterator[View]:
        """The view of each question, texts that do not fit left out."""
        near = {question.name: question for question in questions}
        for question in near.values():
            view = self._view(question, f"{prefix}{question.name}", scope or self.scope)
            if question.show_if is not None:
                view.only_if = in_words(question.show_if, {**self.form.questions, **near})
            if question.answered or view.prose or isinstance(question, Signature):
                yield view

    def _view(self, question: Question, path: str, scope: Scope) -> View:
        fill = self.reader.fill
        view = View(question, path, fill(question.label), fill(question.help), self.errors.get(path, []))
        view.warnings = self.warnings.get(path, [])
        view.hidden = not question.shown(scope)
        if question.wanted:
            view.reason = self.control(f"{WHY_EMPTY}-{view.name}")
        self._fill(view, question, path, scope)
        if isinstance(question, (PerRow, Matrix)) and not rows_of(scope.answers, question.of):
            view.waits_for = self.form.questions[question.of].label
        view.error_count = len(view.errors)
        view.error_count += sum(inner.error_count for inner in view.inside)
        for row in view.rows:
            view.error_count += len(row.errors) + sum(inner.error_count for inner in row.views)
        return view

    def _fill(self, view: View, question: Question, path: str, scope: Scope) -> None:
        match question:
            case Fixed():
                prose = question.text(None, self._as(question)) if self._is_read_here(question) else None
                view.prose = prose if isinstance(prose, Prose) and prose.items else None
            case Repeat():
                self._repeat(view, question, path, scope)
            case Composite():
                raw = scope.value(question.name)
                inside = scope.inside(whole(question.asked, raw))
                view.inside = list(self.views(question.asked, f"{path}.", inside))
            case PerRow():
                self._per_row(view, question, path, scope)
            case Matrix():
                self._matrix(view, question, scope)
            case _:
                view.control = self.control(view.name)

    def _is_read_here(self, question: Question) -> bool:
        """Whether a text is for those who fill the form in."""
        return "kommun" in question.audience or "deltagare" in question.audience

    def _as(self, question: Question) -> Reader:
        """Texts are read as the municipality's copy says them, or as the participant's when it has none."""
        audience = "kommun" if "kommun" in question.audience else "deltagare"
        return PageReader(audience, self.context, self.raw, self.form.questions)

    def _repeat(self, view: View, question: Repeat, path: str, scope: Scope) -> None:
        view.control = self.control(f"{view.name}-antal")
        raw = scope.value(question.name)
        for n, answers in enumerate(raw if isinstance(raw, list) else []):
            answers = answers if isinstance(answers, dict) else {}
            row = Row(f"{path}[{n}]", question.heading(n + 1), question.row_name(answers, n + 1))
            inside = scope.inside(whole(question.asked, answers))
            row.views = list(self.views(question.asked, f"{path}[{n}].", inside))
            row.errors = self.errors.get(row.path, [])
            row.warnings = self.warnings.get(row.path, [])
            view.rows.append(row)

    def _per_row(self, view: View, question: PerRow, path: str, scope: Scope) -> None:
        view.label, view.help = question.plain_label, question.help.replace("{rad}", "parten")
        for n, answers in enumerate(rows_of(scope.answers, question.of)):
            asked = question.for_row(row_name(answers, n + 1))
            inner = View(asked, f"{path}[{n}]", asked.label, "", self.errors.get(f"{path}[{n}]", []))
            inner.warnings = self.warnings.get(inner.path, [])
            inner.optional = not question.required
            inner.control = self.control(inner.name)
            view.inside.append(inner)

    def _matrix(self, view: View, question: Matrix, scope: Scope) -> None:
        names = [row_name(answers, n) for n, answers in enumerate(rows_of(scope.answers, question.of), 1)]
        view.errors = [*view.errors, *_inside(view.path, self.errors)]
        view.warnings = [*view.warnings, *_inside(view.path, self.warnings)]
        for option, words in question.rows:
            row = Row(f"{view.path}-{option}", words)
            row.key, row.marked = option, option in question.marked
            row.cells = [(name, self.control(f"{view.name}-{option}-{n}")) for n, name in enumerate(names, 1)]
            view.rows.append(row)
        if question.other_key and names:
            other = Row(f"{view.path}-{question.other_key}", question.other_label or question.words_of[question.other])
            other.key = question.other_key
            other.cells = [
                (name, self.control(f"{view.name}-{question.other_key}-{n}")) for n, name in enumerate(names, 1)
            ]
            view.rows.append(other)


def _inside(path: str, messages: Mapping[str, list[str]]) -> Iterable[str]:
    """What is said of anything inside *path*, each once."""
    return dict.fromkeys(
        text for place, texts in messages.items() if place.startswith((f"{path}[", f"{path}.")) for text in texts
    )
