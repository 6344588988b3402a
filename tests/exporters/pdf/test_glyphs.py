"""Which glyph stands for a character, and what is said of one that no font has."""

import pytest

from stegvis.exporters.pdf import glyphs
from stegvis.exporters.pdf.glyphs import glyph
from stegvis.exporters.pdf.typeface import source_sans


def test_scripts_that_need_shaping_are_said_rather_than_shown_wrong():
    assert glyph("क", source_sans("Regular")).missing
    assert not glyph("ት", source_sans("Regular")).missing


@pytest.mark.parametrize("character", ["\u00ad", "\u200b", "\u200f", "\u202e", "\ufe0f"])
def test_what_is_never_seen_has_no_width(character):
    found = glyph(character, source_sans("Regular"))
    assert (found.shown, found.advance, found.missing) == ("", 0.0, False)


@pytest.mark.parametrize("character", ["\u2003", "\u2009", "\u202f", "\u3000"])
def test_every_kind_of_space_is_a_space_but_one_that_must_not_break(character):
    assert glyph(character, source_sans("Regular")).shown == " "
    assert glyph("\u00a0", source_sans("Regular")).shown == "\u00a0"


@pytest.mark.parametrize(("character", "shown"), [("☒", "☑"), ("\u2010", "-"), ("\u2011", "-"), ("\u2015", "—")])
def test_what_the_font_lacks_is_drawn_as_its_like(character, shown):
    found = glyph(character, source_sans("Regular"))
    assert (found.shown, found.missing) == (shown, False)


def test_what_no_font_has_is_a_lozenge_and_said_to_be_missing():
    home = source_sans("Bold")
    assert glyph("\u0f40", home) == (home, "◊", True)


def test_the_sign_of_what_could_not_be_written_is_not_missing(monkeypatch):
    """Also where no font has it: the note is on letters that somebody wrote."""
    monkeypatch.setattr(glyphs, "fallback", lambda character: None)
    home = source_sans("Bold")
    assert glyph.__wrapped__("\ufffd", home) == (home, "◊", False)
    assert glyph.__wrapped__("\ufffc", home) == (home, "◊", True)
