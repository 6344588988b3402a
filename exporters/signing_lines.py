"""What stands on the three lines of a signature, in the order every format prints them."""

from .document import SIGNATURE_LABELS, SignatureBlock


def signing_lines(signature: SignatureBlock) -> tuple[tuple[str, str], ...]:
    """Each label with what is known, or with an empty string where somebody writes by hand."""
    place_and_date = " ".join(part for part in (signature.place, signature.date) if part)
    return tuple(zip(SIGNATURE_LABELS, (signature.method, signature.name, place_and_date), strict=True))
