"""What is said of a letterhead: a Swedish sentence for each mistake, and nothing dangerous is ever opened."""

import zipfile
from io import BytesIO

import pytest
from docx.enum.style import WD_STYLE_TYPE
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml import parse_xml
from docx.shared import Mm
from support.samples import SAMPLES
from support.word_letterheads import letterhead, rewritten

from stegvis.exporters import export
from stegvis.exporters.word import package
from stegvis.exporters.word.judging import Weight, judge, problem
from stegvis.exporters.word.package import UnsafePackage, unpacked

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'


def into_header(xml):
    return lambda file: file.sections[0].header.paragraphs[0]._p.append(parse_xml(xml))


def link(file):
    file.sections[0].footer.part.relate_to("https://spion.example/", RELATIONSHIP_TYPE.HYPERLINK, is_external=True)


def narrow(file):
    file.sections[0].left_margin = Mm(180)


def style(name):
    return lambda file: file.styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)


FIELD = f"<w:r {W}><w:instrText>{{}}</w:instrText></w:r>"
REFUSED = {
    "macros": (rewritten(letterhead(), more={"word/vbaProject.bin": b"x"}), "Ta bort makrona"),
    "link": (letterhead(change=link), "Ta bort länken till https://spion.example/"),
    "tracked": (letterhead(change=into_header(f'<w:ins {W} w:id="1" w:author="N"/>')), "spårade ändringar"),
    "field": (letterhead(change=into_header(FIELD.format("INCLUDEPICTURE x"))), "Ta bort fältet INCLUDEPICTURE"),
    "embedded": (letterhead(change=into_header(f"<w:r {W}><w:object/></w:r>")), "Ta bort det som är inbäddat"),
    "margins": (letterhead(change=narrow), "Ändra marginalerna"),
}
TO_MEND = {
    "header": (letterhead(header=""), "Mallen har inget sidhuvud"),
    "footer": (letterhead(footer=""), "Mallen har ingen sidfot"),
    "pages": (letterhead(change=into_header(FIELD.format("PAGE"))), "Ta bort sidnumret"),
    "name": (letterhead(change=style("Skrivfrågan")), "Byt namn på formatmallen ”skrivfrågan” till ”Skrivfråga”"),
}
TOLD = {
    "text": (letterhead(change=lambda file: file.add_paragraph("Hej")), "Texten på sidan används inte"),
    "missing": (letterhead(), "Stegvis lägger till formatmallarna som saknas: "),
}


def said(data, weight):
    return " ".join(finding.words for finding in judge(data) if finding.weight is weight)


@pytest.mark.parametrize("name", REFUSED)
def test_what_stops_a_letterhead_from_being_used(name):
    data, words = REFUSED[name]
    assert words in said(data, Weight.REFUSED)
    assert words in problem(data)


@pytest.mark.parametrize("name", TO_MEND)
def test_what_should_be_mended_but_can_be_used(name):
    data, words = TO_MEND[name]
    assert words in said(data, Weight.MEND)
    assert problem(data) == ""


@pytest.mark.parametrize("name", TOLD)
def test_what_is_good_to_know(name):
    data, words = TOLD[name]
    assert words in said(data, Weight.NOTE)


def test_a_good_one_has_nothing_to_mend():
    assert {finding.weight for finding in judge(letterhead())} <= {Weight.NOTE}


def bomb():
    made = BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("[Content_Types].xml", "")
        archive.writestr("word/document.xml", b" " * (package.MOST_UNPACKED + 1))
    return made.getvalue()


DTD = b'<!DOCTYPE w [<!ENTITY e SYSTEM "file:///etc/passwd">]>'
UNREADABLE = {
    "text": (b"hej", "inget Word-dokument"),
    "empty": (b"", "inget Word-dokument"),
    "doc": (b"\xd0\xcf\x11\xe0" + b"\0" * 600, "äldre Word-dokument"),
    "large": (b"PK" + b"\0" * package.MOST_PACKED, "Välj en mindre fil. Den är större än 10 MB"),
    "bomb": (bomb(), "Uppackad är den större än 60 MB"),
    "entries": (rewritten(letterhead(), more={f"x{n}": b"" for n in range(600)}), "fler än 500 delar"),
    "twice": (rewritten(letterhead(), more={"WORD/document.xml": b""}), "två delar med samma namn"),
    "dtd": (rewritten(letterhead(), "word/styles.xml", b"<w:styles", DTD + b"<w:styles"), "egna XML-definitioner"),
    "utf-16": (rewritten(letterhead(), more={"word/x.xml": DTD.decode().encode("utf-16")}), "egna XML-definitioner"),
    "utf-7": (
        rewritten(letterhead(), more={"x.xml": b'<?xml version="1.0" encoding="UTF-7"?>'}),
        "egna XML-definitioner",
    ),
    "broken": (rewritten(letterhead(), "word/styles.xml", b"<w:styles", b"<w:stiles"), "Den går inte att läsa"),
    "macro file": (
        rewritten(
            letterhead(),
            "[Content_Types].xml",
            b"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml",
            b"application/vnd.ms-word.document.macroEnabled.main+xml",
        ),
        "Den är sparad med makron",
    ),
}


@pytest.mark.parametrize("name", UNREADABLE)
def test_what_cannot_be_read_is_refused_with_a_remedy(name):
    data, words = UNREADABLE[name]
    with pytest.raises(UnsafePackage, match=words):
        judge(data)
    assert words in problem(data)


def test_what_we_write_ourselves_can_be_unpacked():
    assert "word/document.xml" in unpacked(export(SAMPLES["every_node"](), "docx"))
