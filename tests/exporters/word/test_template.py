"""What never changes in a Word file: page, language, and that it is made once."""

from docx.oxml.ns import qn
from support.sample_base import document
from support.samples import every_node
from support.word_files import reopened

from stegvis.exporters import export
from stegvis.exporters.word.template import template


def test_the_page_is_a4_with_25_millimetres_around_it():
    page = reopened(every_node()).sections[0]
    assert (round(page.page_width.mm), round(page.page_height.mm)) == (210, 297)
    margins = (page.left_margin, page.right_margin, page.top_margin, page.bottom_margin)
    assert {round(margin.mm) for margin in margins} == {25}


def test_the_language_is_that_of_the_document():
    for language in ("sv-SE", "en-GB"):
        file = reopened(document("x", (), language=language))
        assert {element.get(qn("w:val")) for element in file.styles.element.iter(qn("w:lang"))} == {language}
        assert file.core_properties.language == language


def test_what_never_changes_is_made_once():
    export(every_node(), "docx")
    assert template("sv-SE") is template("sv-SE")
    assert export(every_node(), "docx") == export(every_node(), "docx")
