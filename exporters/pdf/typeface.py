"""Font files: parsed once per process, with the part that every document embeds prepared once."""

import codecs
import hashlib
import zlib
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path
from threading import Lock

import font_source_sans_pro
from reportlab.pdfbase.ttfonts import TTFontFile

from .syntax import number, numbers

# What Swedish forms nearly always do with; other characters go into a second, smaller subset when they are met.
PRESET = "\u00a0åäöÅÄÖéÉèÈàÀáÁâçëêíïîñóôúüÜøØæÆßãõýžŽšŠćčđĐłŁńřşŞğıİőżźě–—‘’‚“”„•…§°±·×½¼¾€£©®«»´²³µ→←≤≥−◊☐✓"
UNUSED = "\ufffe"


@dataclass(frozen=True, slots=True)
class Program:
    """A subset as PDF wants it: name, length of the font program, compressed program and Unicode map, widths."""

    name: str
    length: int
    data: bytes
    unicode: bytes
    widths: str


class Typeface:
    """One font file. Codes of its fixed first subset equal ASCII where they can."""

    def __init__(self, path: Path, preset: str = PRESET) -> None:
        self.path = path
        self._file = TTFontFile(str(path))
        self._lock = Lock()  # the parser keeps a position in the file
        self.characters = frozenset(map(chr, self._file.charToGlyph))
        self.advances = {chr(code): width / 1000 for code, width in self._file.charWidths.items()}
        self.slots = self._slots(preset)
        table = "".join(chr(code) if code else UNUSED for code in self.slots)
        self.encoding = codecs.charmap_build(table[:9] + "\t\n" + table[11:])
        self.width = [self.advances.get(chr(code), 0.0) for code in self.slots].__getitem__  # of a code, at size 1
        self.program = lru_cache(32)(self._program)

    @property
    def face(self) -> TTFontFile:
        """The parsed font file, for its measures."""
        return self._file

    def _slots(self, preset: str) -> tuple[int, ...]:
        """The character of each of the 256 codes, 0 for none."""
        slots = [code if 32 <= code < 127 and chr(code) in self.characters else 0 for code in range(256)]
        free = iter(range(128, 256))
        for character in preset:
            if character in self.characters:
                slots[next(free)] = ord(character)
        return tuple(slots)

    def descriptor(self, program: Program, file: int) -> str:
        """The font descriptor of a subset whose program is the object *file*."""
        face = self._file
        return (
            f"<</Type/FontDescriptor/FontName/{program.name}/Flags "
            f"{face.flags & ~32 | 4}/FontBBox[{numbers(*face.bbox)}]"
            f"/ItalicAngle {number(face.italicAngle)}/Ascent {number(face.ascent)}/Descent {number(face.descent)}"
            f"/CapHeight {number(face.capHeight)}/StemV {number(face.stemV)}/FontFile2 {file} 0 R>>"
        )

    def _program(self, slots: tuple[int, ...]) -> Program:
        with self._lock:
            data = self._file.makeSubset(list(slots))
        tag = "".join(chr(65 + byte % 26) for byte in hashlib.sha256(data).digest()[:6])
        widths = [number(self.advances.get(chr(code), 0.0) * 1000) for code in slots]
        return Program(
            f"{tag}+{self._file.name.decode()}",
            len(data),
            zlib.compress(data, 9),
            zlib.compress(_unicode_map(slots).encode(), 9),
            " ".join(widths),
        )


def _unicode_map(slots: tuple[int, ...]) -> str:
    """The CMap that says which character each code stands for."""
    pairs = [f"<{code:02X}> <{chr(slot).encode('utf-16-be').hex()}>" for code, slot in enumerate(slots) if slot]
    parts = [pairs[start : start + 100] for start in range(0, len(pairs), 100)]  # a hundred at most in each part
    mapped = "".join(f"{len(part)} beginbfchar\n" + "\n".join(part) + "\nendbfchar\n" for part in parts)
    return (
        "/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CIDSystemInfo <</Registry (Adobe)"
        "/Ordering (UCS)/Supplement 0>> def /CMapName /Adobe-Identity-UCS def /CMapType 2 def\n"
        f"1 begincodespacerange <00> <FF> endcodespacerange\n{mapped}"
        "endcmap CMapName currentdict /CMap defineresource pop end end"
    )


@cache
def source_sans(style: str) -> Typeface:
    """Source Sans Pro: "Regular", "Bold" or "It" (italic)."""
    return Typeface(Path(font_source_sans_pro.font_directory) / f"SourceSansPro-{style}.ttf")
