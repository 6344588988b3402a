"""The small parts that change with each document: header, footer, lists, properties."""

from io import BytesIO
from zipfile import ZipFile

from docx.oxml.ns import qn
from support.samples import every_node, praktikavtal
from support.word_files import reopened, section

from stegvis.exporters import export
from stegvis.exporters.document import Bullets


def test_the_footer_counts_pages():
    footer = reopened(every_node()).sections[0].footer.paragraphs[0]
    fields = [field.get(qn("w:instr")).strip() for field in footer._p.iter(qn("w:fldSimple"))]
    assert fields == ["PAGE", "NUMPAGES"]
    assert footer.text.startswith("PRA-01 version 1 · 7F3A9C21\tSida ")


def test_marks_stand_on_every_page():
    header = reopened(every_node()).sections[0].header
    assert [paragraph.text for paragraph in header.paragraphs] == ["Utkast – gäller inte", "Demonstration"]


def test_every_ordered_list_starts_at_one():
    file = reopened(section(Bullets(("a", "b"), ordered=True), Bullets(("c",), ordered=True)))
    used = [number.get(qn("w:val")) for number in file.element.iter(qn("w:numId"))]
    assert used == ["3", "3", "4"]
    numbers = {num.numId: num for num in file.part.numbering_part.element.num_lst}
    assert all(list(numbers[int(n)].iter(qn("w:startOverride"))) for n in used)


def test_nobody_is_named_and_the_clock_is_the_document_s():
    core = reopened(praktikavtal()).core_properties
    assert (core.title, core.author, core.last_modified_by) == ("Praktikavtal", "Lövsta kommun", "")
    assert core.created == core.modified == praktikavtal().made
    entries = ZipFile(BytesIO(export(praktikavtal(), "docx"))).infolist()
    assert {entry.date_time for entry in entries} == {(1980, 1, 1, 0, 0, 0)}
    assert {entry.create_system for entry in entries} == {0}
