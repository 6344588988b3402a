"""The document that a letterhead is looked at with."""

from support.word_letterheads import letterhead

from stegvis.exporters import export
from stegvis.exporters.word.preview import preview


def test_the_preview_shows_every_kind_of_block_on_the_letterhead():
    made = preview(letterhead())
    used = {type(block).__name__ for section in made.sections for block in section.blocks}
    assert used == {"Answer", "Ticks", "Lines", "Table", "Group", "Bullets", "Signature"}
    assert b"brev0" in export(made, "docx")
