"""The Word file: what Word, LibreOffice, a screen reader and an archivist find in it."""

from io import BytesIO
from zipfile import ZipFile

import docx
import pytest
from docx.oxml.ns import qn
from support.sample_base import LOGO, document
from support.samples import SAMPLES, every_node, odd, praktikavtal

from stegvis.exporters import export
from stegvis.exporters.document import Answer, Bullets, Figure, Head, Lines, Section, Table, Text
from stegvis.exporters.errors import UnusableImage
from stegvis.exporters.word.template import template


def reopened(made):
    return docx.Document(BytesIO(export(made, "docx")))


def section(*blocks):
    return document("Prov", [Section("Del", blocks)])


def styles(file):
    return [paragraph.style.name for paragraph in file.paragraphs]


def test_headings_are_headings():
    file = reopened(every_node())
    named = {paragraph.text: paragraph.style.name for paragraph in file.paragraphs if paragraph.text}
    assert named["Alla slags block"] == "Title"
    assert named["Tabell och grupp"] == "Heading 1"
    assert named["Företrädare 1"] == "Heading 2"
    assert named["Behörighet"] == "Heading 3"


@pytest.mark.parametrize("name", SAMPLES)
def test_every_style_that_is_used_is_there(name):
    file = reopened(SAMPLES[name]())
    known = {style.style_id for style in file.styles}
    used = {
        element.get(qn("w:val"))
        for tag in ("pStyle", "rStyle", "tblStyle")
        for element in file.element.iter(qn(f"w:{tag}"))
    }
    assert used <= known


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


def test_the_footer_counts_pages():
    footer = reopened(every_node()).sections[0].footer.paragraphs[0]
    fields = [field.get(qn("w:instr")).strip() for field in footer._p.iter(qn("w:fldSimple"))]
    assert fields == ["PAGE", "NUMPAGES"]
    assert footer.text.startswith("PRA-01 version 1 · 7F3A9C21\tSida ")


def test_marks_stand_on_every_page():
    header = reopened(every_node()).sections[0].header
    assert [paragraph.text for paragraph in header.paragraphs] == ["Utkast – gäller inte", "Demonstration"]


def test_heads_of_tables_are_repeated_and_rows_stay_whole():
    table = reopened(every_node()).tables[0]
    heads = [row._tr.find(f"{qn('w:trPr')}/{qn('w:tblHeader')}") is not None for row in table.rows]
    assert heads == [True, False, False, False]
    assert all(row._tr.find(f"{qn('w:trPr')}/{qn('w:cantSplit')}") is not None for row in table.rows)
    assert table._tbl.tblPr.find(qn("w:tblCaption")).get(qn("w:val")) == "Arbetstider"
    look = table._tbl.tblPr.find(qn("w:tblLook"))
    assert (look.get(qn("w:firstRow")), look.get(qn("w:firstColumn"))) == ("1", "1")


def test_a_row_longer_than_a_page_may_be_cut():
    table = reopened(section(Table("T", ("A",), (("ord " * 3000,),), (1,)))).tables[0]
    assert table.rows[1]._tr.find(f"{qn('w:trPr')}/{qn('w:cantSplit')}") is None


def test_the_logo_has_words():
    file = reopened(every_node())
    assert [shape._inline.docPr.get("descr") for shape in file.inline_shapes] == ["Lövsta kommuns vapen"]
    shape = file.inline_shapes[0]
    assert (round(shape.height.pt), round(shape.width.pt)) == (46, round(46 * 96 / 112))


@pytest.mark.parametrize("data", [b"", b"not an image", LOGO.data[:20], b"GIF89a\x01\x00\x01\x00\x00\x00\x00;"])
def test_a_logo_that_is_no_image_is_refused_in_swedish(data):
    made = document("x", (), head=Head("Lövsta kommun", logo=Figure(data, "image/png", "Vapnet")))
    with pytest.raises(UnusableImage, match="Byt ut bilden 'Vapnet'"):
        export(made, "docx")


def test_every_ordered_list_starts_at_one():
    file = reopened(section(Bullets(("a", "b"), ordered=True), Bullets(("c",), ordered=True)))
    used = [number.get(qn("w:val")) for number in file.element.iter(qn("w:numId"))]
    assert used == ["3", "3", "4"]
    numbers = {num.numId: num for num in file.part.numbering_part.element.num_lst}
    assert all(list(numbers[int(n)].iter(qn("w:startOverride"))) for n in used)


def test_arabic_and_hebrew_run_from_right_to_left():
    body = reopened(section(Text(("محمد العربي bor här", "שלום", "Svenska")))).element.body
    paragraphs = [paragraph for paragraph in body.iter(qn("w:p")) if paragraph.style == "Normal"]
    assert [p.find(f"{qn('w:pPr')}/{qn('w:bidi')}") is not None for p in paragraphs] == [True, True, False]
    marked = [run.getparent().getparent() for run in body.iter(qn("w:rtl"))]
    assert ["".join(text.text for text in run.iter(qn("w:t"))) for run in marked] == ["محمد العربي", "שלום"]


def test_markup_and_control_characters_are_shown():
    text = "\n".join(paragraph.text for paragraph in reopened(odd()).paragraphs)
    assert "<b>fet</b> &amp; {{ kod }} ${kod} (parentes) \\ snedstreck" in text
    assert "=SUMMA(A1:A9)" in text
    assert "NUL \ufffd, BEL \ufffd, surrogat \ufffd" in text
    attack = "</w:t></w:r><w:r><w:instrText>DDEAUTO</w:instrText></w:r>"
    assert attack in reopened(section(Answer("Namn", attack))).paragraphs[-1].text


def test_nobody_is_named_and_the_clock_is_the_document_s():
    core = reopened(praktikavtal()).core_properties
    assert (core.title, core.author, core.last_modified_by) == ("Praktikavtal", "Lövsta kommun", "")
    assert core.created == core.modified == praktikavtal().made
    entries = ZipFile(BytesIO(export(praktikavtal(), "docx"))).infolist()
    assert {entry.date_time for entry in entries} == {(1980, 1, 1, 0, 0, 0)}
    assert {entry.create_system for entry in entries} == {0}


def test_what_never_changes_is_made_once():
    export(every_node(), "docx")
    assert template("sv-SE") is template("sv-SE")
    assert export(every_node(), "docx") == export(every_node(), "docx")


def test_long_labels_stand_above_their_answers():
    long = "Får arbetsgivaren vara med när uppgifterna gås igenom?"
    file = reopened(section(Answer("Vem tar över när handledaren är borta?", "svar"), Answer(long, "svar")))
    assert styles(file)[-3:] == ["Svar", "Fråga", "Svar under"]


def test_room_for_a_few_words_stands_beside_its_label():
    file = reopened(section(Lines("Datum"), Lines("Berätta", "Skriv fritt.", 2)))
    assert styles(file)[-5:] == ["Skrivsvar", "Skrivfråga", "Hjälp", "Skrivrad", "Skrivrad"]
    assert file.paragraphs[-5].text == "Datum\t\t"
