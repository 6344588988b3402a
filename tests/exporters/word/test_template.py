"""What never changes in a Word file: page, language, and that it is made once."""

from io import BytesIO
from zipfile import ZipFile

from docx.oxml.ns import qn
from lxml import etree
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


def test_what_is_written_for_each_document_is_not_in_it():
    """Two entries of one name would make Word call the file damaged."""
    with ZipFile(BytesIO(template("sv-SE").packed)) as archive:
        names = archive.namelist()
    assert not {"word/document.xml", "word/numbering.xml", "word/header1.xml", "docProps/core.xml"} & set(names)
    assert len(names) == len(set(names)) and names[0] == "[Content_Types].xml"


def test_more_relations_are_added_to_those_of_every_body():
    one = '<Relationship Id="rIdLogo" Type="t" Target="media/logo.png"/>'
    plain, more = (etree.fromstring(template("sv-SE").related(each).encode()) for each in ("", one))
    assert [each.get("Id") for each in more] == [*(each.get("Id") for each in plain), "rIdLogo"]


def test_neither_data_nor_a_thumbnail_of_the_library_is_left():
    with ZipFile(BytesIO(template("sv-SE").packed)) as archive:
        assert not [name for name in archive.namelist() if "customXml" in name or "thumbnail" in name]
        assert b"removePersonalInformation" in archive.read("word/settings.xml")


def test_our_own_letterhead_leaves_the_sender_to_the_document():
    made = template("sv-SE")
    assert (made.around, made.names_sender) == ((), False)
