"""Which rows stand together on a page, and where one may be cut."""

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from support import pdf_reading
from support.pdf_pages import contents, pages_of
from support.sample_base import document

from stegvis.exporters.document import Answer, Lines, Section, Table, Text
from stegvis.exporters.pdf import PdfExporter
from stegvis.exporters.pdf.pagination import paginate
from stegvis.exporters.pdf.rows import Passage, SheetRow
from stegvis.exporters.pdf.structure import Element
from stegvis.exporters.pdf.style import BODY, BOTTOM, LEFT
from stegvis.exporters.pdf.typesetter import Line


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


def row(lines, **more):
    """A row of so many lines of 10 points."""
    return SheetRow([[Passage(Element("P"), [Line("", 1)] * lines, BODY, 0)]], 10, **more)


def placed(rows, top=100):
    """Pages from *top* down to 0: the top, first and last line of each row or part of one."""
    return [[(each.top, each.first, each.last) for each in page] for page in paginate(rows, top, 0)]


def test_the_room_before_a_row_falls_away_at_the_top_of_a_page():
    assert placed([row(4, before=7), row(4, before=7), row(4, before=7)]) == [[(100, 0, 4), (53, 0, 4)], [(100, 0, 4)]]


def test_of_five_lines_where_four_fit_two_go_over():
    assert placed([row(6), row(5)]) == [[(100, 0, 6), (40, 0, 3)], [(100, 3, 5)]]


def test_a_row_that_asks_to_be_whole_moves():
    assert placed([row(6), row(5, whole=True)]) == [[(100, 0, 6)], [(100, 0, 5)]]


def test_a_whole_row_that_no_page_holds_is_cut_nevertheless():
    assert placed([row(13, whole=True)]) == [[(100, 0, 10)], [(100, 10, 13)]]


def test_what_is_kept_moves_with_the_next():
    assert placed([row(7), row(1, keep=True), row(3)]) == [[(100, 0, 7)], [(100, 0, 1), (90, 0, 3)]]


def test_what_only_wishes_to_stay_is_parted_when_no_page_holds_it_all():
    assert placed([row(6, stay=True), row(6)])[0][0] == (100, 0, 6)
    assert placed([row(4), row(4, stay=True), row(4, whole=True)])[1] == [(100, 0, 4), (60, 0, 4)]


@pytest.mark.parametrize(("lines", "again"), [(3, True), (4, False)])
def test_a_head_is_drawn_again_if_it_takes_less_than_a_third_of_a_page(lines, again):
    head = row(lines)
    pages = paginate([head, row(6, head=head), row(6, head=head, whole=True)], 100, 0)
    assert [each.repeated for each in pages[1]] == ([True, False] if again else [False])


@settings(max_examples=60, deadline=None)
@given(
    st.lists(
        st.builds(
            row,
            st.integers(0, 25),
            before=st.integers(0, 20),
            below=st.integers(0, 5),
            keep=st.booleans(),
            stay=st.booleans(),
            whole=st.booleans(),
        ),
        max_size=12,
    )
)
def test_every_line_stands_on_one_page_in_order_and_above_the_bottom(rows):
    pages = paginate(rows, 100, 0)
    lines = [(id(each.row), line) for page in pages for each in page for line in range(each.first, each.last)]
    assert lines == [(id(each), line) for each in rows for line in range(each.count)]
    assert all(each.top - 10 * (each.last - each.first) >= -1e-6 for page in pages for each in page)
