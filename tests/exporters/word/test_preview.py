"""The document that a letterhead is looked at with."""

from io import BytesIO

import docx
from docx.oxml.ns import qn
from support.word_letterheads import letterhead

from stegvis.exporters import export
from stegvis.exporters.word.preview import preview
from stegvis.exporters.word.styles import LOOKS


def test_the_preview_shows_every_kind_of_block_on_the_letterhead():
    made = preview(letterhead())
    used = {type(block).__name__ for section in made.sections for block in section.blocks}
    assert used == {"Answer", "Ticks", "Lines", "Table", "AnswerGroup", "Bullets", "SignatureBlock"}
    assert b"brev0" in export(made, "docx")


def test_the_preview_has_every_look_that_ours_can_have():
    file = docx.Document(BytesIO(export(preview(), "docx")))
    parts = (file.element, file.sections[0].header.part.element, file.sections[0].footer.part.element)
    used = {each.get(qn("w:val")) for part in parts for each in part.iter(qn("w:pStyle"))}
    assert {look.id for look in LOOKS} - used == set()
