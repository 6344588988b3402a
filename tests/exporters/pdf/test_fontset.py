"""The fonts of one document: every character has a code, and another program reads the text back from the codes."""

from io import BytesIO

import pytest
from pypdf import PdfReader

from stegvis.exporters.pdf.file import PdfFile
from stegvis.exporters.pdf.fontset import FontSet
from stegvis.exporters.pdf.typeface import source_sans


@pytest.fixture(scope="module")
def face():
    return source_sans("Regular")


def rare(face, count):
    """Characters that the first subset lacks."""
    known = {chr(slot) for slot in face.slots}
    return "".join(sorted(letter for letter in face.characters - known if letter.isalpha() and letter > "\u0400"))[
        :count
    ]


def extracted(fonts, pieces):
    """The text of a page that shows these codes, by pypdf."""
    file = PdfFile()
    page, pages = file.reserve(), file.reserve()
    shown = " ".join(f"/{font} 10 Tf <{codes.hex()}> Tj" for font, codes in pieces)
    contents = file.stream("", f"BT {shown} ET".encode())
    file.fill(page, f"<</Type/Page/Parent {pages} 0 R/Contents {contents} 0 R/Resources<<{fonts.write(file)}>>>>")
    file.fill(pages, f"<</Type/Pages/Count 1/Kids[{page} 0 R]/MediaBox[0 0 595 842]>>")
    catalog = file.add(f"<</Type/Catalog/Pages {pages} 0 R>>")
    return PdfReader(BytesIO(file.write(catalog, file.add("<<>>")))).pages[0].extract_text()


def test_ascii_keeps_its_codes(face):
    assert FontSet().encode(face, "Abc (1)") == [("F0", b"Abc (1)")]


def test_a_letter_outside_the_first_subset_gets_one_code_that_it_keeps(face):
    fonts = FontSet()
    first, cyrillic, last = fonts.encode(face, "aЖb")
    assert (first, last) == (("F0", b"a"), ("F0", b"b"))
    assert cyrillic[0] != "F0" and len(cyrillic[1]) == 1
    assert fonts.encode(face, "Ж") == [cyrillic]
    assert fonts.encode(face, "Б") != [cyrillic]


@pytest.mark.parametrize("text", ["Åsa Öberg – 50 %", "aЖb Москва Αθήνα", "Łódź och Łódź"])
def test_the_codes_are_read_back_as_the_text(face, text):
    fonts = FontSet()
    assert extracted(fonts, fonts.encode(face, text)) == text


def test_more_than_a_subset_of_rare_letters_are_told_apart(face):
    fonts, text = FontSet(), rare(face, 300)
    assert len(text) == 300
    pieces = fonts.encode(face, text)
    assert len({font for font, _ in pieces}) == 2
    assert extracted(fonts, pieces) == text


def test_two_weights_never_share_a_font():
    fonts = FontSet()
    assert fonts.name(source_sans("Regular")) != fonts.name(source_sans("Bold"))
    assert fonts.name(source_sans("Regular")) == fonts.name(source_sans("Regular"))
