"""What the sample documents share: letterhead, logo, moment, and a short way to write answers."""

import struct
import zlib
from dataclasses import replace
from datetime import UTC, datetime

from stegvis.exporters.document import Answer, Document, Figure, Head

MADE = datetime(2026, 11, 21, 9, 30, tzinfo=UTC)
FIELD = "underskrift_"


def png(width=96, height=112):
    """A small coat of arms: a blue shield with a yellow band, as an RGB image."""
    rows = bytearray()
    for y in range(height):
        half = width / 2 * min(1.0, (height - y) / (height * 0.45)) ** 0.6
        rows.append(0)
        for x in range(width):
            if abs(x - width / 2) > half:
                rows += b"\xff\xff\xff"
            else:
                rows += b"\xf2\xb6\x00" if 0.36 < y / height < 0.52 else b"\x00\x4b\x87"
    return _png(width, height, 2, bytes(rows))


def _png(width, height, colour, rows):
    def chunk(kind, data):
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    head = struct.pack(">IIBBBBB", width, height, 8, colour, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", zlib.compress(rows)) + chunk(b"IEND", b"")


def transparent_png():
    """Two by two pixels, RGBA, three of them see-through."""
    return _png(2, 2, 6, (b"\0" + b"\x00\x4b\x87\xff" + b"\0\0\0\0") + (b"\0" + b"\0\0\0\0" * 2))


LOGO = Figure(png(), "image/png", "Lövsta kommuns vapen", 46)
HEAD = Head(
    "Lövsta kommun",
    ("Socialnämnden", "Enheten för arbete och stöd", "Storgatan 1, 123 45 Lövsta"),
    (("Ärende", "SN 2026/0142"), ("Datum", "2026-11-21"), ("Handling", "7F3A9C21")),
    LOGO,
)


def document(title, sections, **more):
    base = Document(
        title=title,
        head=HEAD,
        sections=tuple(sections),
        form="praktikavtal",
        code="PRA-01",
        version="1",
        audience="kommun",
        footer="PRA-01 version 1 · 7F3A9C21",
        made=MADE,
        document_id="0193b3c2-6f00-7000-8000-00007f3a9c21",
    )
    return replace(base, **more)


def answers(*pairs):
    return tuple(Answer(label, text) if text else Answer(label, "Inget svar", missing=True) for label, text in pairs)
