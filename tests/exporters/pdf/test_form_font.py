"""The font of form fields: the whole file is embedded, with the widths that another reader of it finds."""

from io import BytesIO

import pikepdf
import pytest
from PIL import ImageFont

from stegvis.exporters.pdf.file import PdfFile
from stegvis.exporters.pdf.form_font import form_font
from stegvis.exporters.pdf.typeface import source_sans

SYMBOLIC, NONSYMBOLIC = 1 << 2, 1 << 5  # flags of a font by their place in ISO 32000


@pytest.fixture(scope="module")
def font():
    file = PdfFile()
    pages = file.add("<</Type/Pages/Kids[]/Count 0>>")
    number = form_font(file, source_sans("Regular"))
    catalog = file.add(f"<</Type/Catalog/Pages {pages} 0 R/Font {number} 0 R>>")
    with pikepdf.open(BytesIO(file.write(catalog, file.add("<<>>")))) as pdf:
        yield pdf.Root.Font


def test_the_whole_file_is_embedded(font):
    program = font.FontDescriptor.FontFile2
    assert program.read_bytes() == source_sans("Regular").path.read_bytes()
    assert int(program.Length1) == source_sans("Regular").path.stat().st_size


def test_it_has_the_encoding_that_every_viewer_knows(font):
    flags = int(font.FontDescriptor.Flags)
    assert str(font.Encoding) == "/WinAnsiEncoding"
    assert (bool(flags & NONSYMBOLIC), bool(flags & SYMBOLIC)) == (True, False)


def test_each_winansi_code_has_the_width_of_its_letter(font):
    """Measured by FreeType, which knows nothing of PDF."""
    measured = ImageFont.truetype(str(source_sans("Regular").path), 1000)
    assert int(font.LastChar) - int(font.FirstChar) + 1 == len(font.Widths)
    for letter in "AWil.,1åäöÅÄÖé–€":
        (code,) = letter.encode("cp1252")
        assert float(font.Widths[code - int(font.FirstChar)]) == pytest.approx(measured.getlength(letter), abs=1.5)


def test_all_text_in_swedish_can_be_typed(font):
    face = source_sans("Regular")
    assert {bytes((code,)).decode("cp1252") for code in (*range(32, 127), *range(160, 256))} - face.characters == set()
