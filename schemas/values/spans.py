"""A week or a month, by its number: the days it goes from and to."""

import re
from dataclasses import dataclass
from datetime import date, timedelta

from ..errors import ValueProblem
from .dates import EARLIEST, LATEST, add_months
from .digits import plain

_WEEK = re.compile(r"([0-9]{4})[- ]?(?:[VvWw] ?)?([0-9]{1,2})")
_MONTH = re.compile(r"([0-9]{4})-([0-9]{2})")


@dataclass(frozen=True)
class Span:
    """A week or a month: how it is written, and its first and last day."""

    text: str
    first: date
    last: date

    def __str__(self) -> str:
        return self.text


def parse_week(text: str) -> Span:
    """The week written as 2026-47. Raises ValueProblem: week_format, week_not_real."""
    year, number = _numbers(_WEEK, text, "week_format")
    try:
        first = date.fromisocalendar(year, number, 1)
    except ValueError:
        raise ValueProblem("week_not_real", värde=f"{year}-{number:02}") from None
    return Span(f"{year}-{number:02}", first, first + timedelta(6))


def parse_month(text: str) -> Span:
    """The month written as 2026-11. Raises ValueProblem: month_format."""
    year, number = _numbers(_MONTH, text, "month_format")
    if not 1 <= number <= 12:
        raise ValueProblem("month_format")
    first = date(year, number, 1)
    return Span(f"{year}-{number:02}", first, add_months(first, 1) - timedelta(1))


def _numbers(pattern: re.Pattern[str], text: str, problem: str) -> tuple[int, int]:
    found = pattern.fullmatch(plain(text))
    if not found or not EARLIEST.year <= int(found[1]) <= LATEST.year:
        raise ValueProblem(problem)
    return int(found[1]), int(found[2])
