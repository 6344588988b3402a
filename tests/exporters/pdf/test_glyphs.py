"""Which glyph stands for a character, and what is said of one that no font has."""

from stegvis.exporters.pdf.glyphs import glyph
from stegvis.exporters.pdf.typeface import source_sans


def test_scripts_that_need_shaping_are_said_rather_than_shown_wrong():
    assert glyph("क", source_sans("Regular")).missing
    assert not glyph("ት", source_sans("Regular")).missing
