"""Organisationsnummer: ten digits. That of a sole trader is the owner's personnummer, and so personal data."""

import re
from datetime import date

from ..errors import ValueProblem
from .digits import holds, plain

_WRITTEN = re.compile(r"(16|18|19|20)?([0-9]{6}) ?[-+]? ?([0-9]{4})")


def parse(text: str) -> str:
    """The number as 5560160680; twelve digits with the prefix 16, or a sole trader's century, are shortened.

    Raises ValueProblem: orgnr_format, orgnr_check.
    """
    found = _WRITTEN.fullmatch(plain(text))
    if not found:
        raise ValueProblem("orgnr_format")
    century, number = found[1], found[2] + found[3]
    if century not in (None, "16") and not is_personal(number):
        raise ValueProblem("orgnr_format")
    if not holds(number) or (is_personal(number) and not _has_birth_date(number)):
        raise ValueProblem("orgnr_check")
    return number


def shown(number: str) -> str:
    """The number as 556016-0680."""
    return f"{number[:6]}-{number[6:]}"


def is_personal(number: str) -> bool:
    """Whether the number is a sole trader's personnummer: the third digit of a legal person's is 2 or more."""
    return number[2] < "2"


def _has_birth_date(number: str) -> bool:
    day = int(number[4:6])
    try:
        # A leap year, since the century is not in the number.
        return bool(date(2000, int(number[2:4]), day - 60 if day > 60 else day))
    except ValueError:
        return False
