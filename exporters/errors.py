"""What can go wrong when a document is made or handed out.

ExportError
├── UnknownFormat     nobody can write that format
├── MissingPart       a format needs a library that is not installed
├── UnusableImage     a logo that is not a PNG or JPEG image
├── AudienceRefused   the form is not for that audience
├── ReviewNeeded      a copy about a person with protected data has not been reviewed
├── UnreadableFile    a filled form that is broken, locked or without fields
├── EmptyFile         a filled form that holds nothing
├── FileTooLarge      a filled form that is larger than any
├── NotAFilledForm    a file of a kind that cannot be read back
└── WrongForm         a filled form that is another form
"""

from collections.abc import Iterable

from ..schemas.messages import message


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
        self.package = library


class UnusableImage(ExportError):
    """Bytes that are not an image of a kind that every format can show."""

    def __init__(self, what: str) -> None:
        super().__init__(f"Byt ut bilden {what!r}. Den går inte att läsa som PNG eller JPEG.")
        self.what = what


class AudienceRefused(ExportError):
    """The form is never handed to that audience."""

    def __init__(self, audience: str, allowed: Iterable[str]) -> None:
        words = message("audience_refused", mottagare=audience[:40])
        super().__init__(f"{words} Den får lämnas till: {', '.join(allowed)}.")


class ReviewNeeded(ExportError):
    """A copy that leaves the kommun about a person with protected data needs a named officer's review first (OSL
    21:3).
    """

    def __init__(self) -> None:
        super().__init__(message("protected_review_needed", roll="en utsedd granskare"))


UNREADABLE = {
    "pdf_broken": "Kontrollera filen. Den går inte att läsa som PDF. Öppna den, spara den på nytt och försök igen.",
    "pdf_encrypted": "Spara filen utan lösenord och försök igen. En låst fil går inte att läsa.",
    "pdf_no_fields": "Välj en PDF med fält att fylla i. Den här har inga, till exempel för att den är utskriven och "
    "inskannad.",
}


class UnreadableFile(ExportError):
    """A file that somebody has filled in cannot be read back; *reason* is a key of UNREADABLE."""

    def __init__(self, reason: str) -> None:
        super().__init__(UNREADABLE[reason])
        self.reason = reason


class EmptyFile(ExportError):
    """There is nothing in the file."""

    def __init__(self) -> None:
        super().__init__("Välj filen igen. Den är tom.")


class FileTooLarge(ExportError):
    """The file is larger than any filled form; nothing of it has been looked at."""

    def __init__(self, most: int) -> None:
        super().__init__(f"Välj en mindre fil. En ifylld blankett får vara högst {most // 1_000_000} MB.")


class NotAFilledForm(ExportError):
    """The content is of a kind that cannot be read back, whatever its name says."""

    def __init__(self) -> None:
        super().__init__("Välj en ifylld blankett i PDF eller Word. Filens innehåll är något annat, vad den än heter.")


class WrongForm(ExportError):
    """The file is another form than the one that is read."""

    def __init__(self, found: str, wanted: str) -> None:
        super().__init__(f"Läs in filen som blanketten {found}. Den är inte {wanted}.")
        self.found = found


class UnreadablePackage(ExportError):
    """A Word file cannot be read back; the words say what to do."""
