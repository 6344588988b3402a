"""Documents as files, each copy by itself."""

from uuid import UUID

from flask import Response, redirect
from flask.typing import ResponseReturnValue
from marshmallow import ValidationError

from ...exporters import Document, export, file_name, media_type
from ...exporters.errors import ReviewNeeded
from ..access import require
from ..copies import asked_copy, composed
from ..documents import open_document
from ..rendering import url


def download(document_id: UUID, form: str) -> ResponseReturnValue:
    """A copy as PDF or Word; the log says which, once it is made. A draft that cannot be judged leads to what is to be mended."""
    asked = open_document(document_id)
    if asked.is_draft:
        require("document.write")
    copy = asked_copy(asked)
    try:
        response = file_response(composed(asked, copy), form)
    except ReviewNeeded:
        return redirect(url("check" if asked.is_draft else "review", document_id=document_id, **copy.arguments), 303)
    except ValidationError:
        return redirect(url("check", document_id=document_id), 303)
    open_document(document_id, reason=f"Hämtad som {form}: {copy.reader}")
    return response


def file_response(document: Document, form: str) -> Response:
    """The document as a file to keep."""
    response = Response(export(document, form), content_type=media_type(form))
    response.headers.set("Content-Disposition", "attachment", filename=file_name(document, form))
    return response
