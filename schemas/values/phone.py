"""Telephone numbers: Swedish unless they start with + or 00; stored as E.164, shown as Swedes write them."""

import re

from ..errors import ValueProblem
from .digits import plain

_SIGNS = re.compile(r"\+?[0-9()/. -]{3,40}")


def parse(text: str) -> str:
    """The number as +46701740605. Raises ValueProblem: phone_format."""
    # Here and below, for it loads the number plans of the world: a start that judges nothing need not wait.
    from phonenumbers import NumberParseException, PhoneNumberFormat, format_number, is_valid_number, parse

    text = plain(text)
    if not _SIGNS.fullmatch(text):
        raise ValueProblem("phone_format")
    try:
        number = parse(text, "SE")
    except NumberParseException:
        raise ValueProblem("phone_format") from None
    if not is_valid_number(number):
        raise ValueProblem("phone_format")
    return format_number(number, PhoneNumberFormat.E164)


def shown(number: str) -> str:
    """070-174 06 05 for a Swedish number, +47 22 86 44 00 for another; what is no number is returned as it is."""
    from phonenumbers import NumberParseException, PhoneNumber, PhoneNumberFormat, format_number, parse  # as above

    if number.startswith("+46") and number[3:].isascii() and number[3:].isdigit():
        known = PhoneNumber(country_code=46, national_number=int(number[3:]))
        return format_number(known, PhoneNumberFormat.NATIONAL)
    try:
        return format_number(parse(number, "SE"), PhoneNumberFormat.INTERNATIONAL)
    except NumberParseException:
        return number
