"""Numbers with a decimal comma or point: "12,5", "12.5", " 1 000", −3."""

import re
from decimal import Decimal

from ..errors import ValueProblem
from .digits import plain

# Fifteen digits pass through a JSON number and back unchanged.
_DIGITS = 15
_NUMBER = re.compile(r"(-?)([0-9]{1,3}(?: [0-9]{3})+|[0-9]+)(?:[.,]([0-9]+))?")


def parse(value: object, *, decimals: int) -> Decimal:
    """The number, exactly as written. Accepts text, int, float and Decimal; never bool, NaN or infinity.

    Raises ValueProblem: number_format, too_many_decimals.
    """
    found = _NUMBER.fullmatch(plain(_written(value)))
    if not found:
        raise ValueProblem("number_format")
    sign, whole, rest = found[1], found[2].replace(" ", "").lstrip("0"), found[3] or ""
    if len(whole) + len(rest) > _DIGITS:
        raise ValueProblem("number_format")
    if len(rest) > decimals:
        raise ValueProblem("too_many_decimals", antal=decimals)
    # Adding nought makes −0 and 1E+2 plain.
    return Decimal(f"{sign}{whole or 0}.{rest or 0}").normalize() + 0


def parse_whole(value: object) -> int:
    """The whole number; a program's 12.0 is one, a person's "12.0" is not. Raises ValueProblem: integer_format."""
    try:
        return int(parse(value, decimals=0))
    except ValueProblem:
        raise ValueProblem("integer_format") from None


def shown(number: int | Decimal) -> str:
    """The number with a decimal comma."""
    return f"{number:f}".replace(".", ",") if isinstance(number, Decimal) else str(number)


def _written(value: object) -> str:
    match value:
        case bool():
            return ""
        case str():
            return value
        case int():
            return str(value) if abs(value) < 10**_DIGITS else ""
        case float() | Decimal():
            return _written_out(value)
    return ""


def _written_out(value: float | Decimal) -> str:
    number = Decimal(str(value))
    if not number.is_finite() or abs(number.adjusted()) >= _DIGITS:
        return ""
    return f"{number:.0f}" if number == number.to_integral_value() else f"{number:f}"
