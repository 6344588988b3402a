"""What is known of sealing without the extra `signing`: nothing here needs pyHanko, or takes time to load."""

from importlib.util import find_spec

from ..errors import SetupError

MOST_BYTES = 25_000_000
"""As large as a file to verify may be."""


class SealError(SetupError):
    """The seal cannot be put on as the installation is set up; the message says what to do."""


def must_be_installed() -> None:
    """To be asked before `sealing` or `verifying` is loaded. Raises SealError where the extra is missing."""
    if find_spec("pyhanko") is None:
        raise SealError("Installera stegvis[signing] för att försegla och kontrollera handlingar.")
