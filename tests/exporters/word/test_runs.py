"""Words as WordprocessingML: escaped, legible, and from right to left where they are."""

import pytest
from docx.oxml import parse_xml
from docx.oxml.ns import qn
from support.samples import odd
from support.word_files import reopened, section

from stegvis.exporters.document import Answer, Text
from stegvis.exporters.word.runs import opens_rtl, quoted, runs


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


W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'


def parsed(drawn):
    return parse_xml(f"<w:p {W}>{drawn}</w:p>")


@pytest.mark.parametrize(
    "text", ["Åsa", "  två  blanksteg  ", "<b> & ]]>", "rad 1\nrad 2\tslut", "a שלום b", "محمد 12", ""]
)
def test_python_docx_reads_the_text_as_it_was(text):
    assert parsed(runs(text)).text == text


def test_only_what_is_written_from_the_right_is_marked_so():
    marked = {run.text: run.find(f".//{qn('w:rtl')}") is not None for run in parsed(runs("a שלום b محمد")).r_lst}
    assert marked == {"a ": False, "שלום": True, " b ": False, "محمد": True}


def test_each_run_has_the_look_that_was_asked_for():
    drawn = parsed(runs("a שלום b", "<w:b/>"))
    assert [run.find(f".//{qn('w:b')}") is not None for run in drawn.r_lst] == [True] * 3


@pytest.mark.parametrize(
    ("text", "from_right"), [("שלום", True), ("12) محمد a", True), ("a שלום", False), ("12", False), ("", False)]
)
def test_a_paragraph_has_the_direction_of_its_first_letter(text, from_right):
    """Unicode Standard Annex 9, P2 and P3."""
    assert opens_rtl(text) is from_right


def test_a_quoted_text_stays_inside_its_attribute():
    assert parse_xml(f'<w:p {W} w:x="{quoted(chr(34) + "><w:b/>&")}"/>').get(qn("w:x")) == '"><w:b/>&'
    assert quoted("rad\nnästa\t\x00") == "rad nästa \ufffd"
