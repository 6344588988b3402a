"""Fills the placeholders of a text once, with values that are made safe to read in a sentence."""

import re
import unicodedata
from collections.abc import Mapping
from datetime import date, datetime, time
from decimal import Decimal

PLACEHOLDER = re.compile(r"\{(\w+)\}")
FROM_USERS = frozenset({"värde", "nyckel", "namn"})
LONGEST = 60
_UNREADABLE = frozenset({"Cc", "Cf", "Cn", "Co", "Cs", "Zl", "Zp"})


def placeholders(text: str) -> frozenset[str]:
    """The names within braces in a text."""
    return frozenset(PLACEHOLDER.findall(text))


def fill(text: str, values: Mapping[str, object]) -> str:
    """The text with every placeholder filled; braces inside values stay as they are.

    What users wrote is shortened. Raises KeyError when a placeholder has no value.
    """
    return PLACEHOLDER.sub(lambda found: _shown(found[1], values[found[1]]), text)


def visible(text: str) -> str:
    """The text with control, direction and unassigned characters spelled out, such as [U+202E]."""
    if text.isascii() and text.isprintable():
        return text
    return "".join(f"[U+{ord(sign):04X}]" if unicodedata.category(sign) in _UNREADABLE else sign for sign in text)


def shorten(text: str, longest: int = LONGEST) -> str:
    """The text, cut with an ellipsis when it is longer than *longest* characters."""
    return text if len(text) <= longest else text[: longest - 1].rstrip() + "…"


def _shown(name: str, value: object) -> str:
    match value:
        case str():
            return visible(shorten(value) if name in FROM_USERS else value)
        case datetime():
            return value.strftime("%Y-%m-%d %H:%M")
        case date():
            return value.isoformat()
        case time():
            return value.strftime("%H:%M")
        case Decimal():
            return f"{value:f}".replace(".", ",")
    return visible(str(value))
