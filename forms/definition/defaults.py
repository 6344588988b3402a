"""Answers to begin with: a value, today, a day counted from another, or the installation's own text."""

from collections.abc import Mapping
from datetime import date, timedelta
from typing import Any

from ...schemas.errors import ValueProblem
from ...schemas.values import dates
from ..language.context import Context
from ..questions.question import Question
from .base import FormData


def defaults(form: FormData, context: Context, answers: Mapping[str, Any]) -> dict[str, Any]:
    """The default of every unanswered question that has one, as JSON; days may build on each other in file order."""
    found: dict[str, Any] = {}
    for name, question in form.questions.items():
        if question.default is None or answers.get(name) not in (None, "", [], {}):
            continue
        value = _value(question, context, {**answers, **found})
        if value not in (None, ""):
            found[name] = value
    return found


def _value(question: Question, context: Context, answers: Mapping[str, Any]) -> Any:
    match question.default:
        case "today":
            return context.today.isoformat()
        case {"setting": name, **rest}:
            return context.settings.get(str(name), rest.get("text", ""))
        case {"from": name, "months": months}:
            start = _day(answers.get(name))
            return start and dates.period_end(start, months).isoformat()
        case {"from": name, "days": days}:
            start = _day(answers.get(name))
            return start and (start + timedelta(days)).isoformat()
    return question.default


def _day(value: Any) -> date | None:
    try:
        return dates.parse(value) if isinstance(value, str) else None
    except ValueProblem:
        return None
