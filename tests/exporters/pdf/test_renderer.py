"""Each kind of block as rows and elements."""

import re

from support import pdf_reading
from support.pdf_pages import contents, pages_of
from support.sample_base import document

from stegvis.exporters.document import Answer, AnswerGroup, Bullets, Lines, Section, Text, Ticks
from stegvis.exporters.pdf import PdfExporter
from stegvis.exporters.pdf.renderer import PdfRenderer
from stegvis.exporters.pdf.story import Story
from stegvis.forms.language.words import InputPlace


def test_each_line_to_write_on_is_ruled():
    plain = PdfExporter().export(document("T", [Section("S", (Lines("Fråga", "", 1),))], blank=True))
    ruled = PdfExporter().export(document("T", [Section("S", (Lines("Fråga", "", 5),))], blank=True))
    count = [sum(content.count(" l") for content in contents(pdf)) for pdf in (plain, ruled)]
    assert count[1] - count[0] == 4


def test_short_options_stand_in_two_columns_and_are_read_downwards():
    options = tuple((f"Val {number}", False) for number in range(5))
    reading = pages_of(Ticks("Vilket?", options))
    assert " ".join("".join(reading.words).split()).endswith("☐ Val 0 ☐ Val 1 ☐ Val 2 ☐ Val 3 ☐ Val 4")
    (content,) = contents(PdfExporter().export(document("T", [Section("S", (Ticks("Vilket?", options),))])))
    places = re.findall(r"Tf ([\d.]+) ([\d.]+) Td \(Val", content)
    assert len({x for x, _ in places}) == 2
    assert len({y for _, y in places}) == 3


def test_long_options_stand_in_one_column():
    options = tuple((f"Val {number} med en lång beskrivning av vad det är", False) for number in range(3))
    (content,) = contents(PdfExporter().export(document("T", [Section("S", (Ticks("Vilket?", options),))])))
    assert len(set(re.findall(r"Tf ([\d.]+) [\d.]+ Td \(Val", content))) == 1


def rendered(*blocks, blank=False):
    story = Story()
    PdfRenderer(story, blank).blocks(blocks)
    return story


def kinds(element):
    """The elements below one another: what each is, with those inside it."""
    return [(kid.kind, kinds(kid)) if hasattr(kid, "kids") else "content" for kid in element.kids]


def test_lines_to_write_on_stay_together_and_only_many_may_go_on_on_the_next_page():
    few, many = (rendered(Lines("Berätta", "", count), blank=True).rows for count in (3, 8))
    assert [row.keep for row in few] == [True, True, True, False]
    assert [row.keep for row in many] == [True, True, *[False] * 5, True, False]


def test_neighbouring_answers_share_a_list_and_what_stands_between_parts_it():
    story = rendered(Answer("a", "1"), Answer("b", "2"), Text(("Ord.",)), Answer("c", "3"))
    pair = ("LI", [("Lbl", []), ("LBody", [])])
    assert kinds(story.root) == [("L", [pair, pair]), ("P", []), ("L", [pair])]


def test_a_list_says_how_it_is_numbered():
    """ISO 32000-1, table 347."""
    story = rendered(Bullets(("x",), ordered=True), Bullets(("x",)))
    assert ["Decimal" in kid.properties for kid in story.root.kids] == [True, False]
    assert "Disc" in story.root.kids[1].properties


def test_a_field_in_a_row_is_named_with_the_row():
    group = AnswerGroup("Part 2", (Lines("Enhet", place=InputPlace("parter-1-enhet")),))
    made = document("T", [Section("S", (group,))], blank=True, fillable=True)
    outline = pdf_reading.read(PdfExporter().export(made)).outline
    assert [line.strip() for line in outline if "Widget" in line] == ["[Widget parter-1-enhet: Part 2: Enhet]"]
