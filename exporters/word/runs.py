"""Words as WordprocessingML: escaped, legible, and marked where they are written from right to left."""

import re

from ..legible import legible

_RTL = "\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\U00010800-\U00010fff\U0001e800-\U0001efff"
_NOT_PLAIN = re.compile(f"[&<>\t\n\r\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff{_RTL}]")
_FROM_RIGHT = re.compile(f"([{_RTL}]+(?:[\\W\\d_]+[{_RTL}]+)*)")
_OPENS_RTL = re.compile(f"[\\W\\d_]*[{_RTL}]")
_HEBREW = re.compile("[\u0590-\u05ff\ufb1d-\ufb4f]")
_MARKUP = {
    "&": "&amp;",
    "<": "&lt;",
    ">": "&gt;",
    "\t": '</w:t><w:tab/><w:t xml:space="preserve">',
    "\n": '</w:t><w:br/><w:t xml:space="preserve">',
}
_ESCAPES = str.maketrans(_MARKUP)
_QUOTED = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "\n": " ", "\t": " "})

TAB = "<w:r><w:tab/></w:r>"


def runs(text: str, look: str = "") -> str:
    """The text as one run, or several where its direction changes; *look* is the inside of their ``w:rPr``."""
    if _NOT_PLAIN.search(text) is None:
        return _run(text, look)
    parts = _FROM_RIGHT.split(legible(text))
    return "".join(
        _run(part.translate(_ESCAPES), look + _right_to_left(part) if odd % 2 else look)
        for odd, part in enumerate(parts)
        if part
    )


def opens_rtl(text: str) -> bool:
    """Whether the first letter of the text is written from right to left."""
    return _OPENS_RTL.match(text) is not None


def quoted(text: str) -> str:
    """The text for an attribute, or as the only text of an element."""
    return legible(text).translate(_QUOTED)


def _run(content: str, look: str) -> str:
    properties = f"<w:rPr>{look}</w:rPr>" if look else ""
    return f'<w:r>{properties}<w:t xml:space="preserve">{content}</w:t></w:r>'


def _right_to_left(part: str) -> str:
    return f'<w:rtl/><w:lang w:bidi="{"he-IL" if _HEBREW.match(part) else "ar-SA"}"/>'
