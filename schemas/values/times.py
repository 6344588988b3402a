"""Clock times: 08:30, also written 8.30 or 0830."""

import re
from datetime import time

from ..errors import ValueProblem
from .digits import plain

_CLOCK = re.compile(r"([0-9]{1,2})[:.]([0-9]{2})|([0-9]{2})([0-9]{2})")


def parse(text: str) -> time:
    """The time of day, to the minute. Raises ValueProblem: time_format, time_not_real."""
    found = _CLOCK.fullmatch(plain(text))
    if not found:
        raise ValueProblem("time_format")
    hour, minute = int(found[1] or found[3]), int(found[2] or found[4])
    if hour > 23 or minute > 59:
        raise ValueProblem("time_not_real")
    return time(hour, minute)


def shown(clock: time) -> str:
    """The time as 08:30."""
    return clock.strftime("%H:%M")
