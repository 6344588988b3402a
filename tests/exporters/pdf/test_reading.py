"""What a screen reader gets: golden read-outs, the words of every other format, headings, language, and no traces."""

import os
from functools import cache
from itertools import pairwise
from pathlib import Path

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
def test_headings_never_skip_a_level(name):
    levels = [level for level, _ in pdf_reading.read(exported(name)).headings]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))


def test_the_same_document_becomes_the_same_bytes():
    assert PdfExporter().export(SAMPLES["odd"]()) == exported("odd")
