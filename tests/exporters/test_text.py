"""The plain text: letterhead first, footer last, and what a reader needs to see the shape."""

from support.sample_base import document
from support.samples import blank, every_node

from stegvis.exporters import export
from stegvis.exporters.document import Answer, Section, Table
from stegvis.exporters.text import text_lines


def test_it_begins_with_the_logo_and_ends_with_the_footer():
    lines = text_lines(every_node())
    assert lines[:2] == ["Lövsta kommuns vapen", "Lövsta kommun"]
    assert lines[-1] == "PRA-01 version 1 · 7F3A9C21"
    assert "Ärende: SN 2026/0142" in lines


def test_marks_stand_between_title_and_introduction():
    lines = text_lines(every_node())
    order = [lines.index(words) for words in ("Kopia för kommunen", "Alla slags block", "Ett prov", "Demonstration")]
    assert order == sorted(order)
    assert order[-1] < lines.index("Det är bara ett prov.")


def test_boxes_lists_and_missing_answers_are_written_out():
    text = export(every_node(), "txt").decode()
    assert "    ☒ Kommunens olycksfall\n    ☐ Något annat\n" in text
    assert "  1. Ring 112.\n  2. Berätta för handledaren.\n" in text
    assert "Beskriv dina styrkor\n    Inget svar\n" in text


def test_a_blank_form_has_lines_to_write_on():
    assert text_lines(blank()).count("    " + "_" * 40) == 12


def test_columns_of_a_table_stand_under_each_other():
    table = Table("", ("Dag", "Från"), (("Måndag", "08.00"), ("Fredag\nkväll", "")), (1, 1))
    assert text_lines(document("x", [Section("S", (table,))]))[-6:-3] == [
        "    Dag           Från",
        "    Måndag        08.00",
        "    Fredag kväll",
    ]


def test_lines_of_an_answer_stay_indented():
    made = document("x", [Section("S", (Answer("Fråga", "rad 1\nrad 2"),))])
    assert "    rad 1\n    rad 2\n" in export(made, "txt").decode()
