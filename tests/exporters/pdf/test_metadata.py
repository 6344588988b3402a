"""What the file says about itself, in both places, and that it names nobody."""

from io import BytesIO

import pikepdf
from support.pdf_pages import exported


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
