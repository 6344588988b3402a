"""Calendar days: ISO 8601 in and out, months counted as agreements count them."""

import re
from calendar import monthrange
from datetime import date, timedelta

from ..errors import ValueProblem
from .digits import plain

MONTHS = (
    "januari",
    "februari",
    "mars",
    "april",
    "maj",
    "juni",
    "juli",
    "augusti",
    "september",
    "oktober",
    "november",
    "december",
)
# Days that people now living, their parents and their agreements can have; month arithmetic stays inside Python's
# range.
EARLIEST, LATEST = date(1800, 1, 1), date(2199, 12, 31)
_ISO = re.compile(r"([0-9]{4})-([0-9]{2})-([0-9]{2})")


def parse(text: str) -> date:
    """The day written as 2026-11-21. Raises ValueProblem: date_format, date_not_real."""
    found = _ISO.fullmatch(plain(text))
    if not found:
        raise ValueProblem("date_format")
    try:
        day = date(*map(int, found.groups()))
    except ValueError:
        raise ValueProblem("date_not_real", värde=found[0]) from None
    if not EARLIEST <= day <= LATEST:
        raise ValueProblem("date_format")
    return day


def shown(day: date) -> str:
    """The day in running text: 7 december 2026."""
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"


def add_months(day: date, months: int) -> date:
    """The day with the same number *months* later, or the last of that month if it has no such day."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def period_end(start: date, months: int) -> date:
    """The last day of a period: a month from 15 November runs to and including 14 December, from 31 January to the
    last of February."""
    end = add_months(start, months)
    return end - timedelta(days=1) if end.day == start.day else end


def age(birth: date, today: date) -> int:
    """Whole years lived on the day *today*."""
    return today.year - birth.year - ((today.month, today.day) < (birth.month, birth.day))
