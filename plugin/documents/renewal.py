"""What a new version of a saved document begins with: what was told, but nothing of what was agreed, shown or signed.

A tick, a table of ticks, a signature, or a day or moment that cannot lie ahead records an act on one occasion. It
is done again, or it is not in the new version.
"""

from collections.abc import Mapping
from typing import Any

from ...forms import FormDefinition
from ...forms.questions.question import Question


def renew(form: FormDefinition, answers: Mapping[str, Any], begun: Mapping[str, Any]) -> dict[str, Any]:
    """The saved *answers* without what has to be done anew; there, what a draft of the form is *begun* with."""
    kept = _kept(form.answerable, answers)
    first = {name: value for name, value in begun.items() if name in form.questions and form.questions[name].is_act}
    return {**kept, **first}


def _kept(questions: tuple[Question, ...], answers: Mapping[str, Any]) -> dict[str, Any]:
    known = {question.name: question for question in questions}
    return {
        name: _inside(known[name], answer)
        for name, answer in answers.items()
        if name in known and not known[name].is_act
    }


def _inside(question: Question, answer: Any) -> Any:
    match answer:
        case Mapping() if question.asked:
            return _kept(question.asked, answer)
        case list() if question.many:
            return [_kept(question.asked, row) if isinstance(row, Mapping) else row for row in answer]
    return answer
