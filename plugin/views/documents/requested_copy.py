"""Which copy an address asks for."""

from flask import request
from werkzeug.exceptions import NotFound

from ...documents.copies import Copy, copies
from ...documents.document_file import DocumentFile


def asked_copy(document: DocumentFile) -> Copy:
    """The copy that the address asks for. Raises NotFound when the form has none like it."""
    audience, part = request.args.get("kopia", "kommun"), request.args.get("part", type=int)
    for copy in copies(document):
        if copy.audience == audience and copy.part == part:
            return copy
    raise NotFound
