"""Which rows stand together on a page, and where one may be cut."""

import re

import pytest
from support import pdf_reading
from support.pdf_pages import contents, pages_of
from support.sample_base import document

from stegvis.exporters.document import Answer, Lines, Section, Table, Text
from stegvis.exporters.pdf import PdfExporter
from stegvis.exporters.pdf.style import BOTTOM, LEFT


def test_a_small_table_moves_rather_than_is_cut():
    rows = tuple((f"rad{number}", "x") for number in range(6))
    for count in range(30, 45):
        blocks = [Answer(f"F{number}", "svar") for number in range(count)]
        pages = pages_of(*blocks, Table("Små", ("A", "B"), rows, (1, 1))).pages
        assert sum("rad" in page for page in pages) == 1


def test_one_line_under_a_heading_never_stands_last_on_a_page():
    for count in range(30, 200, 3):
        before = Section("Avsnitt", [Answer(f"F{number}", "svar") for number in range(count)])
        after = Section("Rubriken", [Text(("En rad.",)), Answer("Sist", "slutet")])
        pages = pdf_reading.read(PdfExporter().export(document("Titel", [before, after]))).pages
        assert "slutet" in next(page for page in pages if "Rubriken" in page)


def test_a_heading_never_stands_last_on_a_page():
    for count in range(30, 45):
        blocks = [Answer(f"F{number}", "svar") for number in range(count)]
        pages = pages_of(*blocks, Text(("Brödtext här.",), "Rubriken")).pages
        assert next(page for page in pages if "Rubriken" in page).endswith("Brödtext här.")


@pytest.mark.parametrize("length", range(1000, 1400, 20))
def test_two_lines_at_least_stand_on_either_side_of_a_page_break(length):
    text = Section("Avsnitt", (Answer("Först", "x"), Text(("ord " * length,))))
    for content in contents(PdfExporter().export(document("Titel", [text]))):
        for block in re.findall(r"BT[^B]*?\(ord .*?ET", content):
            assert block.count(" Tj") >= 2


def test_lines_to_write_on_are_never_parted_from_their_question():
    for count in range(8, 24):
        blocks = [Lines(f"Fråga {number}.", "Hjälp", 2) for number in range(count)]
        pdf = PdfExporter().export(document("T", [Section("S", tuple(blocks))], blank=True))
        for content in contents(pdf):
            last = min(float(y) for y in re.findall(r"/F\d 9.5 Tf [\d.]+ ([\d.]+) Td \(Hj", content))
            rules = sorted(float(y) for y in re.findall(r"([\d.]+) l", content))
            assert any(BOTTOM - 1 <= y < last for y in rules)


@pytest.mark.parametrize("count", range(10, 26))
def test_no_single_line_to_write_on_is_left_over_on_a_page(count):
    blocks = (*(Lines(f"Fråga {number}") for number in range(count)), Lines("Berätta", "", 3))
    pdf = PdfExporter().export(document("T", [Section("S", blocks)], blank=True))
    on_pages = [content.count(f"{LEFT:.2f} ") for content in contents(pdf) if "Ber" in content]
    assert len(on_pages) == 1
    assert all("Td (" in content.partition("MCID")[2] for content in contents(pdf))
