"""What somebody has written in a fillable PDF: the values of its form fields, by the control of the page they answer.

The file is hostile until it is judged: nothing in it is run, followed or fetched, and only plain values are taken.
"""

from collections.abc import Iterator, Mapping
from io import BytesIO
from typing import Any

from pypdf import PdfReader
from pypdf.errors import PyPdfError
from pypdf.generic import ArrayObject, DictionaryObject, IndirectObject, TextStringObject

from ...forms.language.words import TICK
from ..errors import UnreadableFile
from ..letterhead import Imprint, imprint

MOST_FIELDS, DEEPEST = 20_000, 8
MOST_LETTERS = 20_000  # of one answer
MOST_DRAWN = 2_000_000  # bytes of what the first page draws, unpacked
BROKEN = (
    PyPdfError,
    ValueError,
    KeyError,
    TypeError,
    AttributeError,
    IndexError,
    RecursionError,
    OverflowError,
    NotImplementedError,
)
"""What a reader of broken files may meet; each of them means that the file cannot be read."""


def field_values(data: bytes) -> Mapping[str, list[str]]:
    """The values by control: what is typed or chosen, and for each ticked box what it sends. Raises UnreadableFile."""
    values: dict[str, list[str]] = {}
    try:
        reader = PdfReader(BytesIO(data), strict=False)
        if reader.is_encrypted:
            raise UnreadableFile("pdf_encrypted")
        for name, value in _fields(reader):
            control, sent = _answer(name, value)
            if sent:
                values.setdefault(control, []).append(sent[:MOST_LETTERS])
    except BROKEN as problem:
        raise UnreadableFile("pdf_broken") from problem
    return values


def read_imprint(data: bytes) -> Imprint:
    """What the footer of the first page says of the form."""
    try:
        page = PdfReader(BytesIO(data), strict=False).pages[0]
        drawn = page.get_contents()
        if drawn is not None and len(drawn.get_data()) > MOST_DRAWN:
            raise UnreadableFile("pdf_broken")
        return imprint(page.extract_text())
    except BROKEN as problem:
        raise UnreadableFile("pdf_broken") from problem


def _fields(reader: PdfReader) -> Iterator[tuple[str, Any]]:
    """Name and value of each field at the end of the tree."""
    form = _whole(_whole(reader.trailer["/Root"]).get("/AcroForm"))
    if not isinstance(form, DictionaryObject):
        raise UnreadableFile("pdf_no_fields")
    queue = [(entry, "", 0) for entry in _list(form.get("/Fields"))]
    if len(queue) > MOST_FIELDS:
        raise UnreadableFile("pdf_broken")
    for entry, above, depth in queue:  # grows while it runs
        if depth > DEEPEST:
            raise UnreadableFile("pdf_broken")
        field = _whole(entry)
        if not isinstance(field, DictionaryObject):
            continue
        name = str(field["/T"]) if "/T" in field else above
        kids = [kid for kid in _list(field.get("/Kids")) if "/T" in (_whole(kid) or {})]
        if kids:
            if len(queue) + len(kids) > MOST_FIELDS:  # before they are queued: fields may share the list of kids
                raise UnreadableFile("pdf_broken")
            queue += [(kid, f"{name}.", depth + 1) for kid in kids]
        elif field.get("/FT") in ("/Tx", "/Ch", "/Btn"):
            yield name, _whole(field.get("/V"))


def _answer(name: str, value: Any) -> tuple[str, str]:
    """The control a field answers and what it sends; empty when nothing is written or ticked."""
    control, _, key = name.partition("=")
    if isinstance(value, TextStringObject | bytes):
        words = value.decode("latin-1") if isinstance(value, bytes) else str(value)
        return control, words.replace("\r\n", "\n").replace("\r", "\n").strip()
    state = str(value or "").removeprefix("/")
    if state in ("", "Off"):
        return control, ""
    return control, key or (state if state != "Yes" else TICK)


def _list(entry: Any) -> list[Any]:
    found = _whole(entry)
    return list(found) if isinstance(found, ArrayObject) else []


def _whole(entry: Any) -> Any:
    return entry.get_object() if isinstance(entry, IndirectObject) else entry
