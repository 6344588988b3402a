"""The blocks as the body of a Word file: tables, labels, room to write."""

from docx.oxml.ns import qn
from support.samples import every_node
from support.word_files import reopened, section, styles

from stegvis.exporters.document import Answer, AnswerGroup, Lines, SignatureBlock, Table, Text, Ticks


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


def test_long_labels_stand_above_their_answers():
    long = "Får arbetsgivaren vara med när uppgifterna gås igenom?"
    file = reopened(section(Answer("Vem tar över när handledaren är borta?", "svar"), Answer(long, "svar")))
    assert styles(file)[-3:] == ["Svar", "Fråga", "Svar under"]


def test_room_for_a_few_words_stands_beside_its_label():
    file = reopened(section(Lines("Datum"), Lines("Berätta", "Skriv fritt.", 2)))
    assert styles(file)[-5:] == ["Skrivsvar", "Skrivfråga", "Hjälp", "Skrivrad", "Skrivrad"]
    assert file.paragraphs[-5].text == "Datum\t\t"


def test_room_for_several_lines_stands_below_its_label():
    assert styles(reopened(section(Lines("Berätta", "", 3))))[-4:] == ["Skrivfråga", *["Skrivrad"] * 3]


def test_the_first_box_stands_beside_a_short_label_and_the_others_below_it():
    file = reopened(section(Ticks("Vilka dagar?", (("Måndag", True), ("Tisdag", False)))))
    assert [paragraph.text for paragraph in file.paragraphs[-2:]] == ["Vilka dagar?\t☒\tMåndag", "☐\tTisdag"]
    assert styles(file)[-2:] == ["Ruta svar", "Ruta under"]


def test_a_heading_in_a_group_is_one_level_down_and_the_next_one_is_not():
    inner = AnswerGroup("Inre", (Text(("Ord.",), "Innerst"),))
    file = reopened(section(AnswerGroup("Yttre", (inner,)), Text(("Ord.",), "Efter")))
    named = {paragraph.text: paragraph.style.name for paragraph in file.paragraphs}
    levels = [named[words] for words in ("Yttre", "Inre", "Innerst", "Efter")]
    assert levels == ["Heading 2", "Heading 3", "Heading 3", "Heading 2"]


def test_the_columns_of_a_table_share_the_line_as_they_ask():
    table = reopened(section(Table("T", ("A", "B"), (("x", "y"),), (1, 3)))).tables[0]
    widths = [int(column.get(qn("w:w"))) for column in table._tbl.tblGrid]
    assert widths == [2268, 6803]


def test_what_is_known_of_a_signature_stands_under_its_line():
    (table,) = reopened(section(SignatureBlock("Kommunen", "k", "Maria Lind", "Lövsta", "2026-11-21"))).tables
    cells = [[paragraph.text for paragraph in cell.paragraphs] for cell in table.rows[0].cells]
    assert cells == [["Underskrift", ""], ["Namnförtydligande", "Maria Lind"], ["Ort och datum", "Lövsta 2026-11-21"]]


def test_an_answer_that_nobody_gave_looks_so():
    paragraph = reopened(section(Answer("Namn", "Inget svar", missing=True))).paragraphs[-1]
    assert [run.style.name for run in paragraph.runs if run.text == "Inget svar"] == ["Obesvarad"]
