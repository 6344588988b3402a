"""Boxes to tick: read by their state, copied as their character, drawn within their lines."""

import re

import pytest
from support import pdf_reading
from support.pdf_pages import contents
from support.sample_base import document

from stegvis.exporters.document import Section, Ticks
from stegvis.exporters.pdf import PdfExporter
from stegvis.exporters.pdf.tick import cross

BOXES = document("T", [Section("S", (Ticks("", (("Ja", True), ("Nej", False))),))])


def test_a_screen_reader_hears_whether_each_is_ticked():
    """ISO 32000-1, table 348: the role cb, and whether it is checked."""
    reading = pdf_reading.read(PdfExporter().export(BOXES))
    found = [line.strip() for line in reading.outline if "Form" in line]
    assert found == ["Form on alt='Ikryssad'", "Form off alt='Inte ikryssad'"]


def test_who_copies_the_text_gets_the_boxes():
    assert pdf_reading.text_of(PdfExporter().export(BOXES))[-4:] == ["☒", "Ja", "☐", "Nej"]


def test_only_a_ticked_box_has_a_cross_and_it_keeps_within_the_lines():
    (content,) = contents(PdfExporter().export(BOXES))
    squares = [tuple(map(float, each)) for each in re.findall(r"([\d.]+) ([\d.]+) ([\d.]+) ([\d.]+) re S", content)]
    assert len(squares) == 2
    (one,) = re.findall(r"1\.4 w ([^S]+) S", content)
    left, low, width, height = squares[0]
    assert width == height
    for x, y in re.findall(r"([\d.]+) ([\d.]+) [ml]", one):
        assert left < float(x) < left + width and low < float(y) < low + height


@pytest.mark.parametrize("side", [5.0, 12.5])
def test_a_cross_goes_from_corner_to_corner(side):
    ends = [tuple(map(float, each)) for each in re.findall(r"([\d.]+) ([\d.]+) [ml]", cross(10, 20, side))]
    assert ends == [(10, 20), (10 + side, 20 + side), (10, 20 + side), (10 + side, 20)]
