"""What can go wrong when a document is made or handed out.

ExportError
├── UnknownFormat     nobody can write that format
├── MissingPart       a format needs a library that is not installed
└── UnusableImage     a logo that is not a PNG or JPEG image
"""

from collections.abc import Iterable


class ExportError(Exception):
    """The document could not be made; the message is Swedish, for the user, and says what to do."""


class UnknownFormat(ExportError):
    """A format name that no exporter answers to."""

    def __init__(self, name: str, known: Iterable[str]) -> None:
        super().__init__(f"Välj ett annat format än {name!r}. De som finns är {', '.join(known)}.")
        self.name = name


class MissingPart(ExportError):
    """The exporter is known, but a library it needs is not installed."""

    def __init__(self, format_name: str, library: str) -> None:
        super().__init__(f"Installera paketet {library} för att kunna skapa {format_name}.")
        self.library = library


class UnusableImage(ExportError):
    """Bytes that are not an image of a kind that every format can show."""

    def __init__(self, what: str) -> None:
        super().__init__(f"Byt ut bilden {what!r}. Den går inte att läsa som PNG eller JPEG.")
        self.what = what
