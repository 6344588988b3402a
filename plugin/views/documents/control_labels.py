"""What the controls of a form are called where they stand alone: with their row and party, and their values in
words.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from ....forms import FormDefinition
from ....forms.kinds.group import spread
from ....forms.kinds.matrix import Matrix
from ....forms.kinds.per_row import PerRow
from ....forms.kinds.repeat import Repeat
from ....forms.questions.aligned import rows_of
from ....forms.questions.question import Question
from ....schemas.phrases import phrase
from ....schemas.rules.rows import row_name
from ...documents.merge import WHOLE, hanging

Raw = Mapping[str, Any]
NO_WORDS: Mapping[str, str] = {}


@dataclass(frozen=True)
class Place:
    """One control, or all rows of a question: its *label*, the id of its *target* on the page, its values in words."""

    label: str
    target: str
    options: Mapping[str, str] = field(default_factory=dict)
    boxes: bool = False

    def words(self, value: Any) -> str:
        """A value as it is read aloud."""
        if self.boxes and not isinstance(value, str):
            return "Ikryssad" if value else "Inte ikryssad"
        if isinstance(value, list):
            return ", ".join(self.options.get(one, str(one)) for one in value) or phrase("page_not_answered")
        return self.options.get(value, str(value)) if value not in (None, "") else phrase("page_not_answered")


def place(form: FormDefinition, name: str, raw: Raw) -> Place:
    """The place of a control such as `parter-0-enhet`, or of all rows (`parter-antal`), in the answers *raw*."""
    question = next(q for q in form.answerable if name == q.name or name.startswith(f"{q.name}-"))
    if name == f"{question.name}{WHOLE}":
        more = (
            f" Med allt som hör till varje {getattr(question, 'row', 'rad')}."
            if hanging(form, name.removesuffix(WHOLE))
            else ""
        )
        return Place(f"{question.caption}{more}", f"st-{question.name}")
    steps = name.removeprefix(question.name).strip("-").split("-")
    match question:
        case Matrix():
            line = question.words_of.get(steps[0], question.other_label)
            label = f"{question.caption}: {line}, {_party(form, question.of, raw, int(steps[1]))}"
            return Place(label, f"st-{name}", boxes=steps[0] in question.words_of)
        case PerRow():
            return _leaf(
                question.ask, question.label.replace("{rad}", _party(form, question.of, raw, int(steps[0]) + 1)), name
            )
    return _inside(question, str(question.caption), steps, raw.get(question.name), name)


def versions(form: FormDefinition, name: str, raw: Raw) -> tuple[str, ...]:
    """All rows of a question as one side has them, with what hangs on each: a line for each row."""
    question = form.questions[name.removesuffix(WHOLE)]
    answers = form.tidy(raw)
    lines: dict[str, list[str]] = {}
    for asked in (question, *hanging(form, question.name)):
        for control, value in spread((asked,), answers, ""):
            if value and not control.endswith(WHOLE):
                head, words = _line(form, asked, control, value, answers)
                lines.setdefault(head, []).extend([words] if words else [])
    return tuple(f"{head}: {', '.join(said)}" if said else head for head, said in lines.items())


def _line(form: FormDefinition, question: Question, control: str, value: Any, raw: Raw) -> tuple[str, str]:
    """The row that a control belongs to, and what is answered in it."""
    found = place(form, control, raw)
    steps = control.removeprefix(f"{question.name}-").split("-")
    match question:
        case Matrix():
            ticked = question.words_of.get(steps[0], f"{question.other_label} {value}")
            return _party(form, question.of, raw, int(steps[1])), ticked
        case PerRow():
            return _party(form, question.of, raw, int(steps[0]) + 1), f"{question.plain_label} {found.words(value)}"
        case Repeat():
            named = {inner.name for inner in question.asked[:2] if not hasattr(inner, "words_of")}
            said = "" if steps[-1] in named else found.words(value)  # the row's name says it already
            return _party(form, question.name, raw, int(steps[0]) + 1), said
    return str(question.caption), f"{found.label.rpartition(': ')[2]} {found.words(value)}"


def _inside(question: Question, label: str, steps: list[str], answer: Any, name: str) -> Place:
    """The place some steps further in, each a row's number or a question's name."""
    for step in filter(None, steps):
        if isinstance(question, Repeat) and step.isdigit():
            rows = answer if isinstance(answer, list) else []
            answer = rows[int(step)] if int(step) < len(rows) else {}
            named = question.row_name(answer, int(step) + 1) if isinstance(answer, Mapping) else ""
            heading = question.heading(int(step) + 1)
            label = f"{label}, {heading}" + (f" ({named})" if named and named.lower() != heading.lower() else "")
            continue
        inner = next((one for one in question.asked if one.name == step), None)
        if inner is not None:
            question, label = inner, f"{label}: {inner.label}"
            answer = answer.get(step) if isinstance(answer, Mapping) else None
    return _leaf(question, label, name)


def _leaf(question: Question, label: str, name: str) -> Place:
    return Place(label, f"st-{name}", getattr(question, "words_of", NO_WORDS), question.kind == "tick")


def _party(form: FormDefinition, of: str, raw: Raw, number: int) -> str:
    rows, question = rows_of(raw, of), form.questions[of]
    row = rows[number - 1] if number <= len(rows) else {}
    named = question.row_name(row, number) if isinstance(question, Repeat) else row_name(row, number)
    return named[:1].upper() + named[1:]
