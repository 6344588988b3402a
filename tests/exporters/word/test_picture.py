"""The logo in a Word file: its size, its words, and what is no image."""

from io import BytesIO

import pytest
from PIL import Image
from support.sample_base import LOGO, document
from support.samples import every_node
from support.word_files import reopened

from stegvis.exporters import export
from stegvis.exporters.document import Figure, Head
from stegvis.exporters.errors import UnusableImage
from stegvis.exporters.word.picture import picture


def test_the_logo_has_words():
    file = reopened(every_node())
    assert [shape._inline.docPr.get("descr") for shape in file.inline_shapes] == ["Lövsta kommuns vapen"]
    shape = file.inline_shapes[0]
    assert (round(shape.height.pt), round(shape.width.pt)) == (46, round(46 * 96 / 112))


@pytest.mark.parametrize("data", [b"", b"not an image", LOGO.data[:20], b"GIF89a\x01\x00\x01\x00\x00\x00\x00;"])
def test_a_logo_that_is_no_image_is_refused_in_swedish(data):
    made = document("x", (), head=Head("Lövsta kommun", logo=Figure(data, "image/png", "Vapnet")))
    with pytest.raises(UnusableImage, match="Byt ut bilden 'Vapnet'"):
        export(made, "docx")


def encoded(kind, width, height):
    Image.new("RGB", (width, height)).save(made := BytesIO(), kind)
    return made.getvalue()


def size(figure):
    """Width and height in points, of which each is 12,700 English metric units."""
    shape = reopened(document("T", [], head=Head("Lövsta kommun", logo=figure))).inline_shapes[0]
    return round(shape.width.pt, 1), round(shape.height.pt, 1)


def test_it_keeps_its_shape_and_is_no_wider_than_the_text():
    """A4 less 25 millimetres on either side is 160 millimetres, 453.5 points."""
    assert size(Figure(encoded("PNG", 80, 40), "image/png", "x", 46)) == (92.0, 46.0)
    assert size(Figure(encoded("PNG", 1000, 50), "image/png", "x", 46)) == (pytest.approx(453.5, abs=0.1), 22.7)


@pytest.mark.parametrize(("kind", "part"), [("PNG", "word/media/logo.png"), ("JPEG", "word/media/logo.jpeg")])
def test_the_part_is_called_by_what_the_image_is_not_by_what_somebody_said(kind, part):
    assert picture(Figure(encoded(kind, 8, 4), "image/gif", "x")).part == part


def test_words_with_markup_are_words():
    figure = Figure(LOGO.data, "image/png", 'Vapen "<&>"')
    shape = reopened(document("T", [], head=Head("Lövsta kommun", logo=figure))).inline_shapes[0]
    assert shape._inline.docPr.get("descr") == 'Vapen "<&>"'
