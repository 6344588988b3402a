"""What is measured against us says all the words too: a rival that leaves some out would be no measure."""

import subprocess
from collections import Counter

import pytest
from support.parity import docx_words, text_words, words_of
from support.samples import every_node, praktikavtal

from benchmarks.varied import varied
from stegvis.exporters import export

BOXES = {"☒", "☐", "[x]", "[", "]"}
DOCUMENTS = [every_node, praktikavtal]


def bag(words):
    """The words regardless of order, without boxes and the numbers that some formats count themselves."""
    return Counter(word for word in words if word not in BOXES and not word.removesuffix(".").isdigit())


@pytest.mark.parametrize("make", DOCUMENTS)
@pytest.mark.parametrize("name", ["ours", "naive", "docxtpl"])
def test_word_files_say_every_word(name, make):
    from benchmarks import word

    document = make()
    assert not bag(text_words(export(document, "txt"))) - bag(docx_words(getattr(word, name)(document)))


@pytest.mark.pdf
@pytest.mark.parametrize("make", DOCUMENTS)
@pytest.mark.parametrize("name", ["platypus", "typst"])
def test_pdf_files_say_every_word(name, make):
    from benchmarks.platypus import platypus
    from benchmarks.typst_doc import typst

    document = make()
    content = {"platypus": platypus, "typst": typst}[name](document)
    shown = subprocess.run(["pdftotext", "-", "-"], input=content, capture_output=True, check=True).stdout.decode()
    spoken = words_of(document.head.logo.alt)
    assert not bag(text_words(export(document, "txt"))) - bag(words_of(shown) + spoken)


def test_varied_documents_differ_in_their_answers():
    one, other = (export(varied(praktikavtal(), number), "txt") for number in (1, 2))
    assert one != other
    assert len(one.split(b"\n")) == len(other.split(b"\n"))
