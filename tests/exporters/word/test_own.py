"""A letterhead of the municipality's own: what is taken from it, what is added to it, and what is left behind."""

import shutil
import subprocess
from io import BytesIO
from zipfile import ZipFile

import docx
import pytest
from docx.oxml.ns import qn
from openxml_audit import FileFormat, OpenXmlValidator
from support.samples import SAMPLES, every_node
from support.word_letterheads import letterhead, named_styles, on, opened, rewritten

from stegvis.exporters import export

TRACE = b"8A00B1C2"


@pytest.mark.parametrize("name", SAMPLES)
def test_it_is_valid_and_has_every_style(name, tmp_path):
    made = on(letterhead(change=named_styles), SAMPLES[name]())
    (tmp_path / "prov.docx").write_bytes(made)
    assert OpenXmlValidator(FileFormat.OFFICE_2016).validate(tmp_path / "prov.docx").errors == []
    file = opened(made)
    known = [style.style_id for style in file.styles]
    assert len(known) == len(set(known))
    parts = (file.element, file.sections[0].header.part.element, file.sections[0].footer.part.element)
    used = {e.get(qn("w:val")) for part in parts for e in part.iter(qn("w:pStyle"), qn("w:rStyle"), qn("w:tblStyle"))}
    assert used <= set(known)


def test_its_header_footer_and_margins_stand_with_our_marks_form_code_and_pages():
    section = opened(on(letterhead())).sections[0]
    assert (round(section.left_margin.mm), round(section.right_margin.mm)) == (40, 20)
    header = [paragraph.text for paragraph in section.header.paragraphs]
    assert header[:2] == ["Utkast – gäller inte", "Demonstration"] and "Lillköpings kommun" in header
    assert section.header.part.rels and section.header._element.findall(f".//{qn('w:drawing')}")
    footer = [paragraph.text for paragraph in section.footer.paragraphs]
    assert footer[0] == "Storgatan 1, 123 45 Lillköping"
    assert footer[-1].startswith("PRA-01 version 1 · 7F3A9C21\tSida ")


def test_the_first_page_has_them_too():
    def first(file):
        file.sections[0].different_first_page_header_footer = True
        file.sections[0].first_page_header.paragraphs[0].text = "Första sidan"

    section = opened(on(letterhead(change=first))).sections[0]
    assert section.different_first_page_header_footer
    assert "Utkast – gäller inte" in [p.text for p in section.first_page_header.paragraphs]
    assert "Första sidan" in [p.text for p in section.first_page_header.paragraphs]
    assert "Sida " in section.first_page_footer.paragraphs[-1].text


def test_tables_keep_within_its_margins():
    table = opened(on(letterhead())).tables[0]
    widths = [int(column.get(qn("w:w"))) for column in table._tbl.tblGrid]
    assert sum(widths) == pytest.approx((210 - 40 - 20) * 56.7, abs=6)


def test_the_sender_is_not_said_twice_but_is_said_when_the_header_is_empty():
    def senders(data):
        return [p.text for p in opened(on(data)).paragraphs if p.style.name == "Avsändare"]

    assert senders(letterhead()) == []
    assert senders(letterhead(header="")) == ["Lövsta kommun"]


def test_text_comments_properties_and_traces_are_left_behind():
    def traces(file):
        file.add_paragraph("Utkast av Nils")
        file.core_properties.author = "Nils"
        file.sections[0].header.paragraphs[0]._p.set(qn("w:rsidR"), TRACE.decode())
        file.styles.element.iter(qn("w:style")).__next__().append(
            docx.oxml.parse_xml(
                '<w:rsid xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
                f'w:val="{TRACE.decode()}"/>'
            )
        )

    with ZipFile(BytesIO(on(letterhead(change=traces)))) as archive:
        whole = b"".join(archive.read(name) for name in archive.namelist())
        assert len(archive.namelist()) == len(set(archive.namelist()))
    assert b"Nils" not in whole and TRACE not in whole


def test_the_same_letterhead_and_document_become_the_same_bytes():
    data = letterhead()
    assert on(data) == on(bytes(bytearray(data)))


@pytest.mark.parametrize(
    "data", [b"x", letterhead()[:900], rewritten(letterhead(), more={"word/vbaProject.bin": b"x"})]
)
def test_one_that_cannot_be_used_is_told_of_and_ours_is_used(data, caplog):
    assert on(data) == export(every_node(), "docx")
    assert "letterhead" in caplog.text


@pytest.mark.office
def test_libreoffice_shows_both_the_letterhead_and_the_document(tmp_path):
    (tmp_path / "prov.docx").write_bytes(on(letterhead(change=named_styles)))
    profile = f"-env:UserInstallation=file://{tmp_path}/profile"
    command = [shutil.which("soffice") or "soffice", profile, "--headless", "--convert-to", "pdf"]
    subprocess.run(
        [*command, "--outdir", tmp_path, tmp_path / "prov.docx"], capture_output=True, check=True, timeout=120
    )
    command = [shutil.which("pdftotext") or "pdftotext", "-layout", tmp_path / "prov.pdf", "-"]
    shown = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    for words in (
        "Lillköpings kommun",
        "Storgatan 1, 123 45 Lillköping",
        "PRA-01 version 1",
        "Sida 1 av",
        "Utkast – gäller inte",
    ):
        assert words in shown
