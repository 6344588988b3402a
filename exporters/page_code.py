"""The code on each page of a document that is signed on paper: which document, version and words, and which page. No
personal data.

28 bytes in base 32, so that a QR code holds them as capital letters and digits: ``S``, the document's id (16), its
version (2), the first six bytes of what is signed (those of the mark that people compare), page, pages, and a check
byte.
"""

import base64
import binascii
import struct
from dataclasses import dataclass
from uuid import UUID

MAGIC = b"S"
_LAYOUT = struct.Struct(">c16sH6sBB")
LENGTH = 45
MOST = 255


@dataclass(frozen=True, slots=True)
class PageCode:
    """What the code on a page says. *mark* is the first twelve hexadecimal digits of what is signed."""

    document_id: UUID
    version: int
    mark: str
    page: int = 0
    pages: int = 0

    def text(self) -> str:
        """The code as it is printed. Raises ValueError for more than 255 pages."""
        if not 0 < self.page <= self.pages <= MOST:
            raise ValueError(f"page {self.page} of {self.pages} has no code")
        packed = _LAYOUT.pack(
            MAGIC, self.document_id.bytes, self.version, bytes.fromhex(self.mark), self.page, self.pages
        )
        return base64.b32encode(packed + _check(packed)).decode().rstrip("=")

    @property
    def words(self) -> str:
        """The same for people: the mark in groups of four."""
        return " ".join(self.mark[start : start + 4] for start in range(0, 12, 4))


def read_code(text: str) -> PageCode | None:
    """What a code says; None for one that is not ours, or that was misread."""
    if len(text) != LENGTH:
        return None
    try:
        data = base64.b32decode(text + "===")
    except (ValueError, binascii.Error):
        return None
    packed, check = data[:-1], data[-1:]
    magic, document, version, mark, page, pages = _LAYOUT.unpack(packed)
    if magic != MAGIC or check != _check(packed) or not 0 < page <= pages:
        return None
    return PageCode(UUID(bytes=document), version, mark.hex(), page, pages)


def _check(packed: bytes) -> bytes:
    return bytes([binascii.crc32(packed) & 0xFF])
