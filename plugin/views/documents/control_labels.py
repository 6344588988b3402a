"""What the controls of a form are called where they stand alone: with their row and party, and their values in
words.
"""

from collections.abc import Mapping
from functools import partial
from typing import Any

from ....forms import FormDefinition
from ....forms.kinds.group import spread
from ....forms.questions.aligned import rows_of
from ....forms.questions.control_label import ControlLabel
from ...documents.merge import WHOLE, hanging

Raw = Mapping[str, Any]


def place(form: FormDefinition, name: str, raw: Raw) -> ControlLabel:
    """What a control such as `parter-0-enhet` is called, or all rows (`parter-antal`), in the answers *raw*."""
    question = next(q for q in form.answerable if name == q.name or name.startswith(f"{q.name}-"))
    if name == f"{question.name}{WHOLE}":
        more = f" Med allt som hör till varje {question.row_noun}." if hanging(form, question.name) else ""
        return ControlLabel(question.name, f"{question.caption}{more}")
    return question.label_of(name, raw, partial(_party, form, raw))


def versions(form: FormDefinition, name: str, raw: Raw) -> tuple[str, ...]:
    """All rows of a question as one side has them, with what hangs on each: a line for each row."""
    question = form.questions[name.removesuffix(WHOLE)]
    answers = form.tidy(raw)
    party = partial(_party, form, answers)
    lines: dict[str, list[str]] = {}
    for asked in (question, *hanging(form, question.name)):
        for control, value in spread((asked,), answers, ""):
            if value and not control.endswith(WHOLE):
                head, words = asked.line_of(place(form, control, answers), value, party)
                lines.setdefault(head, []).extend([words] if words else [])
    return tuple(f"{head}: {', '.join(said)}" if said else head for head, said in lines.items())


def _party(form: FormDefinition, raw: Raw, of: str, number: int) -> str:
    rows = rows_of(raw, of)
    named = form.questions[of].row_name(rows[number - 1] if number <= len(rows) else {}, number)
    return named[:1].upper() + named[1:]
