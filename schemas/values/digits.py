"""Digits and dashes as keyboards of many kinds write them, made one."""

import unicodedata

_DASHES = dict.fromkeys(map(ord, "‐‑‒–—―−﹘﹣－"), "-")


def plain(text: str) -> str:
    """The text in NFKC with ASCII digits of any script, "-" for every dash, plain spaces, and no space around it."""
    if text.isascii():
        return text.strip()
    text = unicodedata.normalize("NFKC", text).translate(_DASHES)
    return "".join(_ascii(sign) for sign in text).strip()


def holds(number: str) -> bool:
    """Whether the last digit is the right one for those before it, by Luhn's rule."""
    from stdnum import luhn  # with it come pydoc and ssl: a start that judges nothing need not wait

    return luhn.is_valid(number)


def _ascii(sign: str) -> str:
    if sign.isascii():
        return sign
    if sign.isspace():
        return " "
    number = unicodedata.decimal(sign, None)
    return sign if number is None else str(number)
