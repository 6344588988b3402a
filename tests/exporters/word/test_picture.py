"""The logo in a Word file: its size, its words, and what is no image."""

import pytest
from support.sample_base import LOGO, document
from support.samples import every_node
from support.word_files import reopened

from stegvis.exporters import export
from stegvis.exporters.document import Figure, Head
from stegvis.exporters.errors import UnusableImage


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
