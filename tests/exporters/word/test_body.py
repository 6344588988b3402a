"""The blocks as the body of a Word file: tables, labels, room to write."""

from docx.oxml.ns import qn
from support.samples import every_node
from support.word_files import reopened, section, styles

from stegvis.exporters.document import Answer, Lines, Table


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
