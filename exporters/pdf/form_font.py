"""The font that people type with in form fields: a whole font file, in the encoding that every viewer knows."""

import zlib
from functools import lru_cache

from .file import PdfFile
from .syntax import number, numbers
from .typeface import Typeface

FIRST, LAST = 32, 255
SYMBOLIC, NONSYMBOLIC = 4, 32  # flags of a font


def form_font(file: PdfFile, typeface: Typeface) -> int:
    """Embed the typeface, so that a field can be filled in with any of its WinAnsi characters; the font's number."""
    length, packed = _packed(typeface)
    face, name = typeface.face, typeface.face.name.decode()
    program = file.deflated(f"/Length1 {length}", packed)
    descriptor = file.add(
        f"<</Type/FontDescriptor/FontName/{name}/Flags "
        f"{face.flags & ~SYMBOLIC | NONSYMBOLIC}/FontBBox[{numbers(*face.bbox)}]"
        f"/ItalicAngle {number(face.italicAngle)}/Ascent {number(face.ascent)}/Descent {number(face.descent)}"
        f"/CapHeight {number(face.capHeight)}/StemV {number(face.stemV)}/FontFile2 {program} 0 R>>"
    )
    widths = " ".join(number(typeface.advances.get(_character(code), 0.0) * 1000) for code in range(FIRST, LAST + 1))
    return file.add(
        f"<</Type/Font/Subtype/TrueType/BaseFont/{name}/Encoding/WinAnsiEncoding/FirstChar {FIRST}/LastChar {LAST}"
        f"/Widths[{widths}]/FontDescriptor {descriptor} 0 R>>"
    )


def _character(code: int) -> str:
    return bytes((code,)).decode("cp1252", "ignore")


@lru_cache(2)
def _packed(typeface: Typeface) -> tuple[int, bytes]:
    data = typeface.path.read_bytes()
    return len(data), zlib.compress(data, 9)
