"""Rows and elements before they are laid on pages: headings, paragraphs, the room between."""

import pytest
from support import pdf_reading
from support.pdf_pages import words
from support.sample_base import document

from stegvis.exporters.document import Section, Text
from stegvis.exporters.pdf import PdfExporter


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
