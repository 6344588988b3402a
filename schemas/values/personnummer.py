"""Personnummer, samordningsnummer and reservnummer: twelve characters, one spelling per person."""

import re
from datetime import date

from ..errors import ValueProblem
from . import dates
from .digits import holds, plain

# A reservnummer has no I or O, so that a slip on the keyboard is not taken for one.
_WRITTEN = re.compile(r"((?:[0-9]{2})?[0-9]{6}) ?([-+]?) ?([0-9]{4}|[A-HJ-NP-Z][0-9A-HJ-NP-Z]{3})")
_IN_TEXT = re.compile(r"(?<![0-9A-Za-z])((?:[0-9]{2})?[0-9]{6})(?:( ?[-+] ?)| ?)([0-9]{4})(?![0-9A-Za-z])")


def parse(text: str, today: date) -> str:
    """The number with twelve characters: 189001019802.

    Takes ten or twelve digits with or without "-", "+" (a hundred years or more) and spaces, and reservnummer (a letter
    after the date, or 99 and ten digits) as they are.
    Raises ValueProblem: personnummer_format, personnummer_date, personnummer_check.
    """
    found = _WRITTEN.fullmatch(plain(text).upper())
    if not found:
        raise ValueProblem("personnummer_format")
    start, sign, end = found.groups()
    number = (start if len(start) == 8 else _century(start, sign == "+", today) + start) + end
    birth = birth_date(number)
    if is_reserve(number) and (birth is None or birth <= today):
        return number
    if birth is None or not dates.EARLIEST <= birth <= today:
        raise ValueProblem("personnummer_date")
    _refuse_wrong_digit(number)
    return number


def shown(number: str) -> str:
    """The number with a dash: 18900101-9802."""
    return f"{number[:8]}-{number[8:]}"


def is_reserve(number: str) -> bool:
    """Whether the number is a care provider's own, given to someone without another."""
    return not number.isdecimal() or number.startswith("99")


def birth_date(number: str) -> date | None:
    """The day of birth that the number says; None for a reservnummer on 99 or a day that does not exist."""
    return None if number.startswith("99") else _day(number[:8])


def find_in_text(text: str) -> tuple[str, ...]:
    """What in the text looks like a personnummer: a real date, and either a dash or a correct last digit."""
    hits = _IN_TEXT.finditer(plain(text))
    return tuple(hit[0] for hit in hits if _looks_real(hit[1], hit[2] or "", hit[3]))


def _century(start: str, hundred: bool, today: date) -> str:
    """The latest century in which the day had come (with "+": in which the year lay a hundred years back)."""
    latest = today.year - 100 if hundred else today.year
    year = latest - (latest - int(start[:2])) % 100
    birth = _day(f"{year}{start[2:]}")
    if birth is not None and birth > today:
        year -= 100
    return str(year // 100)


def _day(digits: str) -> date | None:
    year, month, day = int(digits[:4]), int(digits[4:6]), int(digits[6:8])
    try:
        return date(year, month, day - 60 if day > 60 else day)
    except ValueError:
        return None


def _refuse_wrong_digit(number: str) -> None:
    from personnummer import personnummer  # as in digits: a start that judges nothing need not wait

    if not personnummer.valid(number):
        raise ValueProblem("personnummer_check")


def _looks_real(start: str, sign: str, end: str) -> bool:
    days = [start] if len(start) == 8 else ["19" + start, "20" + start]
    if all(_day(day) is None for day in days):
        return False
    return bool(sign) or holds(start[-6:] + end)
