"""The file itself: numbered objects, streams of any content."""

import zlib
from dataclasses import replace
from io import BytesIO

import page
import pikepdf
import pytest
from support.samples import SAMPLES

from stegvis.exporters.document import Attachment
from stegvis.exporters.pdf import PdfExporter
from stegvis.exporters.pdf.file import LEVEL, PdfFile


def opened(file, catalog):
    return pikepdf.open(BytesIO(file.write(catalog, file.add("<</Title(T)>>"))))


def test_objects_may_refer_to_ones_that_come_later():
    file = PdfFile()
    first = file.reserve()
    pages = file.reserve(2)
    catalog = file.add(f"<</Type/Catalog/Pages {pages} 0 R/First {first} 0 R/Second {pages + 1} 0 R>>")
    file.fill(first, "(one)")
    file.fill(pages, "<</Type/Pages/Kids[]/Count 0>>")
    file.fill(pages + 1, "(two)")
    with opened(file, catalog) as pdf:
        assert (str(pdf.Root.First), str(pdf.Root.Second)) == ("one", "two")


@pytest.mark.parametrize("end", [b"\r", b"\n", b" "])
def test_a_stream_may_end_in_any_byte(end):
    """A line end after the data must not be taken for a longer one."""
    pairs = (bytes((number % 256, number // 256)) for number in range(65536))
    data = next(pair for pair in pairs if zlib.compress(pair, LEVEL).endswith(end))
    attachment = Attachment("a.bin", "application/octet-stream", "A", data)
    pdf = PdfExporter().export(replace(SAMPLES["blank"](), attachments=(attachment,)))
    report = page.validate_pdf_bytes(pdf, profile=page.ValidationProfile.PDF_A_3A)
    assert [each.message for each in report.failures] == []
