"""The Word file: what Word, LibreOffice, a screen reader and an archivist find in it."""

from dataclasses import replace
from io import BytesIO
from zipfile import ZipFile

from docx.oxml.ns import qn
from support.sample_base import HEAD, document
from support.samples import every_node
from support.word_files import reopened
from support.word_letterheads import letterhead

from stegvis.exporters import export


def test_headings_are_headings():
    file = reopened(every_node())
    named = {paragraph.text: paragraph.style.name for paragraph in file.paragraphs if paragraph.text}
    assert named["Alla slags block"] == "Title"
    assert named["Tabell och grupp"] == "Heading 1"
    assert named["Företrädare 1"] == "Heading 2"
    assert named["Behörighet"] == "Heading 3"


def test_what_opens_a_document_comes_in_one_order():
    made = document(
        "Titel", [], copy_for="Kopia", subtitle="Under", marks=("Utkast",), intro=("Läs.",), seal="Förseglad."
    )
    shown = [paragraph.text for paragraph in reopened(made).paragraphs]
    assert shown[-6:] == ["Kopia", "Titel", "Under", "Utkast", "Läs.", "Förseglad."]
    assert shown[1:5] == ["Lövsta kommun", *HEAD.lines]


def test_facts_stand_on_one_line_with_stops_between():
    facts = reopened(document("T", [])).paragraphs[5]
    assert facts.text == "Ärende: SN 2026/0142\tDatum: 2026-11-21\tHandling: 7F3A9C21"


def test_a_document_without_a_logo_holds_no_image():
    bare = export(replace(every_node(), head=replace(HEAD, logo=None)), "docx")
    with ZipFile(BytesIO(bare)) as archive:
        assert not [name for name in archive.namelist() if name.startswith("word/media/")]
        assert b"rIdLogo" not in archive.read("word/_rels/document.xml.rels")


def test_on_a_letterhead_that_names_the_sender_our_logo_is_left_out():
    made = replace(every_node(), stationery=letterhead())
    file = reopened(made)
    with ZipFile(BytesIO(export(made, "docx"))) as archive:
        assert "word/media/logo.png" not in archive.namelist()
    assert not file.inline_shapes and "Lövsta kommun" not in [paragraph.text for paragraph in file.paragraphs]


def test_the_section_comes_last_in_the_body():
    """ECMA-376 part 1, 17.6.17: the properties of the last section are the last child of the body."""
    body = reopened(every_node()).element.body
    assert [place for place, child in enumerate(body) if child.tag == qn("w:sectPr")] == [len(body) - 1]
