"""The neutral document: the order its blocks are read in, and what an exporter must be able to draw."""

import pytest
from support.sample_base import document

from stegvis.exporters.document import Answer, AnswerGroup, Renderer, Section, Text, blocks


def test_blocks_come_in_reading_order_and_groups_before_what_they_hold():
    inner = AnswerGroup("Inre", (Answer("c", ""), Answer("d", "")))
    outer = AnswerGroup("Yttre", (Answer("b", ""), inner, Answer("e", "")))
    made = document("T", [Section("Ett", (Answer("a", ""), outer)), Section("Två", (Answer("f", ""),))])
    names = [block.heading if isinstance(block, AnswerGroup) else block.label for block in blocks(made)]
    assert names == ["a", "Yttre", "b", "Inre", "c", "d", "e", "f"]


def test_a_document_without_sections_has_no_blocks():
    assert list(blocks(document("T", []))) == []


def test_an_exporter_that_lacks_a_node_cannot_be_made():
    class Half(Renderer[str]):
        def text(self, node: Text) -> str:
            return ""

    with pytest.raises(TypeError, match="abstract"):
        Half()
