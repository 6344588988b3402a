"""What stands on every page beside the text is read once, or not at all."""

import pytest
from support import pdf_reading
from support.pdf_pages import exported, pages_of
from support.samples import SAMPLES

from stegvis.exporters.document import Text


def test_marks_are_read_once_and_stand_on_every_page():
    reading = pages_of(Text(("ord " * 4000,)), marks=("Utkast – gäller inte",))
    assert len(reading.pages) > 2
    assert "".join(reading.words).count("Utkast – gäller inte") == 1
    assert "Utkast – gäller inte" in reading.pages[0]
    assert all("Utkast – gäller inte" in said for said in reading.artifacts[1:])


def test_marks_come_after_title_and_subtitle():
    words = " ".join(pdf_reading.text_of(exported("every_node")))
    assert "Alla slags block Ett prov Utkast – gäller inte Demonstration Det här dokumentet" in words


@pytest.mark.parametrize("name", SAMPLES)
def test_every_page_says_the_footer_and_its_number_once_outside_the_tree(name):
    document = SAMPLES[name]()
    pages = pdf_reading.read(exported(name)).artifacts
    for number, said in enumerate(pages, 1):
        assert said.count(f"{document.footer} · sida {number} av {len(pages)}") == 1
