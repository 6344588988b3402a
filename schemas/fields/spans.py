"""Weeks and months."""

from typing import Any

from ..values.spans import Span, parse_month, parse_week
from .base import AnswerField, as_text


class WeekField(AnswerField[Span]):
    """A week, as 2026-47."""

    missing_id = "required_text"

    def parse(self, value: Any) -> Span:
        return parse_week(as_text(value))

    def write(self, answer: Span) -> str:
        return answer.text

    def restore(self, written: Any) -> Span:
        return parse_week(written)


class MonthField(AnswerField[Span]):
    """A month, as 2026-11."""

    missing_id = "required_text"

    def parse(self, value: Any) -> Span:
        return parse_month(as_text(value))

    def write(self, answer: Span) -> str:
        return answer.text

    def restore(self, written: Any) -> Span:
        return parse_month(written)
