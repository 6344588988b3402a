"""The top of the first page."""

from dataclasses import replace

from support import pdf_reading
from support.samples import SAMPLES

from stegvis.exporters.pdf import PdfExporter


def test_a_document_without_a_letterhead_begins_with_its_title():
    bare = replace(SAMPLES["blank"](), head=replace(SAMPLES["blank"]().head, name="", lines=(), logo=None), copy_for="")
    assert pdf_reading.text_of(PdfExporter().export(bare))[0] == "Praktikavtal"
