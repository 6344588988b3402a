"""Rows: how high they are, how they are cut, and that what is drawn again is no content."""

import pytest

from stegvis.exporters.pdf.canvas import TaggedCanvas
from stegvis.exporters.pdf.file import PdfFile
from stegvis.exporters.pdf.rows import BASELINE, Passage, SheetRow
from stegvis.exporters.pdf.structure import Element
from stegvis.exporters.pdf.style import BODY
from stegvis.exporters.pdf.typesetter import Line, Typesetter


def passage(*words, **more):
    return Passage(Element("P"), [Line(f"({word}) Tj", 30) for word in words], BODY, 50, **more)


def drawn(row, first=0, last=None, repeated=False):
    canvas = TaggedCanvas(PdfFile(), Typesetter())
    row.draw(canvas, 700, first, row.count if last is None else last, repeated)
    canvas.showPage()
    return canvas.pages[0].contents


def test_a_row_is_as_high_as_its_longest_column():
    row = SheetRow([[passage("a"), passage("b", "c")], [passage("d")]], 10, above=2, below=3, before=50)
    assert (row.count, row.height(), row.height(1), row.height(0, 2)) == (3, 35, 25, 25)


def test_a_part_of_a_row_draws_its_own_lines():
    row = SheetRow([[passage("aa"), passage("bb", "cc")], [passage("dd")]], 10)
    assert [word for word in ("aa", "bb", "cc", "dd") if word in drawn(row, 1, 2)] == ["bb"]
    assert [word for word in ("aa", "bb", "cc", "dd") if word in drawn(row)] == ["aa", "bb", "cc", "dd"]


def test_the_first_baseline_stands_below_the_room_above():
    assert f"50.00 {700 - 2 - BASELINE * 10:.2f} Td" in drawn(SheetRow([[passage("a")]], 10, above=2))


def test_words_at_the_right_edge_end_there():
    one = passage("a", right=True)
    one.x = 500
    assert "470.00 " in drawn(SheetRow([[one]], 10))


def test_what_is_drawn_again_is_an_artifact():
    row = SheetRow([[passage("a")]], 10)
    assert "MCID" not in drawn(row, repeated=True) and "/Artifact" in drawn(row, repeated=True)
    assert row.columns[0][0].element.kids == []
    assert "MCID 0" in drawn(row)


@pytest.mark.parametrize("count", [1, 2, 3])
def test_a_tail_takes_the_last_lines_and_only_the_first_part_keeps_the_box(count):
    row = SheetRow([[passage("a", "b", sign=lambda canvas, x, base: None), passage("c", "d")]], 10, before=9, below=4)
    height = row.height()
    tail = row.tail(count)
    assert (row.count, tail.count, tail.before, tail.above) == (4 - count, count, 0, 0)
    assert row.height() + tail.height() == height
    words = [line.operators for part in (row, tail) for each in part.columns[0] for line in each.lines]
    assert words == ["(a) Tj", "(b) Tj", "(c) Tj", "(d) Tj"]
    assert row.columns[0][0].sign and not any(each.sign for each in tail.columns[0])


def test_a_row_that_goes_on_is_ruled_where_it_ends():
    row = SheetRow([[passage("a", "b", "c", "d")]], 10, ruled=True)
    assert (" l" in drawn(row, 0, 2), " l" in drawn(row, 2, 4)) == (False, True)
    tail = row.tail(2)
    assert (" l" in drawn(row), " l" in drawn(tail)) == (False, True)
