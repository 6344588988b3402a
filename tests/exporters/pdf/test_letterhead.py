"""The top of the first page."""

import re
from dataclasses import replace
from io import BytesIO

import pytest
from PIL import Image
from support import pdf_reading
from support.pdf_pages import contents
from support.sample_base import document
from support.samples import SAMPLES

from stegvis.exporters.document import Figure, Head
from stegvis.exporters.pdf import PdfExporter
from stegvis.exporters.pdf.style import LEFT


def test_a_document_without_a_letterhead_begins_with_its_title():
    bare = replace(SAMPLES["blank"](), head=replace(SAMPLES["blank"]().head, name="", lines=(), logo=None), copy_for="")
    assert pdf_reading.text_of(PdfExporter().export(bare))[0] == "Praktikavtal"


def image(width, height):
    Image.new("RGB", (width, height)).save(made := BytesIO(), "PNG")
    return made.getvalue()


def drawn(width, height, wanted):
    """The size in points that a logo of so many pixels is drawn in, and its left edge."""
    head = Head("Lövsta kommun", logo=Figure(image(width, height), "image/png", "Vapen", wanted))
    (content,) = contents(PdfExporter().export(document("T", [], head=head)))
    placed = re.search(r"([\d.]+) 0.00 0.00 ([\d.]+) ([\d.]+) [\d.]+ cm /I0 Do", content)
    return tuple(map(float, placed.groups()))


@pytest.mark.parametrize(
    ("pixels", "wanted", "size"),
    [
        ((8, 4), 40, (80, 40)),  # as it asks for
        ((8, 4), 500, (144, 72)),  # no higher than an inch
        ((100, 10), 40, (150, 15)),  # no wider than 150 points
    ],
)
def test_a_logo_keeps_its_shape_within_72_by_150_points(pixels, wanted, size):
    assert drawn(*pixels, wanted) == (*size, LEFT)


def test_sender_copy_title_and_subtitle_come_in_that_order_and_the_title_is_the_heading():
    head = Head("Lövsta kommun", ("Enheten",), (("Ärende", "7"),))
    made = document("Rubriken", [], head=head, copy_for="Kopia för kommunen", subtitle="Underrubriken")
    reading = pdf_reading.read(PdfExporter().export(made))
    said = " ".join("".join(reading.words).split())
    assert said == "Lövsta kommun Enheten Ärende: 7 Kopia för kommunen Rubriken Underrubriken"
    assert reading.headings == [(1, "Rubriken")]


def test_a_logo_is_read_by_its_words():
    reading = pdf_reading.read(PdfExporter().export(SAMPLES["blank"]()))
    assert [line.strip() for line in reading.outline if "Figure" in line] == ["Figure alt='Lövsta kommuns vapen'"]
