"""The fonts one document uses, and the codes its characters have in them."""

import codecs
from dataclasses import dataclass, field

from .file import PdfFile
from .syntax import array
from .typeface import Typeface


@dataclass(slots=True)
class _Use:
    """One typeface in one document: the names of its subsets and the codes of the characters outside the first."""

    typeface: Typeface
    name: str
    used: bool = False  # whether the fixed first subset is
    more: list[list[int]] = field(default_factory=list)
    codes: dict[str, tuple[str, int]] = field(default_factory=dict)

    def code(self, character: str) -> tuple[str, int]:
        """The font resource and the code of a character that the first subset lacks."""
        if character not in self.codes:
            if not self.more or len(self.more[-1]) == 256:
                self.more.append([0] * 33)
            self.more[-1].append(ord(character))
            self.codes[character] = (f"{self.name}.{len(self.more)}", len(self.more[-1]) - 1)
        return self.codes[character]


class _Uses(dict[Typeface, _Use]):
    """The uses so far; a typeface that is asked for gets one."""

    def __missing__(self, typeface: Typeface) -> _Use:
        use = self[typeface] = _Use(typeface, f"F{len(self)}")
        return use


class FontSet:
    """Every typeface that a document has text in."""

    def __init__(self) -> None:
        self._uses = _Uses()

    def name(self, typeface: Typeface) -> str:
        """The resource name of the typeface's first subset, which is embedded from now on."""
        use = self._uses[typeface]
        use.used = True
        return use.name

    def encode(self, typeface: Typeface, text: str) -> list[tuple[str, bytes]]:
        """The text as (font resource, codes). The typeface must have every character."""
        try:
            return [(self.name(typeface), codecs.charmap_encode(text, "strict", typeface.encoding)[0])]
        except UnicodeEncodeError:
            return self._mixed(self._uses[typeface], text)

    def write(self, file: PdfFile) -> str:
        """Embed the fonts; the font entry of the resource dictionary."""
        entries = []
        for use in self._uses.values():
            subsets = [(use.name, use.typeface.slots)] if use.used else []
            subsets += [(f"{use.name}.{n}", tuple(slots)) for n, slots in enumerate(use.more, 1)]
            entries += [f"/{name} {_embed(file, use.typeface, slots)} 0 R" for name, slots in subsets]
        return f"/Font<<{''.join(entries)}>>"

    def _mixed(self, use: _Use, text: str) -> list[tuple[str, bytes]]:
        pieces: list[tuple[str, bytes]] = []
        for character in text:
            try:
                code, name = codecs.charmap_encode(character, "strict", use.typeface.encoding)[0], use.name
                use.used = True
            except UnicodeEncodeError:
                name, place = use.code(character)
                code = bytes((place,))
            if pieces and pieces[-1][0] == name:
                code = pieces.pop()[1] + code
            pieces.append((name, code))
        return pieces


def _embed(file: PdfFile, typeface: Typeface, slots: tuple[int, ...]) -> int:
    program = typeface.program(slots)
    data = file.deflated(f"/Length1 {program.length}", program.data)
    unicode = file.deflated("", program.unicode)
    descriptor = file.add(typeface.descriptor(program, data))
    return file.add(
        f"<</Type/Font/Subtype/TrueType/BaseFont/{program.name}/FirstChar 0/LastChar {len(slots) - 1}"
        f"/Widths{array([program.widths])}/FontDescriptor {descriptor} 0 R/ToUnicode {unicode} 0 R>>"
    )
