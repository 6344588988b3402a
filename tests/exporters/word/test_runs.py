"""Words as WordprocessingML: escaped, legible, and from right to left where they are."""

from docx.oxml.ns import qn
from support.samples import odd
from support.word_files import reopened, section

from stegvis.exporters.document import Answer, Text


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
