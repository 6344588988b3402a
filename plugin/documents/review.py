"""The named review of a copy that leaves the kommun about a person with protected data (OSL 21:3)."""

from ..installation.access import signed_in
from ..installation.acting import acting
from ..storage import LogEvent, Verb
from .copies import Copy
from .document_file import DocumentFile

REVIEWED = "Granskad kopia för {}: "
WHO_WROTE = "Kontroll av vem som har fyllt i handlingen"
WRITING = {Verb.STARTED, Verb.SAVED, Verb.FINISHED, Verb.VERSIONED}


def reviewed_by(document: DocumentFile, copy: Copy) -> str:
    """Who has reviewed this copy of this version about a person with protected data; empty when nobody has."""
    if not is_protected(document):
        return ""
    review = REVIEWED.format(copy.reader)
    for event in document.opened.log:
        if (
            event.verb == Verb.READ
            and event.version == document.stored.version
            and (event.reason or "").startswith(review)
        ):
            return (event.reason or "").removeprefix(review)
    return ""


def review_reason(copy: Copy) -> str:
    """The reason under which a review of the copy by the one who is logged in stands in the log."""
    return f"{REVIEWED.format(copy.reader)}{signed_in().name}"


def writers(document: DocumentFile) -> frozenset[str]:
    """Everyone who has saved any version of the document, or of those it replaces: their words may stand in it
    still.
    """
    found, earlier = _wrote(document.opened.log), document.stored.replaces
    while earlier is not None:
        opened = acting().documents.open(earlier, WHO_WROTE, logged=True)
        found |= _wrote(opened.log)
        earlier = opened.document.replaces
    return found


def _wrote(log: tuple[LogEvent, ...]) -> frozenset[str]:
    return frozenset(event.by for event in log if event.verb in WRITING)


def is_protected(document: DocumentFile) -> bool:
    """Whether the person's data are protected."""
    return document.answers.get("skydd") not in (None, "", "nej")
