"""How values are written in a PDF file: no exponents, and text of any kind."""

from io import BytesIO

import pikepdf
import pytest

from stegvis.exporters.pdf.file import PdfFile
from stegvis.exporters.pdf.syntax import number, text_string


def opened(file, catalog):
    return pikepdf.open(BytesIO(file.write(catalog, file.add("<</Title(T)>>"))))


@pytest.mark.parametrize(
    ("value", "written"), [(1e-14, "0.00"), (-1e-7, "-0.00"), (595.28, "595.28"), (1e7, "10000000.00")]
)
def test_numbers_are_never_in_exponent_form(value, written):
    assert number(value) == written


@pytest.mark.parametrize("text", ["", "a(b)c\\", "Åsa", "日本 😀", "rad\rbryt", ")))", "\x00"])
def test_text_strings_come_back_as_they_were(text):
    file = PdfFile()
    pages = file.add("<</Type/Pages/Kids[]/Count 0>>")
    catalog = file.add(f"<</Type/Catalog/Pages {pages} 0 R/Said{text_string(text)}>>")
    with opened(file, catalog) as pdf:
        assert str(pdf.Root.Said) == text


def test_a_lone_surrogate_in_a_text_string_becomes_a_question_mark():
    assert text_string("a\ud800") == "<FEFF0061003f>"
