"""Which exporter writes which format, loaded on first use."""

from dataclasses import dataclass
from functools import cache
from importlib import import_module
from typing import Protocol, cast

from .document import Document
from .errors import MissingPart, UnknownFormat


class Exporter(Protocol):
    """Writes a document in one format."""

    def export(self, document: Document) -> bytes:
        """The whole file. The same document always becomes the same bytes."""
        ...


@dataclass(frozen=True, slots=True)
class Format:
    """One format: its media type, the end of its file names, and where its exporter lives (``module:class``)."""

    media_type: str
    suffix: str
    where: str


FORMATS = {
    "pdf": Format("application/pdf", "pdf", ".pdf:PdfExporter"),
    "docx": Format(
        "application/vnd.openxmlformats-officedocument.wordprocessingml.document", "docx", ".word:WordExporter"
    ),
    "html": Format("text/html; charset=utf-8", "html", ".html:HtmlExporter"),
    "txt": Format("text/plain; charset=utf-8", "txt", ".text:TextExporter"),
    "json": Format("application/json; charset=utf-8", "json", ".answers_json:JsonExporter"),
}


def find_format(name: str) -> Format:
    """The format of that name. Raises UnknownFormat."""
    if name not in FORMATS:
        raise UnknownFormat(name, FORMATS)
    return FORMATS[name]


@cache
def exporter(name: str) -> Exporter:
    """The one exporter of that format in this process. Raises UnknownFormat or MissingPart."""
    module, _, attribute = find_format(name).where.partition(":")
    try:
        found = getattr(import_module(module, __package__), attribute)
    except ModuleNotFoundError as error:
        if (error.name or "").startswith("stegvis"):
            raise
        raise MissingPart(name, error.name or "") from error
    return cast(Exporter, found())


def export(document: Document, format_name: str) -> bytes:
    """The document as a file of that format. Raises ExportError with words for the user."""
    return exporter(format_name).export(document)


def media_type(format_name: str) -> str:
    """The media type to send a file of that format with."""
    return find_format(format_name).media_type


def suffix(format_name: str) -> str:
    """The end of a file name of that format, without the dot."""
    return find_format(format_name).suffix


def file_name(document: Document, format_name: str) -> str:
    """A name without personal data: form, eight signs of the document id, whose copy:
    ``praktikavtal_1A2B3C4D_kommun.pdf``.

    No two copies of a document have the same name, so that none is sent in place of another.
    """
    short = document.document_id.replace("-", "")[-8:].upper()
    last = short or ("ifyllbar" if document.fillable else "tom" if document.blank else "")
    copy = f"{document.audience}-{document.part}" if document.part else document.audience
    return "_".join(filter(None, (document.form, last, copy))) + "." + suffix(format_name)
