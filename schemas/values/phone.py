"""Telephone numbers: Swedish unless they start with + or 00; stored as E.164, shown as Swedes write them."""

import re
from types import ModuleType

from ..errors import ValueProblem
from .digits import plain

_SIGNS = re.compile(r"\+?[0-9()/. -]{3,40}")


def parse(text: str) -> str:
    """The number as +46701740605. Raises ValueProblem: phone_format."""
    text = plain(text)
    if not _SIGNS.fullmatch(text):
        raise ValueProblem("phone_format")
    phonenumbers = _library()
    try:
        number = phonenumbers.parse(text, "SE")
    except phonenumbers.NumberParseException:
        raise ValueProblem("phone_format") from None
    if not phonenumbers.is_valid_number(number):
        raise ValueProblem("phone_format")
    return str(phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.E164))


def shown(number: str) -> str:
    """070-174 06 05 for a Swedish number, +47 22 86 44 00 for another; what is no number is returned as it is."""
    phonenumbers = _library()
    if number.startswith("+46") and number[3:].isascii() and number[3:].isdigit():
        known = phonenumbers.PhoneNumber(country_code=46, national_number=int(number[3:]))
        return str(phonenumbers.format_number(known, phonenumbers.PhoneNumberFormat.NATIONAL))
    try:
        parsed = phonenumbers.parse(number, "SE")
        return str(phonenumbers.format_number(parsed, phonenumbers.PhoneNumberFormat.INTERNATIONAL))
    except phonenumbers.NumberParseException:
        return number


def _library() -> ModuleType:
    import phonenumbers  # it loads the number plans of the world: a start that judges nothing need not wait

    return phonenumbers
