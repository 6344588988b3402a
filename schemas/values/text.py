"""Text that every format can carry: NFC, no control characters, newlines as one character."""

import re
import unicodedata

from ..errors import ValueProblem

# A byte order mark and a zero-width space come with pasted text and mean nothing.
_DROPPED = dict.fromkeys((0xFEFF, 0x200B))
_NEWLINES = re.compile(r"\r\n?|[\v\x85\u2028\u2029]")
_UNREADABLE = frozenset({"Cc", "Cn", "Co", "Cs"})
# Hides or reorders what follows: embeddings, overrides, isolates, annotations and tag characters.
_HIDING = re.compile("[\u202a-\u202e\u2066-\u206f\ufff9-\ufffb\U000e0000-\U000e007f]")


def is_blank(text: str) -> bool:
    """Whether nothing in the text can be seen."""
    if text.isprintable():
        return not text.strip()
    return all(sign.isspace() or unicodedata.category(sign) == "Cf" for sign in text)


def parse(text: str, *, one_line: bool = False) -> str:
    """The text without outer space, in one spelling.

    Raises ValueProblem for characters that cannot be read, and for a line break where *one_line* is asked for.
    """
    if not text.isascii():
        text = text.translate(_DROPPED)
    text = _NEWLINES.sub("\n", text).replace("\t", " ").strip()
    if not (text.isascii() and text.isprintable()):
        _refuse_unreadable(text, one_line)
        text = unicodedata.normalize("NFC", text)
    return text


def _refuse_unreadable(text: str, one_line: bool) -> None:
    if one_line and "\n" in text:
        raise ValueProblem("one_line")
    if _HIDING.search(text):
        raise ValueProblem("control_characters")
    for sign in set(text):
        if sign != "\n" and unicodedata.category(sign) in _UNREADABLE:
            raise ValueProblem("control_characters")
