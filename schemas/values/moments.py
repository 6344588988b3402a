"""A day and a time of day together, as on the wall in Sweden: 2026-11-21 14:30."""

import re
from datetime import datetime

from ..errors import ValueProblem
from . import dates, times
from .digits import plain

_PARTS = re.compile(r"(\S+?)(?:T|,? +(?:kl\.? *)?)(\S+)")


def parse(text: str) -> datetime:
    """The moment, without time zone. Raises ValueProblem as dates and times do; time_format when the time is
    missing.
    """
    text = plain(text)
    found = _PARTS.fullmatch(text)
    if not found:
        dates.parse(text)
        raise ValueProblem("time_format")
    return datetime.combine(dates.parse(found[1]), times.parse(found[2]))


def shown(moment: datetime) -> str:
    """The moment in running text: 7 december 2026 kl. 08:30."""
    return f"{dates.shown(moment.date())} kl. {times.shown(moment.time())}"
