"""What the file says about itself, in both places, and that it names nobody."""

from datetime import UTC, datetime, timedelta, timezone
from io import BytesIO

import pikepdf
import pytest
from lxml import etree
from support.pdf_pages import exported

from stegvis.exporters.pdf.metadata import Metadata


def test_metadata_names_the_sender_and_nobody_else():
    with pikepdf.open(BytesIO(exported("praktikavtal"))) as pdf:
        metadata = pdf.Root.Metadata.read_bytes().decode() + " ".join(map(str, pdf.docinfo.values()))
    for word in ("Åsa", "Öberg", "Jörgen", "Maria", "18900101"):
        assert word not in metadata
    assert "Lövsta kommun" in metadata
    assert metadata.count("Stegvis") == 4


def test_the_moment_is_the_documents():
    with pikepdf.open(BytesIO(exported("blank"))) as pdf:
        assert str(pdf.docinfo["/CreationDate"]) == "D:20261121093000Z"


NAMES = {
    "dc": "http://purl.org/dc/elements/1.1/",
    "pdfaid": "http://www.aiim.org/pdfa/ns/id/",
    "pdfuaid": "http://www.aiim.org/pdfua/ns/id/",
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "xmp": "http://ns.adobe.com/xap/1.0/",
}
MADE = datetime(2026, 12, 31, 23, 30, tzinfo=timezone(timedelta(hours=-2)))
ODD = "<Åsa> & Co]]>"


def said(packet, path):
    return [element.text for element in etree.fromstring(packet).iterfind(f".//{path}", NAMES)]


@pytest.mark.parametrize("part", [2, 3])
def test_the_packet_marks_the_file_as_pdf_a_level_a_and_pdf_ua(part):
    packet = Metadata("T", "A", "sv-SE", MADE, part).xmp()
    assert (said(packet, "pdfaid:part"), said(packet, "pdfaid:conformance")) == ([str(part)], ["A"])
    assert said(packet, "pdfuaid:part") == ["1"]


def test_the_packet_begins_and_ends_as_xmp_does():
    """ISO 16684-1, 7.3.2: the byte order mark, the identity, and an end."""
    packet = Metadata("T", "A", "sv-SE", MADE, 2).xmp().decode()
    assert packet.startswith('<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>')
    assert packet.endswith('<?xpacket end="w"?>')


def test_markup_in_a_title_is_words():
    packet = Metadata(ODD, ODD, "sv-SE", MADE, 2).xmp()
    assert said(packet, "dc:title/rdf:Alt/rdf:li") == said(packet, "dc:creator/rdf:Seq/rdf:li") == [ODD]


def test_the_moment_is_told_in_utc_alike_in_both_places():
    meta = Metadata("T", "A", "sv-SE", MADE, 2)
    assert meta.date == "(D:20270101013000Z)"
    assert said(meta.xmp(), "xmp:CreateDate") == said(meta.xmp(), "xmp:ModifyDate") == ["2027-01-01T01:30:00Z"]
    assert meta.info().count(meta.date) == 2


def test_without_a_sender_nobody_is_named():
    meta = Metadata("T", "", "sv-SE", datetime(2026, 1, 1, tzinfo=UTC), 2)
    assert "/Author" not in meta.info() and said(meta.xmp(), "dc:creator") == []
