"""Documents as files, each copy by itself."""

from uuid import UUID

from flask import Response, redirect
from flask.typing import ResponseReturnValue
from marshmallow import ValidationError

from ....exporters import Document, export, file_name, media_type
from ....exporters.errors import ReviewNeeded
from ...documents.compose import compose_copy
from ...documents.copies import Copy
from ...documents.document_file import DocumentFile
from ...documents.sealing import seal_reviewed, sealed_name
from ...documents.service import open_document
from ...installation.access import require
from ...installation.acting import acting
from ...web.rendering import url
from .protected import ask_reason
from .requested_copy import asked_copy


def download(document_id: UUID, form: str) -> ResponseReturnValue:
    """A copy as PDF or Word; the log says which, once it is made. A draft that cannot be judged leads to what is to
    be mended.
    """
    asked = open_document(document_id, compared=True)
    if asked.is_draft:
        require("document.write")
    copy = asked_copy(asked)
    try:
        drawn = compose_copy(asked, copy)
        ask_reason(asked)
        response = file_response(drawn, form, sealed_file(asked, copy) if form == "pdf" else b"")
    except ReviewNeeded:
        return redirect(url("check" if asked.is_draft else "review", document_id=document_id, **copy.arguments), 303)
    except ValidationError:
        return redirect(url("check", document_id=document_id), 303)
    open_document(document_id, reason=f"Hämtad som {form}: {copy.reader}")
    return response


def sealed_file(document: DocumentFile, copy: Copy) -> bytes:
    """The sealed file of the copy; empty when there is none."""
    name, kept = sealed_name(copy), acting().signatures
    if name not in kept.files(document.id):
        seal_reviewed(document)  # when the worker that was to seal it was stopped
        return b""
    return kept.file(document.id, name, f"Förseglad: {copy.reader}").data


def file_response(document: Document, form: str, sealed: bytes = b"") -> Response:
    """The document as a file to keep, as it was sealed if it is."""
    response = Response(sealed or export(document, form), content_type=media_type(form))
    response.headers.set("Content-Disposition", "attachment", filename=file_name(document, form))
    return response
