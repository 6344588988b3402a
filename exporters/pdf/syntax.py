"""How values are written in a PDF file."""


def number(value: float) -> str:
    """A number with two decimals, never in exponent form."""
    return f"{value:.2f}"


def numbers(*values: float) -> str:
    """Numbers with a space between."""
    return " ".join(map(number, values))


def text_string(text: str) -> str:
    """Text outside page contents: a literal string when ASCII, otherwise UTF-16 with a byte order mark."""
    if text.isascii():
        return "(" + escaped(text) + ")"
    return "<FEFF" + text.encode("utf-16-be", "replace").hex() + ">"


def escaped(text: str) -> str:
    """The inside of a literal string."""
    return text.replace("\\", "\\\\").replace("(", "\\(").replace(")", "\\)").replace("\r", "\\r")


def reference(number: int) -> str:
    """A reference to an object."""
    return f"{number} 0 R"


def array(items: list[str]) -> str:
    """An array of values that are already written."""
    return f"[{' '.join(items)}]"
