"""Questions that should have an answer but may be empty if somebody says why: the reasons, asked like any other
question.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from wtforms import SelectField

from ...schemas.messages import message
from ...schemas.phrases import REASONS, phrase
from ..kinds.choice import Choice
from ..kinds.group import Group
from ..language.conditions import Scope
from ..questions.question import Control, Question

WHY_EMPTY = "varfor_tomt"
"""The key in the answers under which the reasons stand: `{ question: reason }`."""


@dataclass(frozen=True, kw_only=True)
class Reason(Choice):
    """Why one question is empty."""

    def control(self) -> Control:
        return SelectField(self.label, choices={"": "Välj", **dict(self.options)}, validate_choice=False)


def reasons(questions: Iterable[Question]) -> tuple[Group, ...]:
    """The question under which a form asks why its wanted questions are empty; none if it has no such questions."""
    label = phrase("reason_label")
    asked = tuple(Reason(name=q.name, label=label, options=tuple(REASONS.items())) for q in questions if q.wanted)
    return (Group(name=WHY_EMPTY, label=label, questions=asked),) if asked else ()


def still_empty(raw: Mapping[str, Any], questions: Mapping[str, Question], scope: Scope) -> dict[str, Any]:
    """The raw answers without reasons for questions that are answered or hidden."""
    given = raw.get(WHY_EMPTY)
    if not isinstance(given, Mapping):
        return dict(raw)
    kept = {name: why for name, why in given.items() if name not in questions or _empty(questions[name], scope)}
    return {**raw, WHY_EMPTY: kept}


def without_reason(answers: Mapping[str, Any], questions: Iterable[Question], scope: Scope) -> dict[str, list[str]]:
    """What to say of each wanted question that has neither answer nor reason."""
    given = answers.get(WHY_EMPTY, {})
    empty = (q.name for q in questions if q.wanted and q.name not in given and _empty(q, scope))
    return {name: [message("required_reason")] for name in empty}


def _empty(question: Question, scope: Scope) -> bool:
    return question.shown(scope) and scope.value(question.name) in ("", [], {}, False)
