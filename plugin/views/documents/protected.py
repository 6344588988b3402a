"""Documents about persons with protected data: whoever has not written one gives a reason before reading it (L30)."""

from uuid import UUID

from flask import request

from ...cases.people import is_protected as case_is_protected
from ...documents.document_file import DocumentFile
from ...documents.review import is_protected
from ...documents.service import open_document
from ...errors import ReasonNeeded
from ...installation.access import signed_in
from ...installation.acting import acting
from ...web.given_reasons import is_unlocked


def open_for_page(document_id: UUID, reason: str = "", *, compared: bool = False) -> DocumentFile:
    """The document, to be shown on a page. Raises `ReasonNeeded`, and the store's NotFound.

    What is posted is never turned away: the page it came from has been read, and its words must not be lost.
    """
    document = open_document(document_id, reason=reason, compared=compared)
    ask_reason(document)
    return document


def ask_reason(document: DocumentFile) -> None:
    """Raises `ReasonNeeded` when the page about to be shown needs one. A copy that waits for its review does not:
    that is a reason.
    """
    if request.method in ("GET", "HEAD") and needs_reason(document):
        raise ReasonNeeded("document_reason", document_id=document.id)


def needs_reason(document: DocumentFile) -> bool:
    """Whether it is about a person with protected data, somebody else has written in it last, and no reason has
    been given.
    """
    if document.stored.changed_by == signed_in().subject or is_unlocked(key(document)):
        return False
    return is_protected(document) or _case_is_protected(document)


def key(document: DocumentFile) -> UUID:
    """What a reason opens: the whole case, or a document that stands in none."""
    return document.stored.case_id or document.id


def _case_is_protected(document: DocumentFile) -> bool:
    case_id = document.stored.case_id
    return case_id is not None and case_is_protected(acting().cases.glance(case_id))
