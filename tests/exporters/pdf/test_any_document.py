"""Whatever a document holds, its PDF is valid and its tree agrees with its content."""

import page
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from support import pdf_reading
from support.sample_base import document

from stegvis.exporters.document import Answer, AnswerGroup, Bullets, Lines, Section, SignatureBlock, Table, Text, Ticks
from stegvis.exporters.pdf import PdfExporter

ODD = "אש(مح\u0651٣a1) -\u200f\u2067\U0002ebe1\u0f40\n\tلا☒☐\ud800\x00"
words = st.one_of(st.text(max_size=40), st.text(ODD, max_size=100), st.text("ab ", max_size=800))
paragraphs = st.lists(words, min_size=1, max_size=4).map(tuple)
options = st.lists(st.tuples(words, st.booleans()), max_size=4).map(tuple)
tables = st.builds(
    lambda head, rows, heads: Table(head, (head, ""), tuple((cell, cell) for cell in rows), (1, 2), heads),
    words,
    paragraphs,
    st.booleans(),
)
blocks = st.one_of(
    st.builds(Answer, words, words, st.booleans(), st.booleans()),
    st.builds(Ticks, words, options),
    st.builds(Lines, words, words, st.integers(0, 7)),
    st.builds(Text, paragraphs, words, st.booleans()),
    st.builds(Bullets, paragraphs, words, st.booleans()),
    tables,
    st.builds(SignatureBlock, words, st.just("field"), words, words, words, words, words),
)
groups = st.builds(AnswerGroup, words, st.lists(blocks, max_size=4).map(tuple))
sections = st.lists(st.builds(Section, words, st.lists(st.one_of(blocks, groups), max_size=12).map(tuple)), max_size=4)


@settings(max_examples=30, deadline=None, suppress_health_check=list(HealthCheck))
@given(sections, st.booleans(), paragraphs)
def test_any_document_becomes_a_valid_pdf(content, blank, marks):
    pdf = PdfExporter().export(document("Titel", content, blank=blank, marks=marks, subtitle=marks[0]))
    for profile in (page.ValidationProfile.PDF_A_2A, page.ValidationProfile.PDF_UA_1):
        report = page.validate_pdf_bytes(pdf, profile=profile)
        assert [(each.rule_id, each.message) for each in report.failures] == []
    pdf_reading.read(pdf)
