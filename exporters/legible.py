"""Characters that no format can hold, made visible."""

import re

REPLACEMENT = "\N{REPLACEMENT CHARACTER}"
_UNWRITABLE = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]")


def legible(text: str) -> str:
    """The text with each control character, lone surrogate and noncharacter shown as U+FFFD; line ends become \\n."""
    if _UNWRITABLE.search(text) is None:
        return text
    return _UNWRITABLE.sub(REPLACEMENT, text.replace("\r\n", "\n").replace("\r", "\n"))
