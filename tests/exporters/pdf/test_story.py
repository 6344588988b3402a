"""Rows and elements before they are laid on pages: headings, paragraphs, the room between."""

import pytest
from support import pdf_reading
from support.pdf_pages import words
from support.sample_base import document

from stegvis.exporters.document import Section, Text
from stegvis.exporters.pdf import PdfExporter
from stegvis.exporters.pdf.story import Story
from stegvis.exporters.pdf.style import BODY, LEFT


@pytest.mark.pdf
def test_the_heading_of_a_text_opens_its_first_line_and_is_still_a_heading():
    places = words(Text(("Texten börjar här och går vidare.",), "Tystnadsplikt"))
    assert places["Texten"][1] == places["Tystnadsplikt"][1]
    pdf = PdfExporter().export(document("Titel", [Section("Avsnitt", [Text(("Texten.",), "Tystnadsplikt")])]))
    assert (3, "Tystnadsplikt") in pdf_reading.read(pdf).headings


@pytest.mark.pdf
def test_a_heading_too_long_for_the_line_stands_above():
    places = words(
        Text(("Texten.",), "En rubrik som är så lång att den inte får plats på samma rad som texten den hör till")
    )
    assert places["Texten."][1] > places["rubrik"][1]


def kinds(story):
    return [element.kind for element in story.root.kids]


def test_a_heading_never_skips_a_level():
    """Whatever level is asked for: readers would look for what is not there."""
    story = Story()
    for level in (3, 4, 2, 4, 4, 9):
        story.heading("Rubrik", level)
    assert kinds(story) == ["H2", "H3", "H2", "H3", "H4", "H5"]


def test_nothing_is_added_without_words():
    story = Story()
    story.paragraph("")
    story.heading("", 2)
    assert (story.rows, kinds(story)) == ([], [])


def test_a_line_under_a_heading_stays_with_what_follows_and_others_do_not():
    story = Story()
    story.heading("Rubrik", 2)
    story.paragraph("En rad.")
    story.paragraph("En rad till.")
    assert [row.keep for row in story.rows] == [True, True, False]
    story.heading("Rubrik", 2)
    story.paragraph("Många ord. " * 40)
    assert story.rows[-1].count > 1 and not story.rows[-1].keep


def test_no_room_stands_right_below_a_heading():
    story = Story()
    story.heading("Rubrik", 2)
    assert story.room(9) == 0
    story.paragraph("Många ord. " * 40)
    assert story.room(9) == 9


def test_a_dense_document_takes_less_room_for_the_same_words():
    heights = []
    for dense in (False, True):
        story = Story(dense)
        story.paragraph("Några ord till. " * 40)
        heights.append(story.rows[0].height())
    assert heights[1] < heights[0]


def test_a_passage_keeps_within_its_edges():
    passage = Story().passage(Story().root, "Några ord som bryts. " * 20, BODY, LEFT, LEFT + 90)
    assert len(passage.lines) > 5 and all(line.width <= 90 + 3 for line in passage.lines)
