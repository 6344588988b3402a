"""Every format of one document says the same words in the same order."""

import re
from dataclasses import replace

import pytest
from support.parity import WORDS, words_of
from support.samples import SAMPLES

from stegvis.exporters import export
from stegvis.exporters.document import Answer, AnswerGroup, Bullets, Lines, SignatureBlock, Table, Text, Ticks, blocks
from stegvis.exporters.legible import legible


def said_by(node):
    """The strings of a block, told from its fields alone: independent of every exporter."""
    match node:
        case Answer():
            return [node.label, node.text]
        case Ticks():
            return [node.label, *(words for words, _ in node.options)]
        case Lines():
            return [node.label, node.help]
        case Text():
            return [node.heading, *node.paragraphs]
        case Bullets():
            return [node.lead, *node.items]
        case Table():
            return [node.caption, *node.head, *(cell for row in node.rows for cell in row)]
        case AnswerGroup():
            return [node.heading]
        case SignatureBlock():
            return [node.role, node.behalf, node.method, node.name, node.place, node.date]


@pytest.mark.parametrize("name", SAMPLES)
@pytest.mark.parametrize("format_name", ["html", "docx"])
def test_every_format_says_the_words_of_the_text(name, format_name):
    document = SAMPLES[name]()
    assert WORDS[format_name](export(document, format_name)) == WORDS["txt"](export(document, "txt"))


def strings(document):
    """Everything a document says below its letterhead, in order."""
    yield from (document.copy_for, document.title, document.subtitle, *document.marks, *document.intro)
    for section in document.sections:
        yield section.heading
        for block in blocks(replace(document, sections=(section,))):
            yield from said_by(block)
    yield document.seal
    yield document.footer


@pytest.mark.parametrize("name", SAMPLES)
def test_the_text_leaves_nothing_out(name):
    document = SAMPLES[name]()
    text = " ".join(WORDS["txt"](export(document, "txt")))
    at = 0
    for string in strings(document):
        wanted = " ".join(words_of(legible(string)))
        found = text.find(wanted, at)
        assert found >= 0, wanted[:80]
        at = found + len(wanted)


def test_parity_sees_a_missing_and_a_moved_word():
    """The measure itself: a page that lacks a word, or has two in another order, is told apart."""
    page = export(SAMPLES["every_node"](), "html")
    assert WORDS["html"](page.replace(b"Sekretess", b"")) != WORDS["html"](page)
    moved = re.sub(rb"<li[^>]*>Hygien</li>(<li[^>]*>Sekretess</li>)", rb"\1<li>Hygien</li>", page)
    assert moved != page
    assert WORDS["html"](moved) != WORDS["html"](page)
