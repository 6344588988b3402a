"""Why an act of signing is refused. Each message is Swedish and says what to do.

SigningError
├── CannotBegin      the parties or the order do not make a signing
├── Closed           the signing is over, or rests
├── NoSuchParty      nobody by that name signs this document
├── AlreadySigned    the party has signed
├── NotYet           another party signs first
├── Changed          what was shown is not what is signed now
├── NotShown         the party has not been shown the words
├── NotComplete      something in what was sent is missing or wrong; *path* says which
└── BrokenHistory    the stored events do not fit together
"""

from ..errors import StegvisError


class SigningError(StegvisError):
    """The act is refused and changes nothing."""


class CannotBegin(SigningError):
    """The document cannot be signed as it is."""


class Closed(SigningError):
    """Nothing more is signed in this round."""


class NoSuchParty(SigningError):
    """A key that no party of the signing has."""

    def __init__(self) -> None:
        super().__init__("Öppna handlingen på nytt. Den som skulle skriva under finns inte med i den.")


class AlreadySigned(SigningError):
    """The party's signature stands; another one would say nothing more."""

    def __init__(self, role: str) -> None:
        super().__init__(f"Gå vidare. {role} har redan skrivit under.")


class NotYet(SigningError):
    """The parties sign in an order, and another one is before."""

    def __init__(self, role: str) -> None:
        super().__init__(f"Vänta. {role} skriver under först.")


class Changed(SigningError):
    """The page was made from other words, or for an earlier round."""

    def __init__(self) -> None:
        super().__init__(
            "Läs igenom handlingen på nytt. Den har ändrats sedan sidan visades, och inget är underskrivet."
        )


class NotShown(SigningError):
    """Somebody would sign what has never been shown to them."""

    def __init__(self) -> None:
        super().__init__("Öppna handlingen och läs igenom den. Den måste visas innan någon skriver under.")


class NotComplete(SigningError):
    """What was sent lacks something; *path* is the field."""

    def __init__(self, path: str, words: str) -> None:
        super().__init__(words)
        self.path = path


class BrokenHistory(SigningError):
    """Events that cannot follow each other: the storage has been changed by another hand."""

    def __init__(self, what: str) -> None:
        super().__init__(f"Kontakta IT. Händelserna i underskriften hänger inte ihop ({what}).")
