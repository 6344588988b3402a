"""Tables: heads on every page, room to write, boxes in cells."""

import re
from itertools import pairwise

from support import pdf_reading
from support.pdf_pages import contents, exported, pages_of
from support.sample_base import document

from stegvis.exporters.document import Section, Table
from stegvis.exporters.pdf import PdfExporter


def test_the_head_of_a_table_is_read_once_and_drawn_on_every_page_of_it():
    reading = pdf_reading.read(exported("long"))
    with_rows = [number for number, words in enumerate(reading.pages) if "Känna till" in words]
    assert len(with_rows) > 10
    assert all("Nr Moment Mål" in reading.artifacts[number] for number in with_rows[1:])
    assert "".join(reading.words).count("Mål\n") == 1


def test_a_blank_table_has_room_to_write_in():
    def heights(blank):
        table = Table("", ("A", "B"), (("x", ""), ("y", "")), (1, 1))
        (content,) = contents(PdfExporter().export(document("T", [Section("S", (table,))], blank=blank)))
        return [float(y) for y in re.findall(r"Tf [\d.]+ ([\d.]+) Td \([xy]\)", content)]

    assert next(a - b for a, b in pairwise(heights(True))) >= 25
    assert next(a - b for a, b in pairwise(heights(False))) < 20


def test_a_box_that_a_cell_begins_with_is_drawn_and_read_as_one():
    rows = (("Närvaro", "☒", "☐"), ("Andra uppgifter", "☒ Vilka hjälpmedel", "☐x"))
    reading = pages_of(Table("", ("Uppgift", "Part 1", "Part 2"), rows, (2, 1, 1)))
    found = [line.strip() for line in reading.outline if "Form" in line or "☐" in line or "Vilka" in line]
    assert found == [
        "Form on alt='Ikryssad'",
        "Form off alt='Inte ikryssad'",
        "'☐'",
        "Form on alt='Ikryssad'",
        "'Vilka hjälpmedel'",
        "'☐x'",
    ]
