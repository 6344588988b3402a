"""What stands where: page breaks, repeated heads, marks, room to write, nothing outside the paper."""

import re
from dataclasses import replace
from functools import cache
from io import BytesIO
from itertools import pairwise

import pikepdf
import pytest
from support import pdf_reading
from support.sample_base import document
from support.samples import SAMPLES

from stegvis.exporters.document import Answer, Lines, Section, Table, Text, Ticks
from stegvis.exporters.pdf import PdfExporter
from stegvis.exporters.pdf.style import BOTTOM, HEIGHT, LEFT, RIGHT, WIDTH


@cache
def exported(name):
    return PdfExporter().export(SAMPLES[name]())


def pages_of(*blocks, **more):
    return pdf_reading.read(PdfExporter().export(document("Titel", [Section("Avsnitt", blocks)], **more)))


def contents(pdf):
    with pikepdf.open(BytesIO(pdf)) as opened:
        return [page.Contents.read_bytes().decode("latin-1") for page in opened.pages]


@pytest.mark.parametrize("name", SAMPLES)
def test_all_text_starts_inside_the_margins(name):
    for content in contents(exported(name)):
        for x, y in re.findall(r"BT \S+ \S+ Tf ([-\d.]+) ([-\d.]+) Td", content):
            assert LEFT - 1 <= float(x) < RIGHT
            assert 20 < float(y) < HEIGHT - 20


@pytest.mark.parametrize("name", SAMPLES)
def test_no_tagged_text_reaches_into_the_footer(name):
    for content in contents(exported(name)):
        for block in re.findall(r"MCID \d+>> BDC.*?ET", content, re.DOTALL):
            y = float(re.search(r"Tf [-\d.]+ ([-\d.]+) Td", block)[1])
            below = sum(float(step) for step in re.findall(r" 0 (-[\d.]+) Td", block))
            assert y + below >= BOTTOM - 0.5


def test_a_full_agreement_stands_on_three_pages():
    assert len(contents(exported("praktikavtal"))) == 3


def test_every_page_is_a4():
    with pikepdf.open(BytesIO(exported("long"))) as pdf:
        assert {tuple(map(float, page.MediaBox)) for page in pdf.pages} == {(0, 0, WIDTH, HEIGHT)}


def test_the_head_of_a_table_is_read_once_and_drawn_on_every_page_of_it():
    reading = pdf_reading.read(exported("long"))
    with_rows = [number for number, words in enumerate(reading.pages) if "Känna till" in words]
    assert len(with_rows) > 10
    assert all("Nr Moment Mål" in reading.artifacts[number] for number in with_rows[1:])
    assert "".join(reading.words).count("Mål\n") == 1


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


def test_marks_are_read_once_and_stand_on_every_page():
    reading = pages_of(Text(("ord " * 4000,)), marks=("Utkast – gäller inte",))
    assert len(reading.pages) > 2
    assert "".join(reading.words).count("Utkast – gäller inte") == 1
    assert "Utkast – gäller inte" in reading.pages[0]
    assert all("Utkast – gäller inte" in said for said in reading.artifacts[1:])


def test_marks_come_after_title_and_subtitle():
    words = " ".join(pdf_reading.text_of(exported("every_node")))
    assert "Alla slags block Ett prov Utkast – gäller inte Demonstration Det här dokumentet" in words


def test_each_line_to_write_on_is_ruled():
    plain = PdfExporter().export(document("T", [Section("S", (Lines("Fråga", "", 1),))], blank=True))
    ruled = PdfExporter().export(document("T", [Section("S", (Lines("Fråga", "", 5),))], blank=True))
    count = [sum(content.count(" l") for content in contents(pdf)) for pdf in (plain, ruled)]
    assert count[1] - count[0] == 4


def test_lines_to_write_on_are_never_parted_from_their_question():
    for count in range(8, 24):
        blocks = [Lines(f"Fråga {number}.", "Hjälp", 2) for number in range(count)]
        pdf = PdfExporter().export(document("T", [Section("S", tuple(blocks))], blank=True))
        for content in contents(pdf):
            last = min(float(y) for y in re.findall(r"/F\d 9.5 Tf [\d.]+ ([\d.]+) Td \(Hj", content))
            rules = sorted(float(y) for y in re.findall(r"([\d.]+) l", content))
            assert any(BOTTOM - 1 <= y < last for y in rules)


def test_a_blank_table_has_room_to_write_in():
    def heights(blank):
        table = Table("", ("A", "B"), (("x", ""), ("y", "")), (1, 1))
        (content,) = contents(PdfExporter().export(document("T", [Section("S", (table,))], blank=blank)))
        return [float(y) for y in re.findall(r"Tf [\d.]+ ([\d.]+) Td \([xy]\)", content)]

    assert next(a - b for a, b in pairwise(heights(True))) >= 25
    assert next(a - b for a, b in pairwise(heights(False))) < 20


def test_a_document_without_a_letterhead_begins_with_its_title():
    bare = replace(SAMPLES["blank"](), head=replace(SAMPLES["blank"]().head, name="", lines=(), logo=None), copy_for="")
    assert pdf_reading.text_of(PdfExporter().export(bare))[0] == "Praktikavtal"


def test_what_could_not_be_shown_is_named_once_at_the_end():
    said = " ".join(pages_of(Text(("a\u0f40b \u0f40",))).words)
    assert said.count("Tecken som inte kan visas i PDF: U+0F40 (TIBETAN LETTER KA).") == 1


def test_a_long_list_of_what_could_not_be_shown_ends_with_a_number():
    said = "".join(pages_of(Text(("".join(map(chr, range(0x4E00, 0x4E64))),))).words)
    assert "och 60 till." in said


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


@pytest.mark.parametrize("count", range(10, 26))
def test_no_single_line_to_write_on_is_left_over_on_a_page(count):
    blocks = (*(Lines(f"Fråga {number}") for number in range(count)), Lines("Berätta", "", 3))
    pdf = PdfExporter().export(document("T", [Section("S", blocks)], blank=True))
    on_pages = [content.count(f"{LEFT:.2f} ") for content in contents(pdf) if "Ber" in content]
    assert len(on_pages) == 1
    assert all("Td (" in content.partition("MCID")[2] for content in contents(pdf))
