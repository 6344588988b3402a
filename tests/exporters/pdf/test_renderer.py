"""Each kind of block as rows and elements."""

import re

from support.pdf_pages import contents, pages_of
from support.sample_base import document

from stegvis.exporters.document import Lines, Section, Ticks
from stegvis.exporters.pdf import PdfExporter


def test_each_line_to_write_on_is_ruled():
    plain = PdfExporter().export(document("T", [Section("S", (Lines("Fråga", "", 1),))], blank=True))
    ruled = PdfExporter().export(document("T", [Section("S", (Lines("Fråga", "", 5),))], blank=True))
    count = [sum(content.count(" l") for content in contents(pdf)) for pdf in (plain, ruled)]
    assert count[1] - count[0] == 4


def test_short_options_stand_in_two_columns_and_are_read_downwards():
    options = tuple((f"Val {number}", False) for number in range(5))
    reading = pages_of(Ticks("Vilket?", options))
    assert " ".join("".join(reading.words).split()).endswith("☐ Val 0 ☐ Val 1 ☐ Val 2 ☐ Val 3 ☐ Val 4")
    (content,) = contents(PdfExporter().export(document("T", [Section("S", (Ticks("Vilket?", options),))])))
    places = re.findall(r"Tf ([\d.]+) ([\d.]+) Td \(Val", content)
    assert len({x for x, _ in places}) == 2
    assert len({y for _, y in places}) == 3


def test_long_options_stand_in_one_column():
    options = tuple((f"Val {number} med en lång beskrivning av vad det är", False) for number in range(3))
    (content,) = contents(PdfExporter().export(document("T", [Section("S", (Ticks("Vilket?", options),))])))
    assert len(set(re.findall(r"Tf ([\d.]+) [\d.]+ Td \(Val", content))) == 1
