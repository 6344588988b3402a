"""What a screen reader gets: golden read-outs, the words of every other format, headings, language, and no traces."""

import os
from dataclasses import replace
from functools import cache
from io import BytesIO
from itertools import pairwise
from pathlib import Path

import pikepdf
import pytest
from support import pdf_reading
from support.parity import WORDS, words_of
from support.samples import SAMPLES

from stegvis.exporters import export
from stegvis.exporters.pdf import PdfExporter

GOLDEN = Path(__file__).with_name("golden")
NOTE = "Tecken som inte kan visas i PDF:"


@cache
def exported(name):
    return PdfExporter().export(SAMPLES[name]())


@pytest.mark.parametrize("name", ["every_node", "praktikavtal", "blank"])
def test_the_reading_is_the_golden_one(name):
    """GOLDEN=write pytest … writes the files anew; read the difference before you commit it."""
    found = pdf_reading.read(exported(name))
    text = "\n".join([f"{found.language}: {found.title}", *found.outline, *map(repr, found.artifacts)]) + "\n"
    path = GOLDEN / f"{name}.txt"
    if os.environ.get("GOLDEN") == "write":
        path.write_text(text)
    assert text == path.read_text()


@pytest.mark.parametrize("name", SAMPLES)
def test_pdf_says_the_words_of_the_text_in_the_same_order(name):
    """The footer stands outside the tree; a note on what could not be shown is the only thing the text lacks."""
    document = SAMPLES[name]()
    said = " ".join(pdf_reading.text_of(exported(name))).partition(NOTE)[0]
    assert words_of(said) + words_of(document.footer) == WORDS["txt"](export(document, "txt"))


@pytest.mark.parametrize("name", SAMPLES)
def test_every_page_says_the_footer_and_its_number_once_outside_the_tree(name):
    document = SAMPLES[name]()
    pages = pdf_reading.read(exported(name)).artifacts
    for number, said in enumerate(pages, 1):
        assert said.count(f"{document.footer} · sida {number} av {len(pages)}") == 1


@pytest.mark.parametrize("name", SAMPLES)
def test_headings_never_skip_a_level(name):
    levels = [level for level, _ in pdf_reading.read(exported(name)).headings]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))


def test_language_and_title_are_the_documents():
    reading = pdf_reading.read(PdfExporter().export(replace(SAMPLES["blank"](), language="en", title="Agreement")))
    assert (reading.language, reading.title) == ("en", "Agreement")


def test_metadata_names_the_sender_and_nobody_else():
    with pikepdf.open(BytesIO(exported("praktikavtal"))) as pdf:
        metadata = pdf.Root.Metadata.read_bytes().decode() + " ".join(map(str, pdf.docinfo.values()))
    for word in ("Åsa", "Öberg", "Jörgen", "Maria", "18900101"):
        assert word not in metadata
    assert "Lövsta kommun" in metadata
    assert metadata.count("Stegvis") == 4


def test_the_same_document_becomes_the_same_bytes():
    assert PdfExporter().export(SAMPLES["odd"]()) == exported("odd")


def test_the_moment_is_the_documents():
    with pikepdf.open(BytesIO(exported("blank"))) as pdf:
        assert str(pdf.docinfo["/CreationDate"]) == "D:20261121093000Z"


def test_attachments_are_embedded_as_data_with_their_words():
    with pikepdf.open(BytesIO(exported("praktikavtal"))) as pdf:
        assert (
            pdf.attachments["praktikavtal.json"].get_file().read_bytes()
            == SAMPLES["praktikavtal"]().attachments[0].data
        )
        assert [str(each.AFRelationship) for each in pdf.Root.AF] == ["/Data"]
        assert str(pdf.Root.AF[0].Desc) == "Avtalets svar"


def test_a_copy_without_attachments_holds_no_file():
    with pikepdf.open(BytesIO(exported("every_node"))) as pdf:
        assert not pdf.attachments
        assert "/AF" not in pdf.Root
